/** From any value to a tensor: what `torch.tensor` reads. */
import { bitsOf, type DType, fromFlat, isFloat, isUnsigned, type Tensor } from '../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  PyDict,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  Refusal,
  toArray,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { arrayTensor } from './array-values.ts';
import { runtimeError } from './errors.ts';
import { session } from './session.ts';
import { isTensor } from './tensor.ts';

const isSequence = (value: Value): value is PyList | PyTuple | PyRange =>
  value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;

const itemsOf = (value: PyList | PyTuple | PyRange): readonly Value[] =>
  value instanceof PyRange ? toArray(value) : value.items;

/** Returns the tensor that `torch.tensor(value, dtype=dtype)` makes: always a copy. */
export function toTensor(value: Value, dtype?: DType): Tensor {
  const array = isTensor(value) ? value.tensor : arrayTensor(value);
  if (array !== undefined) return fromFlat(array.toFlat(), array.shape, dtype ?? array.dtype);
  const shape = shapeOf(value);
  const target = dtype ?? (inferDType(value) as DType);
  const elements: number[] = [];
  fill(value, shape, 0, target, elements);
  return fromFlat(elements, shape, target);
}

/** Returns the sizes along the first items. */
function shapeOf(value: Value): number[] {
  const shape: number[] = [];
  let level = value;
  while (isSequence(level)) {
    const items = itemsOf(level);
    shape.push(items.length);
    if (items.length === 0) return shape;
    level = items[0] as Value;
  }
  const array = isTensor(level) ? level.tensor : arrayTensor(level);
  if (shape.length > 0 && array !== undefined && !isTensor(level)) shape.push(...array.shape);
  if (typeof level === 'string' && shape.length > 0) throw valueError("too many dimensions 'str'");
  return shape;
}

const order = ['bool', 'int64', 'float32', 'float64'] as const;

/** Returns the dtype that all numbers in `value` fit. */
function inferDType(value: Value): DType {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int64';
  if (typeof value === 'number') return session().defaultDType;
  if (isTensor(value)) return value.tensor.dtype;
  const array = arrayTensor(value);
  if (array !== undefined) return array.dtype;
  if (typeof value === 'string') throw typeError("new(): invalid data type 'str'");
  if (!isSequence(value)) throw runtimeError(`Could not infer dtype of ${typeName(value)}`);
  let common: DType | undefined;
  for (const item of itemsOf(value)) {
    const dtype = inferDType(item);
    common = common === undefined || rank(common) < rank(dtype) ? dtype : common;
  }
  return common ?? session().defaultDType;
}

const rank = (dtype: DType): number => order.indexOf(dtype as (typeof order)[number]);

function fill(value: Value, shape: readonly number[], depth: number, dtype: DType, into: number[]): void {
  const expected = shape[depth];
  if (expected === undefined) {
    into.push(elementOf(value, dtype));
    return;
  }
  const array = isTensor(value) ? undefined : arrayTensor(value);
  if (array !== undefined) {
    for (const each of array.toFlat()) into.push(each);
    return;
  }
  if (!isSequence(value)) throw typeError('not a sequence');
  const items = itemsOf(value);
  if (items.length !== expected)
    throw valueError(`expected sequence of length ${expected} at dim ${depth} (got ${items.length})`);
  for (const item of items) fill(item, shape, depth + 1, dtype, into);
}

/** Returns one number as an element of `dtype`. */
function elementOf(value: Value, dtype: DType): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return wholeElement(value, dtype);
  if (typeof value === 'number') {
    const bits = bitsOf(dtype);
    if (isUnsigned(dtype) && bits < 64 && Math.abs(value) >= 2 ** bits) throw overflow(dtype);
    return value;
  }
  if (isTensor(value)) {
    if (value.tensor.size !== 1)
      throw valueError('only one element tensors can be converted to Python scalars');
    return value.tensor.item();
  }
  if (
    isSequence(value) ||
    value instanceof PyDict ||
    value instanceof PySet ||
    value === null ||
    typeof value === 'string'
  )
    throw notANumber(value, dtype);
  const whole = isFloat(dtype) ? undefined : asIndex(value);
  const float = whole === undefined ? asFloat(value) : Number(whole);
  if (float === undefined) throw notANumber(value, dtype);
  return float;
}

function notANumber(value: Value, dtype: DType) {
  if (isFloat(dtype)) return typeError(`must be real number, not ${typeName(value)}`);
  return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

const overflow = (dtype: DType) =>
  runtimeError(`value cannot be converted to type ${dtype} without overflow`);

function wholeElement(value: bigint, dtype: DType): number {
  if (isFloat(dtype) || dtype === 'bool') return Number(value);
  const bits = BigInt(bitsOf(dtype));
  const limit = isUnsigned(dtype) ? 2n ** bits - 1n : 2n ** (bits - 1n) - 1n;
  // An unsigned element may be given by the negative number that wraps to it.
  if (bits < 64n && (value > limit || value < (isUnsigned(dtype) ? -limit : -limit - 1n)))
    throw overflow(dtype);
  if (BigInt.asIntN(64, value) !== value) throw runtimeError('Overflow when unpacking long');
  if (BigInt.asIntN(54, value) !== value)
    throw new Refusal(`${value} in a tensor: integers beyond 2**53 are not part of this book's PyTorch`);
  return Number(value);
}
