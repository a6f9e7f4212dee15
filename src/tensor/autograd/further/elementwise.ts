/** Differentiable functions of elements that few programs need: https://pytorch.org/docs/stable/torch.html#pointwise-ops */
import * as further from '../../further-arithmetic/index.ts';
import { torchRules as rules, type Tensor } from '../../index.ts';
import * as functions from '../../transcendental/index.ts';
import { operation } from '../operation.ts';
import { ofInput, ofResult } from '../operations/unary.ts';
import { from } from '../record.ts';
import * as t from '../torch.ts';
import { type Operand, valueIn } from '../variable.ts';

/** Inverse hyperbolic functions. */
export const asinh = ofInput(
  'AsinhBackward0',
  (x) => functions.arcsinh(x, { rules }),
  (g, x) => t.mul(g, t.rsqrt(t.add(t.square(x), 1))),
);
export const acosh = ofInput(
  'AcoshBackward0',
  (x) => functions.arccosh(x, { rules }),
  (g, x) => t.mul(g, t.rsqrt(t.sub(t.square(x), 1))),
);
export const atanh = ofInput(
  'AtanhBackward0',
  (x) => functions.arctanh(x, { rules }),
  (g, x) => t.div(g, t.sub(1, t.square(x))),
);
/** 2ˣ. */
export const exp2 = ofResult(
  'Exp2Backward0',
  (x) => functions.exp2(x, { rules }),
  (g, y) => t.mul(t.mul(g, y), t.float(Math.LN2)),
);
/** The part behind the point, with the sign of the number. */
export const frac = ofInput(
  'FracBackward0',
  (x) => t.sub(x, t.trunc(x)),
  (g) => g,
);

const pair =
  (compute: (a: never, b: never, options: object) => Tensor) =>
  (a: unknown, b: unknown): Tensor =>
    compute(a as never, b as never, { rules });
const arctan2 = pair(functions.arctan2);
const hypotenuse = pair(functions.hypot);
const logSum = pair(further.logaddexp);
const logSum2 = pair(further.logaddexp2);
const rest = pair(further.fmod);
const signed = pair(further.copysign);

/** The angle of the point (`other`, `self`). */
export const atan2 = operation((self: Operand, other: Operand) => {
  const [y, x] = [valueIn(self), valueIn(other)] as [Tensor, Tensor];
  const scale = (): Tensor => t.add(t.square(x), t.square(y));
  return {
    node: 'Atan2Backward0',
    value: arctan2(y, x),
    inputs: [
      from(self, (g) => t.mul(g, t.div(x, scale())), self, other),
      from(other, (g) => t.mul(g, t.div(t.neg(y), scale())), self, other),
    ],
  };
});

/** √(self² + other²). */
export const hypot = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)] as [Tensor, Tensor];
  const value = hypotenuse(x, y);
  return {
    node: 'HypotBackward0',
    value,
    inputs: [
      from(self, (g) => t.mul(g, t.div(x, value)), self),
      from(other, (g) => t.mul(g, t.div(y, value)), other),
    ],
  };
});

/** ln(eˣ + eʸ). */
export const logaddexp = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)] as [Tensor, Tensor];
  return {
    node: 'LogaddexpBackward0',
    value: logSum(x, y),
    inputs: [
      from(self, (g) => t.div(g, t.add(1, t.exp(t.sub(y, x)))), self, other),
      from(other, (g) => t.div(g, t.add(1, t.exp(t.sub(x, y)))), self, other),
    ],
  };
});

/** log₂(2ˣ + 2ʸ). */
export const logaddexp2 = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)] as [Tensor, Tensor];
  const power = (by: Tensor): Tensor => t.power(2, by);
  return {
    node: 'Logaddexp2Backward0',
    value: logSum2(x, y),
    inputs: [
      from(self, (g) => t.div(g, t.add(1, power(t.sub(y, x)))), self, other),
      from(other, (g) => t.div(g, t.add(1, power(t.sub(x, y)))), self, other),
    ],
  };
});

/** The remainder with the sign of `self`. */
export const fmod = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)];
  return {
    node: 'FmodBackward0',
    value: rest(x, y),
    inputs: [from(self, (g) => g), from(other, (g) => t.mul(t.neg(g), t.trunc(t.div(x, y))), self, other)],
  };
});

/** The size of `self` with the sign of `other`. */
export const copysign = operation((self: Operand, other: Operand) => {
  const x = valueIn(self) as Tensor;
  const value = signed(x, valueIn(other));
  return {
    node: 'CopysignBackward0',
    value,
    inputs: [
      from(self, (g) => t.where(t.equal(x, 0), 0, t.mul(g, t.mul(t.sign(x), t.sign(value)))), self),
      from(other, t.zerosLike),
    ],
  };
});

/** x · log y, 0 where x is 0 and y is a number. */
export const xlogy = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)] as [Tensor, Tensor];
  const isZero = t.equal(x, 0);
  const logarithm = (): Tensor => t.log(t.add(y, t.float(0)));
  return {
    node: 'XlogyBackward0',
    value: t.where(isZero, t.float(0), t.mul(x, logarithm())),
    inputs: [
      from(self, (g) => t.where(isZero, 0, t.mul(g, logarithm())), self, other),
      from(other, (g) => t.div(t.mul(g, x), y), self, other),
    ],
  };
});
