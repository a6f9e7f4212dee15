/** Functions of one element: for each its node, the core's function and the derivative. */
import { round as roundTo, type Tensor } from '../../index.ts';
import { type Operation, operation } from '../operation.ts';
import { from, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { none } from './derivatives.ts';

type Unary = Operation<Variable, []>;
/** The gradient of the input from that of the result and from what was saved. */
type Derivative = (gradient: Tensor, saved: Tensor) => Tensor;

/** Returns a function whose derivative needs its input. */
export function ofInput(node: string, compute: (x: Tensor) => Tensor, derivative: Derivative): Unary {
  return operation((self: Variable) => {
    const x = self.value;
    return { node, value: compute(x), inputs: [from(self, (g) => derivative(g, x), self)] };
  });
}

/** Returns a function whose derivative follows from its result. */
export function ofResult(node: string, compute: (x: Tensor) => Tensor, derivative: Derivative): Unary {
  return operation((self: Variable) => {
    const y = compute(self.value);
    return { node, value: y, inputs: [from(self, (g) => derivative(g, y), RESULT)] };
  });
}

/** Returns a function whose derivative needs neither. */
function ofNeither(
  node: string,
  compute: (x: Tensor) => Tensor,
  derivative: (gradient: Tensor) => Tensor,
): Unary {
  return operation((self: Variable) => ({
    node,
    value: compute(self.value),
    inputs: [from(self, derivative)],
  }));
}

const one = t.float(1);
const plusOne = (x: Tensor) => t.add(x, 1);
/** 1 − x². */
const belowSquare = (x: Tensor) => t.add(t.mul(t.neg(x), x), 1);

export const neg = ofNeither('NegBackward0', t.neg, t.neg);
export const abs = ofInput('AbsBackward0', t.abs, (g, x) => t.mul(g, t.sign(x)));
export const sign = ofNeither('SignBackward0', t.sign, none);
export const floor = ofNeither('FloorBackward0', t.floor, none);
export const ceil = ofNeither('CeilBackward0', t.ceil, none);
export const trunc = ofNeither('TruncBackward0', t.trunc, none);
export const square = ofInput('PowBackward0', t.square, (g, x) => t.mul(g, t.mul(t.float(2), x)));
export const sqrt = ofResult('SqrtBackward0', t.sqrt, (g, y) => t.div(g, t.mul(t.float(2), y)));
export const rsqrt = ofResult('RsqrtBackward0', t.rsqrt, (g, y) =>
  t.mul(t.mul(t.float(-0.5), g), t.mul(t.mul(y, y), y)),
);
export const reciprocal = ofResult('ReciprocalBackward0', t.reciprocal, (g, y) =>
  t.mul(t.neg(g), t.mul(y, y)),
);
export const exp = ofResult('ExpBackward0', t.exp, t.mul);
export const expm1 = ofResult('Expm1Backward0', t.expm1, (g, y) => t.mul(g, plusOne(y)));
export const log = ofInput('LogBackward0', t.log, t.div);
export const log1p = ofInput('Log1PBackward0', t.log1p, (g, x) => t.div(g, plusOne(x)));
export const log2 = ofInput('Log2Backward0', t.log2, (g, x) => t.div(g, t.mul(x, t.float(Math.LN2))));
export const log10 = ofInput('Log10Backward0', t.log10, (g, x) => t.div(g, t.mul(x, t.float(Math.LN10))));
export const sin = ofInput('SinBackward0', t.sin, (g, x) => t.mul(g, t.cos(x)));
export const cos = ofInput('CosBackward0', t.cos, (g, x) => t.mul(g, t.neg(t.sin(x))));
export const tan = ofResult('TanBackward0', t.tan, (g, y) => t.mul(g, plusOne(t.mul(y, y))));
export const asin = ofInput('AsinBackward0', t.asin, (g, x) => t.mul(g, t.rsqrt(belowSquare(x))));
export const acos = ofInput('AcosBackward0', t.acos, (g, x) => t.mul(g, t.neg(t.rsqrt(belowSquare(x)))));
export const atan = ofInput('AtanBackward0', t.atan, (g, x) => t.div(g, plusOne(t.mul(x, x))));
export const sinh = ofInput('SinhBackward0', t.sinh, (g, x) => t.mul(g, t.cosh(x)));
export const cosh = ofInput('CoshBackward0', t.cosh, (g, x) => t.mul(g, t.sinh(x)));
export const tanh = ofResult('TanhBackward0', t.tanh, (g, y) => t.mul(g, t.sub(one, t.mul(y, y))));

/** Rounded to whole numbers, halves to even, or to `decimals` places. */
export const round = operation((self: Variable, decimals?: number) => ({
  node: decimals === undefined ? 'RoundBackward0' : 'RoundBackward1',
  value: roundTo(self.value, decimals),
  inputs: [from(self, none)],
}));

/** Multiplication by a constant under a name of its own. */
function scaledBy(node: string, factor: number): Unary {
  const scale = (x: Tensor) => t.mul(x, t.float(factor));
  return ofNeither(node, scale, scale);
}

export const deg2rad = scaledBy('Deg2RadBackward0', Math.PI / 180);
export const rad2deg = scaledBy('Rad2DegBackward0', 180 / Math.PI);
