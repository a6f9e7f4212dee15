import { type FormattedNumber, formatNumber, numberText, relation } from '../../explain/index.ts';

/** A number, a vector, or the rows of a matrix. */
export type Value = number | readonly Value[];

/** "[3, −2]" for a vector; it is exact when all its entries are. */
function written(value: Value, decimals?: number): FormattedNumber {
  if (typeof value === 'number') return formatNumber(value, decimals);
  const entries = value.map((entry) => written(entry, decimals));
  return {
    text: `[${entries.map(({ text }) => text).join(', ')}]`,
    exact: entries.every(({ exact }) => exact),
  };
}

/** "5" or "about 3.6056", as a value stands in a sentence. */
export function about(value: Value, decimals?: number): string {
  const { text, exact } = written(value, decimals);
  return exact ? text : `about ${text}`;
}

/** Returns a value that stands alone: "5" or "≈ 3.6056". */
export function rounded(value: Value, decimals?: number): string {
  const { text, exact } = written(value, decimals);
  return exact ? text : `≈ ${text}`;
}

/** "= 5" or "≈ 3.6056": a value after the sign that it allows. */
export function equals(value: Value, decimals?: number): string {
  const number = written(value, decimals);
  return `${relation(number)} ${number.text}`;
}

/** Returns the sign before values that are drawn as matrices: "=" when all of them are shown whole. */
export function relationOf(values: readonly number[]): '=' | '≈' {
  return relation(written(values));
}

const DEGREE_DECIMALS = 2;

/** "90°" or "≈ 42.27°". */
export function degreesText(degrees: number): string {
  return `${rounded(degrees, DEGREE_DECIMALS)}°`;
}

/** "90°" or "about 42.27°", in a sentence. */
export function aboutDegrees(degrees: number): string {
  return `${about(degrees, DEGREE_DECIMALS)}°`;
}

/** "(4, 2)" and "(2,)": a shape as Python writes it. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** Returns the cells of a matrix as they are read. */
export function cellTexts(rows: readonly (readonly number[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map((value) => numberText(value)));
}

/** Names counted from 0: n0, n1, n2. */
export function counted(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => `${letter}${k}`);
}
