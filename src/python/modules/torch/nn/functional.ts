/** `torch.nn.functional`: https://pytorch.org/docs/stable/nn.functional.html */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  asFloat,
  call,
  getAttribute,
  isTrue,
  PyModule,
  pyError,
  type Value,
} from '../../../objects/index.ts';
import type { Host } from '../../host.ts';
import { plain } from '../arguments.ts';
import { type Entry, parsed, torchFunctions } from '../define.ts';
import { readDType, scalarTypeName } from '../dtype.ts';
import { expandError, runtimeError } from '../errors.ts';
import { publicNames } from '../public-names.ts';
import { session } from '../session.ts';
import { isTensor, type TensorObject, wrap } from '../tensor.ts';
import { DROPOUT, DROPOUT_IN_PLACE, readProbability } from './dropout.ts';
import { laterFunctions } from './later.ts';
import { LOSSES } from './losses.ts';
import { MODULE, python, tensorWith } from './python-functions.ts';

/** Calls `torch.name`, whose messages then are those of PyTorch's own functions. */
function torch(name: string, ...args: readonly Value[]): Value {
  return call(torchFunctions.get(name) ?? null, args);
}

/** `relu` and its like, which write into their input when told to. */
const inPlaceOr = (name: string, input: Value, inPlace: Value): Value =>
  isTrue(inPlace) && isTensor(input) ? call(getAttribute(input, `${name}_`)) : torch(name, input);

/** Returns the dimension that PyTorch used to choose when none was given. */
function implicitDim(name: string, { tensor: { rank } }: TensorObject): bigint {
  session().host.warn(
    'UserWarning',
    `Implicit dimension choice for ${name} has been deprecated. Change the call to include dim=X as an argument.`,
  );
  return rank === 0 || rank === 1 || rank === 3 ? 0n : 1n;
}

function softmaxOf(name: 'softmax' | 'log_softmax', input: Value, dim: Value, dtype: Value): Value {
  const object = tensorWith(dim === null ? 'dim' : name, input);
  const axis = dim === null ? implicitDim(name, object) : dim;
  const method = getAttribute(
    dtype === null ? object : wrap(graph.to(object.variable, readDType(dtype))),
    name,
  );
  return call(method, [axis]);
}

/** The bias must stretch to the rows that the product has. */
function requireBias(bias: core.Shape, input: core.Shape, weight: core.Shape): void {
  if (weight.length !== 2 || input.at(-1) !== weight[1]) return;
  const rows = input.slice(0, -1).reduce((product, size) => product * size, 1);
  const target = [rows, weight[0] as number];
  const wrong = target.findLastIndex((size, axis) => {
    const own = bias[axis - 2 + bias.length];
    return own !== undefined && own !== 1 && own !== size;
  });
  if (wrong >= 0) throw expandError(target, bias, wrong);
}

/** Returns each class as a row of zeros with a one: `one_hot`. */
function oneHot({ tensor }: TensorObject, classes: number): Variable {
  if (tensor.dtype !== 'int64')
    throw runtimeError('one_hot is only applicable to index tensor of type LongTensor.');
  const flat = tensor.toFlat();
  if (flat.length === 0 && classes <= 0)
    throw runtimeError('Can not infer total number of classes from empty tensor.');
  if (flat.some((each) => each < 0)) throw runtimeError('Class values must be non-negative.');
  const count = classes === -1 ? flat.reduce((most, each) => Math.max(most, each)) + 1 : classes;
  if (classes !== -1 && classes < 1) throw runtimeError('num_classes should be positive');
  if (flat.some((each) => each >= count))
    throw runtimeError('Class values must be smaller than num_classes.');
  const rows = core.zeros<core.Shape>([flat.length, count], 'int64');
  flat.forEach((each, row) => {
    rows.setAt([row, each], 1);
  });
  return plain(core.reshape<core.Shape>(rows, [...tensor.shape, count]));
}

export const COSINE_SIMILARITY = parsed(
  'cosine_similarity',
  'Tensor x1, Tensor x2, int dim=1, float eps=1e-08',
  (given) => {
    const [a, b] = [given.variable('x1'), given.variable('x2')];
    const rank = core.broadcastShapes<core.Shape, core.Shape>(a.value.shape, b.value.shape).length;
    const dim = given.int('dim', 1);
    const [x, y] = inCommon(a, b);
    return graph.cosineSimilarity(x, y, dim < 0 ? dim : checked(dim, rank), given.number('eps', 1e-8));
  },
);

/** Returns both in the dtype that they promote to, which has to be one of floats. */
function inCommon(a: Variable, b: Variable): [Variable, Variable] {
  const { dtype } = graph.mul(a, b).value;
  if (!core.isFloat(dtype))
    throw runtimeError(
      `expected common dtype to be floating point, yet common dtype is ${scalarTypeName(dtype)}`,
    );
  return [graph.to(a, dtype), graph.to(b, dtype)];
}

function checked(dim: number, rank: number): number {
  if (dim >= Math.max(1, rank))
    throw pyError(
      'IndexError',
      `Dimension out of range (expected to be in range of [${-Math.max(1, rank)}, ${Math.max(1, rank) - 1}], but got ${dim})`,
    );
  return dim;
}

export const PAIRWISE_DISTANCE = parsed(
  'pairwise_distance',
  'Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False',
  (given) => {
    const difference = graph.add(graph.sub(given.variable('x1'), given.variable('x2')), {
      python: 'float',
      value: given.number('eps', 1e-6),
    });
    return graph.vectorNorm(difference, {
      ord: given.number('p', 2),
      dim: -1,
      keepdim: given.flag('keepdim'),
    });
  },
);

