/** Sine, cosine and tangent of radians, rounded to the nearest double for every argument. */
import { add, divide, multiply, negate, type Pair } from '../elementary/pair.ts';
import { quadrantOf } from './quadrant.ts';

/** 1 / n! with the sign that it has in the series of sine or cosine. */
const coefficients: Pair[] = [[1, 0]];
for (let n = 1; n < 29; n++) {
  const [high, low] = divide(coefficients[n - 1] as Pair, [n, 0]);
  coefficients.push(n % 2 === 0 ? [-high, -low] : [high, low]);
}

/** From this power on, one double holds enough of a term. */
const tail = 15;

/** Returns the terms of the series from `first` (0: cosine, 1: sine) on, in powers of x². */
function series(first: 0 | 1, x: Pair): Pair {
  const square = multiply(x, x);
  let small = 0;
  for (let n = 26 + first; n >= tail; n -= 2) small = small * square[0] + (coefficients[n] as Pair)[0];
  let sum: Pair = [small, 0];
  for (let n = tail - 1 - ((tail - 1 - first) % 2); n >= 0; n -= 2)
    sum = add(coefficients[n] as Pair, multiply(sum, square));
  return first === 0 ? sum : multiply(sum, x);
}

/** Returns the sine and cosine of a finite angle, as pairs. */
export function sineAndCosine(x: number): readonly [sine: Pair, cosine: Pair] {
  const { rest, turns } = quadrantOf(x);
  const [s, c] = [series(1, rest), series(0, rest)];
  if (turns === 0) return [s, c];
  if (turns === 1) return [c, negate(s)];
  return turns === 2 ? [negate(s), negate(c)] : [negate(c), s];
}

/** sin x; nan for what is not finite. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  return Math.abs(x) < 2 ** -27 ? x : sineAndCosine(x)[0][0];
}

/** cos x; nan for what is not finite. */
export function cos(x: number): number {
  return Number.isFinite(x) ? sineAndCosine(x)[1][0] : Number.NaN;
}

/** tan x; nan for what is not finite. */
export function tan(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  return Math.abs(x) < 2 ** -27 ? x : divide(...sineAndCosine(x))[0];
}
