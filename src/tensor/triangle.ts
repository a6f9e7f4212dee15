/** Triangles and diagonals of matrices. */

import { assign } from './assign.ts';
import { zeros } from './create.ts';
import { ShapeError } from './errors.ts';
import { copyData } from './row-major.ts';
import type { Shape } from './shape.ts';
import { fromData, type Tensor, viewOf } from './tensor.ts';

/** Returns a copy with zeros above diagonal `k`, of each matrix in the last two axes. @throws {ShapeError} `rank`. */
export function tril<S extends Shape>(t: Tensor<S>, k = 0): Tensor<S> {
  return keepWhere('tril', t, (row, column) => column - row <= k);
}

/** Returns a copy with zeros below diagonal `k`. @throws {ShapeError} `rank`. */
export function triu<S extends Shape>(t: Tensor<S>, k = 0): Tensor<S> {
  return keepWhere('triu', t, (row, column) => column - row >= k);
}

function keepWhere<S extends Shape>(
  operation: string,
  t: Tensor<S>,
  kept: (row: number, column: number) => boolean,
): Tensor<S> {
  requireMatrices(operation, t);
  const rows = t.shape[t.rank - 2] as number;
  const columns = t.shape[t.rank - 1] as number;
  const data = copyData(t);
  for (let i = 0; i < data.length; i++) {
    if (!kept(Math.floor(i / columns) % rows, i % columns)) data[i] = 0;
  }
  return fromData(data, t.shape, t.dtype);
}

/** Refuses a tensor with fewer than two dimensions. */
export function requireMatrices(operation: string, t: Tensor): void {
  if (t.rank < 2)
    throw new ShapeError(operation, { kind: 'rank', operand: 0, expected: '2 or more' }, [t.shape]);
}

/** Diagonal `k` of a matrix, as a view. @throws {ShapeError} `rank` unless there are two dimensions. */
export function diagonal(t: Tensor, k = 0): Tensor<[number]> {
  if (t.rank !== 2) throw new ShapeError('diagonal', { kind: 'rank', operand: 0, expected: '2' }, [t.shape]);
  const [rows, columns] = t.shape as [number, number];
  const [down, right] = t.strides as [number, number];
  const length = Math.max(0, Math.min(rows + Math.min(k, 0), columns - Math.max(k, 0)));
  return viewOf(t, [length], [down + right], t.offset + Math.max(-k, 0) * down + Math.max(k, 0) * right);
}

/** Returns a square matrix with the vector `t` on diagonal `k` and zeros elsewhere. @throws {ShapeError} `rank`. */
export function diagonalMatrix(t: Tensor, k = 0): Tensor<[number, number]> {
  if (t.rank !== 1)
    throw new ShapeError('diagonalMatrix', { kind: 'rank', operand: 0, expected: '1' }, [t.shape]);
  const size = t.size + Math.abs(k);
  const result = zeros<[number, number]>([size, size], t.dtype);
  assign(diagonal(result, k), t);
  return result;
}
