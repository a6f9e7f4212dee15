import { numberText, relation, shown } from '../../explain/index.ts';

/** "[3, −2]", as a vector stands in a sentence. */
export function vectorText(values: readonly number[]): string {
  return `[${values.map((value) => numberText(value)).join(', ')}]`;
}

/** "42.27°". */
export function degreesText(degrees: number): string {
  return `${numberText(degrees, 2)}°`;
}

/** "= 5" or "≈ 3.6056": a number after the sign that it allows. */
export function equals(value: number, decimals?: number): string {
  const number = shown(value, decimals);
  return `${relation(number)} ${number.text}`;
}

/** "(4, 2)" and "(2,)": a shape as Python writes it. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** The cells of a matrix as they are read. */
export function cellTexts(rows: readonly (readonly number[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map((value) => numberText(value)));
}

/** Names counted from 0: n0, n1, n2. */
export function counted(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => `${letter}${k}`);
}
