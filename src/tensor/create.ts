/** New tensors from numbers. */
import { allocate, convert, type DType, settle, type TypedArray } from './dtype.ts';
import { NumericError, ShapeError } from './errors.ts';
import { type Shape, sizeOf } from './shape.ts';
import type { Nested, Requested, ShapeOf } from './shape-types.ts';
import { fromData, type Tensor } from './tensor.ts';

/**
 * Returns a tensor of nested lists. The compiler knows the shape of a literal: `tensor([[1, 2, 3], [4, 5, 6]])` is a
 * `Tensor<[2, 3]>`. Without `dtype`, booleans alone give bool, everything else float64.
 * @throws {ShapeError} `ragged` when lists at one depth differ in length.
 * @throws {NumericError} `integer-range`.
 */
export function tensor<const N extends Nested>(
  nested: N,
  options: { dtype?: DType } = {},
): Tensor<ShapeOf<N>> {
  const shape = measure(nested);
  const values: (number | boolean)[] = [];
  flatten(nested, shape, 0, values);
  const dtype =
    options.dtype ?? (values.length > 0 && values.every((v) => typeof v === 'boolean') ? 'bool' : 'float64');
  const data = allocate(dtype, values.length);
  for (let i = 0; i < values.length; i++) data[i] = convert(Number(values[i]), dtype);
  return fromData(data, shape as ShapeOf<N>, dtype);
}

/** Returns the shape along the first elements. */
function measure(nested: Nested): number[] {
  const shape: number[] = [];
  for (let level: Nested | undefined = nested; typeof level === 'object'; level = level[0])
    shape.push(level.length);
  return shape;
}

function flatten(nested: Nested, shape: Shape, depth: number, into: (number | boolean)[]): void {
  const expected = shape[depth] ?? -1;
  const received = typeof nested === 'object' ? nested.length : -1;
  if (expected !== received) {
    throw new ShapeError('tensor', { kind: 'ragged', prefix: shape.slice(0, depth), expected, received });
  }
  if (typeof nested === 'object') for (const each of nested) flatten(each, shape, depth + 1, into);
  else into.push(nested);
}

/**
 * Returns a tensor of `shape` from its elements in row-major order, converted to `dtype`.
 * @throws {ShapeError} `reshape` when the count does not fit; {NumericError} `integer-range`.
 */
export function fromFlat<const T extends Shape>(
  values: ArrayLike<number>,
  shape: T,
  dtype: DType = 'float64',
): Tensor<Requested<T>> {
  const size = checkedSize('fromFlat', shape);
  if (size !== values.length) {
    throw new ShapeError('fromFlat', { kind: 'reshape', requested: shape, size: values.length });
  }
  const data = allocate(dtype, size);
  for (let i = 0; i < size; i++) data[i] = convert(values[i] as number, dtype);
  return fromData(data, [...shape] as Shape as Requested<T>, dtype);
}

function checkedSize(operation: string, shape: Shape): number {
  if (shape.some((size) => size < 0))
    throw new ShapeError(operation, { kind: 'negative-size', requested: shape });
  return sizeOf(shape);
}

/** Returns all zeros. @throws {ShapeError} `negative-size`. */
export function zeros<const T extends Shape>(shape: T, dtype: DType = 'float64'): Tensor<Requested<T>> {
  return fromData(allocate(dtype, checkedSize('zeros', shape)), [...shape] as Shape as Requested<T>, dtype);
}

/** Returns all ones. @throws {ShapeError} `negative-size`. */
export function ones<const T extends Shape>(shape: T, dtype: DType = 'float64'): Tensor<Requested<T>> {
  return full(shape, 1, dtype);
}

/** Returns all `value`, converted to `dtype`. @throws {ShapeError} `negative-size`; {NumericError} `integer-range`. */
export function full<const T extends Shape>(
  shape: T,
  value: number,
  dtype: DType = 'float64',
): Tensor<Requested<T>> {
  const data = allocate(dtype, checkedSize('full', shape)).fill(convert(value, dtype));
  return fromData(data, [...shape] as Shape as Requested<T>, dtype);
}

/** Zeros in the shape (and, unless given, the dtype) of `t`. */
export function zerosLike<S extends Shape>(t: Tensor<S>, dtype: DType = t.dtype): Tensor<S> {
  return fromData(allocate(dtype, t.size), t.shape, dtype);
}

/** Ones in the shape of `t`. */
export function onesLike<S extends Shape>(t: Tensor<S>, dtype: DType = t.dtype): Tensor<S> {
  return fullLike(t, 1, dtype);
}

/** `value` in the shape of `t`. */
export function fullLike<S extends Shape>(t: Tensor<S>, value: number, dtype: DType = t.dtype): Tensor<S> {
  return fromData(allocate(dtype, t.size).fill(convert(value, dtype)), t.shape, dtype);
}

/** Ones on diagonal `k` (above the main one when positive) of an n × m matrix, zeros elsewhere. */
export function eye<const N extends number, const M extends number = N>(
  n: N,
  m: M = n as number as M,
  k = 0,
  dtype: DType = 'float64',
): Tensor<[N, M]> {
  const data = allocate(dtype, checkedSize('eye', [n, m]));
  for (let row = Math.max(0, -k); row < n && row + k < m; row++) data[row * m + row + k] = 1;
  return fromData(data, [n, m], dtype);
}

/**
 * `start`, `start + step`, … before `stop`: ceil((stop − start) / step) elements, each start + i · step as in both
 * libraries.
 * @throws {NumericError} `zero-step`, or `argument` when the bounds are not finite.
 */
export function arange(start: number, stop: number, step = 1, dtype: DType = 'float64'): Tensor<[number]> {
  if (step === 0) throw new NumericError('arange', { kind: 'zero-step' });
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!Number.isFinite(count)) {
    throw new NumericError('arange', { kind: 'argument', name: 'stop', value: stop, expected: 'finite' });
  }
  return fromData(
    fill(allocate(dtype, count), (i) => start + i * step, dtype),
    [count],
    dtype,
  );
}

/**
 * `count` numbers evenly spaced from `start` to `stop`, both included, as `numpy.linspace`: start + i · step, the
 * last set to `stop` exactly.
 * @throws {ShapeError} `negative-size`.
 */
export function linspace(
  start: number,
  stop: number,
  count = 50,
  dtype: DType = 'float64',
): Tensor<[number]> {
  const data = allocate(dtype, checkedSize('linspace', [count]));
  const step = (stop - start) / (count - 1);
  fill(data, (i) => (i > 0 && i === count - 1 ? stop : i === 0 ? start : start + i * step), dtype);
  return fromData(data, [count], dtype);
}

function fill(data: TypedArray, valueAt: (i: number) => number, dtype: DType): TypedArray {
  for (let i = 0; i < data.length; i++) data[i] = valueAt(i);
  return settle(data, dtype);
}
