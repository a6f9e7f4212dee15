/** The element types the core stores, how they are held in memory and how a number becomes one of them. */

import { NumericError } from './errors.ts';
import { reserve } from './meter/index.ts';

export type DType =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint64'
  | 'uint32'
  | 'uint16'
  | 'uint8'
  | 'bool';

/**
 * int64 and uint64 share `Float64Array` with float64 (exact to 2^53), the half precisions `Float32Array` with float32;
 * bool shares `Uint8Array` with uint8.
 */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint32Array
  | Uint16Array
  | Uint8Array;

const arrays = {
  float64: Float64Array,
  float32: Float32Array,
  float16: Float32Array,
  bfloat16: Float32Array,
  int64: Float64Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint64: Float64Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** Returns a zero-filled array that holds `size` elements of `dtype`; the meter is asked first. */
export function allocate(dtype: DType, size: number): TypedArray {
  reserve(size);
  return new arrays[dtype](size);
}

/** Returns whether `dtype` is a floating-point type. */
export function isFloat(dtype: DType): boolean {
  return dtype === 'float64' || dtype === 'float32' || isHalf(dtype);
}

/** Returns whether `dtype` is one of the two floating-point types of 16 bits. */
export function isHalf(dtype: DType): boolean {
  return dtype === 'float16' || dtype === 'bfloat16';
}

/** Returns whether `dtype` is an integer type; bool is not one. */
export function isInteger(dtype: DType): boolean {
  return !isFloat(dtype) && dtype !== 'bool';
}

/** Returns whether `dtype` is an integer type without negative numbers. */
export function isUnsigned(dtype: DType): boolean {
  return dtype.startsWith('u');
}

/** Returns the width of one element in bits; bool takes a byte. */
export function bitsOf(dtype: DType): number {
  return dtype === 'bool' ? 8 : Number(dtype.slice(dtype.search(/\d/)));
}

/**
 * Returns the number that `value` becomes as an element of `dtype`: floats round to the nearest, integers drop the
 * fraction, those of at most 32 bits wrap, bool is 1 for everything but 0 (NaN included), as in both libraries.
 * @throws {NumericError} `integer-range` when an int64 or uint64 would not be exact: NaN, negative numbers in uint64,
 * and what is beyond ±(2^53 − 1).
 */
export function convert(value: number, dtype: DType): number {
  switch (dtype) {
    case 'float64':
      return value;
    case 'float32':
      return Math.fround(value);
    case 'float16':
      return rounded(value, HALF);
    case 'bfloat16':
      return rounded(value, BRAIN);
    case 'int64':
      return exactInteger(value, Number.MIN_SAFE_INTEGER);
    case 'uint64':
      return exactInteger(value, 0);
    case 'int32':
      return value | 0;
    case 'int16':
      return (value << 16) >> 16;
    case 'int8':
      return (value << 24) >> 24;
    case 'uint32':
      return value >>> 0;
    case 'uint16':
      return value & 0xffff;
    case 'uint8':
      return value & 0xff;
    case 'bool':
      return value === 0 ? 0 : 1;
  }
}

/** Returns the integer part of `value`, never −0. */
function exactInteger(value: number, least: number): number {
  const integer = Math.trunc(value) + 0;
  if (!Number.isSafeInteger(integer) || integer < least) {
    throw new NumericError('int64', { kind: 'integer-range', value });
  }
  return integer;
}

/** A binary format: the bits of its fraction, the exponent of its least normal number, and its largest number. */
type Format = { readonly fraction: number; readonly least: number; readonly largest: number };
/** IEEE 754 binary16. */
const HALF: Format = { fraction: 10, least: -14, largest: 65504 };
/** The upper half of a binary32. */
const BRAIN: Format = { fraction: 7, least: -126, largest: (2 - 2 ** -7) * 2 ** 127 };
/** 1.5 · 2^52: adding it to a smaller number leaves no room for a fraction, so that the sum is rounded, ties to even. */
const WHOLE = 1.5 * 2 ** 52;

/** `value` rounded to the nearest number of `format`, ties to the even one; beyond the largest, infinity. */
function rounded(value: number, { fraction, least, largest }: Format): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return value;
  const exponent = Math.max(least, Math.floor(Math.log2(size)));
  const unit = 2 ** (exponent - fraction);
  const near = (size / unit + WHOLE - WHOLE) * unit;
  return Math.sign(value) * (near > largest ? Number.POSITIVE_INFINITY : near);
}

/**
 * Makes freshly computed `data` valid for `dtype` in place. Typed arrays round and wrap on their own when written;
 * only the dtypes that are held in a wider array need this.
 */
export function settle(data: TypedArray, dtype: DType): TypedArray {
  if (dtype === 'int64' || dtype === 'uint64' || dtype === 'bool' || isHalf(dtype)) {
    for (let i = 0; i < data.length; i++) data[i] = convert(data[i] as number, dtype);
  }
  return data;
}
