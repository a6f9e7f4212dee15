/** Operations on two operands that few programs need: an entry of its own beside the core. */
import { binary } from '../binary.ts';
import type { DType } from '../dtype.ts';
import { isFloat } from '../dtype.ts';
import { exp, pow } from '../elementary/index.ts';
import type { Rules } from '../promotion.ts';
import { exp2, log1p } from '../real-functions/index.ts';

/** The remainder with the sign of the dividend, as C's fmod; of whole numbers by 0 it is 0. */
export const fmod = binary('fmod', (dtype) => ({
  kernel: isFloat(dtype) ? (x, y) => x % y : (x, y) => (y === 0 ? 0 : (x % y) + 0),
}));

/** Returns the greatest common divisor by Euclid's algorithm, never negative. */
function greatestDivisor(x: number, y: number): number {
  let [a, b] = [Math.abs(x), Math.abs(y)];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
export const gcd = binary('gcd', () => ({ kernel: greatestDivisor }));

/** The least common multiple; 0 where an operand is 0. */
export const lcm = binary('lcm', () => ({
  kernel: (x, y) => (x === 0 || y === 0 ? 0 : Math.abs((x / greatestDivisor(x, y)) * y)),
}));

const floating = (dtype: DType, rules: Rules) => ({ compute: rules.floating(dtype) });
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** The size of the first operand with the sign of the second. */
export const copysign = binary('copysign', (dtype, rules) => ({
  ...floating(dtype, rules),
  kernel: (x, y) => (isNegative(y) ? -Math.abs(x) : Math.abs(x)),
}));

const doubles = new Float64Array(1);
const doubleBits = new BigInt64Array(doubles.buffer);
const singles = new Float32Array(1);
const singleBits = new Int32Array(singles.buffer);

/** Returns the neighbour of `x` among the float64 numbers on the way to `y`: its bits counted as a whole number are one apart. */
function neighbour(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  doubles[0] = x;
  doubleBits[0] = (doubleBits[0] as bigint) + (x > y === x > 0 ? -1n : 1n);
  return doubles[0];
}

/** As `neighbour`, among the float32 numbers. */
function singleNeighbour(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  singles[0] = x;
  singleBits[0] = (singleBits[0] as number) + (x > y === x > 0 ? -1 : 1);
  return singles[0];
}

/** The next number that the dtype holds after the first operand, towards the second. */
export const nextafter = binary('nextafter', (dtype, rules) => {
  const compute = rules.floating(dtype);
  return { compute, kernel: compute === 'float32' ? singleNeighbour : neighbour };
});

const LOG2_E = Math.LOG2E;

/** ln(eˣ + eʸ) without overflow. */
export const logaddexp = binary('logaddexp', (dtype, rules) => ({
  ...floating(dtype, rules),
  kernel: (x, y) => {
    if (x === y) return x + Math.LN2;
    const apart = x - y;
    if (apart > 0) return x + log1p(exp(-apart));
    return apart <= 0 ? y + log1p(exp(apart)) : apart;
  },
}));

/** log₂(2ˣ + 2ʸ) without overflow. */
export const logaddexp2 = binary('logaddexp2', (dtype, rules) => ({
  ...floating(dtype, rules),
  kernel: (x, y) => {
    if (x === y) return x + 1;
    const apart = x - y;
    if (apart > 0) return x + LOG2_E * log1p(exp2(-apart));
    return apart <= 0 ? y + LOG2_E * log1p(exp2(apart)) : apart;
  },
}));

/** The power in float64. */
export const floatPower = binary('float_power', () => ({ compute: 'float64', kernel: pow }));

/** x · 2ʸ. */
export const ldexp = binary('ldexp', (dtype, rules) => ({
  ...floating(dtype, rules),
  // In two steps, so that a factor beyond the range of floats does not make of a small result 0 or infinity.
  kernel: (x, y) => {
    const half = Math.trunc(y / 2);
    return x * 2 ** half * 2 ** (y - half);
  },
}));
