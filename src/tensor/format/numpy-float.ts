/** NumPy's floats: how a column of them lines up, and scalars. */
import { convert, type DType } from '../dtype.ts';
import { type Decimal, fixedDecimals, significantDigits } from './exact-decimal.ts';
import { most, sizeRange } from './measure.ts';
import type { NumpyPrintOptions } from './numpy-options.ts';
import { exponentForm, minusSign, nonFiniteText, positionalForm, withPoint } from './python-float.ts';
import { shortestDigits, shortestDigits16, shortestDigits32 } from './shortest-digits.ts';

/** What all elements of an array share: `left` counts the whole part with its sign, `right` what follows the point. */
type Column = {
  readonly write: (x: number) => string;
  readonly left: number;
  readonly right: number;
};

/**
 * Returns a function that writes any of `values` at the width they share.
 *
 * Exponents are used from 1e8 on, and unless suppressed below 1e-4 or when the largest is over 1000 times the
 * smallest (finite nonzero sizes, compared in the array's own dtype; NumPy's `FloatingFormat`).
 */
export function floatColumn(
  values: readonly number[],
  dtype: DType,
  options: NumpyPrintOptions,
): (x: number) => string {
  const finite = values.filter(Number.isFinite);
  const column = needsExponents(finite, dtype, options)
    ? exponentColumn(finite, dtype, options)
    : positionalColumn(finite, dtype, options);
  const left = leftWidth(values, column, options);
  const width = left + 1 + column.right;
  return (x) => {
    if (!Number.isFinite(x)) return nonFiniteElement(x, options).padStart(width);
    const text = column.write(x);
    return (' '.repeat(left - text.indexOf('.')) + text).padEnd(width);
  };
}

function needsExponents(values: readonly number[], dtype: DType, { suppress }: NumpyPrintOptions): boolean {
  const { smallest, largest } = sizeRange(values);
  const round = (x: number): number => convert(x, dtype);
  return largest >= 1e8 || (!suppress && (smallest < round(1e-4) || round(largest / smallest) > 1000));
}

function positionalColumn(
  finite: readonly number[],
  dtype: DType,
  { floatmode, precision, sign }: NumpyPrintOptions,
): Column {
  const signed = (x: number, digits: string): string =>
    signText(x, sign) + (digits.includes('.') ? digits : `${digits}.`);
  if (floatmode === 'fixed') return columnOf(finite, (x) => signed(x, fixedDecimals(x, precision)));
  const limit = floatmode === 'unique' ? undefined : precision;
  const column = columnOf(finite, (x) => signed(x, withoutZeros(positionalDigits(x, dtype, limit))));
  if (floatmode !== 'maxprec_equal') return column;
  return { ...column, write: (x) => signed(x, decimalsOf(x, shortest(x, dtype), column.right)) };
}

/** Shortest digits, at least to the ones and at most `precision` decimals. */
function positionalDigits(x: number, dtype: DType, precision: number | undefined): string {
  const decimal = shortest(x, dtype);
  const places = Math.max(0, decimal.digits.length - 1 - decimal.exponent);
  return decimalsOf(x, decimal, Math.min(places, precision ?? places));
}

/** So many decimals: shortest digits when they are that long, else, shorter or longer, the exact value rounded. */
function decimalsOf(x: number, decimal: Decimal, places: number): string {
  if (decimal.digits.length - 1 - decimal.exponent === places) return positionalForm(decimal);
  return fixedDecimals(x, places);
}

function withoutZeros(text: string): string {
  return text.replace(/(\.\d*?)0+$/, '$1');
}

function exponentColumn(
  finite: readonly number[],
  dtype: DType,
  { floatmode, precision, sign }: NumpyPrintOptions,
): Column {
  const limit = floatmode === 'unique' ? undefined : precision;
  const decimals = finite.map((x) => exponentDigits(x, dtype, limit));
  const fraction = floatmode === 'fixed' ? precision : most(decimals, ({ digits }) => digits.length - 1);
  const exponentSize = Math.max(
    2,
    most(decimals, ({ exponent }) => String(Math.abs(exponent)).length),
  );
  const write = (x: number): string => {
    const count = fraction + 1;
    const decimal =
      floatmode === 'fixed' ? significantDigits(x, count) : significantOf(x, shortest(x, dtype), count);
    const text = exponentForm(decimal, exponentSize);
    return signText(x, sign) + (fraction === 0 ? text.replace('e', '.e') : text);
  };
  return columnOf(finite, write);
}

/** Shortest digits, cut to `precision` after the first, without trailing zeros. */
function exponentDigits(x: number, dtype: DType, precision: number | undefined): Decimal {
  const decimal = shortest(x, dtype);
  const count = decimal.digits.length;
  const { digits, exponent } = significantOf(x, decimal, Math.min(count, (precision ?? count) + 1));
  return { digits: digits.replace(/(?<=.)0+$/, ''), exponent };
}

/** So many digits: shortest digits when they are that many, else, fewer or more, the exact value rounded. */
function significantOf(x: number, decimal: Decimal, count: number): Decimal {
  return decimal.digits.length === count ? decimal : significantDigits(x, count);
}

function shortest(x: number, dtype: DType): Decimal {
  if (dtype === 'float16') return shortestDigits16(x);
  return dtype === 'float32' ? shortestDigits32(x) : shortestDigits(x);
}

/** Returns the column in which `write` puts the values. */
function columnOf(finite: readonly number[], textOf: Column['write']): Column {
  const texts = finite.map(textOf);
  const known = new Map(finite.map((x, place) => [x, texts[place]]));
  return {
    // What was measured is written next. A Map takes 0 and -0 for one key.
    write: (x) => (x === 0 ? undefined : known.get(x)) ?? textOf(x),
    left: most(texts, (text) => text.indexOf('.')),
    right: most(texts, (text) => text.length - 1 - text.indexOf('.')),
  };
}

/** Returns the whole part's width, widened by sign ' ' when no sign shows, and by nan and inf only when they must. */
function leftWidth(values: readonly number[], column: Column, options: NumpyPrintOptions): number {
  const { sign, nanstr, infstr } = options;
  const finite = values.filter(Number.isFinite);
  const anyMinus = finite.some((x) => minusSign(x) !== '');
  const left = column.left + (sign === ' ' && !anyMinus ? 1 : 0);
  if (finite.length === values.length) return left;
  const signedInf = sign !== '-' || values.includes(Number.NEGATIVE_INFINITY) ? 1 : 0;
  const room = column.right + 1;
  return Math.max(left, nanstr.length - room, infstr.length + signedInf - room);
}

function nonFiniteElement(x: number, { sign, nanstr, infstr }: NumpyPrintOptions): string {
  return signText(x, sign) + (Number.isNaN(x) ? nanstr : infstr);
}

function signText(x: number, sign: NumpyPrintOptions['sign']): string {
  return minusSign(x) || (sign === '+' ? '+' : '');
}

/** Returns the bare text of a float scalar: shortest digits of its dtype, positional for sizes from 1e-4 up to 1e16. */
export function floatScalar(x: number, dtype: DType): string {
  const nonFinite = nonFiniteText(x);
  if (nonFinite !== undefined) return nonFinite;
  const size = Math.abs(x);
  const decimal = shortest(x, dtype);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return minusSign(x) + exponentForm(decimal);
  return minusSign(x) + withPoint(positionalForm(decimal));
}
