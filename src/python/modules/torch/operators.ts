/** The tensor's operators. What a tensor cannot take is left to the other operand, and then to Python's TypeError. */
import {
  operations as graph,
  type Operand,
  type Operation,
  Variable,
} from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { type BinaryOperation, isFloat, type Shape, Tensor, torchRules } from '../../../tensor/index.ts';
import {
  type BinaryOperator,
  binary,
  members,
  NOT_IMPLEMENTED,
  pyError,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { throughOwn } from '../numpy/foreign.ts';
import { isArray, type NdArray } from '../numpy/ndarray.ts';
import { coreValue, requireBroadcast, scalarOf } from './arguments.ts';
import { power, subtract, subtractFrom } from './arithmetic.ts';
import { arrayTensor, numberOf } from './array-values.ts';
import { scalarTypeName } from './dtype.ts';
import { asTorch, runtimeError } from './errors.ts';
import { isTensor, type TensorObject, tensorType, wrap } from './tensor.ts';

/** Returns what an operator takes beside a tensor; undefined for everything else. */
function operandOf(value: Value): Operand | undefined {
  if (isTensor(value)) return value.variable;
  if (typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number')
    return scalarOf(value);
  const array = numberOf(value) ?? arrayTensor(value);
  return array instanceof Tensor ? new Variable(array) : array;
}

type Compute = (self: Variable, other: Operand) => Variable;

const of = members(tensorType, isTensor);

/** What NumPy computes of a tensor and an array to the right of it. */
const OF_ARRAYS: Readonly<Record<string, BinaryOperator>> = {
  __add__: '+',
  __sub__: '-',
  __mul__: '*',
  __truediv__: '/',
  __floordiv__: '//',
  __mod__: '%',
  __pow__: '**',
  __matmul__: '@',
  __and__: '&',
  __or__: '|',
  __xor__: '^',
  __lshift__: '<<',
  __rshift__: '>>',
};

/** PyTorch leaves arrays to NumPy, and NumPy leaves operators with a tensor on the right to PyTorch, so that few have a result. */
function withArray(name: string, self: TensorObject, array: NdArray): Value {
  const operator = OF_ARRAYS[name];
  if (operator !== undefined)
    return throughOwn([self, array], ([a = null, b = null]) => binary(operator, a, b));
  if (name === '__rtruediv__')
    return withArray('__mul__', wrap(asTorch(() => graph.reciprocal(self.variable))), array);
  if (name === '__radd__')
    throw typeError(
      'Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. Please do not rely on this error; it may not be given on all Python implementations.',
    );
  return NOT_IMPLEMENTED;
}

function operator(name: string, compute: Compute): void {
  of.special(name, (self, other) => {
    if (name !== '__eq__' && isArray(other ?? null)) return withArray(name, self, other as NdArray);
    const operand = operandOf(other ?? null);
    return operand === undefined ? NOT_IMPLEMENTED : wrap(asTorch(() => compute(self.variable, operand)));
  });
}

/** `a + b`, `b + a` with a number on the left, and `a += b`. */
function arithmetic(
  name: string,
  operation: Pick<Operation<Operand, [Operand]>, 'inPlace'> & ((a: Operand, b: Operand) => Variable),
  reflected: Compute,
): void {
  operator(`__${name}__`, operation);
  operator(`__r${name}__`, reflected);
  operator(`__i${name}__`, (self, other) => operation.inPlace(self, other));
}

const swapped =
  (operation: (a: Operand, b: Operand) => Variable): Compute =>
  (self, other) =>
    operation(other, self);

arithmetic('add', graph.add, swapped(graph.add));
arithmetic('sub', subtract, subtractFrom);
arithmetic('mul', graph.mul, swapped(graph.mul));
// PyTorch divides a number by a tensor as reciprocal times number.
arithmetic('truediv', graph.div, (self, other) => graph.mul(graph.reciprocal(self), other));
arithmetic('floordiv', graph.floorDivide, swapped(graph.floorDivide));
arithmetic('mod', graph.remainder, swapped(graph.remainder));
arithmetic('pow', Object.assign(power, { inPlace: graph.pow.inPlace }), swapped(power));

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
  return (self, other) => {
    requireBroadcast(self, other);
    return new Variable(operation<Shape, Shape>(self.value, coreValue(other), { rules: torchRules }));
  };
}

/** Shifts by whole places are products and quotients by powers of 2. */
const shifts = {
  lshift: (x: Operand, by: Operand) => graph.mul(x, graph.pow(2, by)),
  rshift: (x: Operand, by: Operand) => graph.floorDivide(x, graph.pow(2, by)),
};
for (const [name, shift] of Object.entries(shifts)) {
  const checked = (x: Operand, by: Operand): Variable => {
    const float = [x, by].find((each) => each instanceof Variable && isFloat(each.value.dtype));
    if (float instanceof Variable)
      throw runtimeError(`"${name}_cpu" not implemented for '${scalarTypeName(float.value.dtype)}'`);
    return shift(x, by);
  };
  operator(`__${name}__`, checked);
  operator(`__r${name}__`, swapped(checked));
  operator(`__i${name}__`, (self, other) => graph.copyFrom.inPlace(self, checked(self, other)));
}

for (const name of ['__divmod__', '__rdivmod__'])
  of.special(name, (self, other) => {
    const [a, b] = name === '__divmod__' ? [self, other] : [other, self];
    throw typeError(
      `unsupported operand type(s) for divmod(): '${typeName(a ?? null)}' and '${typeName(b ?? null)}'`,
    );
  });

const product = (left: Value, right: Value): Value =>
  isTensor(left) && isTensor(right)
    ? wrap(asTorch(() => graph.matmul(left.variable, right.variable)))
    : NOT_IMPLEMENTED;

of.special('__matmul__', (self, other) =>
  isArray(other ?? null) ? withArray('__matmul__', self, other as NdArray) : product(self, other ?? null),
)
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