function requireFloats(kernel: string, { tensor: { dtype } }: TensorObject): void {
  if (!core.isFloat(dtype))
    throw runtimeError(`"${kernel}_cpu" not implemented for '${scalarTypeName(dtype)}'`);
}

const LEAKY = 'Tensor input, Number negative_slope=0.01';
const [, LEAKY_RELU] = parsed('leaky_relu', LEAKY, (given) => {
  requireFloats('leaky_relu', given.object('input'));
  return graph.leakyReLU(given.variable('input'), given.number('negative_slope', 0.01));
});
const [, LEAKY_RELU_IN_PLACE] = parsed('leaky_relu_', LEAKY, (given) =>
  graph.leakyReLU.inPlace(given.variable('input'), given.number('negative_slope', 0.01)),
);

export const FUNCTIONS: readonly Entry[] = [
  parsed('linear', 'Tensor input, Tensor weight, Tensor bias=None', (given) => {
    const [input, weight] = [given.variable('input'), given.variable('weight')];
    if (!given.has('bias')) return graph.linear(input, weight);
    const [a, b] = [input, weight].map(({ value }) => scalarTypeName(value.dtype));
    if (a !== b) throw runtimeError(`mat1 and mat2 must have the same dtype, but got ${a} and ${b}`);
    requireBias(given.variable('bias').value.shape, input.value.shape, weight.value.shape);
    return graph.linear(input, weight, given.variable('bias'));
  }),
  python('relu', 'input, inplace=False', (input, inPlace) => inPlaceOr('relu', input, inPlace)),
  python('sigmoid', 'input', (input) => call(getAttribute(input, 'sigmoid'))),
  python('tanh', 'input', (input) => call(getAttribute(input, 'tanh'))),
  python('leaky_relu', 'input, negative_slope=0.01, inplace=False', (input, slope, inPlace) =>
    call(isTrue(inPlace) ? LEAKY_RELU_IN_PLACE : LEAKY_RELU, [input, slope]),
  ),
  python('softmax', 'input, dim=None, _stacklevel=3, dtype=None', (input, dim, _level, dtype) =>
    softmaxOf('softmax', input, dim, dtype),
  ),
  python('log_softmax', 'input, dim=None, _stacklevel=3, dtype=None', (input, dim, _level, dtype) =>
    softmaxOf('log_softmax', input, dim, dtype),
  ),
  COSINE_SIMILARITY,
  PAIRWISE_DISTANCE,
  python('normalize', 'input, p=2.0, dim=1, eps=1e-12, out=None!', (input, p, dim, epsilon) => {
    const { variable } = tensorWith('norm', input);
    if (!core.isFloat(variable.value.dtype))
      throw runtimeError(
        `linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${scalarTypeName(variable.value.dtype)}`,
      );
    return graph.normalize(
      variable,
      asFloat(p) ?? 2,
      checked(Number(dim), variable.value.rank),
      asFloat(epsilon) ?? 1e-12,
    );
  }),
  ...LOSSES,
  python('elu', 'input, alpha=1.0, inplace=False', (input, alpha, inPlace) => {
    const { variable } = tensorWith('elu', input);
    const scale = asFloat(alpha) ?? 1;
    return isTrue(inPlace) ? graph.elu.inPlace(variable, scale) : graph.elu(variable, scale);
  }),
  python('hardtanh', 'input, min_val=-1.0, max_val=1.0, inplace=False', (input, low, high, inPlace) => {
    const { variable } = tensorWith('hardtanh', input);
    const bounds = [asFloat(low) ?? -1, asFloat(high) ?? 1] as const;
    return isTrue(inPlace)
      ? graph.hardtanh.inPlace(variable, ...bounds)
      : graph.hardtanh(variable, ...bounds);
  }),
  python('relu6', 'input, inplace=False', (input, inPlace) => {
    const { variable } = tensorWith('relu6', input);
    return isTrue(inPlace) ? graph.hardtanh.inPlace(variable, 0, 6) : graph.hardtanh(variable, 0, 6);
  }),
  python('silu', 'input, inplace=False', (input, inPlace) => {
    const { variable } = tensorWith('silu', input);
    return isTrue(inPlace) ? graph.silu.inPlace(variable) : graph.silu(variable);
  }),
  parsed('softplus', 'Tensor input, Number beta=1, Number threshold=20', (given) => {
    requireFloats('softplus', given.object('input'));
    return graph.softplus(given.variable('input'), given.number('beta', 1), given.number('threshold', 20));
  }),
  parsed('logsigmoid', 'Tensor input', (given) => graph.logSigmoid(given.variable('input'))),
  parsed('one_hot', 'Tensor input, int num_classes=-1', (given) =>
    oneHot(given.object('input'), given.int('num_classes', -1)),
  ),
  python('dropout', 'input, p=0.5, training=True, inplace=False', (input, p, training, inPlace) => {
    readProbability(p);
    return call(isTrue(inPlace) ? DROPOUT_IN_PLACE : DROPOUT, [input, p, training]);
  }),
];

export function functionalModule({ fetchedCount }: Host): PyModule {
  const members = (): Entry[] => [...FUNCTIONS, ...laterFunctions];
  return new PyModule(MODULE, members(), {
    library: 'PyTorch',
    alias: 'F',
    notOffered: publicNames('functional'),
    growth: { count: fetchedCount, members },
  });
}
