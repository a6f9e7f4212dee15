/**
 * Sine and cosine of an angle within one turn, rounded to the nearest double nearly always, as the C library rounds them;
 * JavaScript engines differ from it in one case of ten.
 */
import { add, inverseFactorials, multiply, type Pair } from '../elementary/index.ts';

/** A quarter of a turn as a sum of two doubles. */
const QUARTER: Pair = [Math.PI / 2, 6.123233995736766e-17];
/** The series go up to this power of an angle of at most an eighth of a turn. */
const POWERS = 24;

/** Returns the cosine and the sine of `angle`, from 0 to 2π. */
export function pointAt(angle: number): { readonly cos: number; readonly sin: number } {
  const quarters = Math.round(angle / (Math.PI / 2));
  const rest = add([angle, 0], multiply([-quarters, 0], QUARTER));
  const [x, y] = [series(rest, 0), series(rest, 1)];
  switch (quarters % 4) {
    case 1:
      return { cos: -y, sin: x };
    case 2:
      return { cos: -x, sin: -y };
    case 3:
      return { cos: y, sin: -x };
    default:
      return { cos: x, sin: y };
  }
}

/** Returns the even (0) or odd (1) terms of the power series of e to the power i·angle: the cosine or the sine. */
function series(angle: Pair, first: 0 | 1): number {
  const square = multiply(angle, angle);
  const negative: Pair = [-square[0], -square[1]];
  let sum: Pair = [0, 0];
  for (let n = POWERS - 2 + first; n >= first; n -= 2)
    sum = add(inverseFactorials[n] as Pair, multiply(sum, negative));
  return first === 0 ? sum[0] : multiply(sum, angle)[0];
}
