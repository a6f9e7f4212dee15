/** Losses: how far a prediction is from its target. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, isFloat, type Shape } from '../../../../tensor/index.ts';
import {
  dividedBy,
  weightedEntropy,
  weightedLogistic,
  weightedNll,
} from '../../../../tensor/layers/index.ts';
import {
  asFloat,
  asIndex,
  pyError,
  Refusal,
  repr,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { session } from '../session.ts';
import { sizeOfShape } from '../size.ts';
import { isTensor, type TensorObject } from '../tensor.ts';
import { python, tensorWith } from './python-functions.ts';

/** `size_average` and `reduce`, which `reduction` replaced long ago. */
export function refuseReplaced(...given: readonly Value[]): void {
  if (given.some((value) => value !== null))
    throw new Refusal("size_average and reduce are not part of this book's PyTorch: use reduction");
}

/** How the pieces of a loss are added up. */
export function reductionOf(reduction: Value, ...replaced: readonly Value[]): 'mean' | 'sum' | 'none' {
  refuseReplaced(...replaced);
  if (reduction === 'mean' || reduction === 'sum' || reduction === 'none') return reduction;
  throw valueError(
    `${typeof reduction === 'string' ? reduction : repr(reduction)} is not a valid value for reduction`,
  );
}

export function warnOfSizes(input: TensorObject, target: TensorObject): void {
  const [a, b] = [repr(sizeOfShape(target.tensor.shape)), repr(sizeOfShape(input.tensor.shape))];
  if (a === b) return;
  session().host.warn(
    'UserWarning',
    `Using a target size (${a}) that is different to the input size (${b}). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.`,
  );
}

/** Weights of single elements or classes are not offered. */
function requireEven(name: string, ...weights: readonly Value[]): void {
  if (weights.some((weight) => weight !== null))
    throw new Refusal(`F.${name} with weights is not part of this book's PyTorch`);
}

type Loss = (input: Variable, target: Variable, reduction: 'mean' | 'sum' | 'none') => Variable;
type WeighedLoss = (
  input: Variable,
  target: Variable,
  reduction: 'mean' | 'sum' | 'none',
  weight: Value,
  positive: Value,
) => Variable;
const loss = (name: string, compute: Loss): Entry =>
  python(
    name,
    "input, target, size_average=None, reduce=None, reduction='mean', weight=None",
    (input, target, average, reduce, reduction, weight) => {
      requireEven(name, weight);
      const [x, y] = [tensorWith('size', target), tensorWith('size', input)];
      warnOfSizes(y, x);
      return compute(y.variable, x.variable, reductionOf(reduction, average, reduce));
    },
  );

function requireTensor(name: string, argument: string, place: number, value: Value): TensorObject {
  if (isTensor(value)) return value;
  throw typeError(
    `${name}(): argument '${argument}' (position ${place}) must be Tensor, not ${typeName(value)}`,
  );
}

type Reduction = 'mean' | 'sum' | 'none';
type ClassOptions = { readonly weight: Value; readonly ignored: number; readonly reduction: Reduction };

/** PyTorch's checks of class numbers, in its order. */
function requireClasses(x: TensorObject, y: TensorObject, weight: Value, ignored: number): void {
  const { shape, rank } = x.tensor;
  if (rank > 1 && shape[0] !== y.tensor.shape[0])
    throw valueError(
      `Expected input batch_size (${shape[0]}) to match target batch_size (${y.tensor.shape[0]}).`,
    );
  if (rank <= 2 && y.tensor.rank > 1)
    throw runtimeError('0D or 1D target tensor expected, multi-target not supported');
  if (y.tensor.dtype !== 'int64')
    throw runtimeError(`expected scalar type Long but found ${scalarTypeName(y.tensor.dtype)}`);
  const classes = shape[rank === 1 ? 0 : 1] as number;
  if (isTensor(weight) && (weight.tensor.rank !== 1 || weight.tensor.size !== classes))
    throw runtimeError(
      `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: [${weight.tensor.shape.join(', ')}]`,
    );
  const outside = y.tensor.toFlat().find((each) => each !== ignored && (each < 0 || each >= classes));
  if (outside !== undefined) throw pyError('IndexError', `Target ${outside} is out of bounds.`);
}

