/** Whole tensors compared, as `numpy.allclose` and `torch.allclose` do. */
import { binary } from './binary.ts';
import type { Value } from './operand.ts';
import { rowMajorData } from './row-major.ts';
import { sameShape } from './shape.ts';
import type { Tensor } from './tensor.ts';

export type Tolerance = {
  /** Allowed distance as a share of |b|. */
  rtol?: number;
  /** Allowed distance for any b. */
  atol?: number;
  /** Whether nan is close to nan. */
  equalNan?: boolean;
};

/**
 * Returns whether |a − b| ≤ atol + rtol · |b| for each pair of elements, broadcast; equal infinities are close.
 * @throws {ShapeError} `broadcast`.
 */
export function isclose(
  a: Value,
  b: Value,
  { rtol = 1e-5, atol = 1e-8, equalNan = false }: Tolerance = {},
): Tensor {
  const kernel = (x: number, y: number) => {
    if (x === y) return 1;
    if (Number.isNaN(x) && Number.isNaN(y)) return equalNan ? 1 : 0;
    return Math.abs(x - y) <= atol + rtol * Math.abs(y) && Number.isFinite(y) ? 1 : 0;
  };
  return binary('isclose', () => ({ kernel, result: 'bool', exact: true }))(a as never, b as never);
}

/** Returns whether every pair of elements is close. Errors as for `isclose`. */
export function allclose(a: Value, b: Value, tolerance?: Tolerance): boolean {
  return rowMajorData(isclose(a, b, tolerance)).every((each) => each === 1);
}

/** Returns whether both have the same shape and equal elements; nan equals nothing. */
export function arrayEqual(a: Tensor, b: Tensor): boolean {
  const other = rowMajorData(b);
  return sameShape(a.shape, b.shape) && rowMajorData(a).every((each, i) => each === other[i]);
}
