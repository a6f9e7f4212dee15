/** Activation functions: `torch.nn.functional`. */
import {
  astype,
  clip,
  isFloat,
  leakyRelu,
  relu as reluOf,
  sigmoid as sigmoidOf,
  type Tensor,
  torchRules,
} from '../../index.ts';
import { operation } from '../operation.ts';
import { from, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { ofInput, ofResult } from './unary.ts';

/** Returns the logarithm of the sigmoid of a tensor, without overflow. */
export function logSigmoidOf(x: Tensor): Tensor {
  return t.sub(t.minimum(x, 0), t.log1p(t.exp(t.neg(t.abs(x)))));
}

/** max(x, 0), whose derivative at 0 PyTorch takes as 0. */
export const relu = ofResult(
  'ReluBackward0',
  (x) => reluOf(x),
  (g, y) => t.where(t.lessEqual(y, 0), 0, g),
);

/** 1 / (1 + e⁻ˣ). */
export const sigmoid = ofResult(
  'SigmoidBackward0',
  // A byte has no negative: integers become floats first.
  (x) => sigmoidOf(isFloat(x.dtype) ? x : astype(x, 'float32'), torchRules),
  (g, y) => t.mul(t.mul(g, t.sub(1, y)), y),
);

/** x above 0, else `slope` · x. */
export const leakyReLU = operation((self: Variable, slope?: number) => {
  const x = self.value;
  return {
    node: 'LeakyReluBackward0',
    value: leakyRelu(x, slope, torchRules),
    inputs: [from(self, (g) => t.where(t.greater(x, 0), g, t.mul(g, t.float(slope ?? 0.01))), self)],
  };
});

/** eˣ divided by the sum of them along `dim`. */
export const softmax = operation((self: Variable, dim: number) => {
  const y = t.softmax(self.value, dim);
  const derivative = (g: typeof y) => t.mul(t.sub(g, t.sum(t.mul(g, y), dim, true)), y);
  return { node: 'SoftmaxBackward0', value: y, inputs: [from(self, derivative, RESULT)] };
});

/** The logarithm of `softmax`. */
export const logSoftmax = operation((self: Variable, dim: number) => {
  const y = t.logSoftmax(self.value, dim);
  const derivative = (g: typeof y) => t.sub(g, t.mul(t.exp(y), t.sum(g, dim, true)));
  return { node: 'LogSoftmaxBackward0', value: y, inputs: [from(self, derivative, RESULT)] };
});

/** x above 0, else `alpha` · (eˣ − 1). */
export const elu = operation((self: Variable, alpha?: number) => {
  const x = self.value;
  const scale = t.float(alpha ?? 1);
  const above = t.greater(x, 0);
  return {
    node: 'EluBackward0',
    value: t.where(above, x, t.mul(t.expm1(x), scale)),
    inputs: [from(self, (g) => t.where(above, g, t.mul(t.mul(g, scale), t.exp(x))), self)],
  };
});

/** x · sigmoid(x). */
export const silu = ofInput(
  'SiluBackward0',
  (x) => t.div(x, t.add(t.exp(t.neg(x)), 1)),
  (g, x) => {
    const y = t.sigmoid(x);
    return t.mul(t.mul(g, y), t.add(t.mul(x, t.sub(1, y)), 1));
  },
);

/** log(1 + eˣ) of `beta` · x, divided by `beta`; x itself where the product is above `threshold`. */
export const softplus = operation((self: Variable, beta?: number, threshold?: number) => {
  const x = self.value;
  const scale = t.float(beta ?? 1);
  const scaled = t.mul(x, scale);
  const above = t.greater(scaled, t.float(threshold ?? 20));
  const power = t.exp(scaled);
  // Computed anew, so that the formula has a gradient itself.
  const derivative = (g: Tensor) => {
    const again = t.exp(t.mul(x, scale));
    return t.where(above, g, t.div(t.mul(g, again), t.add(again, 1)));
  };
  return {
    node: 'SoftplusBackward0',
    value: t.where(above, x, t.div(t.log1p(power), scale)),
    inputs: [from(self, derivative, self)],
  };
});

/** The logarithm of the sigmoid. */
export const logSigmoid = ofInput('LogSigmoidBackward0', logSigmoidOf, (g, x) => {
  const power = t.exp(t.neg(t.abs(x)));
  const share = t.div(power, t.add(power, 1));
  return t.mul(g, t.where(t.less(x, 0), t.sub(1, share), share));
});

/** Elements kept between `low` and `high`, whose derivative at the bounds is 0: also `relu6`. */
export const hardtanh = operation((self: Variable, low?: number, high?: number) => {
  const x = self.value;
  const [lower, upper] = [t.float(low ?? -1), t.float(high ?? 1)];
  const within = t.logicalAnd(t.greater(x, lower), t.less(x, upper));
  return {
    node: 'HardtanhBackward0',
    value: clip(x, lower, upper, { rules: torchRules }),
    inputs: [from(self, (g) => t.where(within, g, 0), self)],
  };
});
