/** Linear algebra, in `torch` and in `torch.linalg`: https://pytorch.org/docs/stable/linalg.html */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { torchRules } from '../../../tensor/index.ts';
import {
  PyList,
  PyModule,
  PyTuple,
  pyError,
  Refusal,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import type { Host } from '../host.ts';
import { type Arguments, plain } from './arguments.ts';
import { define, type Entry, parsed } from './define.ts';
import { linAlgErrorType, runtimeError } from './errors.ts';
import { laterLinalg } from './later.ts';
import { matrixNorm, norm, orderOf, requireFloat, vectorNorm } from './norms.ts';
import { zeroPivot } from './pivots.ts';
import { crossed } from './products.ts';
import { publicNames } from './public-names.ts';
import { readDims } from './reductions.ts';
import { diagonalOf } from './shapes.ts';

const self = (given: Arguments): Variable => given.variable('input');

function requireSquare(name: string, x: Variable): void {
  const { shape, rank } = x.value;
  if (rank < 2) throw runtimeError(`linalg.${name}: The input tensor A must have at least 2 dimensions.`);
  if (shape.at(-1) !== shape.at(-2))
    throw runtimeError(
      `linalg.${name}: A must be batches of square matrices, but they are ${shape.slice(-2).join(' by ')} matrices`,
    );
  requireFloat(name, x);
}

const det = (x: Variable): Variable => {
  requireSquare('det', x);
  return graph.det(x);
};
const inv = (x: Variable): Variable => {
  requireSquare('inv', x);
  const zero = x.value.rank === 2 ? zeroPivot(x.value) : undefined;
  if (zero !== undefined)
    throw pyError(
      linAlgErrorType,
      `linalg.inv: The diagonal element ${zero} is zero, the inversion could not be completed because the input matrix is singular.`,
    );
  return graph.inv(x);
};
define('det', 'Tensor input', (given) => det(self(given)));
define('inverse', 'Tensor input, *, Tensor out=None', (given) => inv(self(given)));
define('trace', 'Tensor input', (given) => {
  const { rank } = self(given).value;
  if (rank !== 2) throw runtimeError(`trace: expected a matrix, but got tensor with dim ${rank}`);
  return graph.trace(self(given));
});
for (const name of ['tril', 'triu'] as const)
  define(name, 'Tensor input, int diagonal=0, *, Tensor out=None', (given) =>
    graph[name](self(given), given.int('diagonal', 0)),
  );
define('diag', 'Tensor input, int diagonal=0, *, Tensor out=None', (given) => {
  const { rank } = self(given).value;
  if (rank !== 1 && rank !== 2) throw runtimeError(`diag(): Supports 1D or 2D tensors. Got ${rank}D`);
  return graph.diag(self(given), given.int('diagonal', 0));
});
define('diag_embed', 'Tensor input, int offset=0, int dim1=-2, int dim2=-1', (given) => {
  given.refuse('dim1', 'dim2');
  if (self(given).value.rank !== 1)
    throw new Refusal("torch.diag_embed of other than vectors is not part of this book's PyTorch");
  return graph.diag(self(given), given.int('offset', 0));
});

function power(x: Variable, n: number): Variable {
  if (n < 0) return power(inv(x), -n);
  let result = plain(core.eye(x.value.shape.at(-1) as number, undefined, 0, x.value.dtype));
  for (let i = 0; i < n; i++) result = i === 0 ? graph.clone(x) : graph.matmul(result, x);
  return result;
}
define('matrix_power', 'Tensor input, int n, *, Tensor out=None', (given) =>
  power(self(given), given.int('n', 1)),
);
define('kron', 'Tensor input, Tensor other, *, Tensor out=None', (given) => {
  const [a, b] = [self(given), given.variable('other')];
  const rank = Math.max(a.value.rank, b.value.rank);
  const sizes = (of: Variable) => [...new Array<number>(rank - of.value.rank).fill(1), ...of.value.shape];
  const product = graph.mul(
    graph.reshape(
      a,
      sizes(a).flatMap((size) => [size, 1]),
    ),
    graph.reshape(
      b,
      sizes(b).flatMap((size) => [1, size]),
    ),
  );
  return graph.reshape(
    product,
    sizes(a).map((size, axis) => size * (sizes(b)[axis] as number)),
  );
});

/** Returns a list of matrices multiplied from the left: `multi_dot`, `chain_matmul`. */
const chained = (matrices: readonly Variable[]): Variable =>
  matrices.reduce((product, each) => graph.matmul(product, each));

function readAxes(value: Value | undefined, name: string): number[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'bigint') return [Number(value)];
  if (value instanceof PyTuple || value instanceof PyList) return readDims(value);
  throw typeError(`linalg_${name}(): argument 'dim' must be tuple of ints, not ${typeName(value)}`);
}

