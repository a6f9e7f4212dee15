/** Products of vectors and matrices: https://pytorch.org/docs/stable/torch.html#blas-and-lapack-operations */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import { Refusal } from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { alias, define, definePython } from './define.ts';
import { scalarTypeName } from './dtype.ts';
import { list, runtimeError } from './errors.ts';
import { DEPRECATED } from './parameters.ts';
import { warnOnce } from './session.ts';
import { asTensor, axisOf } from './shapes.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** A product of two tensors, under the name PyTorch gives the second. */
function product(name: string, second: string, compute: (a: Variable, b: Variable) => Variable): void {
  define(name, `Tensor input, Tensor ${second}, *, Tensor out=None`, (given) =>
    compute(self(given), given.variable(second)),
  );
}

product('matmul', 'other', graph.matmul);
product('mm', 'mat2', graph.mm);
product('mv', 'vec', graph.mv);
product('bmm', 'mat2', graph.bmm);
for (const [name, other] of [
  ['dot', 'tensor'],
  ['vdot', 'other'],
] as const)
  product(name, other, (a, b) => {
    if (a.value.rank === 1 && b.value.rank === 1) return graph.dot(a, b);
    throw runtimeError(`1D tensors expected, but got ${a.value.rank}D and ${b.value.rank}D tensors`);
  });
product('inner', 'other', (a, b) => {
  if (a.value.rank === 0 || b.value.rank === 0) return graph.mul(a, b);
  const [m, n] = [a.value.shape.at(-1), b.value.shape.at(-1)];
  if (m !== n)
    throw runtimeError(
      `inner() the last dimension must match on both input tensors but got shapes ${list(a.value.shape)} and ${list(b.value.shape)}`,
    );
  return b.value.rank === 1 ? graph.matmul(a, b) : contracted(a, b, 1);
});
product('outer', 'vec2', (a, b) => {
  for (const [name, { value }] of [
    ['self', a],
    ['vec2', b],
  ] as const)
    if (value.rank !== 1) throw runtimeError(`outer: Expected 1-D argument ${name}, but got ${value.rank}-D`);
  return graph.outer(a, b);
});
alias('outer', 'ger');

/** The last `count` axes of both meet. */
function contracted(a: Variable, b: Variable, count: number): Variable {
  const kept = (of: Variable) => of.value.shape.slice(0, of.value.rank - count);
  const matrix = (of: Variable) => graph.reshape(of, [kept(of).reduce((rows, size) => rows * size, 1), -1]);
  return graph.reshape(graph.mm(matrix(a), graph.t(matrix(b))), [...kept(a), ...kept(b)]);
}

const ADD = 'Tensor input, Tensor mat1, Tensor mat2, *, Number beta=1, Number alpha=1';
define('addmm', [`${ADD}, Tensor out=None`, DEPRECATED], (given) => {
  const scale = (name: string, of: Variable) => (given.has(name) ? graph.mul(of, given.operand(name)) : of);
  return graph.addmm(
    scale('beta', self(given)),
    scale('alpha', given.variable('mat1')),
    given.variable('mat2'),
  );
});

define('cross', 'Tensor input, Tensor other, int dim=None, *, Tensor out=None', (given) => {
  const dim = given.optionalInt('dim');
  if (dim === undefined)
    warnOnce(
      'Using torch.cross without specifying the dim arg is deprecated.\nPlease either pass the dim explicitly or simply use torch.linalg.cross.\nThe default value of dim will change to agree with that of linalg.cross in a future release.',
    );
  return crossed(self(given), given.variable('other'), dim);
});

/** Returns the cross product along `dim`, or along the first axis of size 3. */
export function crossed(a: Variable, b: Variable, dim: number | undefined): Variable {
  const { shape, rank } = a.value;
  if (b.value.rank !== rank)
    throw runtimeError('linalg.cross: inputs must have the same number of dimensions.');
  if (a.value.dtype !== b.value.dtype)
    throw runtimeError(
      `expected scalar type ${scalarTypeName(a.value.dtype)} but found ${scalarTypeName(b.value.dtype)}`,
    );
  const axis = dim === undefined ? shape.indexOf(3) : axisOf(dim, rank);
  if (axis < 0) throw runtimeError('no dimension of size 3 in input');
  if (shape[axis] !== 3 || b.value.shape.at(axis - rank) !== 3)
    throw runtimeError(
      `linalg.cross: inputs dimension ${dim ?? axis} must have length 3. Got ${shape[axis]} and ${b.value.shape.at(axis - rank)}`,
    );
  if (axis === rank - 1) return graph.cross(a, b);
  const last = (of: Variable) => graph.transpose(of, axis, -1);
  return graph.transpose(graph.cross(last(a), last(b)), axis, -1);
}

definePython('tensordot', 'a, b, dims=2, out=None!', (a, b, dims) => {
  const [x, y] = [asTensor(a, 'tensordot').variable, asTensor(b, 'tensordot').variable];
  if (typeof dims !== 'bigint')
    throw new Refusal("torch.tensordot with lists of axes is not part of this book's PyTorch");
  const count = Number(dims);
  const { rank } = x.value;
  if (count > rank || count > y.value.rank)
    throw runtimeError(`tensordot expects dims < ndim_a or ndim_b, but got dims=${count}`);
  const order = Array.from({ length: y.value.rank }, (_, axis) => (axis + count) % y.value.rank);
  return contracted(x, graph.permute(y, order), count);
});
