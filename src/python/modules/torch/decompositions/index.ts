/** `torch.einsum`, and the decompositions of `torch.linalg`: a part of PyTorch that is fetched where it is named. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import {
  cholesky,
  eigh,
  type Matrix,
  matricesOf,
  qr,
  type Singular,
  stacked,
  svd,
  transposed,
} from '../../../../tensor/decompositions/index.ts';
import { EinsumError, type EinsumProblem, einsum, readSubscripts } from '../../../../tensor/einsum/index.ts';
import { eye, type Shape, type Tensor } from '../../../../tensor/index.ts';
import { assertNever, type PyTuple, pyError, Refusal } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { type Arguments, itemsOf, plain, withoutGraph } from '../arguments.ts';
import { definePython, type Entry, parsed } from '../define.ts';
import { linAlgErrorType, runtimeError } from '../errors.ts';
import '../index.ts';
import { laterLinalg } from '../later.ts';
import { namedResult } from '../return-types.ts';
import { isTensor } from '../tensor.ts';

function worded(problem: EinsumProblem): string {
  switch (problem.kind) {
    case 'operands':
      return `einsum(): ${problem.more ? 'more' : 'fewer'} operands were provided than specified in the equation`;
    case 'rank':
      return `einsum(): the number of subscripts in the equation (${problem.letters}) does not match the number of dimensions (${problem.rank}) for operand ${problem.operand} and no ellipsis was given`;
    case 'unknown-output':
      return `einsum(): output subscript ${problem.letter} does not appear in the equation for any input operand`;
    case 'repeated-output':
      return `einsum(): output subscript ${problem.letter} appears more than once in the output`;
    case 'letter':
      return `einsum(): invalid subscript given at index 0 in the equation string, subscripts must be in [a-zA-Z]`;
    case 'size':
      return `einsum(): subscript ${problem.letter} has size ${problem.size} for operand ${problem.operand} which does not broadcast with previously seen size ${problem.known}`;
    default:
      return assertNever(problem);
  }
}

/** Returns an operand with its axes in the order of `letters`; axes of the same letter become their diagonal. */
function arranged(x: Variable, own: string, letters: readonly string[]): Variable {
  let [value, names] = [x, [...own]];
  for (let i = 0; i < names.length; i++) {
    const twin = names.indexOf(names[i] as string, i + 1);
    if (twin < 0) continue;
    const size = value.value.shape[i] as number;
    const mask = new Variable(eye(size, undefined, 0, value.value.dtype) as Tensor);
    const shape = value.value.shape.map((_, axis) => (axis === i || axis === twin ? size : 1));
    value = graph.sum(graph.mul(value, graph.reshape(mask, shape)), { dim: twin });
    names = names.toSpliced(twin, 1);
    i--;
  }
  const present = letters.filter((letter) => names.includes(letter));
  const turned = graph.permute(
    value,
    present.map((letter) => names.indexOf(letter)),
  );
  return graph.reshape(
    turned,
    letters.map((letter) =>
      names.includes(letter) ? (value.value.shape[names.indexOf(letter)] as number) : 1,
    ),
  );
}

/** Recorded: products of operands stretched over all letters, summed over those that the result lacks. */
function recordedEinsum(operands: readonly string[], result: string, tensors: readonly Variable[]): Variable {
  const letters = [...new Set([...result, ...operands.join('')])];
  const product = tensors
    .map((x, i) => arranged(x, operands[i] as string, letters))
    .reduce((a, b) => graph.mul(a, b));
  const summed = letters.slice(result.length).map((_, i) => result.length + i);
  return summed.length === 0 ? product : graph.sum(product, { dim: summed });
}

definePython('einsum', '*args', ({ items: [equation = null, ...passed] }) => {
  if (typeof equation !== 'string')
    throw new Refusal(
      "torch.einsum with lists of axes is not part of this book's PyTorch: write the equation as text",
    );
  const [only = null] = passed;
  const listed = passed.length === 1 && !isTensor(only) ? itemsOf(only) : passed;
  const tensors = listed.filter(isTensor).map(({ variable }) => variable);
  try {
    const read = readSubscripts(
      equation,
      tensors.map(({ value }) => value.shape),
    );
    if (tensors.some((each) => each.requiresGrad)) return recordedEinsum(read.operands, read.result, tensors);
    const dtype = tensors[0]?.value.dtype ?? 'float32';
    return plain(
      einsum(
        read,
        tensors.map(({ value }) => value),
        dtype,
      ),
    );
  } catch (error) {
    throw error instanceof EinsumError ? runtimeError(worded(error.problem)) : error;
  }
});

