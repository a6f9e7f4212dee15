/**
 * Singular values and vectors by one-sided Jacobi rotations (Golub and Van Loan, Matrix Computations, section 8.6.3). The
 * vectors are unique but for their signs, and here each row of Vᵀ sums to less than 0, or begins so: what LAPACK gives for
 * the first row of a matrix of positive numbers.
 */
import { work } from '../meter/index.ts';
import { at, copyOf, identity, leading, lengthOf, type Matrix, matrix, put, transposed } from './matrix.ts';
import { reflect, reflectionFor } from './qr.ts';
import { svdOfTwo } from './svd-two.ts';

const MOST_SWEEPS = 60;

/** Rotates columns of `a` until they are orthogonal, and those of `v` with them. */
function orthogonalise(a: Matrix, v: Matrix): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let i = 0; i < a.columns; i++)
      for (let j = i + 1; j < a.columns; j++) turned = rotatePair(a, v, i, j) || turned;
    if (!turned) return;
  }
}

function rotatePair(a: Matrix, v: Matrix, i: number, j: number): boolean {
  work(a.rows);
  let [first, second, both] = [0, 0, 0];
  for (let k = 0; k < a.rows; k++) {
    const [x, y] = [at(a, k, i), at(a, k, j)];
    first += x * x;
    second += y * y;
    both += x * y;
  }
  if (Math.abs(both) <= Number.EPSILON * Math.sqrt(first * second)) return false;
  const zeta = (second - first) / (2 * both);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  for (const m of [a, v]) {
    work(m.rows);
    for (let k = 0; k < m.rows; k++) {
      const [x, y] = [at(m, k, i), at(m, k, j)];
      put(m, k, i, c * (x - t * y));
      put(m, k, j, c * (y + t * x));
    }
  }
  return true;
}

/** Returns the first columns of `u`, which are orthonormal, completed to a square orthogonal matrix. */
function completed(u: Matrix): Matrix {
  const rest = copyOf(u);
  const square = identity(u.rows);
  const reflections = Array.from({ length: u.columns }, (_, k) => {
    const reflection = reflectionFor(rest, k, k);
    reflect(rest, reflection, k);
    return reflection;
  });
  for (const reflection of reflections.reverse()) reflect(square, reflection);
  for (let i = 0; i < u.rows; i++) for (let j = 0; j < u.columns; j++) put(square, i, j, at(u, i, j));
  return square;
}

export type Singular = { readonly u: Matrix; readonly values: Float64Array; readonly vt: Matrix };

/** U, the singular values from the greatest, and Vᵀ; `full` gives square U and Vᵀ. */
export function svd(a: Matrix, full: boolean): Singular {
  if (a.rows === 2 && a.columns === 2) return svdOfTwo(a);
  if (a.rows < a.columns) {
    const { u, values, vt } = svd(transposed(a), full);
    return { u: transposed(vt), values, vt: transposed(u) };
  }
  const turned = copyOf(a);
  const v = identity(a.columns);
  orthogonalise(turned, v);
  const lengths = Array.from({ length: a.columns }, (_, j) =>
    lengthOf(Array.from({ length: a.rows }, (_each, i) => at(turned, i, j))),
  );
  const order = lengths.map((_, j) => j).sort((i, j) => (lengths[j] as number) - (lengths[i] as number));
  const [u, vt] = [matrix(a.rows, a.columns), matrix(a.columns, a.columns)];
  const zero = (lengths[order[0] as number] ?? 0) * Number.EPSILON;
  let rank = 0;
  order.forEach((from, to) => {
    const length = lengths[from] as number;
    const sign = signOf(v, from);
    if (length > zero) rank = to + 1;
    for (let i = 0; i < a.columns; i++) put(vt, to, i, sign * at(v, i, from));
    for (let i = 0; i < a.rows; i++) put(u, i, to, length > zero ? (sign * at(turned, i, from)) / length : 0);
  });
  const whole = rank < a.columns ? leading(completed(leading(u, rank)), a.columns) : u;
  const values = Float64Array.from(order.map((j) => lengths[j] as number));
  return { u: full ? completed(whole) : whole, values, vt };
}

/** −1 or 1, so that the column sums to less than 0; where it sums to 0, so that it begins so. */
function signOf(v: Matrix, column: number): number {
  let sum = 0;
  for (let i = 0; i < v.rows; i++) sum += at(v, i, column);
  const decisive = Math.abs(sum) > Math.sqrt(Number.EPSILON) ? sum : at(v, 0, column);
  return decisive > 0 ? -1 : 1;
}