const NORM_TAIL = 'bool keepdim=False, *, dtype dtype=None, Tensor out=None';
const linalg = (
  name: string,
  signatures: string | readonly string[],
  body: (given: Arguments) => Variable,
): Entry => parsed(name, signatures, body, 'linalg_');

const FUNCTIONS: readonly Entry[] = [
  linalg(
    'norm',
    [
      `Tensor input, Number ord=None, dims dim=None, ${NORM_TAIL}`,
      `Tensor input, str ord, dims dim=None, ${NORM_TAIL}`,
    ],
    (given) =>
      norm(given.converted('input'), orderOf(given.value('ord')), given.dims('dim'), given.flag('keepdim')),
  ),
  linalg('vector_norm', `Tensor input, Number ord=2, dims dim=None, ${NORM_TAIL}`, (given) =>
    vectorNorm(
      given.converted('input'),
      orderOf(given.value('ord')),
      given.dims('dim'),
      given.flag('keepdim'),
    ),
  ),
  linalg(
    'matrix_norm',
    [
      `Tensor input, Number ord, dims dim=(-2, -1), ${NORM_TAIL}`,
      `Tensor input, str ord="fro", dims dim=(-2, -1), ${NORM_TAIL}`,
    ].map((text) => text.replace('(-2, -1)', '(-2,-1)')),
    (given) =>
      matrixNorm(
        given.converted('input'),
        orderOf(given.value('ord')) ?? 'fro',
        readAxes(given.value('dim'), 'matrix_norm') ?? [-2, -1],
        given.flag('keepdim'),
      ),
  ),
  linalg('det', 'Tensor A, *, Tensor out=None', (given) => det(given.variable('A'))),
  linalg('inv', 'Tensor A, *, Tensor out=None', (given) => inv(given.variable('A'))),
  linalg('solve', 'Tensor A, Tensor B, *, bool left=True, Tensor out=None', (given) => {
    if (!given.flag('left', true)) given.refuse('left');
    const [a, b] = [given.variable('A'), given.variable('B')];
    requireSquare('solve', a);
    const rows = a.value.shape.at(-1);
    const matching = b.value.rank === 1 ? b.value.shape[0] === rows : b.value.shape.at(-2) === rows;
    if (a.value.rank >= 2 && rows === a.value.shape.at(-2) && !matching)
      throw runtimeError(
        `linalg.solve: Incompatible shapes of A and B for the equation AX = B (${a.value.shape.slice(-2).join('x')} and ${b.value.rank === 1 ? `${b.value.shape[0]}x1` : b.value.shape.slice(-2).join('x')})`,
      );
    return graph.solve(a, b);
  }),
  linalg('matmul', 'Tensor input, Tensor other, *, Tensor out=None', (given) =>
    graph.matmul(self(given), given.variable('other')),
  ),
  linalg('multi_dot', 'Tensors tensors, *, Tensor out=None', (given) => chained(given.variables('tensors'))),
  linalg('matrix_power', 'Tensor input, int n, *, Tensor out=None', (given) =>
    power(self(given), given.int('n', 1)),
  ),
  linalg('matrix_rank', 'Tensor input, float tol=None, bool hermitian=False, *, Tensor out=None', (given) => {
    given.refuse('tol', 'hermitian');
    return plain(core.matrixRank(self(given).value, torchRules));
  }),
  linalg('diagonal', 'Tensor A, *, int offset=0, int dim1=-2, int dim2=-1', (given) =>
    diagonalOf(given, given.variable('A')),
  ),
  linalg('cross', 'Tensor input, Tensor other, *, int dim=-1, Tensor out=None', (given) => {
    const [a, b] = [self(given), given.variable('other')];
    return crossed(a, b, given.int('dim', -1));
  }),
  linalg('vecdot', 'Tensor x, Tensor y, *, int dim=-1, Tensor out=None', (given) =>
    graph.sum(graph.mul(given.variable('x'), given.variable('y')), { dim: given.int('dim', -1) }),
  ),
  ['LinAlgError', linAlgErrorType],
];

export function linalgModule({ fetchedCount }: Host): PyModule {
  const members = (): Entry[] => [...FUNCTIONS, ...laterLinalg];
  return new PyModule('torch.linalg', members(), {
    library: 'PyTorch',
    notOffered: publicNames('linalg'),
    growth: { count: fetchedCount, members },
  });
}
