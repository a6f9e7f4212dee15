/** Integer operations on bigints, by the names of NumPy's ufuncs. Results are unlimited: whoever stores them wraps. */
import { type DType, isUnsigned } from '../dtype.ts';
import { NumericError } from '../errors.ts';
import { wrapped } from '../exact-integers.ts';

export type ExactBinary = (x: bigint, y: bigint, dtype: DType) => bigint;

/** Returns the largest integer not above x / y; by 0, 0 as in NumPy. */
function floorDivide(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const quotient = x / y;
  return quotient * y !== x && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

/** By squaring, wrapped at each step so that no intermediate product grows. */
function power(base: bigint, exponent: bigint, dtype: DType): bigint {
  if (exponent < 0n) throw new NumericError('power', { kind: 'negative-power' });
  let result = 1n;
  for (let rest = exponent, square = base; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = wrapped(result * square, dtype);
    square = wrapped(square * square, dtype);
  }
  return result;
}

/** Returns the larger of two integers; `Math.max` takes no bigints. */
export function larger(x: bigint, y: bigint): bigint {
  if (x < y) return y;
  return x;
}

/** Returns the smaller of two integers. */
export function smaller(x: bigint, y: bigint): bigint {
  if (x < y) return x;
  return y;
}

const isWithinWord = (places: bigint): boolean => places >= 0n && places < 64n;

export const EXACT_BINARY: ReadonlyMap<string, ExactBinary> = new Map<string, ExactBinary>([
  ['add', (x, y) => x + y],
  ['subtract', (x, y) => x - y],
  ['multiply', (x, y) => x * y],
  ['floor_divide', floorDivide],
  ['remainder', (x, y) => (y === 0n ? 0n : x - floorDivide(x, y) * y)],
  ['power', power],
  ['maximum', larger],
  ['minimum', smaller],
  ['fmax', larger],
  ['fmin', smaller],
  ['bitwise_and', (x, y) => x & y],
  ['bitwise_or', (x, y) => x | y],
  ['bitwise_xor', (x, y) => x ^ y],
  ['left_shift', (x, y) => (isWithinWord(y) ? x << y : 0n)],
  ['right_shift', (x, y) => x >> (isWithinWord(y) ? y : 64n)],
]);

export const EXACT_COMPARISONS: ReadonlyMap<string, (x: bigint, y: bigint) => boolean> = new Map([
  ['equal', (x: bigint, y: bigint) => x === y],
  ['not_equal', (x: bigint, y: bigint) => x !== y],
  ['less', (x: bigint, y: bigint) => x < y],
  ['less_equal', (x: bigint, y: bigint) => x <= y],
  ['greater', (x: bigint, y: bigint) => x > y],
  ['greater_equal', (x: bigint, y: bigint) => x >= y],
]);

const absolute = (x: bigint): bigint => (x < 0n ? -x : x);

export const EXACT_UNARY: ReadonlyMap<string, (x: bigint, dtype: DType) => bigint> = new Map<
  string,
  (x: bigint, dtype: DType) => bigint
>([
  ['negative', (x) => -x],
  ['positive', (x) => x],
  ['absolute', (x, dtype) => (isUnsigned(dtype) ? x : absolute(x))],
  ['square', (x) => x * x],
  ['invert', (x) => ~x],
  ['sign', (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n)],
  ['floor', (x) => x],
  ['ceil', (x) => x],
  ['trunc', (x) => x],
]);
