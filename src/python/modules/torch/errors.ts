/** The core's and the graph's errors in PyTorch's words: the one place where its messages are made. */
import { AutogradError } from '../../../tensor/autograd/index.ts';
import { type DType, type Shape, type ShapeProblem, TensorError } from '../../../tensor/index.ts';
import {
  listedShape as list,
  type Raised,
  torchBroadcastMismatch,
  torchMatmulMismatch,
  torchReshapeRefusal,
  torchStepRefusal,
  torchViewRefusal,
} from '../../../tensor/messages/index.ts';
import {
  assertNever,
  builtinException,
  exceptionType,
  type PyError,
  pyError,
  Refusal,
} from '../../objects/index.ts';
import { cTypeName, scalarTypeName, tensorTypeName } from './dtype.ts';

/** `torch.linalg.LinAlgError`. */
export const linAlgErrorType = exceptionType('_LinAlgError', [builtinException('RuntimeError')], 'torch._C');

export const runtimeError = (message: string): PyError => pyError('RuntimeError', message);
export const indexError = (message: string): PyError => pyError('IndexError', message);

export { list };

/** Returns an exception of the core's messages as Python raises it. */
function asPyError({ type, message }: Raised<'ValueError' | 'RuntimeError'>): PyError {
  return pyError(type, message);
}

/** Runs `body`; what the core or the graph refuse becomes PyTorch's exception. */
export function asTorch<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof AutogradError)
      throw error.problem.kind === 'second-order' ? new Refusal(error.message) : runtimeError(error.message);
    throw error instanceof TensorError ? translate(error) : error;
  }
}

/** `Dimension out of range …`; a 0-d tensor counts as having one. */
export function dimensionError(dim: number, rank: number): PyError {
  const size = Math.max(1, rank);
  return indexError(
    `Dimension out of range (expected to be in range of [${-size}, ${size - 1}], but got ${dim})`,
  );
}

export function expandError(target: Shape, from: Shape, axis: number): PyError {
  const existing = from[axis - target.length + from.length];
  return runtimeError(
    `The expanded size of the tensor (${target[axis]}) must match the existing size (${existing}) at non-singleton dimension ${axis}.  Target sizes: ${list(target)}.  Tensor sizes: ${list(from)}`,
  );
}

/** A tensor cannot be expanded to fewer dimensions than it has. */
export function tooFewSizes(dtype: DType, shape: Shape, sizes: Shape): PyError {
  const type = dtype === 'bool' ? 'CPUBoolType' : tensorTypeName(dtype);
  return runtimeError(
    `expand(${type}{${list(shape)}}, size=${list(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${shape.length})`,
  );
}

function translate(error: TensorError): Error {
  const { operation, problem, shapes, message } = error;
  const [a = [], b = []] = shapes;
  switch (problem.kind) {
    case 'broadcast':
      return asPyError(torchBroadcastMismatch(problem.sizes, problem.axis));
    case 'inner-sizes':
    case 'rank':
      return productError(operation, problem, a, b, message);
    case 'differ':
      return dtypesDiffer(operation, problem.dtypes.map(scalarTypeName), problem.dtypes.map(cTypeName));
    case 'reshape':
    case 'two-unknown-sizes':
      return asPyError(torchReshapeRefusal(problem));
    case 'negative-size':
      return negativeSize(operation, problem.requested);
    case 'view':
      return asPyError(torchViewRefusal);
    case 'expand':
      return problem.axis < 0 || problem.requested.length < a.length
        ? expandError(problem.requested, a, Math.max(0, problem.axis))
        : expandError(problem.requested, a, problem.axis);
    case 'not-one-element':
      return runtimeError(`a Tensor with ${problem.size} elements cannot be converted to Scalar`);
    case 'axis':
      return dimensionError(problem.axis, problem.rank);
    case 'repeated-axis':
      return runtimeError(
        operation === 'permute'
          ? 'permute(): duplicate dims are not allowed.'
          : `dim ${problem.axis} appears multiple times in the list of dims`,
      );
    case 'permutation':
      return runtimeError(
        operation === 'flatten'
          ? 'flatten() has invalid args: start_dim cannot come after end_dim'
          : `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${problem.rank} is not equal to len(dims) = ${problem.axes.length}`,
      );
    case 'empty-reduction':
      return operation.startsWith('arg')
        ? indexError(`${operation}(): Expected reduction dim to be specified for input.numel() == 0.`)
        : runtimeError(
            `${operation}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
          );
    case 'no-operands':
      return runtimeError(
        operation === 'stack'
          ? 'stack expects a non-empty TensorList'
          : 'torch.cat(): expected a non-empty list of Tensors',
      );
    case 'ranks-differ':
      return runtimeError(
        `Tensors must have same number of dimensions: got ${a.length} and ${shapes[problem.operand]?.length}`,
      );
    case 'shapes-differ':
      return runtimeError(
        `stack expects each tensor to be equal size, but got ${list(a)} at entry 0 and ${list(shapes[problem.operand] ?? [])} at entry ${problem.operand}`,
      );
    case 'not-square':
      return runtimeError(
        `linalg.${operation}: A must be batches of square matrices, but they are ${a.slice(-2).join(' by ')} matrices`,
      );
    case 'singular':
      return pyError(
        linAlgErrorType,
        operation === 'solve'
          ? 'torch.linalg.solve: The solver failed because the input matrix is singular.'
          : `linalg.${operation}: The diagonal element ${a.at(-1)} is zero, the inversion could not be completed because the input matrix is singular.`,
      );
    case 'out-of-bounds':
      return indexError(
        `index ${problem.index} is out of bounds for dimension ${problem.axis} with size ${problem.size}`,
      );
    case 'too-many-indices':
      return indexError(`too many indices for tensor of dimension ${problem.rank}`);
    case 'zero-step':
      return operation === 'arange' ? runtimeError('step must be nonzero') : asPyError(torchStepRefusal);
    case 'mask-size':
      return indexError(
        `The shape of the mask ${list(b)} at index 0 does not match the shape of the indexed tensor ${list(a)} at index 0`,
      );
    case 'index-dtype':
      return indexError('tensors used as indices must be long, int, byte or bool tensors');
    case 'unsupported':
      return unsupported(operation, problem.dtypes.map(scalarTypeName));
    case 'negative-power':
      return runtimeError('Integers to negative integer powers are not allowed.');
    case 'division-by-zero':
      return runtimeError('ZeroDivisionError');
    case 'integer-range':
      return new Refusal(
        `${problem.value} as an int64: integers beyond 2**53 in tensors are not part of this book's PyTorch`,
      );
    case 'vector-size':
      return runtimeError(
        `linalg.cross: inputs dimension -1 must have length 3. Got ${a.at(-1)} and ${b.at(-1)}`,
      );
    case 'sizes-differ':
    case 'not-size-one':
    case 'ragged':
    case 'split':
    case 'two-ellipses':
    case 'scalar-range':
    case 'argument':
      // The functions that could meet these look first and word them themselves.
      return runtimeError(message);
    default:
      return assertNever(problem);
  }
}

