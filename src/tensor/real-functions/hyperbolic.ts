/** Hyperbolic functions and their inverses, in the steps of fdlibm (Sun Microsystems 1993) that the C library takes. */
import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { expm1, log1p } from './growth.ts';

/** From here on e⁻ˣ adds nothing to eˣ. */
const large = 22;

/** The logarithm of the largest double. */
const overflow = 709.782712893384;

/** Half of e to the power of a large size, which may overflow although the half does not. */
function halfExp(size: number): number {
  if (size <= overflow) return 0.5 * exp(size);
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

/** sinh x. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (!(size >= 2 ** -28)) return x;
  if (size >= large) return 2 * half * halfExp(size);
  const t = expm1(size);
  return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

/** cosh x. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -55) return 1;
  if (!(size < large)) return halfExp(size);
  if (size < 0.5 * Math.LN2) {
    const t = expm1(size);
    const power = 1 + t;
    return 1 + (t * t) / (power + power);
  }
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}

/** tanh x. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -55)) return x;
  const value = tanhOf(size);
  return x < 0 ? -value : value;
}

function tanhOf(size: number): number {
  if (size >= large) return 1;
  if (size >= 1) return 1 - 2 / (expm1(2 * size) + 2);
  const t = expm1(-2 * size);
  return -t / (t + 2);
}

/** arsinh x. */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -28)) return x;
  const value = asinhOf(size);
  return x < 0 ? -value : value;
}

function asinhOf(size: number): number {
  if (size > 2 ** 28) return log(size) + Math.LN2;
  if (size > 2) return log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  const square = size * size;
  return log1p(size + square / (1 + Math.sqrt(1 + square)));
}

/** arcosh x; nan below 1. */
export function acosh(x: number): number {
  if (!(x >= 1)) return Number.NaN;
  if (x >= 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** artanh x; ±∞ for ±1, nan beyond. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1) || size < 2 ** -28) return size < 2 ** -28 ? x : Math.atanh(x);
  const twice = size + size;
  const value =
    size < 0.5 ? 0.5 * log1p(twice + (twice * size) / (1 - size)) : 0.5 * log1p(twice / (1 - size));
  return x < 0 ? -value : value;
}
