/** Questions about dtypes: `issubdtype`, `can_cast`, `result_type`, `finfo`, `iinfo`. */
import { type DType, numpyRules, type Operand, Tensor } from '../../../tensor/index.ts';
import { members, PyObject, PyType, typeError, type Value, valueError } from '../../objects/index.ts';
import { castsSafely, castsSameKind } from './casting.ts';
import { operandOf } from './convert.ts';
import { DTypeObject, dtypeObject, itemSize, readDType } from './dtype.ts';
import { define, type Entry } from './functions.ts';
import { genericType, NumpyScalar, SCALAR_TYPES } from './scalar.ts';

function typeOfDType(value: Value): PyType {
  if (value instanceof PyType && value.isSubtypeOf(genericType)) return value;
  return SCALAR_TYPES[readDType(value)];
}

function canCast(from: Value, to: Value, casting: Value): boolean {
  if (typeof from === 'bigint' || typeof from === 'number' || typeof from === 'boolean')
    throw typeError(
      'can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future.',
    );
  const [source, target] = [readDType(from), readDType(to)];
  if (casting === 'safe') return castsSafely(source, target);
  if (casting === 'same_kind') return castsSafely(source, target) || castsSameKind(source, target);
  if (casting === 'no' || casting === 'equiv') return source === target;
  if (casting === 'unsafe') return true;
  throw valueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'");
}

function resultType(values: readonly Value[]): Value {
  if (values.length === 0) throw valueError('at least one array or dtype is required');
  const operands = values.map((value): Operand => {
    if (value instanceof DTypeObject || value instanceof PyType || typeof value === 'string')
      return { dtype: readDType(value), from: 'array' };
    const operand = operandOf(value);
    if (operand instanceof Tensor) return { dtype: operand.dtype, from: 'array' };
    const dtype: DType =
      typeof value === 'bigint' ? 'int64' : typeof value === 'boolean' ? 'bool' : 'float64';
    return { dtype, from: 'python' };
  });
  const sorted = operands.toSorted((a, b) => Number(a.from === 'python') - Number(b.from === 'python'));
  const [first, ...rest] = sorted as [Operand, ...Operand[]];
  return dtypeObject(
    rest.reduce<Operand>((a, b) => ({ dtype: numpyRules.promote(a, b), from: a.from }), first).dtype,
  );
}

type Limits = { readonly dtype: DType; readonly values: ReadonlyMap<string, Value> };
class TypeLimits extends PyObject {
  readonly limits: Limits;
  readonly #type: PyType;

  constructor(limits: Limits, type: PyType) {
    super();
    this.limits = limits;
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}
const isLimits = (value: Value): value is TypeLimits => value instanceof TypeLimits;

function limitsType(name: string, attributes: readonly string[], make: (dtype: DType) => Limits): PyType {
  const type = new PyType({ name, module: 'numpy' });
  const on = members(type, isLimits)
    .constructs('dtype', (_type, value) => {
      const scalar = operandOf(value);
      return new TypeLimits(make(scalar === undefined ? readDType(value) : named(value)), type);
    })
    .getter('dtype', (self) => dtypeObject(self.limits.dtype))
    .getter('bits', (self) => BigInt(8 * itemSize(self.limits.dtype)));
  for (const each of attributes) on.getter(each, (self) => self.limits.values.get(each) ?? null);
  return type;
}

function named(value: Value): DType {
  const operand = operandOf(value);
  if (operand instanceof Tensor) return operand.dtype;
  return typeof value === 'bigint' ? 'int64' : 'float64';
}

function floatLimits(dtype: DType): Limits {
  if (dtype !== 'float64' && dtype !== 'float32')
    throw valueError(`data type <class 'numpy.${dtype}'> not inexact`);
  const [eps, max, tiny] =
    dtype === 'float64'
      ? [Number.EPSILON, Number.MAX_VALUE, 2 ** -1022]
      : [2 ** -23, (2 - 2 ** -23) * 2 ** 127, 2 ** -126];
  const scalar = (value: number) => new NumpyScalar(value, dtype);
  return {
    dtype,
    values: new Map<string, Value>([
      ['eps', scalar(eps)],
      ['max', scalar(max)],
      ['min', scalar(-max)],
      ['tiny', scalar(tiny)],
      ['smallest_normal', scalar(tiny)],
      ['resolution', scalar(dtype === 'float64' ? 1e-15 : Math.fround(1e-6))],
      ['precision', dtype === 'float64' ? 15n : 6n],
    ]),
  };
}

function integerLimits(dtype: DType): Limits {
  if (dtype.startsWith('float') || dtype === 'bool')
    throw valueError(`Invalid integer data type '${dtype[0]}'.`);
  const bits = BigInt(8 * itemSize(dtype));
  const [min, max] = dtype === 'uint8' ? [0n, 255n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return {
    dtype,
    values: new Map<string, Value>([
      ['min', min],
      ['max', max],
    ]),
  };
}

export const typeFunctions: readonly Entry[] = [
  define('issubdtype', 'arg1, arg2', (arg1, arg2) => typeOfDType(arg1).isSubtypeOf(typeOfDType(arg2))),
  define('can_cast', 'from_, to, casting="safe"', canCast),
  define('result_type', '*arrays_and_dtypes', (args) => resultType(args.items)),
  define('promote_types', 'type1, type2', (a, b) =>
    resultType([dtypeObject(readDType(a)), dtypeObject(readDType(b))]),
  ),
  [
    'finfo',
    limitsType(
      'finfo',
      ['eps', 'max', 'min', 'tiny', 'smallest_normal', 'resolution', 'precision'],
      floatLimits,
    ),
  ],
  ['iinfo', limitsType('iinfo', ['min', 'max'], integerLimits)],
];
