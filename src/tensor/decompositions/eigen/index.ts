/**
 * Eigenvalues and eigenvectors of any real square matrix in LAPACK's steps (dgeev), which settle their order and signs:
 * isolated eigenvalues are moved to the ends, Householder reflections make the rest upper Hessenberg, the double-shift QR
 * algorithm (Francis 1961, https://doi.org/10.1093/comjnl/4.3.265) makes it upper triangular, and back substitution gives
 * the vectors. Rows and columns are not scaled first.
 */
import { work } from '../../meter/index.ts';
import { at, copyOf, identity, type Matrix, matrix, put } from '../matrix.ts';
import { francis } from './francis.ts';

export type Eigen = {
  readonly values: readonly { readonly re: number; readonly im: number }[];
  /** A column of length 1 for each eigenvalue; undefined where one is complex. */
  readonly vectors: Matrix | undefined;
};

type Range = { readonly low: number; readonly high: number };

function exchange(a: Matrix, i: number, j: number, columns: boolean): void {
  for (let k = 0; k < a.rows; k++) {
    const [x, y] = columns ? [at(a, k, i), at(a, k, j)] : [at(a, i, k), at(a, j, k)];
    if (columns) {
      put(a, k, i, y);
      put(a, k, j, x);
    } else {
      put(a, i, k, y);
      put(a, j, k, x);
    }
  }
}

/** Moves rows without other elements to the end and columns without others to the front; remembers the exchanges. */
function isolated(a: Matrix): Range & { readonly exchanged: Map<number, number> } {
  const exchanged = new Map<number, number>();
  let [low, high] = [0, a.rows - 1];
  const move = (from: number, to: number): void => {
    exchanged.set(to, from);
    if (from === to) return;
    exchange(a, from, to, true);
    exchange(a, from, to, false);
  };
  const others = (j: number, isRow: boolean): boolean => {
    for (let i = low; i <= high; i++) if (i !== j && (isRow ? at(a, j, i) : at(a, i, j)) !== 0) return true;
    return false;
  };
  const find = (isRow: boolean): number => {
    if (isRow) {
      for (let j = high; j >= 0; j--) if (j >= low && !others(j, true)) return j;
    } else for (let j = low; j <= high; j++) if (!others(j, false)) return j;
    return -1;
  };
  for (let row = find(true); row >= 0 && high > 0; row = find(true)) {
    move(row, high);
    high--;
    if (high === 0) return { low: 0, high: 0, exchanged };
  }
  for (let column = find(false); column >= 0 && low < high; column = find(false)) {
    move(column, low);
    low++;
  }
  return { low, high, exchanged };
}

/** Makes `a` upper Hessenberg between `low` and `high`, and returns the orthogonal matrix that did. */
function hessenberg(a: Matrix, { low, high }: Range): Matrix {
  const n = a.rows;
  const q = identity(n);
  for (let i = low; i < high - 1; i++) {
    const alpha = at(a, i + 1, i);
    let norm = 0;
    for (let k = i + 2; k <= high; k++) norm = Math.hypot(norm, at(a, k, i));
    if (norm === 0) continue;
    const beta = alpha < 0 ? Math.hypot(alpha, norm) : -Math.hypot(alpha, norm);
    const tau = (beta - alpha) / beta;
    const v = new Float64Array(n);
    v[i + 1] = 1;
    for (let k = i + 2; k <= high; k++) v[k] = at(a, k, i) / (alpha - beta);
    const reflectColumns = (of: Matrix): void => {
      for (let row = 0; row < n; row++) {
        let sum = 0;
        for (let k = i + 1; k <= high; k++) sum += at(of, row, k) * (v[k] as number);
        for (let k = i + 1; k <= high; k++) put(of, row, k, at(of, row, k) - tau * sum * (v[k] as number));
      }
    };
    reflectColumns(a);
    reflectColumns(q);
    for (let column = i + 1; column < n; column++) {
      let sum = 0;
      for (let k = i + 1; k <= high; k++) sum += at(a, k, column) * (v[k] as number);
      for (let k = i + 1; k <= high; k++) put(a, k, column, at(a, k, column) - tau * sum * (v[k] as number));
    }
    put(a, i + 1, i, beta);
    for (let k = i + 2; k <= high; k++) put(a, k, i, 0);
  }
  return q;
}

/** Returns the vectors of the triangle `t`, turned back by `q`, each of length 1. */
function vectorsOf(t: Matrix, q: Matrix): Matrix {
  const n = t.rows;
  const made = matrix(n, n);
  for (let column = 0; column < n; column++) {
    const value = at(t, column, column);
    const least = Math.max((Number.EPSILON / 2) * Math.abs(value), Number.MIN_VALUE * 2 ** 52);
    const x = new Float64Array(n);
    x[column] = 1;
    for (let k = 0; k < column; k++) x[k] = -at(t, k, column);
    for (let j = column - 1; j >= 0; j--) {
      const apart = at(t, j, j) - value;
      const scaled = (x[j] as number) / (Math.abs(apart) < least ? least : apart);
      x[j] = scaled;
      for (let k = 0; k < j; k++) x[k] = (x[k] as number) - scaled * at(t, k, j);
    }
    let length = 0;
    for (let row = 0; row < n; row++) {
      let sum = 0;
      for (let k = 0; k <= column; k++) sum += at(q, row, k) * (x[k] as number);
      put(made, row, column, sum);
      length = Math.hypot(length, sum);
    }
    for (let row = 0; row < n; row++) put(made, row, column, at(made, row, column) / length);
  }
  return made;
}

/** @throws {RangeError} where the iteration does not converge. */
export function eigen(of: Matrix): Eigen {
  const a = copyOf(of);
  const n = a.rows;
  work(n * n * n);
  const { low, high, exchanged } = isolated(a);
  const q = hessenberg(a, { low, high });
  const values = francis(a, q, low, high);
  if (values.some(({ im }) => im !== 0)) return { values, vectors: undefined };
  const vectors = vectorsOf(a, q);
  for (let i = low - 1; i >= 0; i--) exchangeRows(vectors, i, exchanged.get(i) ?? i);
  for (let i = high + 1; i < n; i++) exchangeRows(vectors, i, exchanged.get(i) ?? i);
  return { values, vectors };
}
const exchangeRows = (a: Matrix, i: number, j: number): void => {
  if (i !== j) exchange(a, i, j, false);
};
