/** The cube root and the length of a vector of two. */

import { add, multiply, type Pair } from '../elementary/pair.ts';
import { exponentOf } from './exponent.ts';

/** Sizes of the coefficients, whose signs alternate, of the polynomial that approximates ∛m for 0.5 ≤ m < 1, highest first: glibc's s_cbrt.c (Ulrich Drepper 1997). */
const CBRT = [
  0.14526389938548637, 0.7849323449766392, 1.8346927748361308, 2.4469312256353444, 2.114994941673713,
  1.508191937815849,
];
const CBRT_CONSTANT = 0.35489576504391984;

/** ∛2 and ∛4. */
const [root2, root4] = [1.2599210498948732, 1.5874010519681996];

/** ∛(2^remainder), by remainder from −2 to 2. */
const FACTORS = [1 / root4, 1 / root2, 1, root2, root4];

/** ∛x, in the steps of the C library, which are one digit off in half of the cases. */
export function cbrt(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || !Number.isFinite(x)) return x;
  if (size < 2 ** -1000) return cbrt(x * 2 ** 54) / 2 ** 18;
  const exponent = exponentOf(size) + 1;
  const mantissa = (size / 2 ** (exponent - 1)) * 0.5;
  const near = CBRT_CONSTANT + CBRT.reduce((sum, coefficient) => coefficient - sum * mantissa) * mantissa;
  const cube = near * near * near;
  const remainder = exponent % 3;
  const root = ((near * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * (FACTORS[2 + remainder] as number);
  return Math.sign(x) * root * 2 ** ((exponent - remainder) / 3);
}

/** ∛x rounded to the nearest double, as NumPy's vector functions give it. */
export function nearestCbrt(x: number): number {
  const near = cbrt(x);
  if (near === 0 || !Number.isFinite(near) || Math.abs(x) < 2 ** -900 || Math.abs(x) > 2 ** 900) return near;
  const root: Pair = [near, 0];
  const [excess] = add(multiply(multiply(root, root), root), [-x, 0]);
  return near - excess / (3 * near * near);
}

/** √(x² + y²) without overflow, as glibc's e_hypot.c (Borges 2019, https://doi.org/10.1145/3428446). */
export function hypot(x: number, y: number): number {
  if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  const [long, short] = Math.abs(x) < Math.abs(y) ? [Math.abs(y), Math.abs(x)] : [Math.abs(x), Math.abs(y)];
  if (long > 2 ** 511) {
    if (short <= long * 2 ** -54) return long + short;
    return length(long * 2 ** -600, short * 2 ** -600) * 2 ** 600;
  }
  if (short < 2 ** -459) {
    if (long >= short * 2 ** 54) return long + short;
    return length(long * 2 ** 600, short * 2 ** 600) * 2 ** -600;
  }
  return short <= long * 2 ** -54 ? long + short : length(long, short);
}

/** Returns the square root, less the half of what its square has too much. */
function length(long: number, short: number): number {
  const near = Math.sqrt(long * long + short * short);
  return near - excess(near, long, short) / (2 * near);
}

function excess(near: number, long: number, short: number): number {
  if (near <= 2 * short) {
    const delta = near - short;
    return long * (2 * delta - long) + (delta - 2 * (long - short)) * delta;
  }
  const delta = near - long;
  return 2 * delta * (long - 2 * short) + ((4 * delta - short) * short + delta * delta);
}
