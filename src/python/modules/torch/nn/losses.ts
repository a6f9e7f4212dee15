/** Losses: how far a prediction is from its target. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { isFloat } from '../../../../tensor/index.ts';
import {
  asFloat,
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
function reductionOf(reduction: Value, ...replaced: readonly Value[]): 'mean' | 'sum' | 'none' {
  refuseReplaced(...replaced);
  if (reduction === 'mean' || reduction === 'sum' || reduction === 'none') return reduction;
  throw valueError(
    `${typeof reduction === 'string' ? reduction : repr(reduction)} is not a valid value for reduction`,
  );
}

function warnOfSizes(input: TensorObject, target: TensorObject): void {
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

/** Class numbers for rows of scores, checked as `cross_entropy` and `nll_loss` check them. */
function classLoss(
  name: 'cross_entropy' | 'nll_loss',
  input: Value,
  target: Value,
  reduction: 'mean' | 'sum' | 'none',
): Variable {
  const called = name === 'cross_entropy' ? 'cross_entropy_loss' : 'nll_loss_nd';
  const [x, y] = [requireTensor(called, 'input', 1, input), requireTensor(called, 'target', 2, target)];
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
  return compute(x.variable, y.tensor, reduction);
}

/** A loss that PyTorch refuses where the sizes differ. */
const sizedLoss = (
  name: string,
  more: '' | ', pos_weight=None',
  refusal: (target: string, input: string) => string,
  compute: Loss,
): Entry =>
  python(
    name,
    `input, target, weight=None, size_average=None, reduce=None, reduction='mean'${more}`,
    (input, target, weight, average, reduce, reduction, positive = null) => {
      requireEven(name, weight, positive);
      const [x, y] = [tensorWith('size', input), tensorWith('size', target)];
      const [a, b] = [y, x].map(({ tensor }) => repr(sizeOfShape(tensor.shape))) as [string, string];
      if (a !== b) throw valueError(refusal(a, b));
      return compute(x.variable, y.variable, reductionOf(reduction, average, reduce));
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
        requireEven(name, weight);
        if (ignored !== -100n || asFloat(smoothing) !== 0)
          throw new Refusal(
            `F.${name} with ignore_index or label_smoothing is not part of this book's PyTorch`,
          );
        return classLoss(name, input, target, reductionOf(reduction, average, reduce));
      },
    ),
  ),
  sizedLoss(
    'binary_cross_entropy',
    '',
    (target, input) =>
      `Using a target size (${target}) that is different to the input size (${input}) is deprecated. Please ensure they have the same size.`,
    (input, target, reduction) => {
      const [given, wanted] = [target, input].map(({ value }) => scalarTypeName(value.dtype));
      if (given !== wanted) throw runtimeError(`Found dtype ${given} but expected ${wanted}`);
      // A nan is not between them either.
      if (!input.value.toFlat().every((each) => each >= 0 && each <= 1))
        throw runtimeError('all elements of input should be between 0 and 1');
      return graph.binaryCrossEntropy(input, target, reduction);
    },
  ),
  sizedLoss(
    'binary_cross_entropy_with_logits',
    ', pos_weight=None',
    (target, input) => `Target size (${target}) must be the same as input size (${input})`,
    (input, target, reduction) => {
      const { dtype } = target.value;
      if (dtype === 'bool')
        throw runtimeError(
          'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
        );
      if (!isFloat(dtype))
        throw runtimeError(
          `result type ${scalarTypeName(input.value.dtype)} can't be cast to the desired output type ${scalarTypeName(dtype)}`,
        );
      return graph.binaryCrossEntropyWithLogits(input, target, reduction);
    },
  ),
];
