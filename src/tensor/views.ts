/** Other ways to see the same storage: no element is copied unless the text says so. */

import type { ReshapeCheck } from './counted-shape.ts';
import { ShapeError } from './errors.ts';
import { copyData } from './row-major.ts';
import { resolveAxes, resolveAxis, resolveShape, rowMajorStrides, type Shape } from './shape.ts';
import type { Requested, Reverse } from './shape-types.ts';
import { fromData, type Tensor, viewOf } from './tensor.ts';

/** Returns all axes in reverse order: NumPy's `.T`. */
export function transpose<S extends Shape>(t: Tensor<S>): Tensor<Reverse<S>> {
  return viewOf(t, t.shape.toReversed() as Shape as Reverse<S>, t.strides.toReversed(), t.offset);
}

/**
 * Axis i of the result is axis `axes[i]` of `t`.
 * @throws {ShapeError} `axis`, `repeated-axis`, or `permutation` when the count differs from the rank.
 */
export function permute(t: Tensor, axes: readonly number[]): Tensor {
  if (axes.length !== t.rank) {
    throw new ShapeError('permute', { kind: 'permutation', axes, rank: t.rank }, [t.shape]);
  }
  const order = resolveAxes('permute', axes, t.rank);
  return viewOf(
    t,
    order.map((axis) => t.shape[axis] as number),
    order.map((axis) => t.strides[axis] as number),
    t.offset,
  );
}

/** Two axes exchanged: NumPy's `swapaxes`, PyTorch's `transpose(i, j)`. @throws {ShapeError} `axis`. */
export function swapAxes(t: Tensor, first: number, second: number): Tensor {
  const a = resolveAxis('swapAxes', first, t.rank);
  const b = resolveAxis('swapAxes', second, t.rank);
  const order = t.shape.map((_, axis) => (axis === a ? b : axis === b ? a : axis));
  return permute(t, order);
}

/**
 * Returns the same elements in row-major order under another shape (one −1 is inferred): a view where the strides allow it,
 * else a copy, as in both libraries.
 * @throws {ShapeError} `reshape`, `two-unknown-sizes`, `negative-size`.
 */
export function reshape<const T extends Shape, S extends Shape = Shape>(
  t: Tensor<S>,
  shape: T & ReshapeCheck<S, T>,
): Tensor<Requested<T>> {
  const sizes = resolveShape('reshape', shape, t.size, t.shape) as Shape as Requested<T>;
  const strides = stridesFor(t, sizes);
  return strides === null ? fromData(copyData(t), sizes, t.dtype) : viewOf(t, sizes, strides, t.offset);
}

/**
 * As `reshape`, but never copies: PyTorch's `view`.
 * @throws {ShapeError} `view` when the strides do not allow it; else as `reshape`.
 */
export function viewAs<const T extends Shape, S extends Shape = Shape>(
  t: Tensor<S>,
  shape: T & ReshapeCheck<S, T>,
): Tensor<Requested<T>> {
  const sizes = resolveShape('view', shape, t.size, t.shape) as Shape as Requested<T>;
  const strides = stridesFor(t, sizes);
  if (strides === null) throw new ShapeError('view', { kind: 'view', requested: shape }, [t.shape]);
  return viewOf(t, sizes, strides, t.offset);
}

/**
 * Strides that show the elements of `t` under `shape`, or null when only a copy can. Axes of `t` that follow each
 * other without a gap form a run; every new axis must lie within one run.
 */
function stridesFor(t: Tensor, shape: Shape): number[] | null {
  if (t.isContiguous) return rowMajorStrides(shape);
  const strides = new Array<number>(shape.length);
  let axis = shape.length - 1;
  let run = 1;
  for (let old = t.rank - 1, step = t.strides[old] as number; old >= 0; old--) {
    run *= t.shape[old] as number;
    const next = t.shape[old - 1];
    if (next === 1 || t.strides[old - 1] === run * step) continue;
    for (let filled = 1; filled < run || shape[axis] === 1; axis--) {
      strides[axis] = filled * step;
      filled *= shape[axis] as number;
      if (run % filled !== 0) return null;
    }
    run = 1;
    step = t.strides[old - 1] as number;
  }
  return strides;
}

/** One dimension; a view where possible: NumPy's `ravel`. */
export function ravel(t: Tensor): Tensor<[number]> {
  return reshape(t, [t.size]);
}

/** Axes `start` to `end` (both included) merged into one; a view where possible: PyTorch's `flatten`. */
export function flatten(t: Tensor, start = 0, end = -1): Tensor {
  if (t.rank === 0) return reshape(t, [1]);
  const from = resolveAxis('flatten', start, t.rank);
  const to = resolveAxis('flatten', end, t.rank);
  if (from > to) {
    throw new ShapeError('flatten', { kind: 'permutation', axes: [start, end], rank: t.rank }, [t.shape]);
  }
  const merged = t.shape.slice(from, to + 1).reduce((size, each) => size * each, 1);
  return reshape<number[]>(t, [...t.shape.slice(0, from), merged, ...t.shape.slice(to + 1)]);
}

/**
 * Without its axes of size 1: all of them, or those named.
 * @throws {ShapeError} `axis`, `repeated-axis`, or `not-size-one` (PyTorch lets such an axis be: the caller decides).
 */
export function squeeze(t: Tensor, axes?: readonly number[]): Tensor {
  const dropped = axes === undefined ? undefined : resolveAxes('squeeze', axes, t.rank);
  const axis = dropped?.find((each) => t.shape[each] !== 1);
  if (axis !== undefined) throw new ShapeError('squeeze', { kind: 'not-size-one', axis }, [t.shape]);
  const keep = (_: number, each: number) => (dropped ? !dropped.includes(each) : t.shape[each] !== 1);
  return viewOf(t, t.shape.filter(keep), t.strides.filter(keep), t.offset);
}

/** Returns a new axis of size 1 before `axis` of the result: NumPy's `expand_dims`. @throws {ShapeError} `axis`. */
export function unsqueeze(t: Tensor, axis: number): Tensor {
  const place = resolveAxis('unsqueeze', axis, t.rank + 1);
  const step = place < t.rank ? (t.strides[place] as number) * (t.shape[place] as number) : 1;
  return viewOf(t, t.shape.toSpliced(place, 0, 1), t.strides.toSpliced(place, 0, step), t.offset);
}

/** Returns a copy with the order along `axes` (all by default) reversed. @throws {ShapeError} `axis`, `repeated-axis`. */
export function flip<S extends Shape>(t: Tensor<S>, axes?: readonly number[]): Tensor<S> {
  const flipped = resolveAxes('flip', axes ?? t.shape.map((_, axis) => axis), t.rank);
  const strides = [...t.strides];
  let { offset } = t;
  for (const axis of flipped) {
    const step = strides[axis] as number;
    offset += step * Math.max(0, (t.shape[axis] as number) - 1);
    strides[axis] = -step;
  }
  return fromData(copyData(viewOf(t, t.shape, strides, offset)), t.shape, t.dtype);
}
