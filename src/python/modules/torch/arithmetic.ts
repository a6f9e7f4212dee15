/** Subtraction and powers, with what PyTorch refuses or answers differently than the core does. */
import { operations as graph, type Operand, Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { isInteger, type PythonScalar, type Shape, torchRules } from '../../../tensor/index.ts';
import { coreValue } from './arguments.ts';
import { runtimeError } from './errors.ts';

const isBool = (operand: Operand): boolean =>
  operand instanceof Variable
    ? operand.value.dtype === 'bool'
    : typeof operand === 'object' && operand.python === 'bool';

function requireNumbers(a: Operand, b: Operand): void {
  const bools = [a, b].filter(isBool).length;
  if (bools === 2)
    throw runtimeError(
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
    );
  if (bools === 1)
    throw runtimeError(
      'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
}

export const subtract = Object.assign(
  (a: Operand, b: Operand, alpha?: PythonScalar): Variable => {
    requireNumbers(a, b);
    return graph.sub(a, b, alpha);
  },
  {
    inPlace: (a: Variable, b: Operand, alpha?: PythonScalar): Variable => {
      requireNumbers(a, b);
      return graph.sub.inPlace(a, b, alpha);
    },
  },
);

/** `other - self`. */
export function subtractFrom(self: Variable, other: Operand): Variable {
  requireNumbers(self, other);
  return graph.rsub(self, other);
}

const isWhole = (operand: Operand): boolean =>
  operand instanceof Variable
    ? isInteger(operand.value.dtype)
    : typeof operand === 'object' && operand.python === 'int';

/** Integers to a tensor of integers, some of them negative: PyTorch's answer is the whole part, 0 but for 1 and −1. */
export function power(base: Operand, exponent: Operand): Variable {
  const isNegativeNumber = typeof exponent === 'object' && 'python' in exponent && exponent.value < 0;
  const dtype = base instanceof Variable ? base.value.dtype : undefined;
  if (dtype === 'uint8' && isWhole(exponent) && typeof exponent === 'object' && 'python' in exponent)
    if (exponent.value < 0 || exponent.value > 255)
      throw runtimeError('value cannot be converted to type uint8_t without overflow');
  if (isNegativeNumber && isWhole(exponent) && isWhole(base))
    throw runtimeError('Integers to negative integer powers are not allowed.');
  const negative =
    exponent instanceof Variable && isWhole(exponent) && isWhole(base)
      ? core.less<Shape, []>(exponent.value, 0)
      : undefined;
  if (negative === undefined || !core.any(negative).item()) return graph.pow(base, exponent);
  const [x, n] = [coreValue(base), (exponent as Variable).value];
  const rules = torchRules;
  const size = core.absolute(n);
  const usual = core.power<Shape, Shape>(x, core.where(negative, 0, n, rules), { rules });
  const isUnit = core.logicalOr<Shape, Shape>(
    core.equal<Shape, []>(x, 1, { rules }),
    core.equal<Shape, []>(x, -1, { rules }),
  );
  const unit = core.power<Shape, Shape>(core.where(isUnit, x, 0, rules), size, { rules });
  return new Variable(core.where(negative, unit, usual, rules));
}
