/** Questions about dtypes: `issubdtype`, `can_cast`, `result_type`. */
import { type DType, numpyRules, type Operand, Tensor } from '../../../tensor/index.ts';
import { PyType, typeError, type Value, valueError } from '../../objects/index.ts';
import { castsSafely, castsSameKind } from './casting.ts';
import { operandOf } from './convert.ts';
import { DTypeObject, dtypeObject, readDType } from './dtype.ts';
import { define, type Entry } from './functions.ts';
import { genericType, SCALAR_TYPES } from './scalar.ts';

function typeOfDType(value: Value): PyType {
  if (value instanceof PyType && value.isSubtypeOf(genericType)) return value;
  return SCALAR_TYPES[readDType(value)];
}

/** Returns whether NumPy converts one dtype to another by the rule of that name; throws ValueError for no rule. */
export function canCast(from: Value, to: Value, casting: Value): boolean {
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

export const typeFunctions: readonly Entry[] = [
  define('issubdtype', 'arg1, arg2', (arg1, arg2) => typeOfDType(arg1).isSubtypeOf(typeOfDType(arg2))),
  define('can_cast', 'from_, to, casting="safe"', canCast),
  define('result_type', '*arrays_and_dtypes', (args) => resultType(args.items)),
  define('promote_types', 'type1, type2', (a, b) =>
    resultType([dtypeObject(readDType(a)), dtypeObject(readDType(b))]),
  ),
];
