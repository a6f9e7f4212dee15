/** The tensor's operators. What a tensor cannot take is left to the other operand, and then to Python's TypeError. */
import {
  operations as graph,
  type Operand,
  type Operation,
  Variable,
} from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { type BinaryOperation, isFloat, type Shape, torchRules } from '../../../tensor/index.ts';
import { members, NOT_IMPLEMENTED, pyError, Refusal, type Value } from '../../objects/index.ts';
import { coreValue, scalarOf } from './arguments.ts';
import { asTorch } from './errors.ts';
import { multiplied } from './products.ts';
import { isTensor, tensorType, wrap } from './tensor.ts';

/** What an operator takes beside a tensor; undefined for everything else. */
function operandOf(value: Value): Operand | undefined {
  if (isTensor(value)) return value.variable;
  if (typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number')
    return scalarOf(value);
  const isScalar =
    value !== null && typeof value === 'object' && value.type.lookup('__float__') !== undefined;
  return isScalar && value.type.lookup('__getitem__') === undefined ? scalarOf(value) : undefined;
}

type Compute = (self: Variable, other: Operand) => Variable;

const of = members(tensorType, isTensor);

function operator(name: string, compute: Compute): void {
  of.special(name, (self, other) => {
    const operand = operandOf(other ?? null);
    return operand === undefined ? NOT_IMPLEMENTED : wrap(asTorch(() => compute(self.variable, operand)));
  });
}

/** `a + b`, `b + a` with a number on the left, and `a += b`. */
function arithmetic(
  name: string,
  operation: Operation<Operand, [Operand]>,
  reflected: Compute,
  inPlace = true,
): void {
  operator(`__${name}__`, operation);
  operator(`__r${name}__`, reflected);
  if (inPlace) operator(`__i${name}__`, (self, other) => operation.inPlace(self, other));
}

const swapped =
  (operation: (a: Operand, b: Operand) => Variable): Compute =>
  (self, other) =>
    operation(other, self);

arithmetic('add', graph.add, swapped(graph.add));
arithmetic('sub', graph.sub, (self, other) => graph.rsub(self, other));
arithmetic('mul', graph.mul, swapped(graph.mul));
// PyTorch divides a number by a tensor as reciprocal times number.
arithmetic('truediv', graph.div, (self, other) => graph.mul(graph.reciprocal(self), other));
arithmetic('floordiv', graph.floorDivide, swapped(graph.floorDivide));
arithmetic('mod', graph.remainder, swapped(graph.remainder));
arithmetic('pow', graph.pow, swapped(graph.pow));

const COMPARISONS = {
  __eq__: core.equal,
  __ne__: core.notEqual,
  __lt__: core.less,
  __le__: core.lessEqual,
  __gt__: core.greater,
  __ge__: core.greaterEqual,
  __and__: core.bitwiseAnd,
  __or__: core.bitwiseOr,
  __xor__: core.bitwiseXor,
  __rand__: core.bitwiseAnd,
  __ror__: core.bitwiseOr,
  __rxor__: core.bitwiseXor,
} as const;
for (const [name, operation] of Object.entries(COMPARISONS)) operator(name, untracked(operation));
for (const name of ['and', 'or', 'xor'] as const) {
  const compute = untracked(COMPARISONS[`__${name}__`]);
  operator(`__i${name}__`, (self, other) => graph.copyFrom.inPlace(self, compute(self, other)));
}

function untracked(operation: BinaryOperation): Compute {
  return (self, other) =>
    new Variable(operation<Shape, Shape>(self.value, coreValue(other), { rules: torchRules }));
}

for (const [sign, name] of [
  ['<<', 'lshift'],
  ['>>', 'rshift'],
] as const)
  for (const prefix of ['', 'r', 'i'])
    of.special(`__${prefix}${name}__`, (_self, _other) => {
      throw new Refusal(`${sign} of tensors is not part of this book's PyTorch`);
    });

const product = (left: Value, right: Value): Value =>
  isTensor(left) && isTensor(right)
    ? wrap(asTorch(() => multiplied(left.variable, right.variable)))
    : NOT_IMPLEMENTED;

of.special('__matmul__', (self, other) => product(self, other ?? null))
  .special('__rmatmul__', (self, other) => product(other ?? null, self))
  .special('__neg__', (self) => wrap(asTorch(() => graph.neg(self.variable))))
  .special('__pos__', (self) => self)
  .special('__abs__', (self) => wrap(asTorch(() => graph.abs(self.variable))))
  .special('__invert__', (self) => {
    if (isFloat(self.tensor.dtype))
      throw pyError(
        'TypeError',
        '~ (operator.invert) is only implemented on integer and Boolean-type tensors',
      );
    return wrap(asTorch(() => new Variable(core.bitwiseNot(self.tensor, { rules: torchRules }))));
  });
