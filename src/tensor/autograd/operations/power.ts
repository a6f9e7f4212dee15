/** Powers, with PyTorch's shortcuts for common exponents. */
import { log } from '../../elementary/index.ts';
import { isFloat, type PythonScalar, Tensor, type Value } from '../../index.ts';
import { operation } from '../operation.ts';
import { from, type Plan, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import { traced } from '../tracing.ts';
import { type Operand, Variable, valueIn } from '../variable.ts';

type Scalar = PythonScalar | number | boolean;

/** What PyTorch's kernel computes instead of a power for these exponents, on floats. */
const shortcuts: ReadonlyMap<number, (x: Tensor) => Tensor> = new Map([
  [0.5, t.sqrt],
  [2, (x) => t.mul(x, x)],
  [3, (x) => t.mul(t.mul(x, x), x)],
  [-0.5, t.rsqrt],
  [-1, t.reciprocal],
  [-2, (x) => t.reciprocal(t.mul(x, x))],
]);

const numberOf = (scalar: Scalar): number => Number(typeof scalar === 'object' ? scalar.value : scalar);

/** `x` to a number. Of integers to a float, a float. */
function toNumber(x: Tensor, exponent: Scalar): Tensor {
  const shortcut = isFloat(x.dtype) ? shortcuts.get(numberOf(exponent)) : undefined;
  return shortcut ? shortcut(x) : t.power(x, exponent);
}

/** As `toNumber`, in the formula of a gradient. */
const powerOf = traced('power', toNumber);

/** `self` to the power of `exponent`; either may be a number. */
export const pow = operation((self: Operand, exponent: Operand): Plan => {
  if (!(self instanceof Variable)) return numberToTensor(self, exponent);
  return exponent instanceof Variable ? tensorToTensor(self, exponent) : tensorToNumber(self, exponent);
});

function tensorToNumber(self: Variable, exponent: Scalar): Plan {
  const x = self.value;
  const n = numberOf(exponent);
  const derivative = (g: Tensor) =>
    n === 0 ? t.zerosLike(x) : t.mul(g, t.mul(t.float(n), powerOf(x, t.float(n - 1))));
  return { node: 'PowBackward0', value: toNumber(x, exponent), inputs: [from(self, derivative, self)] };
}

function tensorToTensor(self: Variable, exponent: Variable): Plan {
  const [x, y] = [self.value, exponent.value];
  const value = t.power(x, y);
  return {
    node: 'PowBackward1',
    value,
    inputs: [
      from(
        self,
        (g) => t.where(t.equal(y, 0), t.float(0), t.mul(g, t.mul(y, t.power(x, t.sub(y, 1))))),
        self,
        exponent,
      ),
      from(exponent, (g) => byExponent(g, x, y, value), self, exponent, RESULT),
    ],
  };
}

function numberToTensor(self: Scalar, exponent: Operand): Plan {
  const y = valueIn(exponent);
  const value = t.power(valueIn(self), y);
  return {
    node: 'PowBackward2',
    value,
    inputs: [from(exponent, (g) => byExponent(g, self, y, value), exponent, RESULT)],
  };
}

/** xʸ · ln x, and 0 where x is 0 and y is not negative. */
function byExponent(gradient: Tensor, x: Tensor | Scalar, y: Value, result: Tensor): Tensor {
  const logarithm = x instanceof Tensor ? t.log(x) : t.float(log(numberOf(x)));
  const flat = t.logicalAnd(t.equal(x, 0), t.greaterEqual(y, 0));
  return t.mul(gradient, t.where(flat, t.float(0), t.mul(result, logarithm)));
}
