/** Returns x for which erf x = y: a first guess, then Newton's steps with the error function itself. */
import { erf } from '../../../../tensor/real-functions/index.ts';

/** Of Winitzki's approximation, https://en.wikipedia.org/wiki/Error_function#Approximation_with_elementary_functions. */
const SHAPE = 0.147;

export function inverseErf(y: number): number {
  if (Number.isNaN(y) || Math.abs(y) > 1) return Number.NaN;
  if (Math.abs(y) === 1) return y * Number.POSITIVE_INFINITY;
  const log = Math.log(1 - y * y);
  const half = 2 / (Math.PI * SHAPE) + log / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(half * half - log / SHAPE) - half);
  // The slope of erf is 2/√π · exp(−x²). Three steps double the digits beyond those of a float64.
  for (let step = 0; step < 3; step++) x -= ((erf(x) - y) * Math.sqrt(Math.PI) * Math.exp(x * x)) / 2;
  return x;
}
