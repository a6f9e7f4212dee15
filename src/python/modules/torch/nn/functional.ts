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
  Refusal,
  repr,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { plain } from '../arguments.ts';
import { type Entry, parsed, pythonFunction, torchFunctions } from '../define.ts';
import { readDType, scalarTypeName } from '../dtype.ts';
import { expandError, runtimeError } from '../errors.ts';
import { publicNames } from '../public-names.ts';
import { session } from '../session.ts';
import { sizeOfShape } from '../size.ts';
import { isTensor, type TensorObject, wrap } from '../tensor.ts';

/** Calls `torch.name`, whose messages then are those of PyTorch's own functions. */
function torch(name: string, ...args: readonly Value[]): Value {
  return call(torchFunctions.get(name) ?? null, args);
}

/** Where PyTorch's Python code first asks a value for an attribute that only tensors have. */
function tensorWith(attribute: string, value: Value): TensorObject {
  if (isTensor(value)) return value;
  getAttribute(value, attribute);
  throw pyError('AttributeError', `'${typeName(value)}' object has no attribute '${attribute}'`);
}

/** `relu` and its like, which write into their input when told to. */
const inPlaceOr = (name: string, input: Value, inPlace: Value): Value =>
  isTrue(inPlace) && isTensor(input) ? call(getAttribute(input, `${name}_`)) : torch(name, input);

const MODULE = 'torch.nn.functional';
const python = <const S extends string>(
  name: string,
  signature: S,
  body: Parameters<typeof pythonFunction<S>>[2],
): Entry => pythonFunction(name, signature, body, MODULE);