/** The number PyTorch leaves out unless told another. */
const USUALLY_IGNORED = -100;

/** Returns the negative log-likelihood of log-probabilities `logs`, which belong to the scores `x`. */
function likelihood(logs: Variable, x: TensorObject, y: TensorObject, options: ClassOptions): Variable {
  const { weight, ignored, reduction } = options;
  requireClasses(x, y, weight, ignored);
  const isPlain = weight === null && ignored === USUALLY_IGNORED && x.tensor.rank <= 2;
  if (isPlain) return graph.nllLoss(logs, y.tensor, reduction);
  return weightedNll(
    logs,
    y.tensor,
    { weight: isTensor(weight) ? weight.tensor : undefined, ignored },
    reduction,
  );
}

const float = (value: number) => ({ python: 'float', value }) as const;

const reduced = (losses: Variable, reduction: Reduction, count: number): Variable =>
  reduction === 'none'
    ? losses
    : reduction === 'sum'
      ? graph.sum(losses)
      : dividedBy(graph.sum(losses), count);

/** Returns the weights of the classes, in the shape that lies along the class axis of `x`. */
function spreadWeights(weight: Value, { tensor: { rank } }: TensorObject): Variable | undefined {
  if (!isTensor(weight)) return undefined;
  const ones = new Array<number>(Math.max(0, rank - 2)).fill(1);
  return graph.reshape(weight.variable, rank === 1 ? [-1] : [1, -1, ...ones]);
}

/** Returns the cross-entropy of a distribution for each row. */
function shareLoss(
  logs: Variable,
  x: TensorObject,
  y: TensorObject,
  smoothing: number,
  options: ClassOptions,
) {
  const { dtype, shape, rank } = x.tensor;
  if (!isFloat(y.tensor.dtype))
    throw runtimeError(
      `Expected floating point type for target with class probabilities, got ${scalarTypeName(y.tensor.dtype)}`,
    );
  const axis = rank === 1 ? 0 : 1;
  const classes = shape[axis] as number;
  const smooth =
    smoothing > 0
      ? graph.add(graph.mul(y.variable, float(1 - smoothing)), float(smoothing / classes))
      : y.variable;
  const weights = spreadWeights(options.weight, x);
  const products = graph.mul(logs, smooth);
  const weighed = weights === undefined ? products : graph.mul(products, weights);
  const losses = graph.neg(graph.sum(weighed, { dim: axis }));
  return reduced(graph.to(losses, dtype), options.reduction, x.tensor.size / classes);
}

/** Part of the loss goes to all classes alike: https://arxiv.org/abs/1512.00567, section 7. */
function smoothedLoss(
  logs: Variable,
  x: TensorObject,
  y: TensorObject,
  smoothing: number,
  options: ClassOptions,
) {
  const { weight, ignored, reduction } = options;
  const axis = x.tensor.rank === 1 ? 0 : 1;
  const classes = x.tensor.shape[axis] as number;
  const sharp = likelihood(logs, x, y, options);
  const weights = spreadWeights(weight, x);
  const all = graph.neg(graph.sum(weights === undefined ? logs : graph.mul(logs, weights), { dim: axis }));
  const chosen = y.tensor.toFlat();
  const counts = isTensor(weight) ? weight.tensor.toFlat() : undefined;
  const total = chosen.reduce((sum, name) => (name === ignored ? sum : sum + (counts?.[name] ?? 1)), 0);
  const kept = graph.maskedFill(
    all,
    maskOf(
      chosen.map((name) => name === ignored),
      y,
    ),
    0,
  );
  const spread = reduced(kept, reduction, total);
  return graph.add(graph.mul(sharp, float(1 - smoothing)), graph.mul(spread, float(smoothing / classes)));
}

const maskOf = (values: readonly boolean[], { tensor: { shape } }: TensorObject) =>
  fromFlat<Shape>(values.map(Number), shape, 'bool');

