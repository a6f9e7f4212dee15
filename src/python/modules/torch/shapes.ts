/** Other shapes of the same elements, mostly views: https://pytorch.org/docs/stable/tensor_view.html */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import { Refusal, typeError, type Value } from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { define } from './define.ts';
import {
  asTorch,
  dimensionError,
  expandError,
  indexError,
  list,
  runtimeError,
  tooFewSizes,
} from './errors.ts';
import { isTensor, type TensorObject } from './tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Returns an axis of a tensor that must have one, counted from 0. */
export function ownAxis(dim: number, rank: number): number {
  if (rank === 0) throw indexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  return axisOf(dim, rank);
}

/** Returns an axis counted from 0. */
export function axisOf(dim: number, rank: number): number {
  const size = Math.max(1, rank);
  if (dim < -size || dim >= size) throw dimensionError(dim, rank);
  return dim < 0 ? dim + size : dim;
}

define(
  'view',
  ['Tensor input, dtype dtype', 'Tensor input, ints size'],
  (given) => {
    if (given.has('dtype'))
      throw new Refusal("reading the bytes of a tensor as another dtype is not part of this book's PyTorch");
    return graph.view(self(given), given.ints('size'));
  },
  'method',
);
define(
  'view_as',
  'Tensor input, Tensor other',
  (given) => graph.view(self(given), given.variable('other').value.shape),
  'method',
);
define('reshape', 'Tensor input, ints shape', (given) => graph.reshape(self(given), given.ints('shape')));
define(
  'reshape_as',
  'Tensor input, Tensor other',
  (given) => graph.reshape(self(given), given.variable('other').value.shape),
  'method',
);
define('flatten', [
  'Tensor input, int start_dim, int end_dim, name out_dim',
  'Tensor input, int start_dim=0, int end_dim=-1',
  'Tensor input, name start_dim, name end_dim, name out_dim',
  'Tensor input, names dims, name out_dim',
], (given) => graph.flatten(self(given), given.int('start_dim', 0), given.int('end_dim', -1)));
define('ravel', 'Tensor input', (given) => graph.reshape(graph.contiguous(self(given)), [-1]));
define('unflatten', [
  'Tensor input, name dim, ints sizes, names names',
  'Tensor input, int dim, ints sizes',
], (given) => {
  const { shape } = self(given).value;
  const axis = ownAxis(given.int('dim', 0), shape.length);
  const sizes = given.ints('sizes');
  const known = sizes.filter((size) => size >= 0).reduce((product, size) => product * size, 1);
  const filled = sizes.map((size) => (size < 0 ? (shape[axis] as number) / known : size));
  if (filled.reduce((product, size) => product * size, 1) !== shape[axis])
    throw runtimeError(
      `unflatten: Provided sizes ${list(sizes)} don't multiply up to the size of dim ${axis} (${shape[axis]}) in the input tensor`,
    );
  return graph.view(self(given), shape.toSpliced(axis, 1, ...filled));
});

define('permute', 'Tensor input, ints dims', (given) => graph.permute(self(given), given.ints('dims')));
for (const [name, first, second] of [
  ['transpose', 'dim0', 'dim1'],
  ['swapaxes', 'axis0', 'axis1'],
  ['swapdims', 'dim0', 'dim1'],
] as const)
  define(
    name,
    name === 'transpose'
      ? ['Tensor input, int dim0, int dim1', 'Tensor input, name dim0, name dim1']
      : `Tensor input, int ${first}, int ${second}`,
    (given) => {
      const { rank } = self(given).value;
      const axes = [first, second].map((dim) => axisOf(given.int(dim, 0), rank)) as [number, number];
      return rank === 0 ? graph.alias(self(given)) : graph.transpose(self(given), ...axes);
    },
  );
define('t', 'Tensor input', (given) => {
  const { rank } = self(given).value;
  if (rank > 2) throw runtimeError(`t() expects a tensor with <= 2 dimensions, but self is ${rank}D`);
  return graph.t(self(given));
});
define('movedim', [
  'Tensor input, int source, int destination',
  'Tensor input, ints source, ints destination',
], (given) => {
  const { rank } = self(given).value;
  const [from, to] = ['source', 'destination'].map((name) =>
    given.ints(name).map((dim) => axisOf(dim, rank)),
  ) as [number[], number[]];
  const order: number[] = [];
  to.forEach((place, i) => {
    order[place] = from[i] as number;
  });
  const rest = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !from.includes(axis));
  return graph.permute(
    self(given),
    Array.from({ length: rank }, (_, place) => order[place] ?? (rest.shift() as number)),
  );
});

