/** LU decomposition with partial pivoting, the way LAPACK's unblocked `getf2` orders it. */
import { work } from './meter/index.ts';

/** `lu` holds L below the diagonal (its ones implied) and U on and above it, row-major; row i came from `order[i]`. */
export type Lu = { lu: Float64Array; order: number[]; sign: number; singular: boolean };

type Rounding = (x: number) => number;

/** Decomposes the n × n matrix in `lu` in place, rounding each step with `round`. */
export function decompose(lu: Float64Array, n: number, round: Rounding): Lu {
  const order = Array.from({ length: n }, (_, i) => i);
  const at = (row: number, column: number) => lu[row * n + column] as number;
  let sign = 1;
  let singular = false;
  for (let step = 0; step < n; step++) {
    let pivot = step;
    for (let row = step + 1; row < n; row++)
      if (Math.abs(at(row, step)) > Math.abs(at(pivot, step))) pivot = row;
    if (at(pivot, step) === 0) {
      singular = true;
      continue;
    }
    if (pivot !== step) {
      sign = -sign;
      exchange(lu, step * n, pivot * n, n);
      [order[step], order[pivot]] = [order[pivot] as number, order[step] as number];
    }
    // LAPACK multiplies by the reciprocal, which decides the last digit.
    const scale = round(1 / at(step, step));
    // Its rank-one update leaves out the columns where the pivot's row is 0.
    const columns: number[] = [];
    for (let column = step + 1; column < n; column++) if (at(step, column) !== 0) columns.push(column);
    for (let row = step + 1; row < n; row++) {
      const factor = round(at(row, step) * scale);
      lu[row * n + step] = factor;
      work(columns.length + 1);
      for (const column of columns)
        lu[row * n + column] = round(at(row, column) - round(factor * at(step, column)));
    }
  }
  return { lu, order, sign, singular };
}

function exchange(data: Float64Array, a: number, b: number, length: number): void {
  const row = data.slice(a, a + length);
  data.copyWithin(a, b, b + length);
  data.set(row, b);
}

/** Solves A · x = b for n × m right-hand sides: forward through L, then back through U. */
export function solveWith(
  { lu, order }: Lu,
  n: number,
  right: Float64Array,
  m: number,
  round: Rounding,
): Float64Array {
  const x = new Float64Array(n * m);
  order.forEach((from, row) => {
    x.set(right.subarray(from * m, (from + 1) * m), row * m);
  });
  substitute(x, n, m, round, (row, column) => (row === column ? 1 : (lu[row * n + column] as number)));
  substituteBack(x, n, m, round, (row, column) => lu[row * n + column] as number, false);
  return x;
}

/** Solves Aᵀ · x = b from the decomposition of A: forward through Uᵀ, back through Lᵀ, both in place, then orders the rows. */
export function solveTransposedWith(
  { lu, order }: Lu,
  n: number,
  right: Float64Array,
  m: number,
  round: Rounding,
): Float64Array {
  substitute(right, n, m, round, (row, column) => lu[column * n + row] as number);
  substituteBack(
    right,
    n,
    m,
    round,
    (row, column) => (row === column ? 1 : (lu[column * n + row] as number)),
    true,
  );
  const x = new Float64Array(n * m);
  order.forEach((to, row) => {
    x.set(right.subarray(row * m, (row + 1) * m), to * m);
  });
  return x;
}

type Coefficients = (row: number, column: number) => number;

/** Solves a lower triangular system in place. */
function substitute(x: Float64Array, n: number, m: number, round: Rounding, at: Coefficients): void {
  for (let by = 0; by < n; by++) {
    divideRow(x, by, m, round, at(by, by));
    for (let row = by + 1; row < n; row++) subtractRow(x, row, by, m, round, at(row, by));
  }
}

/** Solves an upper triangular system in place, each row by its nearest or farthest unknown first, as LAPACK does. */
function substituteBack(
  x: Float64Array,
  n: number,
  m: number,
  round: Rounding,
  at: Coefficients,
  nearestFirst: boolean,
): void {
  for (let row = n - 1; row >= 0; row--) {
    for (let i = row + 1; i < n; i++) {
      const by = nearestFirst ? i : n + row - i;
      subtractRow(x, row, by, m, round, at(row, by));
    }
    divideRow(x, row, m, round, at(row, row));
  }
}

function divideRow(x: Float64Array, row: number, m: number, round: Rounding, by: number): void {
  for (let j = row * m; j < (row + 1) * m; j++) x[j] = round((x[j] as number) / by);
}

function subtractRow(
  x: Float64Array,
  row: number,
  by: number,
  m: number,
  round: Rounding,
  factor: number,
): void {
  work(m);
  for (let j = 0; j < m; j++) {
    x[row * m + j] = round((x[row * m + j] as number) - round(factor * (x[by * m + j] as number)));
  }
}
