/** Losses with weights, and those that are less sharp far from the target. */

import { operation } from '../autograd/operation.ts';
import { gathered } from '../autograd/operations/derivatives.ts';
import { from, type Plan } from '../autograd/record.ts';
import * as t from '../autograd/torch.ts';
import type { Variable } from '../autograd/variable.ts';
import { type DType, fromFlat, type Shape, type Tensor, torchRules } from '../index.ts';
import { sigmoid } from '../nn.ts';

export type Reduction = 'mean' | 'sum' | 'none';

const reduced = (losses: Tensor, reduction: Reduction): Tensor =>
  reduction === 'none' ? losses : reduction === 'sum' ? t.sum(losses) : t.mean(losses);

/** Returns a loss of each difference, with its slope; averaged unless told otherwise. */
const ofDifference = (
  node: string,
  loss: (d: number, bend: number) => number,
  slope: (d: number, bend: number) => number,
) =>
  operation((self: Variable, target: Variable, bend: number, reduction: Reduction): Plan => {
    const difference = t.sub(self.value, target.value);
    const each = (compute: typeof loss): Tensor =>
      fromFlat<Shape>(
        difference.toFlat().map((d) => compute(d, bend)),
        difference.shape,
        difference.dtype,
      );
    const share = (g: Tensor): Tensor => (reduction === 'mean' ? t.div(g, difference.size) : g);
    const gradient = (g: Tensor): Tensor => t.mul(share(g), each(slope));
    return {
      node,
      value: reduced(each(loss), reduction),
      inputs: [from(self, gradient, self, target), from(target, (g) => t.neg(gradient(g)), self, target)],
    };
  });

/** Half the square below `beta`, divided by it; the absolute difference less β/2 above. */
export const smoothL1 = ofDifference(
  'SmoothL1LossBackward0',
  (d, beta) => (Math.abs(d) < beta ? (0.5 * d * d) / beta : Math.abs(d) - 0.5 * beta),
  (d, beta) => (Math.abs(d) < beta ? d / beta : Math.sign(d)),
);

/** Half the square up to `delta`, then a straight line: Huber 1964, https://doi.org/10.1214/aoms/1177703732. */
export const huber = ofDifference(
  'HuberLossBackward0',
  (d, delta) => (Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta)),
  (d, delta) => (Math.abs(d) <= delta ? d : delta * Math.sign(d)),
);

/** What counts of each class, and the class number that counts for nothing. */
export type Classes = { readonly weight?: Tensor | undefined; readonly ignored: number };

/**
 * Minus the log-probability that `target` names, times the weight of its class, along axis 1 of `self` (axis 0 of a
 * vector); the mean divides by the sum of the weights.
 */
export const weightedNll = operation(
  (self: Variable, target: Tensor, { weight, ignored }: Classes, reduction: Reduction): Plan => {
    const { shape, dtype } = self.value;
    const axis = shape.length === 1 ? 0 : 1;
    const classes = shape[axis] as number;
    const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    const values = self.value.toFlat();
    const weights = weight?.toFlat();
    const chosen = target.toFlat();
    const places = chosen.map((name, i) => {
      const known = name === ignored ? 0 : name;
      return (Math.floor(i / inner) * classes + known) * inner + (i % inner);
    });
    const counts = chosen.map((name) => (name === ignored ? 0 : (weights?.[name] ?? 1)));
    const of = (numbers: readonly number[], like: Shape = target.shape, as: DType = dtype): Tensor =>
      fromFlat<Shape>(numbers, like, as);
    const losses = of(
      places.map((place, i) => (counts[i] === 0 ? 0 : -(values[place] as number) * (counts[i] as number))),
    );
    const total = t.sum(of(counts));
    const value =
      reduction === 'none' ? losses : reduction === 'sum' ? t.sum(losses) : t.div(t.sum(losses), total);
    const share = of(counts.map((count) => -count));
    return {
      node: target.rank > 1 ? 'NllLoss2DBackward0' : 'NllLossBackward0',
      value,
      inputs: [
        from(
          self,
          (g) => {
            const each = t.mul(share, reduction === 'mean' ? t.div(g, total) : g);
            return gathered(each, of(places, target.shape, 'int64'), shape);
          },
          self,
        ),
      ],
    };
  },
);

/** The logistic loss of scores, with weights for single elements and for positive targets. */
export const weightedLogistic = operation(
  (
    self: Variable,
    target: Variable,
    weight: Tensor | undefined,
    positive: Tensor | undefined,
    reduction: Reduction,
  ): Plan => {
    const [x, y] = [self.value, target.value];
    const factor = positive === undefined ? undefined : t.add(t.mul(t.sub(positive, 1), y), 1);
    const softly = t.add(t.log1p(t.exp(t.neg(t.abs(x)))), t.maximum(t.neg(x), 0));
    const weighed = (losses: Tensor): Tensor => (weight === undefined ? losses : t.mul(losses, weight));
    const losses = t.add(t.mul(t.sub(1, y), x), factor === undefined ? softly : t.mul(factor, softly));
    return {
      node: 'BinaryCrossEntropyWithLogitsBackward0',
      value: reduced(weighed(losses), reduction),
      inputs: [
        from(
          self,
          (g) => {
            const part = positive === undefined ? y : t.mul(positive, y);
            const all = positive === undefined ? 1 : t.sub(t.add(part, 1), y);
            const slope = weighed(t.sub(t.mul(sigmoid(x, torchRules), all), part));
            return t.mul(slope, reduction === 'mean' ? t.div(g, losses.size) : g);
          },
          self,
          target,
        ),
      ],
    };
  },
);

/** Divided by a number that PyTorch's own code, not a program, divides by. */
export const dividedBy = operation((self: Variable, count: number): Plan => {
  const divide = (x: Tensor): Tensor => t.div(x, t.float(count));
  return { node: 'DivBackward1', value: divide(self.value), inputs: [from(self, divide)] };
});

/** Logarithms not below this keep the loss finite. */
const LOWEST_LOG = -100;
/** What x · (1 − x) is at least taken for; PyTorch holds the number in single precision. */
const LEAST_SPREAD = Math.fround(1e-12);

/** The cross-entropy of probabilities and targets between 0 and 1, with a weight for each. */
export const weightedEntropy = operation(
  (self: Variable, target: Variable, weight: Tensor, reduction: Reduction): Plan => {
    const [x, y] = [self.value, target.value];
    const log = (of: Tensor): Tensor => t.maximum(t.log(of), LOWEST_LOG);
    const losses = t.mul(t.sub(t.mul(t.sub(y, 1), log(t.sub(1, x))), t.mul(y, log(x))), weight);
    const share = (g: Tensor): Tensor => (reduction === 'mean' ? t.div(g, losses.size) : g);
    return {
      node: 'BinaryCrossEntropyBackward0',
      value: reduced(losses, reduction),
      inputs: [
        from(
          self,
          (g) => {
            const spread = t.maximum(t.mul(t.sub(1, x), x), t.float(LEAST_SPREAD));
            return t.mul(t.mul(share(g), weight), t.div(t.sub(x, y), spread));
          },
          self,
          target,
        ),
      ],
    };
  },
);
