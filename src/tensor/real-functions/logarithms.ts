/** Logarithms to base 2 and 10, and powers of 2. */
import { expPair, LN2 } from '../elementary/exponential.ts';
import { hasLogarithm, LIFT, log, logPair } from '../elementary/logarithm.ts';
import { divide, multiply, scale } from '../elementary/pair.ts';
import { exponentOf } from './exponent.ts';

/** Returns the logarithm to base 2. */
export function log2(x: number): number {
  return hasLogarithm(x) ? divide(logPair(x), LN2)[0] : Math.log(x);
}

/** log₁₀ 2 in two parts, of which the first has few digits: from fdlibm's e_log10.c. */
const [log10Of2High, log10Of2Low] = [0.30102999566361177, 3.694239077158931e-13];

/** Returns the logarithm to base 10, in the steps of fdlibm's e_log10.c (Sun Microsystems 1993), which the C library takes. */
export function log10(x: number): number {
  if (!hasLogarithm(x)) return Math.log(x);
  if (x < 2 ** -1022) return log10Of(x * 2 ** LIFT, -LIFT);
  return log10Of(x, 0);
}

function log10Of(x: number, lift: number): number {
  const exponent = exponentOf(x);
  const borrowed = exponent + lift < 0 ? 1 : 0;
  const mantissa = x * 2 ** -exponent * 2 ** -borrowed;
  const whole = exponent + lift + borrowed;
  return whole * log10Of2Low + Math.LOG10E * log(mantissa) + whole * log10Of2High;
}

/** 2ˣ. */
export function exp2(x: number): number {
  if (!(Math.abs(x) < 1100)) return 2 ** x;
  const whole = Math.round(x);
  return scale(expPair(multiply([x - whole, 0], LN2)), whole)[0];
}
