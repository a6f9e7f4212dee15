/**
 * Inverse trigonometric functions, rounded to the nearest double: the engine's own result, corrected by what the sine and
 * cosine of it miss. So the results do not depend on the engine.
 */
import { add, divide, multiply, negate, type Pair, sumOf } from '../elementary/pair.ts';
import { sineAndCosine } from './trigonometric.ts';

/** Below this size the angle and its sine or tangent are the same double. */
const tiny = 2 ** -27;

const corrected = (near: number, correction: Pair): number => {
  const [high, low] = sumOf(near, correction[0]);
  return high + (low + correction[1]);
};

/** arcsin x; nan beyond ±1. */
export function asin(x: number): number {
  const near = Math.asin(x);
  if (!(Math.abs(x) >= tiny) || Math.abs(x) >= 1) return Math.abs(x) < tiny ? x : near;
  const [sine, cosine] = sineAndCosine(near);
  return corrected(near, divide(add([x, 0], negate(sine)), cosine));
}

/** arccos x; nan beyond ±1. */
export function acos(x: number): number {
  const near = Math.acos(x);
  if (!(Math.abs(x) < 1)) return near;
  const [sine, cosine] = sineAndCosine(near);
  return corrected(near, divide(add(cosine, [-x, 0]), sine));
}

/** arctan x. */
export function atan(x: number): number {
  return Math.abs(x) < tiny || !Number.isFinite(x) ? (Math.abs(x) < tiny ? x : Math.atan(x)) : atan2(x, 1);
}

/** Returns the angle of the point (x, y) from the x axis, in (−π, π]; the sign of a zero tells on which side of a cut it lies. */
export function atan2(y: number, x: number): number {
  const near = Math.atan2(y, x);
  if (!Number.isFinite(x) || !Number.isFinite(y) || y === 0 || x === 0) return near;
  // The largest size becomes about 1, so that products neither overflow nor vanish.
  const size =
    2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(Math.max(Math.abs(x), Math.abs(y))))));
  const [b, a] = [y / size, x / size];
  if (Math.abs(near) < 2 ** -500 || Math.abs(b) < 2 ** -500) return near;
  const [sine, cosine] = sineAndCosine(near);
  const across = add(multiply([b, 0], cosine), negate(multiply([a, 0], sine)));
  const along = add(multiply([a, 0], cosine), multiply([b, 0], sine));
  return corrected(near, divide(across, along));
}
