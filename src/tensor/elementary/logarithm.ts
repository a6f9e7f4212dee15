/** Logarithms, rounded as the C library rounds them. */
import { expPair, LN2 } from './exponential.ts';
import { add, multiply, type Pair, sumOf } from './pair.ts';

/** A subnormal x times 2^54 is normal, and a large one divided by it can be split into halves. */
export const LIFT = 54;

/** Returns the natural logarithm of a finite x above 0, as a pair. */
export function logPair(x: number): Pair {
  if (x < 2 ** -1000) return add(logPair(x * 2 ** LIFT), multiply([-LIFT, 0], LN2));
  if (x > 2 ** 990) return add(logPair(x / 2 ** LIFT), multiply([LIFT, 0], LN2));
  const near = Math.log(x);
  // x · e⁻ⁿᵉᵃʳ is 1 plus, almost exactly, what is missing. Halves of the power, because the whole may overflow.
  const inverse = expPair([-near / 2, 0]);
  const [high, low] = multiply(multiply([x, 0], inverse), inverse);
  const missing = high - 1 + low;
  return sumOf(near, missing - (missing * missing) / 2);
}

/** Returns whether a double has a logarithm that is neither infinite nor nan. */
export const hasLogarithm = (x: number): boolean => x > 0 && x < Number.POSITIVE_INFINITY;

/** Returns the natural logarithm of x: −∞ for 0, nan below. */
export const log = (x: number): number => (hasLogarithm(x) ? logPair(x)[0] : Math.log(x));
