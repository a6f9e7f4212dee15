/** Python's operators on arrays and scalars: each is a ufunc. */
import {
  binary,
  type Members,
  members,
  NOT_IMPLEMENTED,
  PyList,
  PyTuple,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { castsSameKind } from './casting.ts';
import { isForeign } from './foreign.ts';
import { isArray, isReceiver, type NdArray, ndarrayType } from './ndarray.ts';
import { genericType, isScalar, type NumpyScalar } from './scalar.ts';
import { placeOf } from './ufunc.ts';
import { ufunc } from './ufuncs.ts';

const BINARY: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'subtract',
  mul: 'multiply',
  truediv: 'divide',
  floordiv: 'floor_divide',
  mod: 'remainder',
  pow: 'power',
  matmul: 'matmul',
  and: 'bitwise_and',
  or: 'bitwise_or',
  xor: 'bitwise_xor',
  lshift: 'left_shift',
  rshift: 'right_shift',
};
const COMPARISONS: Readonly<Record<string, string>> = {
  eq: 'equal',
  ne: 'not_equal',
  lt: 'less',
  le: 'less_equal',
  gt: 'greater',
  ge: 'greater_equal',
};
const UNARY: Readonly<Record<string, string>> = {
  neg: 'negative',
  pos: 'positive',
  abs: 'absolute',
  invert: 'invert',
};

/** Powers that NumPy computes by a simpler function, where an array of floats is raised to a plain number. */
const SIMPLE_POWERS: ReadonlyMap<Value, string> = new Map<Value, string>([
  [2n, 'square'],
  [2, 'square'],
  [0.5, 'sqrt'],
  [-1n, 'reciprocal'],
  [-1, 'reciprocal'],
]);

function simplePower(base: Value, exponent: Value): string | undefined {
  const floats = isArray(base) && base.tensor.dtype.startsWith('float');
  return floats ? SIMPLE_POWERS.get(exponent) : undefined;
}

function operate(name: string, left: Value, right: Value): Value {
  if (isForeign(left) || isForeign(right)) return NOT_IMPLEMENTED;
  const simple = name === 'power' ? simplePower(left, right) : undefined;
  if (simple !== undefined) return ufunc(simple).apply([left]);
  return ufunc(name).apply([left, right], { from: placeOf(name, [left, right]) });
}

function quotientAndRest(left: Value, right: Value): Value {
  return new PyTuple([operate('floor_divide', left, right), operate('remainder', left, right)]);
}

const isSequence = (value: Value): boolean =>
  typeof value === 'string' || value instanceof PyList || value instanceof PyTuple;

/** A scalar leaves `[0] * n`, `'-' * n` and `'a' + x` to the sequence. */
function scalarDefers(name: string, other: Value, reflected: boolean): boolean {
  if (name === 'mul') return isSequence(other);
  return name === 'add' && reflected && typeof other === 'string';
}

/** `[0] * np.True_`: a bool counts as how often. */
function repeats(self: Value, other: Value): Value | undefined {
  if (!isScalar(self) || self.dtype !== 'bool' || !isSequence(other)) return undefined;
  return binary('*', other, BigInt(self.value));
}

function defineOperators<Self extends NdArray | NumpyScalar>(on: Members<Self>, scalar: boolean): void {
  const yields = (name: string, other: Value, reflected: boolean) =>
    scalar && scalarDefers(name, other, reflected);
  for (const [name, operation] of Object.entries(BINARY)) {
    if (scalar && name === 'matmul') continue;
    on.special(`__${name}__`, (self, other) =>
      yields(name, other, false)
        ? (repeats(self, other) ?? NOT_IMPLEMENTED)
        : operate(operation, self, other),
    );
    on.special(`__r${name}__`, (self, other) =>
      yields(name, other, true) ? (repeats(self, other) ?? NOT_IMPLEMENTED) : operate(operation, other, self),
    );
  }
  on.special('__divmod__', (self, other) => quotientAndRest(self, other));
  on.special('__rdivmod__', (self, other) => quotientAndRest(other, self));
  for (const [name, operation] of Object.entries(COMPARISONS))
    on.special(`__${name}__`, (self, other) => operate(operation, self, other));
  for (const [name, operation] of Object.entries(UNARY))
    on.special(`__${name}__`, (self) => ufunc(operation).apply([self], { from: placeOf(operation, [self]) }));
}

const ofArrays = members(ndarrayType, isReceiver);
defineOperators(ofArrays, false);
defineOperators(members(genericType, isScalar), true);

for (const [name, operation] of Object.entries(BINARY))
  ofArrays.special(`__i${name}__`, (self, other) => {
    if (isForeign(other)) return NOT_IMPLEMENTED;
    if (name === 'matmul') checkProductInPlace(self, other);
    // NumPy squares for an exponent of 2 whatever its type, so that integers stay integers.
    if (name === 'pow' && isTwo(other)) return ufunc('square').apply([self], { out: self });
    return ufunc(operation).apply([self, other], { out: self });
  });

const isTwo = (value: Value): boolean =>
  value === 2 || value === 2n || (isScalar(value) && value.value === 2);

function checkProductInPlace(self: NdArray, other: Value): void {
  const rank = isArray(other) ? other.tensor.rank : 2;
  const fits = self.tensor.rank > 0 && rank > 1;
  const real = isArray(other) && !castsSameKind(other.tensor.dtype, self.tensor.dtype);
  if (!fits && self.tensor.rank > 0 && !real)
    throw valueError(
      'inplace matrix multiplication requires the first operand to have at least one and the second at least two dimensions.',
    );
}
