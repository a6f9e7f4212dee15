/** How PyTorch writes one element of a tensor, by dtype and the values shown. */
import { type DType, isFloat } from '../dtype.ts';
import { fixedDecimals, significantDigits } from './exact-decimal.ts';
import { most, sizeRange } from './measure.ts';
import { exponentForm, minusSign, nonFiniteText } from './python-float.ts';
import type { TorchPrintOptions } from './torch-options.ts';

/** Writes an element at least `width` wide, right-aligned; a special value may be wider. */
export type TorchColumn = { readonly width: number; readonly write: (x: number) => string };

/** Returns the column of the shown `values`. */
export function torchColumn(
  dtype: DType,
  values: readonly number[],
  options: TorchPrintOptions,
): TorchColumn {
  if (isFloat(dtype)) return floatColumn(values, options);
  const text = (x: number): string => (dtype === 'bool' ? (x ? 'True' : 'False') : String(x));
  return column(values, text);
}

/**
 * Only finite nonzero values decide: their sizes whether there are exponents, being all whole whether decimals are
 * left out, and their lengths the width, which is why 0, nan and inf never widen a column.
 */
function floatColumn(values: readonly number[], { precision, sci_mode }: TorchPrintOptions): TorchColumn {
  const deciding = values.filter((x) => Number.isFinite(x) && x !== 0);
  const whole = deciding.every(Number.isInteger);
  const integral = (x: number): string => `${fixed(x, 0)}${Number.isFinite(x) ? '.' : ''}`;
  const decimal = (x: number): string => fixed(x, precision);
  const scientific = (x: number): string => exponents(x, precision);
  const plain = whole ? integral : decimal;
  const own = needsExponents(deciding, whole) ? scientific : plain;
  if (deciding.length === 0 || sci_mode === undefined) return column(deciding, own);
  // Forcing or forbidding exponents comes too late for the width, which stays that of the values' own form.
  return column(deciding, own, sci_mode ? scientific : plain);
}

/** Exponents over 1e8 or over a range of 1000, and for fractions below 1e-4 (judged in double precision). */
function needsExponents(deciding: readonly number[], whole: boolean): boolean {
  const { smallest, largest } = sizeRange(deciding);
  return largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
}

/** As wide as `measured` makes the widest of `values`. */
function column(
  values: readonly number[],
  measured: (x: number) => string,
  text: (x: number) => string = measured,
): TorchColumn {
  const width = Math.max(
    1,
    most(values, (x) => measured(x).length),
  );
  return { width, write: (x) => text(x).padStart(width) };
}

function fixed(x: number, decimals: number): string {
  return nonFiniteText(x) ?? minusSign(x) + fixedDecimals(x, decimals);
}

function exponents(x: number, decimals: number): string {
  return nonFiniteText(x) ?? minusSign(x) + exponentForm(significantDigits(x, decimals + 1));
}
