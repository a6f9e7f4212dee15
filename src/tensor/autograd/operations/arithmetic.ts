/** + − × ÷ and their kin: https://pytorch.org/docs/stable/torch.html#pointwise-ops */
import type { Value } from '../../index.ts';
import { operation } from '../operation.ts';
import { from } from '../record.ts';
import * as t from '../torch.ts';
import { type Operand, Variable, valueIn } from '../variable.ts';
import { missing, none, pass } from './derivatives.ts';

const scaled = (x: Value, alpha?: Value) => (alpha === undefined ? x : t.mul(x, alpha));

/** `self + alpha · other`. */
export const add = operation((self: Operand, other: Operand, alpha?: Value) => ({
  node: 'AddBackward0',
  value: t.add(valueIn(self), scaled(valueIn(other), alpha)),
  inputs: [from(self, pass), from(other, (g) => (alpha === undefined ? g : t.mul(g, alpha)))],
}));

/** `self − alpha · other`. */
export const sub = operation((self: Operand, other: Operand, alpha?: Value) => ({
  node: 'SubBackward0',
  value: t.sub(valueIn(self), scaled(valueIn(other), alpha)),
  inputs: [from(self, pass), from(other, (g) => t.neg(alpha === undefined ? g : t.mul(g, alpha)))],
}));

/** `other − self`: `1 - x`, `torch.rsub`. */
export const rsub = operation((self: Variable, other: Operand) => ({
  node: other instanceof Variable ? 'RsubBackward0' : 'RsubBackward1',
  value: t.sub(valueIn(other), self.value),
  inputs: [from(self, t.neg), ...(other instanceof Variable ? [from(other, pass)] : [])],
}));

/** `self · other`. */
export const mul = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)];
  return {
    node: 'MulBackward0',
    value: t.mul(x, y),
    inputs: [from(self, (g) => t.mul(g, y), other), from(other, (g) => t.mul(g, x), self)],
  };
});

/** `self / other`, a float. */
export const div = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)];
  return {
    node: 'DivBackward0',
    value: t.div(x, y),
    inputs: [
      from(self, (g) => t.div(g, y), other),
      from(other, (g) => t.mul(t.neg(g), t.div(t.div(x, y), y)), self, other),
    ],
  };
});

/** `torch.div` rounded to whole numbers, down or towards 0: its gradient is 0. */
export const divRounded = operation((self: Operand, other: Operand, rounding: 'floor' | 'trunc') => {
  const [x, y] = [valueIn(self), valueIn(other)];
  return {
    node: 'DivBackward2',
    value: rounding === 'floor' ? t.floorDivide(x, y) : t.trunc(t.div(x, y)),
    inputs: [from(self, none), from(other, none)],
  };
});

const wantsGradient = (of: Operand) => of instanceof Variable && of.requiresGrad;

/** `self // other`, which PyTorch does not differentiate. */
export const floorDivide = operation((self: Operand, other: Operand) => ({
  node: 'NotImplemented',
  value: t.floorDivide(valueIn(self), valueIn(other)),
  inputs: [self, other].filter(wantsGradient).map((of) => from(of, missing('floor_divide'))),
}));

/** `self % other`, with the sign of the divisor; of a number by a tensor PyTorch knows no derivative. */
export const remainder = operation((self: Operand, other: Operand) => {
  const [x, y] = [valueIn(self), valueIn(other)];
  const value = t.remainder(x, y);
  if (!(self instanceof Variable)) {
    return { node: 'NotImplemented', value, inputs: [from(other, missing('remainder'))] };
  }
  if (!(other instanceof Variable)) return { node: 'RemainderBackward0', value, inputs: [from(self, pass)] };
  return {
    node: 'RemainderBackward1',
    value,
    inputs: [from(self, pass), from(other, (g) => t.mul(t.neg(g), t.floorDivide(x, y)), self, other)],
  };
});
