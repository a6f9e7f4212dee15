/** Largest and smallest: of everything, along axes, of pairs, and between bounds. */
import { clip, isnan, median as medianOf, type Tensor, torchRules, type Value } from '../../index.ts';
import { type Operation, operation } from '../operation.ts';
import { from, type Plan, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import { type Operand, Variable, valueIn } from '../variable.ts';
import { unreduced } from './derivatives.ts';
import type { ReduceOptions } from './reductions.ts';

/** Returns the gradient shared evenly among the elements that equal the extreme. */
function shared(g: Tensor, x: Tensor, extreme: Tensor, dim: t.Dims): Tensor {
  const y = unreduced(extreme, x.shape, dim);
  const holds = t.where(isnan(y), isnan(x), t.equal(x, y));
  return t.mul(holds, t.div(unreduced(g, x.shape, dim), t.sum(holds, dim, true)));
}

function extreme(node: string, of: (x: Tensor, dim?: t.Dims, keepdim?: boolean) => Tensor) {
  return operation((self: Variable, { dim, keepdim }: ReduceOptions = {}): Plan => {
    const x = self.value;
    const y = of(x, dim, keepdim);
    return { node, value: y, inputs: [from(self, (g) => shared(g, x, y, dim), self, RESULT)] };
  });
}

/** The largest element of all: `max()`. */
export const max = extreme('MaxBackward1', t.max);
/** The smallest element of all: `min()`. */
export const min = extreme('MinBackward1', t.min);
/** The largest along `dim`; equal ones share the gradient. */
export const amax = extreme('AmaxBackward0', t.max);
/** The smallest along `dim`. */
export const amin = extreme('AminBackward0', t.min);

/** The middle of all elements in order, the lower of two. */
export const median = extreme('MedianBackward0', (x) => medianOf(x, { rules: torchRules }));

/** Of each pair the one that `wins`; equal ones get half the gradient each. */
function ofPairs(
  node: string,
  compute: (a: Tensor, b: Tensor) => Tensor,
  wins: (a: Tensor, b: Tensor) => Tensor,
): Operation<Variable, [Variable]> {
  return operation((self: Variable, other: Variable) => {
    const [x, y] = [self.value, other.value];
    const share = (g: Tensor, a: Tensor, b: Tensor) =>
      t.where(t.equal(a, b), t.div(g, 2), t.where(wins(b, a), 0, g));
    return {
      node,
      value: compute(x, y),
      inputs: [
        from(self, (g) => share(g, x, y), self, other),
        from(other, (g) => share(g, y, x), self, other),
      ],
    };
  });
}

/** The larger of each pair. */
export const maximum = ofPairs('MaximumBackward0', t.maximum, t.greater);
/** The smaller of each pair. */
export const minimum = ofPairs('MinimumBackward0', t.minimum, t.less);

/**
 * Elements kept between `low` and `high`; null leaves that side open. An element beyond a bound that is a tensor
 * sends its gradient to the bound.
 */
export const clamp = operation((self: Variable, low: Operand | null, high: Operand | null): Plan => {
  const x = self.value;
  const [lower, upper] = [boundOf(low), boundOf(high)];
  const value = clip(x, lower, upper, { rules: torchRules });
  const notBelow = lower === null ? true : t.greaterEqual(x, lower);
  const notAbove = upper === null ? true : t.lessEqual(x, upper);
  const inputs = [from(self, (g: Tensor) => t.where(t.logicalAnd(notBelow, notAbove), g, 0), self)];
  if (!(low instanceof Variable || high instanceof Variable))
    return { node: 'ClampBackward1', value, inputs };
  // Where the bounds cross, the upper one wins.
  const crossed = lower === null || upper === null ? false : t.greater(lower, upper);
  return {
    node: 'ClampBackward0',
    value,
    inputs: [
      ...inputs,
      from(low ?? 0, (g: Tensor) => t.where(t.logicalOr(notBelow, crossed), 0, g), self),
      from(high ?? 0, (g: Tensor) => t.where(t.logicalAnd(notAbove, t.equal(crossed, false)), 0, g), self),
    ],
  };
});

const boundOf = (bound: Operand | null) => (bound === null ? null : valueIn(bound));

function bounded(
  node: string,
  limit: (x: Tensor, bound: Value) => Tensor,
  within: (x: Tensor, bound: Value) => Tensor,
) {
  return operation((self: Variable, bound: Exclude<Operand, Variable>) => {
    const x = self.value;
    return {
      node,
      value: limit(x, bound),
      inputs: [from(self, (g) => t.where(within(x, bound), g, 0), self)],
    };
  });
}

/** Elements not below a number. */
export const clampMin = bounded('ClampMinBackward0', t.maximum, t.greaterEqual);
/** Elements not above a number. */
export const clampMax = bounded('ClampMaxBackward0', t.minimum, t.lessEqual);
