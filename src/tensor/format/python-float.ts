/** Python's `repr(float)`, and the layout of decimal digits it shares with NumPy's scalars. */
import type { Decimal } from './exact-decimal.ts';
import { shortestDigits } from './shortest-digits.ts';

/** `d.ddd…e±XX`: the exponent has a sign and at least two digits, as in C. */
export function exponentForm({ digits, exponent }: Decimal, exponentDigits = 2): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(exponentDigits, '0');
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

/** Returns all the digits without an exponent; no point when there is no fraction. */
export function positionalForm({ digits, exponent }: Decimal): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `-` for negative numbers, negative zero included; never for nan. */
export function minusSign(x: number): string {
  return x < 0 || Object.is(x, -0) ? '-' : '';
}

/** `nan`, `inf` or `-inf` as Python and PyTorch write them; undefined for finite numbers. */
export function nonFiniteText(x: number): string | undefined {
  if (Number.isFinite(x)) return undefined;
  return Number.isNaN(x) ? 'nan' : `${minusSign(x)}inf`;
}

/**
 * Python's `repr` (and `str`) of a float: the shortest digits that read back equal, positional for exponents from −4
 * to 15, with at least one digit after the point (`float.__repr__`, format code `r`).
 *
 * @example pythonFloatRepr(1) is '1.0', pythonFloatRepr(1e16) is '1e+16', pythonFloatRepr(-0) is '-0.0'
 */
export function pythonFloatRepr(x: number): string {
  const nonFinite = nonFiniteText(x);
  if (nonFinite !== undefined) return nonFinite;
  const decimal = shortestDigits(x);
  if (decimal.exponent < -4 || decimal.exponent >= 16) return minusSign(x) + exponentForm(decimal);
  return minusSign(x) + withPoint(positionalForm(decimal));
}

/** Adds `.0` to digits that have no point. */
export function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`;
}
