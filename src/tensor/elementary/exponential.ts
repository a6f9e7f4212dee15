/** Powers of e and of 2, rounded to the nearest double, as the C library rounds them in all but a few cases of a thousand. */
import { add, divide, multiply, type Pair, scale } from './pair.ts';

export const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];

/** 1 / n! for n from 0 to 24. */
export const inverseFactorials: Pair[] = [[1, 0]];
for (let n = 1; n < 25; n++) inverseFactorials.push(divide(inverseFactorials[n - 1] as Pair, [n, 0]));

/** From this term on, a term of the series is so small that one double holds enough of it. */
const tail = 13;

/** Beyond these, eˣ is infinite or 0 as a double. */
const [largest, smallest] = [709.79, -745.2];

/** eˣ for a pair x: x less a multiple of ln 2, the power series, then doubled as often. */
export function expPair(x: Pair): Pair {
  const doublings = Math.round(x[0] / Math.LN2);
  const rest = add(x, multiply([-doublings, 0], LN2));
  let small = 0;
  for (let n = 24; n >= tail; n--) small = small * rest[0] + (inverseFactorials[n] as Pair)[0];
  let sum: Pair = [small, 0];
  for (let n = tail - 1; n >= 0; n--) sum = add(inverseFactorials[n] as Pair, multiply(sum, rest));
  return scale(sum, doublings);
}

/** eˣ of a pair as a double: also infinite, 0 or nan. */
export function roundedExp(x: Pair): number {
  if (x[0] > largest) return Number.POSITIVE_INFINITY;
  if (x[0] < smallest) return 0;
  return Number.isNaN(x[0]) ? x[0] : expPair(x)[0];
}

/** eˣ. */
export const exp = (x: number): number => roundedExp([x, 0]);
