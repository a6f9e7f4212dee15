/** Whole numbers of a range, as `randint` and `random_` draw them: bits modulo the size of the range. */

import { type DType, isFloat, sizeOf, type Tensor } from '../../../../tensor/index.ts';
import type { TorchGenerator } from '../../../../tensor/random/index.ts';
import { makeArray } from '../../../objects/index.ts';
import { inMemoryOrder, type Layout } from '../draws.ts';
import { cTypeName, scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import type { GeneratorObject } from '../generator.ts';

/** From the first, up to and without the second. */
export type Range = readonly [low: number, high: number];

/** The least and the greatest whole number of a dtype; of floats, the last up to which all are exact. */
const LIMITS: Readonly<Record<DType, Range>> = {
  float64: [-(2 ** 53), 2 ** 53],
  float32: [-(2 ** 24), 2 ** 24],
  int64: [-(2 ** 53), 2 ** 53],
  float16: [-(2 ** 11), 2 ** 11],
  bfloat16: [-(2 ** 8), 2 ** 8],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  int8: [-(2 ** 7), 2 ** 7 - 1],
  uint64: [0, 2 ** 53],
  uint32: [0, 2 ** 32 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint8: [0, 255],
  bool: [0, 1],
};

/** Returns the range, if it is not empty and the dtype holds it. */
export function checkedRange(low: number, high: number, dtype: DType): Range {
  if (low >= high)
    throw runtimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  const [least, greatest] = LIMITS[dtype];
  const check = (name: string, value: number): void => {
    if (value < least || value > greatest)
      throw runtimeError(`${name} is out of bounds for ${boundName(dtype)}`);
  };
  if (!isFloat(dtype)) {
    check('from', low);
    check('to - 1', high - 1);
  }
  return [low, high];
}

/** Returns the C++ type that messages about bounds name. */
const boundName = (dtype: DType): string => cTypeName(dtype).replace(/ int$/, '');

/** Ranges from this size on take 64 bits a draw, smaller ones 32. */
const WIDE = 2 ** 32;

function drawBelow(source: TorchGenerator, size: number): number {
  if (size < WIDE) return source.next32() % size;
  const [high, low] = source.next64();
  return Number(((BigInt(high) << 32n) | BigInt(low)) % BigInt(size));
}

const filled = (layout: Layout, dtype: DType, draw: () => number): Tensor =>
  inMemoryOrder(layout, makeArray(sizeOf(layout.shape), draw), dtype);

/** Whole numbers of [low, high). */
export function wholeNumbers(
  layout: Layout,
  dtype: DType,
  [low, high]: Range,
  { source }: GeneratorObject,
): Tensor {
  return filled(layout, dtype, () => low + drawBelow(source, high - low));
}

/** Numbers from 0 to the greatest of the dtype, of floats to the last up to which all are exact: `random_()`. */
export function allNumbers(layout: Layout, dtype: DType, { source }: GeneratorObject): Tensor {
  switch (dtype) {
    case 'bool':
      return filled(layout, dtype, () => source.next32() & 1);
    case 'uint8':
      return filled(layout, dtype, () => source.next32() % 2 ** 8);
    case 'int32':
    case 'int16':
    case 'int8':
    case 'uint16':
      return filled(layout, dtype, () => source.next32() % (LIMITS[dtype][1] + 1));
    case 'uint32':
      return filled(layout, dtype, () => source.next32());
    case 'float16':
    case 'bfloat16':
      return filled(layout, dtype, () => source.next32() % (LIMITS[dtype][1] + 1));
    case 'float32':
      return filled(layout, dtype, () => source.next32() % (2 ** 24 + 1));
    case 'float64':
      return filled(layout, dtype, () => drawBelow(source, 2 ** 53 + 1));
    case 'int64':
    case 'uint64':
      return filled(layout, dtype, () => {
        const [high, low] = source.next64();
        return (high % 2 ** 31) * 2 ** 32 + low;
      });
  }
}

/** Returns what messages call a kernel and the dtype that it lacks. */
export const notImplemented = (kernel: string, dtype: DType) =>
  runtimeError(`"${kernel}" not implemented for '${scalarTypeName(dtype)}'`);
