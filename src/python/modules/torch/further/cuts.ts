/** Tensors with axes moved, cut into parts, and seen through windows. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { asIndex, type Value } from '../../../objects/index.ts';
import type { Arguments } from '../arguments.ts';
import { itemsOf } from '../arguments.ts';
import { define, tuple } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { axisOf } from '../shapes.ts';
import { isTensor } from '../tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Axes moved to other places. */
define('moveaxis', [
  'Tensor input, int source, int destination',
  'Tensor input, ints source, ints destination',
], (given) => {
  const x = self(given);
  const [from, to] = ['source', 'destination'].map((name) =>
    given.ints(name).map((dim) => axisOf(dim, x.value.rank)),
  ) as [number[], number[]];
  const order = x.value.shape.map((_, each) => each).filter((each) => !from.includes(each));
  for (const [target, axis] of to
    .map((each, i) => [each, from[i] as number] as const)
    .sort((p, q) => p[0] - q[0]))
    order.splice(target, 0, axis);
  return graph.permute(x, order);
});

/** Parts of nearly equal size, or cut at indices. */
function cut(x: Variable, sections: Value, axis: number): Variable[] {
  const size = x.value.shape[axis] as number;
  const count = asIndex(sections);
  if (count !== undefined) {
    const parts = Number(count);
    const short = Math.floor(size / parts);
    return graph.split(
      x,
      Array.from({ length: parts }, (_, i) => short + Number(i < size % parts)),
      axis,
    );
  }
  const items = isTensor(sections)
    ? sections.tensor.toFlat()
    : itemsOf(sections).map((each) => Number(asIndex(each)));
  const ends = [0, ...items, size].map((end) => Math.min(size, end < 0 ? end + size : end));
  return graph.split(
    x,
    ends.slice(1).map((end, i) => Math.max(0, end - (ends[i] as number))),
    axis,
  );
}
define('tensor_split', [
  'Tensor input, int sections, int dim=0',
  'Tensor input, ints indices, int dim=0',
  'Tensor input, Tensor tensor_indices_or_sections, int dim=0',
], (given) => {
  const x = self(given);
  const sections =
    given.value('sections') ?? given.value('indices') ?? given.value('tensor_indices_or_sections') ?? null;
  return tuple(cut(x, sections, axisOf(given.int('dim', 0), x.value.rank)));
});
for (const [name, axisFor, least] of [
  ['hsplit', (rank: number) => (rank === 1 ? 0 : 1), 1],
  ['vsplit', () => 0, 2],
  ['dsplit', () => 2, 3],
] as const)
  define(name, ['Tensor input, int sections', 'Tensor input, ints indices'], (given) => {
    const x = self(given);
    const { rank, shape } = x.value;
    if (rank < least)
      throw runtimeError(
        `torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ${rank} dimensions!`,
      );
    const axis = axisFor(rank);
    const sections = given.value('sections');
    if (typeof sections === 'bigint' && (shape[axis] as number) % Number(sections) !== 0)
      throw runtimeError(
        `torch.${name} attempted to split along dimension ${axis}, but the size of the dimension ${shape[axis]} is not divisible by the split_size ${sections}!`,
      );
    return tuple(cut(x, sections ?? given.value('indices') ?? null, axis));
  });
define('split_with_sizes', 'Tensor input, ints split_sizes, int dim=0', (given) => {
  const x = self(given);
  return tuple(graph.split(x, given.ints('split_sizes'), axisOf(given.int('dim', 0), x.value.rank)));
});

/** All windows of `size` elements along an axis, `step` apart, as a last axis. */
define(
  'unfold',
  'Tensor input, int dimension, int size, int step',
  (given) => {
    const x = self(given);
    const axis = axisOf(given.int('dimension', 0), x.value.rank);
    const [length, size, step] = [x.value.shape[axis] ?? 1, given.int('size', 1), given.int('step', 1)];
    if (size > length)
      throw runtimeError(`maximum size for tensor at dimension ${axis} is ${length} but size is ${size}`);
    if (step <= 0) throw runtimeError(`step is ${step} but must be > 0`);
    const count = Math.floor((length - size) / step) + 1;
    const places = Array.from({ length: count }, (_, i) =>
      Array.from({ length: size }, (_each, k) => i * step + k),
    ).flat();
    const taken = graph.indexSelect(x, axis, core.fromFlat<Shape>(places, [places.length], 'int64'));
    const { shape } = x.value;
    const cutUp = graph.reshape(taken, [...shape.slice(0, axis), count, size, ...shape.slice(axis + 1)]);
    const order = cutUp.value.shape.map((_, each) => each).filter((each) => each !== axis + 1);
    return graph.permute(cutUp, [...order, axis + 1]);
  },
  'method',
);
