/**
 * Tensors of 64-bit integers beyond ±(2^53 − 1). Their elements are bigints, which only the functions here read; every
 * other operation refuses such a tensor with `integer-range`.
 */
import { bitsOf, type DType, isFloat, isUnsigned } from './dtype.ts';
import { reserve } from './meter/index.ts';
import { visitLines } from './row-major.ts';
import type { Shape } from './shape.ts';
import { type ExactIntegers, Storage } from './storage.ts';
import { fromStorage, type Tensor } from './tensor.ts';

/** Returns whether some element of the memory of `t` is an integer beyond ±(2^53 − 1). */
export function isExact(t: Tensor): boolean {
  return t.storage.exact !== undefined;
}

/** Returns the elements of `t` in row-major order as bigints; floats without their fraction. */
export function exactElements(t: Tensor): bigint[] {
  reserve(t.size);
  const { exact } = t.storage;
  const at =
    exact === undefined
      ? (place: number) => BigInt(Math.trunc(t.storage.data[place] as number))
      : (place: number) => exact[place] as bigint;
  const elements: bigint[] = [];
  visitLines(t, (start, step, count) => {
    for (let i = 0, place = start; i < count; i++, place += step) elements.push(at(place));
  });
  return elements;
}

/** `value` as an integer of `dtype`: it wraps. */
export function wrapped(value: bigint, dtype: DType): bigint {
  return isUnsigned(dtype) ? BigInt.asUintN(bitsOf(dtype), value) : BigInt.asIntN(bitsOf(dtype), value);
}

/** Returns a row-major tensor of int64 or uint64 from its elements, which wrap. */
export function exactTensor<S extends Shape>(values: readonly bigint[], shape: S, dtype: DType): Tensor<S> {
  const storage = new Storage(new Float64Array(0));
  storage.hold(integersOf(values, dtype));
  return fromStorage(storage, shape, dtype);
}

function integersOf(values: readonly bigint[], dtype: DType): ExactIntegers {
  return isUnsigned(dtype) ? BigUint64Array.from(values) : BigInt64Array.from(values);
}

/** Returns a tensor of exact integers in another dtype: floats are rounded to the nearest, integers wrap. */
export function exactAs<S extends Shape>(t: Tensor<S>, dtype: DType): Tensor<S> {
  const elements = exactElements(t);
  if (dtype === 'int64' || dtype === 'uint64') return exactTensor(elements, t.shape, dtype);
  const numbers = elements.map((each) =>
    Number(isFloat(dtype) || dtype === 'bool' ? each : wrapped(each, dtype)),
  );
  return fromStorage(new Storage(Float64Array.from(numbers)), t.shape, 'float64') as Tensor as Tensor<S>;
}

/** Writes `value`, which has the shape of `target`, into `target`, a tensor of int64 or uint64. */
export function writeExact(target: Tensor, value: Tensor): void {
  const { storage } = target;
  const elements = integersOf(
    storage.exact === undefined ? Array.from(storage.data, (each) => BigInt(each)) : [...storage.exact],
    target.dtype,
  );
  const from = exactElements(value);
  let next = 0;
  visitLines(target, (start, step, count) => {
    for (let i = 0; i < count; i++) elements[start + i * step] = from[next++] as bigint;
  });
  storage.hold(elements);
}