type Stack = { readonly matrices: Matrix[]; readonly lead: Shape; readonly tensor: Tensor };

function stackOf(name: string, given: Arguments, key = 'A', square = false): Stack {
  const tensor = withoutGraph(name, given.variable(key)).value;
  if (tensor.rank < 2)
    throw runtimeError(`${name}: The input tensor ${key} must have at least 2 dimensions.`);
  if (square && tensor.shape.at(-1) !== tensor.shape.at(-2))
    throw runtimeError(
      `${name}: ${key} must be batches of square matrices, but they are ${tensor.shape.slice(-2).join(' by ')} matrices`,
    );
  return { matrices: matricesOf(tensor), lead: tensor.shape.slice(0, -2), tensor };
}

const matrices = (parts: readonly Matrix[], { lead, tensor: { dtype } }: Stack): Variable =>
  plain(
    stacked(
      parts.map(({ data }) => data),
      lead,
      [parts[0]?.rows ?? 0, parts[0]?.columns ?? 0],
      dtype,
    ),
  );
const vectors = (parts: readonly Float64Array[], { lead, tensor: { dtype } }: Stack): Variable =>
  plain(stacked(parts, lead, [parts[0]?.length ?? 0], dtype));

const named = (name: string, fields: readonly string[], values: readonly Variable[]): PyTuple =>
  namedResult(name, fields, values);

function qrOf(given: Arguments): PyTuple {
  const stack = stackOf('linalg.qr', given);
  const mode = given.text('mode') ?? 'reduced';
  const found = stack.matrices.map((each) => qr(each, mode === 'complete'));
  return named(
    'linalg_qr',
    ['Q', 'R'],
    [
      matrices(
        found.map(({ q }) => q),
        stack,
      ),
      matrices(
        found.map(({ r }) => r),
        stack,
      ),
    ],
  );
}

function svdOf(given: Arguments, full: boolean): { stack: Stack; found: Singular[] } {
  const stack = stackOf('linalg.svd', given);
  return { stack, found: stack.matrices.map((each) => svd(each, full)) };
}

const eighOf = (name: string, given: Arguments) => {
  const stack = stackOf(name, given, 'A', true);
  const upper = given.text('UPLO') === 'U';
  return { stack, found: stack.matrices.map((each) => eigh(upper ? transposed(each) : each)) };
};

/** Returns the pseudo-inverse, small singular values counting as 0. */
function inverseOf({ u, values, vt }: Singular, share: number): Matrix {
  const [rows, columns] = [vt.columns, u.rows];
  const data = new Float64Array(rows * columns);
  const least = share * (values[0] ?? 0);
  values.forEach((value, k) => {
    if (value <= least) return;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        data[i * columns + j] =
          (data[i * columns + j] as number) +
          ((vt.data[k * vt.columns + i] as number) / value) * (u.data[j * u.columns + k] as number);
  });
  return { rows, columns, data };
}

/** Returns the smallest difference from 1, times the longer side: below that share a singular value counts as 0. */
const usualShare = ({ tensor: { dtype, shape } }: Stack): number =>
  (dtype === 'float32' ? 2 ** -23 : 2 ** -52) * Math.max(shape.at(-1) as number, shape.at(-2) as number);

