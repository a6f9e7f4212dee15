import { roundedExp } from './exponential.ts';
import { logPair } from './logarithm.ts';
import { multiply } from './pair.ts';

/** xʸ by the rules of IEEE 754 (as JavaScript's `**`, but 1 and (−1)^±∞ to any power is 1), rounded to the nearest double. */
export function pow(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY)) return 1;
  const near = x ** y;
  // The engine decides only what is infinite, 0, nan, or the base itself.
  if (!Number.isFinite(near) || near === 0 || y === 1 || x === 0 || x === -1) return near;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  const size = roundedExp(multiply(logPair(Math.abs(x)), [y, 0]));
  return near < 0 ? -size : size;
}
