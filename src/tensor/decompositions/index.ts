/** Decompositions of matrices: an entry of its own, for few programs need one. */

import { allocate, type DType } from '../dtype.ts';
import { rowMajorData } from '../row-major.ts';
import type { Shape } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import type { Matrix } from './matrix.ts';

export { cholesky } from './cholesky.ts';
export { eigh } from './eigh.ts';
export type { Matrix } from './matrix.ts';
export { transposed } from './matrix.ts';
export { qr } from './qr.ts';
export { type Singular, svd } from './svd.ts';

/** Returns the matrices of a stack, whose last two axes are rows and columns. */
export function matricesOf(t: Tensor): Matrix[] {
  const [rows, columns] = t.shape.slice(-2) as [number, number];
  const data = rowMajorData(t);
  const size = rows * columns;
  const count = size === 0 ? 0 : data.length / size;
  return Array.from({ length: count }, (_, i) => ({
    rows,
    columns,
    data: Float64Array.from(data.subarray(i * size, (i + 1) * size)),
  }));
}

/** Numbers that belong to each matrix of a stack of shape `lead`, as a tensor of shape `lead` and `shape`. */
export function stacked(
  parts: readonly ArrayLike<number>[],
  lead: Shape,
  shape: Shape,
  dtype: DType,
): Tensor {
  const size = shape.reduce((product, each) => product * each, 1);
  const data = allocate(dtype, parts.length * size);
  parts.forEach((part, i) => {
    data.set(part, i * size);
  });
  return fromData(data, [...lead, ...shape], dtype);
}
