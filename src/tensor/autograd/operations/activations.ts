/** Activation functions: `torch.nn.functional`. */
import {
  leakyRelu,
  logSoftmax as logSoftmaxOf,
  relu as reluOf,
  sigmoid as sigmoidOf,
  softmax as softmaxOf,
  torchRules,
} from '../../index.ts';
import { operation } from '../operation.ts';
import { from, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { ofResult } from './unary.ts';

/** max(x, 0), whose derivative at 0 PyTorch takes as 0. */
export const relu = ofResult(
  'ReluBackward0',
  (x) => reluOf(x, { rules: torchRules }),
  (g, y) => t.where(t.lessEqual(y, 0), 0, g),
);

/** 1 / (1 + e⁻ˣ). */
export const sigmoid = ofResult(
  'SigmoidBackward0',
  (x) => sigmoidOf(x, torchRules),
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
  const y = softmaxOf(self.value, dim, torchRules);
  const derivative = (g: typeof y) => t.mul(t.sub(g, t.sum(t.mul(g, y), dim, true)), y);
  return { node: 'SoftmaxBackward0', value: y, inputs: [from(self, derivative, RESULT)] };
});

/** The logarithm of `softmax`. */
export const logSoftmax = operation((self: Variable, dim: number) => {
  const y = logSoftmaxOf(self.value, dim, torchRules);
  const derivative = (g: typeof y) => t.sub(g, t.mul(t.exp(y), t.sum(g, dim, true)));
  return { node: 'LogSoftmaxBackward0', value: y, inputs: [from(self, derivative, RESULT)] };
});
