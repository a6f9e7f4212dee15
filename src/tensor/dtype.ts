/** The element types the core stores, how they are held in memory and how a number becomes one of them. */

import { NumericError } from './errors.ts';
import { reserve } from './meter/index.ts';

export type DType = 'float64' | 'float32' | 'int64' | 'int32' | 'uint8' | 'bool';

/** int64 shares `Float64Array` with float64 (exact to 2^53); bool shares `Uint8Array` with uint8. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

const arrays = {
  float64: Float64Array,
  float32: Float32Array,
  int64: Float64Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** A zero-filled array that holds `size` elements of `dtype`; the meter is asked first. */
export function allocate(dtype: DType, size: number): TypedArray {
  reserve(size);
  return new arrays[dtype](size);
}

/** Whether `dtype` is a floating-point type. */
export function isFloat(dtype: DType): boolean {
  return dtype === 'float64' || dtype === 'float32';
}

/** Whether `dtype` is an integer type; bool is not one. */
export function isInteger(dtype: DType): boolean {
  return dtype === 'int64' || dtype === 'int32' || dtype === 'uint8';
}

/**
 * The number that `value` becomes as an element of `dtype`: float32 rounds to the nearest, integers drop the
 * fraction, int32 and uint8 wrap, bool is 1 for everything but 0 (NaN included), as in both libraries.
 * @throws {NumericError} `integer-range` when an int64 would not be exact, that is beyond ±(2^53 − 1), or NaN.
 */
export function convert(value: number, dtype: DType): number {
  switch (dtype) {
    case 'float64':
      return value;
    case 'float32':
      return Math.fround(value);
    case 'int64':
      return exactInteger(value);
    case 'int32':
      return value | 0;
    case 'uint8':
      return value & 255;
    case 'bool':
      return value === 0 ? 0 : 1;
  }
}

/** The integer part of `value`, never −0. */
function exactInteger(value: number): number {
  const integer = Math.trunc(value) + 0;
  if (!Number.isSafeInteger(integer)) {
    throw new NumericError('int64', { kind: 'integer-range', value });
  }
  return integer;
}

/**
 * Makes freshly computed `data` valid for `dtype` in place. Typed arrays round and wrap on their own when written;
 * only int64 (held in doubles) and bool (held in bytes) need this.
 */
export function settle(data: TypedArray, dtype: DType): TypedArray {
  if (dtype === 'int64' || dtype === 'bool') {
    for (let i = 0; i < data.length; i++) data[i] = convert(data[i] as number, dtype);
  }
  return data;
}
