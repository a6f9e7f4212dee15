/** Results whose elements are taken from the input: the gradient of each goes back to where it came from. */
import {
  broadcastShapes,
  copy,
  diagonal,
  diagonalMatrix,
  expand,
  eye,
  fromFlat,
  index as indexOf,
  isnan,
  reshape as reshapeOf,
  type Shape,
  squeeze,
  type Tensor,
  tile,
  topk as topkOf,
  torchRules,
  trace as traceOf,
  tril as trilOf,
  triu as triuOf,
} from '../../index.ts';
import { operation } from '../operation.ts';
import { from, type Plan, record } from '../record.ts';
import * as t from '../torch.ts';
import { Variable } from '../variable.ts';
import { axesOf, gathered, placesIn, wholeAxes } from './derivatives.ts';

/** Returns the plan of an operation that only takes elements: `pick` is also applied to their places. */
function taking(
  node: string,
  self: Variable,
  pick: (x: Tensor) => Tensor,
  ...saves: readonly Tensor[]
): Plan {
  const { shape } = self.value;
  return {
    node,
    value: pick(self.value),
    inputs: [from(self, (g) => gathered(g, pick(placesIn(shape)), shape), ...saves)],
  };
}

/** Returns the element of each line along `dim` that the index there names. */
function gatherFrom(x: Tensor, dim: number, indices: Tensor): Tensor {
  const [axis] = axesOf(dim, Math.max(1, x.rank)) as [number];
  if (x.rank === 0) return indexOf(reshapeOf(x, [1]), [indices], torchRules);
  const positions = indices.shape.map((size, each) => {
    if (each === axis) return indices;
    const line = placesIn([size]);
    return reshapeOf<Shape>(
      line,
      indices.shape.map((_, other) => (other === each ? size : 1)),
    );
  });
  return indexOf(x, positions, torchRules);
}

/** For each element of `indices` the element of `self` at that index along `dim`: `torch.gather`. */
export const gather = operation((self: Variable, dim: number, indices: Tensor) =>
  taking('GatherBackward0', self, (x) => gatherFrom(x, dim, indices), indices),
);

/** The parts of `self` that a vector of indices names along `dim`. */
export const indexSelect = operation((self: Variable, dim: number, indices: Tensor) => {
  const pick = (x: Tensor) => {
    const [axis] = axesOf(dim, x.rank) as [number];
    return indexOf(x, [...wholeAxes(axis), indices], torchRules);
  };
  return taking('IndexSelectBackward0', self, (x) => t.withAxis(x, pick), indices);
});

/** The elements at places counted in row-major order. */
export const take = operation((self: Variable, places: Tensor) =>
  taking('TakeBackward0', self, (x) => indexOf(reshapeOf(x, [x.size]), [places], torchRules), places),
);

/** The elements where `mask` is true, in one dimension; both broadcast. */
export const maskedSelect = operation((self: Variable, mask: Tensor) => {
  const shape = broadcastShapes<Shape, Shape>(self.value.shape, mask.shape, 'maskedSelect');
  const whole = expand<Shape>(mask, shape);
  return taking(
    'MaskedSelectBackward0',
    self,
    (x) => indexOf(expand<Shape>(x, shape), [whole], torchRules),
    mask,
  );
});

/** The order of elements along the named axes reversed. */
export const flip = operation((self: Variable, dims: readonly number[]) =>
  taking('FlipBackward0', self, (x) => t.flip(x, dims)),
);

/** The whole tensor repeated along each axis, counted from the last. */
export const repeat = operation((self: Variable, times: readonly number[]) =>
  taking('RepeatBackward0', self, (x) => tile(x, times)),
);

/** Elements moved on along `dim`, or in row-major order without it; what leaves at the end comes in at the start. */
export const roll = operation((self: Variable, shift: number, dim?: number) => {
  const size = dim === undefined ? self.value.size : (self.value.shape.at(dim) as number);
  const turned = fromFlat(
    Array.from({ length: size }, (_, i) => (i - shift) % size),
    [size],
    'int64',
  );
  const pick = (x: Tensor) =>
    dim === undefined
      ? reshapeOf<Shape>(indexOf(reshapeOf(x, [size]), [turned], torchRules), x.shape)
      : indexOf(x, [...wholeAxes(axesOf(dim, x.rank)[0] as number), turned], torchRules);
  return taking('RollBackward0', self, pick);
});

