/** Views, which share storage with what they show, and the copies PyTorch makes where no view is possible. */
import {
  broadcastShapes,
  contiguous as contiguousOf,
  copy,
  copyInLayout,
  diagonal as diagonalOf,
  expand as expandOf,
  flatten as flattenOf,
  index,
  permute as permuteOf,
  reshape as reshapeOf,
  type Shape,
  ShapeError,
  type Slice,
  sameShape,
  split as splitOf,
  squeeze as squeezeOf,
  type Tensor,
  torchRules,
  unsqueeze as unsqueezeOf,
  viewAs,
} from '../../index.ts';
import { resolveAxis } from '../../shape.ts';
import { operation } from '../operation.ts';
import { from, recordView, recordViews } from '../record.ts';
import { add, permuted, reshaped, swapped } from '../torch.ts';
import type { Variable } from '../variable.ts';
import { axesOf, gathered, pass, placesIn, wholeAxes } from './derivatives.ts';

/** Returns a view whose gradient is the same elements in the shape of `self`. */
function viewed(node: string, self: Variable, value: Tensor): Variable {
  const { shape } = self.value;
  return recordView(node, self, value, (g) => reshaped(g, shape));
}

/** Returns a view whose gradient lies where `pick` took the elements from, among zeros. */
function part(node: string, self: Variable, pick: (t: Tensor) => Tensor): Variable {
  const { shape } = self.value;
  return recordView(node, self, pick(self.value), (g) => gathered(g, pick(placesIn(shape)), shape));
}

/** Returns the same elements under another shape; refused where the strides do not allow it. */
export function view(self: Variable, shape: Shape): Variable {
  return viewed('ViewBackward0', self, viewAs(self.value, shape));
}

/** Returns the same elements under another shape: a view where the strides allow it, else a copy. */
export function reshape(self: Variable, shape: Shape): Variable {
  const { value } = self;
  const result: Tensor = reshapeOf<Shape>(value, shape);
  if (result.storage !== value.storage) return unsafeView(compactCopy(self), result.shape);
  return viewed(value.isContiguous ? 'ViewBackward0' : 'ReshapeAliasBackward0', self, result);
}

/** A view of a new tensor that nobody else sees, so that PyTorch need not watch it. */
export const unsafeView = operation((self: Variable, shape: Shape) => {
  const { value } = self;
  return {
    node: 'UnsafeViewBackward0',
    value: reshapeOf<Shape>(value, shape),
    inputs: [from(self, (g) => reshaped(g, value.shape))],
  };
});

/** Axes `start` to `end` merged into one; `self` itself where there is nothing to merge. */
export function flatten(self: Variable, start = 0, end = -1): Variable {
  const { shape } = flattenOf(self.value, start, end);
  return sameShape(shape, self.value.shape) ? self : reshape(self, shape);
}

/** Axis i of the result is axis `dims[i]` of `self`. */
export function permute(self: Variable, dims: readonly number[]): Variable {
  const value = permuteOf(self.value, dims);
  const inverse = axesOf(dims, dims.length).map((_, axis, order) => order.indexOf(axis));
  return recordView('PermuteBackward0', self, value, (g) => permuted(g, inverse));
}

/** Returns all axes in reverse order: `.T`. */
export function reverseAxes(self: Variable): Variable {
  return permute(self, self.value.shape.map((_, axis) => axis).reverse());
}

/** Two axes exchanged: `transpose`, and `.mT` with −2 and −1. */
export function transpose(self: Variable, first: number, second: number): Variable {
  const exchange = (x: Tensor) => swapped(x, first, second);
  return recordView('TransposeBackward0', self, exchange(self.value), exchange);
}

/** Returns a matrix with its axes exchanged: `.t()`; vectors and numbers stay. @throws {ShapeError} `rank` of more axes. */
export function t(self: Variable): Variable {
  const { rank, shape } = self.value;
  if (rank > 2) throw new ShapeError('t', { kind: 'rank', operand: 0, expected: 'at most 2' }, [shape]);
  const exchange = (x: Tensor) => (x.rank < 2 ? x : swapped(x, 0, 1));
  return recordView('TBackward0', self, exchange(self.value), exchange);
}

/** Returns a new axis of size 1. */
export function unsqueeze(self: Variable, dim: number): Variable {
  return viewed('UnsqueezeBackward0', self, unsqueezeOf(self.value, dim));
}

