/**
 * eˣ − 1 and ln(1 + x), exact for small x, in the steps of fdlibm's s_expm1.c and s_log1p.c (Sun Microsystems 1993), which
 * the C library takes: their last digit is not always the nearest, and the real Python shows that digit.
 */
import { exponentOf } from './exponent.ts';

/** ln 2 in two parts, of which the first has few digits. */
const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];

/** Coefficients of the rational approximation of eˣ − 1 near 0: Q1 to Q5 of s_expm1.c. */
const [Q1, Q2, Q3, Q4, Q5] = [
  -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
  -2.0109921818362437e-7,
];

/** eˣ − 1. */
export function expm1(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -54 || Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -56 * Math.LN2) return -1;
  const { rest, correction, doublings } = reduced(x, size);
  const half = 0.5 * rest;
  const square = rest * half;
  const fourth = square * square;
  const r = 1 + square * Q1 + fourth * (Q2 + square * Q3) + fourth * fourth * (Q4 + square * Q5);
  const t = 3 - r * half;
  const e = square * ((r - t) / (6 - rest * t));
  if (doublings === 0) return rest - (rest * e - square);
  return restored(rest, rest * (e - correction) - correction - square, doublings);
}

type Reduced = { readonly rest: number; readonly correction: number; readonly doublings: number };

/** x less the nearest multiple of ln 2, and what rounding took from that. */
function reduced(x: number, size: number): Reduced {
  if (size <= 0.5 * Math.LN2) return { rest: x, correction: 0, doublings: 0 };
  const doublings = size < 1.5 * Math.LN2 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + (x > 0 ? 0.5 : -0.5));
  const high = x - doublings * ln2High;
  const low = doublings * ln2Low;
  const rest = high - low;
  return { rest, correction: high - rest - low, doublings };
}

/** (e^rest, less an error) · 2^doublings − 1. */
function restored(rest: number, error: number, doublings: number): number {
  if (doublings === -1) return 0.5 * (rest - error) - 0.5;
  if (doublings === 1) return rest < -0.25 ? -2 * (error - (rest + 0.5)) : 1 + 2 * (rest - error);
  if (doublings <= -2 || doublings > 56) {
    const y = 1 - (error - rest);
    return (doublings === 1024 ? y * 2 * 2 ** 1023 : y * 2 ** doublings) - 1;
  }
  const inverse = 2 ** -doublings;
  const y = doublings < 20 ? 1 - inverse - (error - rest) : rest - (error + inverse) + 1;
  return y * 2 ** doublings;
}

/** Coefficients of the series in s² where s = f / (2 + f): Lp1 to Lp7 of s_log1p.c. */
const [L1, L2, L3, L4, L5, L6, L7] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];

/** √2 − 1 and √2/2 − 1 as s_log1p.c compares them, by their upper 32 bits. */
const [upper, lower] = [0.4142136573791504, -0.2928934097290039];

/** ln(1 + x): −∞ for −1, nan below. */
export function log1p(x: number): number {
  const size = Math.abs(x);
  if (!(x > -1) || x === Number.POSITIVE_INFINITY) return Math.log1p(x);
  if (size < 2 ** -54) return x;
  if (size < 2 ** -29) return x - x * x * 0.5;
  if (x > lower && x < upper) return logOf({ fraction: x, doublings: 0, correction: 0 });
  return logOf(normalised(x));
}

type Normalised = { readonly fraction: number; readonly doublings: number; readonly correction: number };

/** 1 + x as (1 + fraction) · 2^doublings with a fraction in about [−0.29, 0.41), and what rounding took from 1 + x. */
function normalised(x: number): Normalised {
  const whole = x < 2 ** 53 ? 1 + x : x;
  const exponent = exponentOf(whole);
  const correction = x < 2 ** 53 ? (exponent > 0 ? 1 - (whole - x) : x - (whole - 1)) / whole : 0;
  const mantissa = whole / 2 ** exponent;
  const halved = mantissa >= 1 + upper;
  return {
    fraction: (halved ? mantissa / 2 : mantissa) - 1,
    doublings: exponent + (halved ? 1 : 0),
    correction,
  };
}

function logOf({ fraction: f, doublings: k, correction }: Normalised): number {
  const halfSquare = 0.5 * f * f;
  if (Math.abs(f) < 2 ** -20) {
    if (f === 0) return k * ln2High + (correction + k * ln2Low);
    const R = halfSquare * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - R : k * ln2High - (R - (k * ln2Low + correction) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const R = z * L1 + z2 * (L2 + z * L3) + z4 * (L4 + z * L5) + z4 * z2 * (L6 + z * L7);
  if (k === 0) return f - (halfSquare - s * (halfSquare + R));
  return k * ln2High - (halfSquare - (s * (halfSquare + R) + (k * ln2Low + correction)) - f);
}
