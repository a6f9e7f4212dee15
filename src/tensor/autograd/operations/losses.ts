/** Loss functions: `torch.nn.functional`. */
import { nllSum } from '../../aten/index.ts';
import { full, index, reshape, rowMajorData, type Shape, type Tensor } from '../../index.ts';
import { AutogradError } from '../errors.ts';
import { operation } from '../operation.ts';
import { from, type Plan } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { logSigmoidOf, logSoftmax } from './activations.ts';
import { sub } from './arithmetic.ts';
import { gathered, placesIn } from './derivatives.ts';
import { mean, sum } from './reductions.ts';
import { abs } from './unary.ts';
import { stretched } from './views.ts';

export type LossReduction = 'mean' | 'sum' | 'none';

const reduced = (losses: Tensor, reduction: LossReduction) =>
  reduction === 'none' ? losses : reduction === 'sum' ? t.sum(losses) : t.mean(losses);

/** PyTorch promotes operands of two dtypes on the way forward and refuses them on the way back. */
const sameDType =
  (x: Tensor, y: Tensor, derivative: (g: Tensor) => Tensor) =>
  (g: Tensor): Tensor => {
    if (x.dtype !== y.dtype)
      throw new AutogradError('mseLoss', { kind: 'mixed-dtypes', found: y.dtype, expected: x.dtype });
    return derivative(g);
  };

const squaredErrors = operation((self: Variable, target: Variable, reduction: LossReduction): Plan => {
  const [x, y] = [self.value, target.value];
  const factor = t.float(reduction === 'mean' ? 2 / x.size : 2);
  const derivative = (a: Tensor, b: Tensor) => (g: Tensor) => t.mul(t.mul(factor, t.sub(a, b)), g);
  return {
    node: 'MseLossBackward0',
    value: reduced(t.square(t.sub(x, y)), reduction),
    inputs: [
      from(self, sameDType(x, y, derivative(x, y)), self, target),
      from(target, sameDType(x, y, derivative(y, x)), self, target),
    ],
  };
});

/** Returns the squared differences, averaged unless told otherwise. */
export function mseLoss(self: Variable, target: Variable, reduction: LossReduction = 'mean'): Variable {
  return squaredErrors(...stretched(self, target), reduction);
}

/** Returns the absolute differences, averaged unless told otherwise. */
export function l1Loss(self: Variable, target: Variable, reduction: LossReduction = 'mean'): Variable {
  const differences = abs(sub(...stretched(self, target)));
  if (reduction === 'none') return differences;
  return reduction === 'sum' ? sum(differences) : mean(differences);
}

/** The elements whose target is this count for nothing: PyTorch's `ignore_index`. */
const IGNORED = -100;

const totalLoss = (losses: Tensor): Tensor =>
  full([], nllSum(rowMajorData(losses), losses.dtype), losses.dtype);

const negativeLogLikelihood = operation((self: Variable, target: Tensor, reduction: LossReduction): Plan => {
  const x = self.value;
  const classes = x.shape.at(-1) as number;
  const rows = reshape<Shape>(x, [-1, classes]);
  const chosen = reshape<Shape>(target, [-1]);
  const counts = t.equal(t.equal(chosen, IGNORED), false);
  const places = t.add(t.mul(placesIn(chosen.shape), classes), t.mul(chosen, counts));
  const losses = t.where(counts, t.neg(index(reshape<Shape>(rows, [-1]), [places])), 0);
  const share = reduction === 'mean' ? t.sum(counts) : 1;
  return {
    node: 'NllLossBackward0',
    value: reduction === 'none' ? reshape<Shape>(losses, target.shape) : t.div(totalLoss(losses), share),
    inputs: [
      from(
        self,
        (g) => {
          const each = t.expanded(t.reshaped(g, [-1]), chosen.shape);
          return gathered(t.where(counts, t.neg(t.div(each, share)), 0), places, x.shape);
        },
        self,
        target,
      ),
    ],
  };
});

/** Minus the element that `target` names in each row of log-probabilities, averaged unless told otherwise. */
export function nllLoss(self: Variable, target: Tensor, reduction: LossReduction = 'mean'): Variable {
  return negativeLogLikelihood(self, target, reduction);
}

/** `nllLoss` of the log-softmax of each row of scores; `target` holds the number of a class for each. */
export function crossEntropy(self: Variable, target: Tensor, reduction: LossReduction = 'mean'): Variable {
  return nllLoss(logSoftmax(self, self.value.rank - 1), target, reduction);
}

/** Returns a loss for each element, with its derivatives, averaged or summed. */
function elementwise(
  node: string,
  loss: (x: Tensor, y: Tensor) => Tensor,
  derivative: (g: Tensor, x: Tensor, y: Tensor) => Tensor,
  targetDerivative: (g: Tensor, x: Tensor) => Tensor,
) {
  const plan = operation((self: Variable, target: Variable, reduction: LossReduction): Plan => {
    const [x, y] = [self.value, target.value];
    const share = (gradient: Tensor) => (reduction === 'mean' ? t.div(gradient, x.size) : gradient);
    return {
      node,
      value: reduced(loss(x, y), reduction),
      inputs: [
        from(self, (g) => share(derivative(g, x, y)), self, target),
        from(target, (g) => share(targetDerivative(g, x)), self),
      ],
    };
  });
  return (self: Variable, target: Variable, reduction: LossReduction = 'mean') =>
    plan(self, target, reduction);
}

/** Returns the logarithm, not below −100, as PyTorch keeps it finite. */
const boundedLog = (x: Tensor) => t.maximum(t.log(x), -100);

/** −y · log x − (1 − y) · log(1 − x) for probabilities x. */
export const binaryCrossEntropy = elementwise(
  'BinaryCrossEntropyBackward0',
  (x, y) => t.sub(t.mul(t.sub(y, 1), boundedLog(t.sub(1, x))), t.mul(y, boundedLog(x))),
  (g, x, y) => t.div(t.mul(g, t.sub(x, y)), t.maximum(t.mul(t.sub(1, x), x), t.float(1e-12))),
  (g, x) => t.mul(g, t.sub(t.log(t.sub(1, x)), t.log(x))),
);

/** The same for scores, whose sigmoid is the probability. */
export const binaryCrossEntropyWithLogits = elementwise(
  'BinaryCrossEntropyWithLogitsBackward0',
  (x, y) => t.sub(t.mul(t.sub(1, y), x), logSigmoidOf(x)),
  (g, x, y) => t.mul(t.sub(t.sigmoid(x), y), g),
  (g, x) => t.mul(t.neg(x), g),
);
