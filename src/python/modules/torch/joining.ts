/** Tensors put together: https://pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import { type DType, ShapeError, torchRules } from '../../../tensor/index.ts';
import type { Arguments } from './arguments.ts';
import { alias, define, tuple } from './define.ts';
import { runtimeError } from './errors.ts';
import { axisOf } from './shapes.ts';

const commonDType = (a: DType, b: DType): DType =>
  torchRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' });

/** An empty vector beside tensors of more dimensions is left out, for the sake of old programs. */
function concatenated(tensors: readonly Variable[], dim: number): Variable {
  const isLegacy = ({ value }: Variable) => value.rank === 1 && value.size === 0;
  const counted = tensors.some((each) => !isLegacy(each))
    ? tensors.filter((each) => !isLegacy(each))
    : tensors;
  const scalar = tensors.findIndex(({ value }) => value.rank === 0);
  if (scalar >= 0)
    throw runtimeError(`zero-dimensional tensor (at position ${scalar}) cannot be concatenated`);
  const axis = counted[0] === undefined ? 0 : axisOf(dim, counted[0].value.rank);
  try {
    if (tensors.length === 0) return graph.cat([], 0);
    const [first, ...rest] = counted;
    // An empty vector that is left out still counts for the dtype.
    const dtype = tensors.map(({ value }) => value.dtype).reduce(commonDType);
    return graph.cat(first === undefined ? [] : [graph.to(first, dtype), ...rest], axis);
  } catch (error) {
    if (!(error instanceof ShapeError) || error.problem.kind !== 'sizes-differ') throw error;
    const { operand, axis: differing } = error.problem;
    const place = tensors.indexOf(counted[operand] as Variable);
    throw runtimeError(
      `Sizes of tensors must match except in dimension ${axis}. Expected size ${error.shapes[0]?.[differing]} but got size ${error.shapes[operand]?.[differing]} for tensor number ${place} in the list.`,
    );
  }
}

define(
  'cat',
  ['Tensors tensors, int dim=0, *, Tensor out=None', 'Tensors tensors, name dim, *, Tensor out=None'],
  (given) => concatenated(given.variables('tensors'), given.int('dim', 0)),
  'function',
);
alias('cat', 'concat', 'concatenate');

define(
  'stack',
  'Tensors tensors, int dim=0, *, Tensor out=None',
  (given) => {
    const tensors = given.variables('tensors');
    return graph.stack(tensors, axisOf(given.int('dim', 0), (tensors[0]?.value.rank ?? 0) + 1));
  },
  'function',
);

/** Returns a tensor of at least `rank` dimensions, as `vstack` and `hstack` first make of each. */
function atLeast(rank: 1 | 2 | 3, variable: Variable): Variable {
  const { shape } = variable.value;
  if (shape.length >= rank) return variable;
  if (rank === 3) return graph.unsqueeze(atLeast(2, variable), 2);
  return graph.reshape(variable, rank === 2 ? [1, shape[0] ?? 1] : [1]);
}

const stacked = (rank: 1 | 2 | 3, dimOf: (first: Variable) => number) => (given: Arguments) => {
  const tensors = given.variables('tensors').map((each) => atLeast(rank, each));
  const [first] = tensors;
  return concatenated(tensors, first === undefined ? 0 : dimOf(first));
};
define(
  'vstack',
  'Tensors tensors, *, Tensor out=None',
  stacked(2, () => 0),
  'function',
);
define(
  'hstack',
  'Tensors tensors, *, Tensor out=None',
  stacked(1, ({ value }) => (value.rank === 1 ? 0 : 1)),
  'function',
);
define(
  'dstack',
  'Tensors tensors, *, Tensor out=None',
  stacked(3, () => 2),
  'function',
);
alias('vstack', 'row_stack');
define(
  'column_stack',
  'Tensors tensors, *, Tensor out=None',
  (given) => {
    const columns = given
      .variables('tensors')
      .map((each) => (each.value.rank <= 1 ? graph.reshape(each, [each.value.size, 1]) : each));
    return concatenated(columns, 1);
  },
  'function',
);
for (const [name, rank] of [
  ['atleast_1d', 1],
  ['atleast_2d', 2],
  ['atleast_3d', 3],
] as const)
  define(
    name,
    ['Tensor input', 'Tensors tensors'],
    (given) =>
      given.has('tensors')
        ? tuple(given.variables('tensors').map((each) => atLeast(rank, each)))
        : atLeast(rank, given.variable('input')),
    'function',
  );
