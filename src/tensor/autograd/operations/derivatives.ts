/** Shapes of gradient that many operations share. */
import { fromFlat, rowMajorData, type Shape, type Slice, sizeOf, type Tensor, zeros } from '../../index.ts';
import { resolveAxes } from '../../shape.ts';
import { AutogradError } from '../errors.ts';
import * as t from '../torch.ts';
import { traced } from '../tracing.ts';

/** Returns the gradient as it is. */
export const pass = (gradient: Tensor): Tensor => gradient;

/** No influence: zeros. */
export const none = (gradient: Tensor): Tensor => t.zerosLike(gradient);

/** Returns a gradient that throws: for operations that PyTorch cannot differentiate. */
export const missing = (operation: string) => (): Tensor => {
  throw new AutogradError(operation, { kind: 'not-implemented', operation });
};

/**
 * Returns which axes `dim` names, counted from 0; all unless given. A number has none, though it takes 0 and −1 for an answer.
 * @throws {ShapeError} `axis` or `repeated-axis`.
 */
export function axesOf(dim: t.Dims, rank: number): number[] {
  if (dim === undefined) return Array.from({ length: rank }, (_, i) => i);
  const axes = resolveAxes('dim', [dim].flat(), Math.max(1, rank));
  return rank === 0 ? [] : axes;
}

/** Indices that take `count` axes whole, to stand before the index of the next. */
export function wholeAxes(count: number): Slice[] {
  return new Array<Slice>(count).fill({});
}

/** Returns a reduced tensor with its reduced axes back, of size 1. */
export function unreduced(reduced: Tensor, shape: Shape, dim: t.Dims): Tensor {
  const axes = axesOf(dim, shape.length);
  return t.reshaped(
    reduced,
    shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
  );
}

/** Returns a reduced tensor stretched back over the axes it lost. */
export function spread(reduced: Tensor, shape: Shape, dim: t.Dims): Tensor {
  return t.expanded(unreduced(reduced, shape, dim), shape);
}

/** Returns how many elements each result of a reduction over `dim` takes in. */
export function reducedCount(shape: Shape, dim: t.Dims): number {
  return sizeOf(axesOf(dim, shape.length).map((axis) => shape[axis] as number));
}

/** Returns the place of each element of a tensor of this shape, in row-major order. */
export function placesIn(shape: Shape): Tensor {
  return fromFlat<Shape>(
    Array.from({ length: sizeOf(shape) }, (_, i) => i),
    shape,
    'int64',
  );
}

/** Each element of `gradient` at its place in zeros of `shape`, added up where several have the same place. */
export const gathered = traced('gathered', (gradient: Tensor, places: Tensor, shape: Shape): Tensor => {
  const result = zeros<Shape>(shape, gradient.dtype);
  const { data } = result.storage;
  const to = rowMajorData(places);
  rowMajorData(gradient).forEach((value, i) => {
    const place = to[i] as number;
    const before = data[place] as number;
    // The first to come keeps the sign of its zero.
    data[place] = before === 0 ? value : before + value;
  });
  return result;
});
