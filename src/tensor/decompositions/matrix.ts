import { reserve } from '../meter/index.ts';

/** A matrix of doubles, row by row: what the decompositions work on. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

export function matrix(rows: number, columns: number): Matrix {
  reserve(rows * columns);
  return { rows, columns, data: new Float64Array(rows * columns) };
}

export const at = ({ columns, data }: Matrix, i: number, j: number): number =>
  data[i * columns + j] as number;

export function put({ columns, data }: Matrix, i: number, j: number, value: number): void {
  data[i * columns + j] = value;
}

export function copyOf({ rows, columns, data }: Matrix): Matrix {
  reserve(data.length);
  return { rows, columns, data: data.slice() };
}

export function identity(size: number): Matrix {
  const made = matrix(size, size);
  for (let i = 0; i < size; i++) put(made, i, i, 1);
  return made;
}

export function transposed(a: Matrix): Matrix {
  const made = matrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) put(made, j, i, at(a, i, j));
  return made;
}

/** Returns the first `columns` columns. */
export function leading(a: Matrix, columns: number): Matrix {
  const made = matrix(a.rows, columns);
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < columns; j++) put(made, i, j, at(a, i, j));
  return made;
}

/** As many numbers are passed to `Math.hypot` at once: each takes room on the stack. */
const MOST_ARGUMENTS = 4096;

/** Returns the Euclidean length of a vector of any size. */
export function lengthOf(vector: readonly number[]): number {
  if (vector.length <= MOST_ARGUMENTS) return Math.hypot(...vector);
  const parts: number[] = [];
  for (let from = 0; from < vector.length; from += MOST_ARGUMENTS)
    parts.push(Math.hypot(...vector.slice(from, from + MOST_ARGUMENTS)));
  return lengthOf(parts);
}
