/** Sums, products, averages and spreads, over all elements or along `dim`. */

import { alongAxis } from '../../along-axis.ts';
import { varianceOf } from '../../aten/index.ts';
import {
  astype,
  concatenate,
  type DType,
  isfinite,
  ravel,
  reshape,
  type Shape,
  squeeze,
  type Tensor,
} from '../../index.ts';
import { work } from '../../meter/index.ts';
import { operation } from '../operation.ts';
import { from, type Plan, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { axesOf, reducedCount, spread, unreduced } from './derivatives.ts';

export type ReduceOptions = {
  /** The axes to reduce; all, in PyTorch's form without `dim`, unless given. */
  readonly dim?: number | readonly number[] | undefined;
  readonly keepdim?: boolean;
};

type WithDType = ReduceOptions & {
  /** Converts the elements first. */
  readonly dtype?: DType | undefined;
};

/** PyTorch numbers the forms of a reduction: over everything, and along `dim`. */
const numbered = (name: string, { dim }: ReduceOptions) => `${name}Backward${dim === undefined ? 0 : 1}`;

const converted = (x: Tensor, dtype: DType | undefined) => (dtype === undefined ? x : astype(x, dtype));

/** The sum. */
export const sum = operation((self: Variable, options: WithDType = {}): Plan => {
  const { dim, keepdim, dtype } = options;
  const x = self.value;
  return {
    node: numbered('Sum', options),
    value: t.sum(converted(x, dtype), dim, keepdim),
    inputs: [from(self, (g) => spread(g, x.shape, dim))],
  };
});

/** The mean. */
export const mean = operation((self: Variable, options: WithDType = {}): Plan => {
  const { dim, keepdim, dtype } = options;
  const x = self.value;
  return {
    node: numbered('Mean', options),
    value: t.mean(converted(x, dtype), dim, keepdim),
    inputs: [from(self, (g) => t.div(spread(g, x.shape, dim), t.float(reducedCount(x.shape, dim))))],
  };
});

/** The product, of all elements or along one axis. */
export const prod = operation((self: Variable, options: ReduceOptions = {}): Plan => {
  const { dim, keepdim } = options;
  const x = self.value;
  const y = t.prod(x, dim, keepdim);
  const derivative = (g: Tensor) => {
    const others = hasZero(x) ? productOfOthers(x, dim) : t.div(unreduced(y, x.shape, dim), x);
    return t.mul(unreduced(g, x.shape, dim), others);
  };
  return { node: numbered('Prod', options), value: y, inputs: [from(self, derivative, self, RESULT)] };
});

const hasZero = (x: Tensor) => x.toFlat().includes(0);

/** For each element the product of all others along `dim`, without dividing. */
function productOfOthers(x: Tensor, dim: t.Dims): Tensor {
  const [lines, axis] = dim === undefined ? [ravel(x), 0] : [x, axesOf(dim, x.rank)[0] as number];
  const others = alongAxis('prod', lines, axis, { dtype: x.dtype }, (from, to) => {
    to.fill(1);
    for (let i = 1; i < from.length; i++) to[i] = (to[i - 1] as number) * (from[i - 1] as number);
    for (let i = from.length - 2, after = 1; i >= 0; i--) {
      after *= from[i + 1] as number;
      to[i] = (to[i] as number) * after;
    }
  });
  return reshape<Shape>(others, x.shape);
}

type SpreadOptions = ReduceOptions & {
  /** What is taken off the count: 1 for a sample, as PyTorch does unless told. */
  readonly correction?: number;
};

/** Returns the derivative of the variance: twice the distance from the mean over the corrected count. */
function varianceDerivative(g: Tensor, x: Tensor, { dim, correction = 1 }: SpreadOptions): Tensor {
  const count = t.float(2 / (reducedCount(x.shape, dim) - correction));
  return t.mul(t.mul(count, unreduced(g, x.shape, dim)), t.sub(x, t.mean(x, dim, true)));
}

function spreadOf(x: Tensor, { dim, keepdim = false, correction = 1 }: SpreadOptions, root: boolean): Tensor {
  return t.withAxis(x, (of) => varianceOf(of, { dim, keepdim, correction, root }));
}

/** The variance. */
export const variance = operation((self: Variable, options: SpreadOptions = {}): Plan => {
  const x = self.value;
  return {
    node: 'VarBackward0',
    value: spreadOf(x, options, false),
    inputs: [from(self, (g) => varianceDerivative(g, x, options), self)],
  };
});

/** The standard deviation, whose derivative at 0 PyTorch takes as 0. */
export const std = operation((self: Variable, options: SpreadOptions = {}): Plan => {
  const x = self.value;
  const y = spreadOf(x, options, true);
  const derivative = (g: Tensor) => {
    const ofVariance = t.where(t.equal(y, 0), 0, t.div(g, t.mul(y, 2)));
    return varianceDerivative(ofVariance, x, options);
  };
  return { node: 'StdBackward0', value: y, inputs: [from(self, derivative, self, RESULT)] };
});

/** Running sums along `dim`. */
export const cumsum = operation((self: Variable, dim: number) => ({
  node: 'CumsumBackward0',
  value: t.cumsum(self.value, dim),
  inputs: [from(self, (g) => t.flip(t.cumsum(t.flip(g, [dim]), dim), [dim]))],
}));

/** Running products along `dim`. */
export const cumprod = operation((self: Variable, dim: number) => {
  const x = self.value;
  const derivative = (g: Tensor) =>
    t.withAxis(x, (of) => {
      const both = concatenate([of, reshape<Shape>(g, of.shape)], dim);
      return alongAxis(
        'cumprod',
        both,
        dim,
        { dtype: x.dtype, count: of.shape.at(dim) as number },
        sumProducts,
      );
    });
  const value = t.cumprod(x, dim);
  return { node: 'CumprodBackward0', value, inputs: [from(self, derivative, self, RESULT)] };
});

/** Of a line of x, then gradients: for each x the sum, over the running products it is in, of gradient × other factors. */
function sumProducts(
  line: ArrayLike<number>,
  to: { [place: number]: number; readonly length: number },
): void {
  for (let i = 0; i < to.length; i++) {
    let sum = 0;
    work(to.length);
    for (let j = 0, others = 1; j < to.length; j++) {
      if (j !== i) others *= line[j] as number;
      if (j >= i) sum += others * (line[to.length + j] as number);
    }
    to[i] = sum;
  }
}

/** The logarithm of the sum of eˣ along `dim`. */
export const logsumexp = operation((self: Variable, options: ReduceOptions): Plan => {
  const { dim, keepdim = false } = options;
  const x = self.value;
  const largest = t.max(x, dim, true);
  const shift = t.where(isfinite(largest), largest, 0);
  const kept = t.add(t.log(t.sum(t.exp(t.sub(x, shift)), dim, true)), shift);
  const value = keepdim ? kept : squeeze(kept, axesOf(dim, x.rank));
  const derivative = (g: Tensor) =>
    t.mul(unreduced(g, x.shape, dim), t.exp(t.sub(x, unreduced(value, x.shape, dim))));
  return { node: 'LogsumexpBackward0', value, inputs: [from(self, derivative, self, RESULT)] };
});