const FUNCTIONS: readonly Entry[] = [
  parsed('qr', "Tensor A, str mode='reduced', *, Tensor out=None", qrOf, 'linalg_'),
  parsed(
    'svd',
    'Tensor A, bool full_matrices=True, *, str driver=None, Tensor out=None',
    (given) => {
      const { stack, found } = svdOf(given, given.flag('full_matrices', true));
      return named(
        'linalg_svd',
        ['U', 'S', 'Vh'],
        [
          matrices(
            found.map(({ u }) => u),
            stack,
          ),
          vectors(
            found.map(({ values }) => values),
            stack,
          ),
          matrices(
            found.map(({ vt }) => vt),
            stack,
          ),
        ],
      );
    },
    'linalg_',
  ),
  parsed(
    'svdvals',
    'Tensor A, *, str driver=None, Tensor out=None',
    (given) => {
      const { stack, found } = svdOf(given, false);
      return vectors(
        found.map(({ values }) => values),
        stack,
      );
    },
    'linalg_',
  ),
  parsed(
    'eigh',
    "Tensor A, str UPLO='L', *, Tensor out=None",
    (given) => {
      const { stack, found } = eighOf('linalg.eigh', given);
      return named(
        'linalg_eigh',
        ['eigenvalues', 'eigenvectors'],
        [
          vectors(
            found.map(({ values }) => values),
            stack,
          ),
          matrices(
            found.map((each) => each.vectors),
            stack,
          ),
        ],
      );
    },
    'linalg_',
  ),
  parsed(
    'eigvalsh',
    "Tensor A, str UPLO='L', *, Tensor out=None",
    (given) => {
      const { stack, found } = eighOf('linalg.eigvalsh', given);
      return vectors(
        found.map(({ values }) => values),
        stack,
      );
    },
    'linalg_',
  ),
  parsed(
    'cholesky',
    'Tensor A, *, bool upper=False, Tensor out=None',
    (given) => {
      const stack = stackOf('linalg.cholesky', given, 'A', true);
      const factors = stack.matrices.map((each) => {
        const found = cholesky(each);
        if ('failedAt' in found)
          throw pyError(
            linAlgErrorType,
            `linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order ${found.failedAt} is not positive-definite).`,
          );
        return given.flag('upper') ? transposed(found.factor) : found.factor;
      });
      return matrices(factors, stack);
    },
    'linalg_',
  ),
  parsed(
    'pinv',
    'Tensor A, *, float atol=None, float rtol=None, bool hermitian=False, Tensor out=None',
    (given) => {
      const { stack, found } = svdOf(given, false);
      const share = given.number('rtol', usualShare(stack));
      return matrices(
        found.map((each) => inverseOf(each, share)),
        stack,
      );
    },
    'linalg_',
  ),
  parsed(
    'cond',
    'Tensor A, float p=None, *, Tensor out=None',
    (given) => {
      const { stack, found } = svdOf(given, false);
      const ratios = found.map(({ values }) => {
        const [most, least] = [values[0] as number, values.at(-1) as number];
        return Float64Array.of(given.number('p', 2) === -2 ? least / most : most / least);
      });
      return plain(stacked(ratios, stack.lead, [], stack.tensor.dtype));
    },
    'linalg_',
  ),
  parsed(
    'lstsq',
    'Tensor A, Tensor B, float rcond=None, *, str driver=None',
    (given) => {
      const stack = stackOf('linalg.lstsq', given);
      const [one] = stack.matrices.map((each) => svd(each, false)) as [Singular];
      const inverse = plain(
        stacked(
          [inverseOf(one, usualShare(stack)).data],
          [],
          [one.vt.columns, one.u.rows],
          stack.tensor.dtype,
        ),
      );
      const right = given.variable('B').detach();
      const solution = graph.matmul(inverse, right);
      const [rows, columns] = stack.tensor.shape as [number, number];
      const rest = graph.sub(graph.matmul(new Variable(stack.tensor), solution), right);
      const none = (shape: Shape, dtype: 'int64' | typeof stack.tensor.dtype): Variable =>
        plain(stacked([], [0], shape, dtype));
      const residuals =
        rows > columns ? graph.sum(graph.pow(rest, 2), { dim: 0 }) : none([], stack.tensor.dtype);
      const rank = plain(stacked([[columns]], [], [], 'int64'));
      return named(
        'linalg_lstsq',
        ['solution', 'residuals', 'rank', 'singular_values'],
        [solution, residuals, rank, none([], stack.tensor.dtype)],
      );
    },
    'linalg_',
  ),
];
for (const [name, value] of FUNCTIONS) laterLinalg.set(name, value);

/** The part adds to modules that are there and has none of its own. */
export const decompositionModules: Modules = new Map();