function productError(
  operation: string,
  problem: Extract<ShapeProblem, { kind: 'inner-sizes' | 'rank' }>,
  a: Shape,
  b: Shape,
  message: string,
): PyError {
  switch (operation) {
    case 'dot':
      return problem.kind === 'rank'
        ? runtimeError(`1D tensors expected, but got ${a.length}D and ${b.length}D tensors`)
        : asPyError(torchMatmulMismatch(a, b));
    case 'mv':
      return problem.kind === 'rank'
        ? runtimeError(`vector + matrix @ vector expected, got 1, ${a.length}, ${b.length}`)
        : asPyError(torchMatmulMismatch(a, b));
    case 'bmm':
      return runtimeError(
        problem.kind === 'rank'
          ? `batch${problem.operand + 1} must be a 3D tensor`
          : `Expected size for first two dimensions of batch2 tensor to be: [${a[0]}, ${a[2]}] but got: [${b[0]}, ${b[1]}].`,
      );
    case 'solve':
    case 'inv':
    case 'det':
      return runtimeError(`linalg.${operation}: The input tensor A must have at least 2 dimensions.`);
    case 'trace':
      return runtimeError(`trace: expected a matrix, but got tensor with dim ${a.length}`);
    case 'tril':
    case 'triu':
      return runtimeError(`${operation}: input tensor must have at least 2 dimensions`);
    case 'mm':
      if (problem.kind === 'rank')
        return runtimeError(`${problem.operand === 0 ? 'self' : 'mat2'} must be a matrix`);
  }
  if (problem.kind === 'inner-sizes') return asPyError(torchMatmulMismatch(a, b));
  return operation === 'matmul'
    ? runtimeError(
        `both arguments to matmul need to be at least 1D, but they are ${a.length}D and ${b.length}D`,
      )
    : runtimeError(message);
}

function dtypesDiffer(operation: string, scalar: readonly string[], c: readonly string[]): PyError {
  switch (operation) {
    case 'dot':
      return runtimeError(
        `dot : expected both vectors to have same dtype, but found ${scalar[0]} and ${scalar[1]}`,
      );
    case 'mm':
    case 'linear':
      return runtimeError(`expected m1 and m2 to have the same dtype, but got: ${c[0]} != ${c[1]}`);
    case 'addmm':
      return runtimeError(`mat1 and mat2 must have the same dtype, but got ${scalar[0]} and ${scalar[1]}`);
    default:
      return runtimeError(`expected scalar type ${scalar[0]} but found ${scalar[1]}`);
  }
}

function negativeSize(operation: string, requested: Shape): PyError {
  const size = requested.find((each) => each < (operation === 'view' || operation === 'reshape' ? -1 : 0));
  if (operation === 'view' || operation === 'reshape') return runtimeError(`invalid shape dimension ${size}`);
  if (operation === 'linspace') return runtimeError('number of steps must be non-negative');
  if (operation === 'eye')
    return runtimeError(
      `${(requested[0] as number) < 0 ? 'n' : 'm'} must be greater or equal to 0, got ${size}`,
    );
  return runtimeError(`Trying to create tensor with negative dimension ${size}: ${list(requested)}`);
}

/** How the kernels that refuse some dtypes are called. */
const KERNELS: Readonly<Record<string, string>> = {
  bitwiseAnd: 'bitwise_and_cpu',
  bitwiseOr: 'bitwise_or_cpu',
  bitwiseXor: 'bitwise_xor_cpu',
  sign: 'sign_cpu',
  floor: 'floor_vml_cpu',
  ceil: 'ceil_vml_cpu',
  trunc: 'trunc_vml_cpu',
};

function unsupported(operation: string, dtypes: readonly string[]): PyError {
  switch (operation) {
    case 'negative':
      return runtimeError(
        'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
      );
    case 'subtract':
      return runtimeError(
        'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
      );
    case 'bitwiseNot':
      return pyError(
        'TypeError',
        '~ (operator.invert) is only implemented on integer and Boolean-type tensors',
      );
    default:
      return runtimeError(`"${KERNELS[operation] ?? `${operation}_cpu`}" not implemented for '${dtypes[0]}'`);
  }
}
