/** Loss functions: `torch.nn.functional`. */
import type { Tensor } from '../../index.ts';
import { operation } from '../operation.ts';
import { from, type Plan } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { sub } from './arithmetic.ts';
import { mean, sum } from './reductions.ts';
import { abs } from './unary.ts';
import { stretched } from './views.ts';

export type LossReduction = 'mean' | 'sum' | 'none';

const reduced = (losses: Tensor, reduction: LossReduction) =>
  reduction === 'none' ? losses : reduction === 'sum' ? t.sum(losses) : t.mean(losses);

const squaredErrors = operation((self: Variable, target: Variable, reduction: LossReduction): Plan => {
  const [x, y] = [self.value, target.value];
  const factor = t.float(reduction === 'mean' ? 2 / x.size : 2);
  const derivative = (a: Tensor, b: Tensor) => (g: Tensor) => t.mul(t.mul(factor, t.sub(a, b)), g);
  return {
    node: 'MseLossBackward0',
    value: reduced(t.square(t.sub(x, y)), reduction),
    inputs: [from(self, derivative(x, y), self, target), from(target, derivative(y, x), self, target)],
  };
});

/** The squared differences, averaged unless told otherwise. */
export function mseLoss(self: Variable, target: Variable, reduction: LossReduction = 'mean'): Variable {
  return squaredErrors(...stretched(self, target), reduction);
}

/** The absolute differences, averaged unless told otherwise. */
export function l1Loss(self: Variable, target: Variable, reduction: LossReduction = 'mean'): Variable {
  const differences = abs(sub(...stretched(self, target)));
  if (reduction === 'none') return differences;
  return reduction === 'sum' ? sum(differences) : mean(differences);
}