/** Without its axes of size 1, or those of them that `dim` names. */
export function squeeze(self: Variable, dim?: number | readonly number[]): Variable {
  const { value } = self;
  if (dim === undefined) return viewed('SqueezeBackward0', self, squeezeOf(value));
  // PyTorch lets axes of other sizes be.
  const dropped = squeezeOf(
    value,
    axesOf(dim, value.rank).filter((axis) => value.shape[axis] === 1),
  );
  return viewed(typeof dim === 'number' ? 'SqueezeBackward1' : 'SqueezeBackward2', self, dropped);
}

/** Stretched to `shape` without copying; −1 keeps a size. */
export function expand(self: Variable, shape: Shape): Variable {
  return recordView('ExpandBackward0', self, expandOf(self.value, shape), pass);
}

/** Returns both stretched to their common shape, as `torch.broadcast_tensors`. */
export function stretched(a: Variable, b: Variable): [Variable, Variable] {
  if (sameShape(a.value.shape, b.value.shape)) return [a, b];
  const shape = broadcastShapes<Shape, Shape>(a.value.shape, b.value.shape);
  return [expand(a, shape), expand(b, shape)];
}

/** Returns one index along `dim`, which goes. @throws {ShapeError} `axis`; {IndexError} `out-of-bounds`. */
export function select(self: Variable, dim: number, at: number): Variable {
  const axis = resolveAxis('select', dim, self.value.rank);
  return part('SelectBackward0', self, (x) => index(x, [...wholeAxes(axis), at]));
}

/** Part of `dim`. @throws {ShapeError} `axis`. */
export function slice(self: Variable, dim: number, range: Slice): Variable {
  const axis = resolveAxis('slice', dim, self.value.rank);
  return part('SliceBackward0', self, (x) => index(x, [...wholeAxes(axis), range]));
}

/** `self` itself, as a view: `x[...]`. */
export function alias(self: Variable): Variable {
  return recordView('AliasBackward0', self, self.value, pass);
}

/** Diagonal `offset` of a matrix. */
export function diagonal(self: Variable, offset = 0): Variable {
  return part('DiagonalBackward0', self, (x) => diagonalOf(x, offset));
}

/** Returns a view for each index along `dim`: what iterating over a tensor gives. @throws {ShapeError} `axis`. */
export function unbind(self: Variable, dim = 0): Variable[] {
  const { shape, rank } = self.value;
  const axis = resolveAxis('unbind', dim, rank);
  const places = Array.from({ length: shape[axis] as number }, (_, i) => i);
  return views('UnbindBackward0', self, (x) => places.map((i) => index(x, [...wholeAxes(axis), i])));
}

/**
 * Views of parts of `sizes` along `dim`. `node` is `SplitBackward0` when one size was given for all.
 * @throws {ShapeError} `axis`, or `split` unless the sizes add up.
 */
export function split(
  self: Variable,
  sizes: readonly number[],
  dim = 0,
  node = 'SplitWithSizesBackward0',
): Variable[] {
  return views(node, self, (x) => splitOf(x, sizes, dim));
}

/** Several views that are outputs of one node. */
function views(node: string, self: Variable, pick: (x: Tensor) => Tensor[]): Variable[] {
  const { shape } = self.value;
  const gradient = (outputs: readonly (Tensor | null)[]) => {
    const places = pick(placesIn(shape));
    const parts = outputs.flatMap((g, i) => (g === null ? [] : [gathered(g, places[i] as Tensor, shape)]));
    return parts.reduce((sum, each) => add(sum, each));
  };
  return recordViews(node, self, pick(self.value), gradient);
}

const copiedBy = (copied: (t: Tensor) => Tensor) =>
  operation((self: Variable) => ({
    node: 'CloneBackward0',
    value: copied(self.value),
    inputs: [from(self, pass)],
  }));

/** A copy in the memory order of the original: PyTorch's `preserve_format`. */
export const clone = copiedBy((value) => copyInLayout(value, torchRules));

/** A row-major copy. */
const compactCopy = copiedBy(copy);

/** `self` itself when its elements follow each other in memory, else a copy. */
export function contiguous(self: Variable): Variable {
  return contiguousOf(self.value) === self.value ? self : compactCopy(self);
}

/** Returns each element `times` times in a row along `dim`, or over all elements: composed as PyTorch composes it. */
export function repeatInterleave(self: Variable, times: number, dim?: number): Variable {
  const source = dim === undefined ? flatten(self) : self;
  const { shape } = source.value;
  const [axis] = axesOf(dim ?? 0, shape.length) as [number];
  const stretched = expand(unsqueeze(source, axis + 1), shape.toSpliced(axis + 1, 0, times));
  return flatten(compactCopy(stretched), axis, axis + 1);
}