define('squeeze', [
  'Tensor input',
  'Tensor input, int dim',
  'Tensor input, ints dim',
  'Tensor input, name dim',
], (given) => {
  given.refuseNames();
  if (!given.has('dim')) return graph.squeeze(self(given));
  const axes = given.ints('dim').map((dim) => axisOf(dim, self(given).value.rank));
  if (self(given).value.rank === 0) return graph.squeeze(self(given));
  return graph.squeeze(self(given), typeof given.value('dim') === 'bigint' ? (axes[0] as number) : axes);
});
define('unsqueeze', 'Tensor input, int dim', (given) => graph.unsqueeze(self(given), given.int('dim', 0)));

function expanded(variable: Variable, sizes: readonly number[]): Variable {
  const { shape, dtype } = variable.value;
  const extra = sizes.length - shape.length;
  if (extra < 0) throw tooFewSizes(dtype, shape, sizes);
  const target = sizes.map((size, axis) => {
    const own = shape[axis - extra];
    if (size !== -1) return size;
    if (own === undefined)
      throw runtimeError(
        `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${axis}`,
      );
    return own;
  });
  const wrong = target.findLastIndex((size, axis) => {
    const own = shape[axis - extra];
    return own !== undefined && own !== 1 && own !== size;
  });
  if (wrong >= 0) throw expandError(target, shape, wrong);
  return graph.expand(variable, target);
}
define(
  'expand',
  'Tensor input, ints size, *, bool implicit=False',
  (given) => expanded(self(given), given.ints('size')),
  'method',
);
define(
  'expand_as',
  'Tensor input, Tensor other',
  (given) => expanded(self(given), given.variable('other').value.shape),
  'method',
);
define('broadcast_to', 'Tensor input, ints size', (given) => expanded(self(given), given.ints('size')));

function tiled(variable: Variable, times: readonly number[]): Variable {
  const { shape } = variable.value;
  const offset = times.length - shape.length;
  const sizes = Array.from(
    { length: Math.max(times.length, shape.length) },
    (_, axis) => (times[axis + Math.min(0, offset)] ?? 1) * (shape[axis - Math.max(0, offset)] ?? 1),
  );
  const negative = sizes.find((each) => each < 0);
  if (negative !== undefined)
    throw runtimeError(`Trying to create tensor with negative dimension ${negative}: ${list(sizes)}`);
  return graph.repeat(variable, times);
}

define(
  'repeat',
  'Tensor input, ints repeats',
  (given) => {
    const times = given.ints('repeats');
    if (times.length < self(given).value.rank)
      throw runtimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    return tiled(self(given), times);
  },
  'method',
);
define('tile', 'Tensor input, ints dims', (given) => tiled(self(given), given.ints('dims')));
define('flip', 'Tensor input, ints dims', (given) => graph.flip(self(given), given.ints('dims')));
define('fliplr', 'Tensor input', (given) => {
  if (self(given).value.rank < 2) throw runtimeError('Input must be >= 2-d.');
  return graph.flip(self(given), [1]);
});
define('flipud', 'Tensor input', (given) => graph.flip(self(given), [0]));
define('roll', 'Tensor input, dims shifts, dims dims=()', (given) =>
  rolled(self(given), given.ints('shifts'), given.dims('dims') ?? []),
);

function rolled(variable: Variable, shifts: readonly number[], dims: readonly number[]): Variable {
  if (dims.length === 0 && shifts.length === 1) return graph.roll(variable, shifts[0] as number);
  if (dims.length !== shifts.length)
    throw runtimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`);
  const { rank, size } = variable.value;
  if (size === 0) return graph.clone(variable);
  return dims.reduce((each, dim, i) => graph.roll(each, shifts[i] as number, axisOf(dim, rank)), variable);
}

define(
  'contiguous',
  'Tensor input, *, memory_format memory_format=None',
  (given) => {
    const made = graph.contiguous(self(given));
    return made === self(given) ? given.object('input') : made;
  },
  'method',
);
define('clone', 'Tensor input, *, memory_format memory_format=None', (given) => graph.clone(self(given)));
define('diagonal', [
  'Tensor input, *, name outdim, name dim1, name dim2, int offset=0',
  'Tensor input, int offset=0, int dim1=0, int dim2=1',
], (given) => diagonalOf(given, self(given)));

/** Returns the diagonal of a matrix. */
export function diagonalOf(given: Arguments, matrix: Variable): Variable {
  given.refuse('dim1', 'dim2');
  if (matrix.value.rank > 2)
    throw new Refusal("the diagonals of a stack of matrices are not part of this book's PyTorch");
  return graph.diagonal(matrix, given.int('offset', 0));
}

/** Returns a tensor, where PyTorch's own Python code would fail on anything else. */
export function asTensor(value: Value, name: string): TensorObject {
  if (isTensor(value)) return value;
  throw asTorch(() => typeError(`${name}(): argument 'input' (position 1) must be Tensor`));
}
