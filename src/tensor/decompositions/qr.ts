/**
 * QR by Householder's reflections, with the signs of LAPACK's dgeqrf: each reflection sends the rest of a column to
 * −sign(first) · its length (Golub and Van Loan, Matrix Computations, section 5.2).
 */
import { work } from '../meter/index.ts';
import { at, copyOf, identity, leading, lengthOf, type Matrix, matrix, put } from './matrix.ts';

/** A reflection I − τ v vᵀ of the rows from `from` on, where v starts with 1. */
type Reflection = { readonly from: number; readonly tau: number; readonly vector: readonly number[] };

/** Returns the reflection that sends column `column` of `a`, from row `from` on, to a multiple of the first unit vector. */
export function reflectionFor(
  a: Matrix,
  from: number,
  column: number,
): Reflection & { readonly beta: number } {
  const x = Array.from({ length: a.rows - from }, (_, i) => at(a, from + i, column));
  const [alpha = 0, ...rest] = x;
  const length = lengthOf(rest);
  if (length === 0) return { from, tau: 0, vector: [1, ...rest.map(() => 0)], beta: alpha };
  const beta = -Math.sign(alpha || 1) * Math.hypot(alpha, length);
  return {
    from,
    tau: (beta - alpha) / beta,
    vector: [1, ...rest.map((each) => each / (alpha - beta))],
    beta,
  };
}

/** Reflects the columns of `a` from `first` on, in place. */
export function reflect(a: Matrix, { from, tau, vector }: Reflection, first = 0): void {
  for (let j = first; j < a.columns; j++) {
    work(2 * vector.length);
    let sum = 0;
    vector.forEach((v, i) => {
      sum += v * at(a, from + i, j);
    });
    vector.forEach((v, i) => {
      put(a, from + i, j, at(a, from + i, j) - tau * v * sum);
    });
  }
}

/** Q with orthonormal columns and R upper triangular; `complete` gives a square Q. */
export function qr(a: Matrix, complete: boolean): { q: Matrix; r: Matrix } {
  const rest = copyOf(a);
  const count = Math.min(a.rows, a.columns);
  const reflections: Reflection[] = [];
  for (let k = 0; k < count; k++) {
    const reflection = reflectionFor(rest, k, k);
    reflect(rest, reflection, k + 1);
    put(rest, k, k, reflection.beta);
    for (let i = k + 1; i < a.rows; i++) put(rest, i, k, 0);
    reflections.push(reflection);
  }
  const all = identity(a.rows);
  for (const reflection of reflections.reverse()) reflect(all, reflection);
  if (complete) return { q: all, r: rest };
  const r = matrix(count, a.columns);
  for (let i = 0; i < count; i++) for (let j = 0; j < a.columns; j++) put(r, i, j, at(rest, i, j));
  return { q: leading(all, count), r };
}