/** The dimension that PyTorch used to choose when none was given. */
function implicitDim(name: string, { tensor: { rank } }: TensorObject): bigint {
  session().warn(
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

/** The pieces that a loss adds up; `reduction` says how. */
function reductionOf(reduction: Value): 'mean' | 'sum' | 'none' {
  if (reduction === 'mean' || reduction === 'sum' || reduction === 'none') return reduction;
  throw valueError(
    `${typeof reduction === 'string' ? reduction : repr(reduction)} is not a valid value for reduction`,
  );
}

function warnOfSizes(input: TensorObject, target: TensorObject): void {
  const [a, b] = [repr(sizeOfShape(target.tensor.shape)), repr(sizeOfShape(input.tensor.shape))];
  if (a === b) return;
  session().warn(
    'UserWarning',
    `Using a target size (${a}) that is different to the input size (${b}). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.`,
  );
}

type Loss = (input: Variable, target: Variable, reduction: 'mean' | 'sum' | 'none') => Variable;
const loss = (name: string, compute: Loss): Entry =>
  python(
    name,
    "input, target, size_average=None, reduce=None, reduction='mean', weight=None",
    (input, target, _average, _reduce, reduction) => {
      const [x, y] = [tensorWith('size', target), tensorWith('size', input)];
      warnOfSizes(y, x);
      return compute(y.variable, x.variable, reductionOf(reduction));
    },
  );

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

/** Class numbers for rows of scores, checked as `cross_entropy` and `nll_loss` check them. */
function classLoss(
  name: 'cross_entropy' | 'nll_loss',
  input: Value,
  target: Value,
  reduction: Value,
): Variable {
  const [x, y] = [tensorWith('dim', input), tensorWith('dim', target)];
  const isShares = x.tensor.rank === y.tensor.rank && x.tensor.rank > 0;
  if (x.tensor.rank > 2 || (isShares && name === 'cross_entropy'))
    throw new Refusal(
      `F.${name} of other than rows of scores and class numbers is not part of this book's PyTorch`,
    );
  if (x.tensor.rank === 2 && x.tensor.shape[0] !== y.tensor.shape[0])
    throw valueError(
      `Expected input batch_size (${x.tensor.shape[0]}) to match target batch_size (${y.tensor.shape[0]}).`,
    );
  if (y.tensor.dtype !== 'int64')
    throw runtimeError(`expected scalar type Long but found ${scalarTypeName(y.tensor.dtype)}`);
  const classes = x.tensor.shape.at(-1) as number;
  const outside = y.tensor.toFlat().find((each) => each !== -100 && (each < 0 || each >= classes));
  if (outside !== undefined) throw pyError('IndexError', `Target ${outside} is out of bounds.`);
  const compute = name === 'cross_entropy' ? graph.crossEntropy : graph.nllLoss;
  return compute(x.variable, y.tensor, reductionOf(reduction));
}

/** A loss that PyTorch refuses where the sizes differ. */
const sizedLoss = (name: string, refusal: (target: string, input: string) => string, compute: Loss): Entry =>
  python(
    name,
    "input, target, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None",
    (input, target, weight, _average, _reduce, reduction) => {
      if (weight !== null) throw new Refusal(`F.${name}(weight=) is not part of this book's PyTorch`);
      const [x, y] = [tensorWith('size', input), tensorWith('size', target)];
      const [a, b] = [y, x].map(({ tensor }) => repr(sizeOfShape(tensor.shape))) as [string, string];
      if (a !== b) throw valueError(refusal(a, b));
      return compute(x.variable, y.variable, reductionOf(reduction));
    },
  );

/** Each class as a row of zeros with a one: `one_hot`. */
function oneHot({ tensor }: TensorObject, classes: number): Variable {
  if (tensor.dtype !== 'int64')
    throw runtimeError('one_hot is only applicable to index tensor of type LongTensor.');
  const flat = tensor.toFlat();
  if (flat.length === 0 && classes <= 0)
    throw runtimeError('Can not infer total number of classes from empty tensor.');
  if (flat.some((each) => each < 0)) throw runtimeError('Class values must be non-negative.');
  const count = classes === -1 ? Math.max(...flat) + 1 : classes;
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
    return graph.cosineSimilarity(a, b, dim < 0 ? dim : checked(dim, rank), given.number('eps', 1e-8));
  },
);

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
  python('normalize', 'input, p=2.0, dim=1, eps=1e-12, out=None', (input, p, dim, epsilon) => {
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
  loss('mse_loss', graph.mseLoss),
  loss('l1_loss', graph.l1Loss),
  ...(['cross_entropy', 'nll_loss'] as const).map((name) =>
    python(
      name,
      "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0",
      (input, target, weight, _average, ignored, _reduce, reduction, smoothing) => {
        if (weight !== null || ignored !== -100n || asFloat(smoothing) !== 0)
          throw new Refusal(
            `F.${name} with weight, ignore_index or label_smoothing is not part of this book's PyTorch`,
          );
        return classLoss(name, input, target, reduction);
      },
    ),
  ),
  sizedLoss(
    'binary_cross_entropy',
    (target, input) =>
      `Using a target size (${target}) that is different to the input size (${input}) is deprecated. Please ensure they have the same size.`,
    graph.binaryCrossEntropy,
  ),
  sizedLoss(
    'binary_cross_entropy_with_logits',
    (target, input) => `Target size (${target}) must be the same as input size (${input})`,
    graph.binaryCrossEntropyWithLogits,
  ),
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
  parsed('softplus', 'Tensor input', (given) => graph.softplus(given.variable('input'))),
  parsed('logsigmoid', 'Tensor input', (given) => graph.logSigmoid(given.variable('input'))),
  parsed('one_hot', 'Tensor input, int num_classes=-1', (given) =>
    oneHot(given.object('input'), given.int('num_classes', -1)),
  ),
  python('dropout', 'input, p=0.5, training=True, inplace=False', (input, p, training) => {
    if (!isTrue(training) || asFloat(p) === 0) return input;
    throw new Refusal(
      "dropout while training is not part of this book's PyTorch: its numbers would differ from run to run",
    );
  }),
];

export const functionalModule = (): PyModule =>
  new PyModule(MODULE, FUNCTIONS, { library: 'PyTorch', alias: 'F', notOffered: publicNames('functional') });