/** `cross_entropy` of scores, or `nll_loss` of log-probabilities. */
function classLoss(
  name: 'cross_entropy' | 'nll_loss',
  input: Value,
  target: Value,
  smoothing: number,
  options: ClassOptions,
): Variable {
  const called = name === 'cross_entropy' ? 'cross_entropy_loss' : 'nll_loss_nd';
  const [x, y] = [requireTensor(called, 'input', 1, input), requireTensor(called, 'target', 2, target)];
  if (name === 'nll_loss') return likelihood(x.variable, x, y, options);
  const logs = (): Variable => graph.logSoftmax(x.variable, x.tensor.rank === 1 ? 0 : 1);
  const { rank } = x.tensor;
  if (rank > 0 && x.tensor.shape.join() === y.tensor.shape.join())
    return shareLoss(logs(), x, y, smoothing, options);
  if (smoothing < 0 || smoothing > 1)
    throw runtimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${smoothing}`);
  return smoothing > 0 ? smoothedLoss(logs(), x, y, smoothing, options) : likelihood(logs(), x, y, options);
}

/** Returns a loss that PyTorch refuses where the sizes differ. */
const sizedLoss = (
  name: string,
  more: '' | ', pos_weight=None',
  refusal: (target: string, input: string) => string,
  compute: WeighedLoss,
): Entry =>
  python(
    name,
    `input, target, weight=None, size_average=None, reduce=None, reduction='mean'${more}`,
    (input, target, weight, average, reduce, reduction, positive = null) => {
      const [x, y] = [tensorWith('size', input), tensorWith('size', target)];
      const [a, b] = [y, x].map(({ tensor }) => repr(sizeOfShape(tensor.shape))) as [string, string];
      if (a !== b) throw valueError(refusal(a, b));
      return compute(x.variable, y.variable, reductionOf(reduction, average, reduce), weight, positive);
    },
  );

export const LOSSES: readonly Entry[] = [
  loss('mse_loss', (input, target, reduction) => {
    if (!isFloat(input.value.dtype) && !isFloat(target.value.dtype))
      throw runtimeError(`"mse_cpu" not implemented for '${scalarTypeName(input.value.dtype)}'`);
    return graph.mseLoss(input, target, reduction);
  }),
  loss('l1_loss', graph.l1Loss),
  ...(['cross_entropy', 'nll_loss'] as const).map((name) =>
    python(
      name,
      "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0",
      (input, target, weight, average, ignored, reduce, reduction, smoothing) => {
        return classLoss(name, input, target, asFloat(smoothing) ?? 0, {
          weight,
          ignored: Number(asIndex(ignored) ?? 0n),
          reduction: reductionOf(reduction, average, reduce),
        });
      },
    ),
  ),
  sizedLoss(
    'binary_cross_entropy',
    '',
    (target, input) =>
      `Using a target size (${target}) that is different to the input size (${input}) is deprecated. Please ensure they have the same size.`,
    (input, target, reduction, weight) => {
      const [given, wanted] = [target, input].map(({ value }) => scalarTypeName(value.dtype));
      if (given !== wanted) throw runtimeError(`Found dtype ${given} but expected ${wanted}`);
      // A nan is not between them either.
      if (!input.value.toFlat().every((each) => each >= 0 && each <= 1))
        throw runtimeError('all elements of input should be between 0 and 1');
      if (!isTensor(weight)) return graph.binaryCrossEntropy(input, target, reduction);
      return weightedEntropy(input, target, weight.tensor, reduction);
    },
  ),
  sizedLoss(
    'binary_cross_entropy_with_logits',
    ', pos_weight=None',
    (target, input) => `Target size (${target}) must be the same as input size (${input})`,
    (input, target, reduction, weight, positive) => {
      const { dtype } = target.value;
      if (dtype === 'bool')
        throw runtimeError(
          'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
        );
      if (!isFloat(dtype))
        throw runtimeError(
          `result type ${scalarTypeName(input.value.dtype)} can't be cast to the desired output type ${scalarTypeName(dtype)}`,
        );
      const [weights, factors] = [weight, positive].map((each) => (isTensor(each) ? each.tensor : undefined));
      if (weights === undefined && factors === undefined)
        return graph.binaryCrossEntropyWithLogits(input, target, reduction);
      return weightedLogistic(input, target, weights, factors, reduction);
    },
  ),
];
