/** Activation functions that only programs with such layers need, rounded after each operation as PyTorch's kernels do. */
import { operation } from '../autograd/operation.ts';
import { from, type Plan } from '../autograd/record.ts';
import * as t from '../autograd/torch.ts';
import type { Variable } from '../autograd/variable.ts';
import { allocate } from '../dtype.ts';
import { rowMajorData } from '../row-major.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { erf as erfOf } from './error-function.ts';

function mapped(x: Tensor, compute: (value: number) => number): Tensor {
  const from_ = rowMajorData(x);
  const data = allocate(x.dtype, x.size);
  for (let i = 0; i < data.length; i++) data[i] = compute(from_[i] as number);
  return fromData(data, x.shape, x.dtype);
}

/** The error function. */
export const erf = operation((self: Variable): Plan => {
  const x = self.value;
  return {
    node: 'ErfBackward0',
    value: mapped(x, erfOf),
    inputs: [
      from(self, (g) => t.mul(t.mul(t.exp(t.neg(t.square(x))), t.float(2 / Math.sqrt(Math.PI))), g), self),
    ],
  };
});

/** 1/√(2π), the greatest density of the normal distribution. */
const DENSITY = 1 / Math.sqrt(2 * Math.PI);

/** x times the share of a normal distribution below x: Hendrycks and Gimpel, https://arxiv.org/abs/1606.08415. */
export const gelu = operation((self: Variable): Plan => {
  const x = self.value;
  const above = t.add(mapped(t.mul(x, t.float(Math.SQRT1_2)), erfOf), 1);
  return {
    node: 'GeluBackward0',
    value: t.mul(t.mul(x, t.float(0.5)), above),
    inputs: [
      from(
        self,
        (g) => {
          const density = t.mul(t.exp(t.mul(t.mul(x, x), t.float(-0.5))), t.float(DENSITY));
          return t.mul(g, t.add(t.mul(above, t.float(0.5)), t.mul(x, density)));
        },
        self,
      ),
    ],
  };
});

/** The factor of x³ in the approximation of `gelu` with tanh. */
const CUBIC = 0.044715;

/** `gelu` with the approximation by tanh that its authors give. */
export const geluByTanh = operation((self: Variable): Plan => {
  const x = self.value;
  const cube = t.mul(t.mul(x, x), x);
  const factor = t.float(Math.sqrt(2 / Math.PI));
  const inner = t.tanh(t.mul(t.add(x, t.mul(cube, t.float(CUBIC))), factor));
  return {
    node: 'GeluBackward0',
    value: t.mul(t.mul(x, t.float(0.5)), t.add(inner, 1)),
    inputs: [
      from(
        self,
        (g) => {
          const slope = t.mul(t.add(t.mul(t.mul(x, x), t.float(3 * CUBIC)), 1), factor);
          const right = t.mul(t.mul(t.sub(1, t.square(inner)), slope), t.mul(x, t.float(0.5)));
          return t.mul(g, t.add(t.mul(t.add(inner, 1), t.float(0.5)), right));
        },
        self,
      ),
    ],
  };
});