/** The lower triangle, up to diagonal `k`. */
export const tril = operation((self: Variable, k?: number) => ({
  node: 'TrilBackward0',
  value: trilOf(self.value, k),
  inputs: [from(self, (g) => t.tril(g, k))],
}));

/** The upper triangle, from diagonal `k`. */
export const triu = operation((self: Variable, k?: number) => ({
  node: 'TriuBackward0',
  value: triuOf(self.value, k),
  inputs: [from(self, (g) => t.triu(g, k))],
}));

/** A vector put on diagonal `k` of a matrix, or that diagonal of a matrix, copied. */
export const diag = operation((self: Variable, k?: number): Plan => {
  if (self.value.rank !== 1) return taking('DiagonalBackward0_copy', self, (x) => copy(diagonal(x, k)));
  const value = diagonalMatrix(self.value, k);
  return { node: 'DiagEmbedBackward0', value, inputs: [from(self, (g) => copy(diagonal(g, k)))] };
});

/** The sum of the diagonal. */
export const trace = operation((self: Variable) => {
  const { shape } = self.value;
  const [rows, columns] = shape as [number, number];
  return {
    node: 'TraceBackward0',
    value: traceOf(self.value),
    inputs: [from(self, (g) => t.mul(g, eye(rows, columns, 0, g.dtype)))],
  };
});

/** Values, recorded, and the indices they were taken from. */
export type Ranked = { readonly values: Variable; readonly indices: Variable };

/** Returns the elements along `dim` that `indices`, which has a size along `dim` too, names; without `dim` unless kept. */
function ranked(node: string, self: Variable, dim: number, indices: Tensor, keepdim: boolean): Ranked {
  const axes = axesOf(dim, self.value.rank);
  const left = (x: Tensor) => (keepdim ? x : squeeze(x, axes));
  const plan = taking(node, self, (x) => left(gatherFrom(x, dim, indices)), indices);
  return { values: record(plan), indices: new Variable(left(indices)) };
}

const best =
  (node: string, indexOfBest: typeof t.argmax) =>
  (self: Variable, dim: number, keepdim = false): Ranked =>
    ranked(node, self, dim, indexOfBest(self.value, dim), keepdim);

/** The largest of each line along `dim`, the first of equal ones: `max(dim)`. */
export const maxAlong = best('MaxBackward0', t.argmax);
/** The smallest of each line along `dim`: `min(dim)`. */
export const minAlong = best('MinBackward0', t.argmin);

/** Returns whether a line along `dim` has a nan, with the axis kept. */
const hasNan = (x: Tensor, dim: number): Tensor => t.greater(t.sum(isnan(x), dim, true), 0);

/** Returns the middle of each line along `dim`, the lower of two, or its first nan: `median(dim)`. */
export function medianAlong(self: Variable, dim: number, keepdim = false): Ranked {
  const middle = t.withAxis(t.argsort(self.value, dim), (order) => {
    const [axis] = axesOf(dim, order.rank) as [number];
    const size = order.shape[axis] as number;
    const at = Math.floor((size - 1) / 2);
    const place = (from: number): Tensor =>
      indexOf(order, [...wholeAxes(axis), { start: from, stop: from + 1 }]);
    return t.where(hasNan(self.value, dim), t.argmax(self.value, dim), place(at));
  });
  return ranked('MedianBackward1', self, dim, middle, keepdim);
}

/** Returns each line along `dim` in order. */
export function sort(self: Variable, dim = -1, descending = false): Ranked {
  return ranked('SortBackward0', self, dim, t.argsort(self.value, dim, descending), true);
}

/** Returns the `count` largest, or smallest, of each line along `dim`, best first. */
export function topk(self: Variable, count: number, dim = -1, largest = true): Ranked {
  const indices = t.withAxis(self.value, (x) => topkOf(x, count, { axis: dim, largest }).indices);
  return ranked('TopkBackward0', self, dim, indices, true);
}
