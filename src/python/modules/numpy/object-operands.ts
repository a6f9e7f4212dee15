/** What NumPy says when an operand of a ufunc is text, None or another object instead of numbers. */
import { broadcastShapes, full } from '../../../tensor/index.ts';
import { PyList, PyTuple, Refusal, typeError, typeName, typeOf, type Value } from '../../objects/index.ts';
import { castError } from './casting.ts';
import { elementTypeName, firstObject, operandOf, operandTensor } from './convert.ts';
import { DTypeObject, dtypeObject, kindOf, OtherDType } from './dtype.ts';
import { asNumpy, noLoopError, notEnoughDimensions, notSupported } from './errors.ts';
import { isArray, type NdArray, result } from './ndarray.ts';
import type { Ufunc } from './ufunc.ts';

/** The operator that object arithmetic names. */
const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  floor_divide: '//',
  remainder: '%',
  power: '** or pow()',
  bitwise_and: '&',
  bitwise_or: '|',
  bitwise_xor: '^',
  left_shift: '<<',
  right_shift: '>>',
};
const ORDERINGS: Readonly<Record<string, string>> = {
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
  maximum: '>=',
  minimum: '<=',
};
/** Ufuncs with loops for text of their own. */
const TEXT_LOOPS = new Set(['add', 'subtract', 'multiply', 'maximum', 'minimum', 'matmul']);

/** Throws for `values`, one of which is no number, or answers `==` and `!=`. */
export function objectOperands(operation: Ufunc, values: readonly Value[], out?: NdArray): Value {
  const ufunc = operation.name;
  const objects = values.map((value) => (operandOf(value) === undefined ? firstObject(value) : undefined));
  const object = objects.find((each) => each !== undefined) ?? null;
  if (ufunc === 'equal' || ufunc === 'not_equal') return unequal(values, ufunc === 'not_equal');
  if (typeof object === 'string') throw textOperand(operation, values);
  if (ufunc === 'matmul')
    throw notEnoughDimensions(values.findIndex((value) => operandOf(value) === undefined));
  const names = values.map(elementTypeName);
  if (out !== undefined) throw castError(operation, new OtherDType('O'), dtypeObject(out.tensor.dtype));
  if (values.length === 1) throw oneObject(ufunc, object);
  const operator = OPERATORS[ufunc];
  if (operator !== undefined)
    throw typeError(`unsupported operand type(s) for ${operator}: '${names[0]}' and '${names[1]}'`);
  const ordering = ORDERINGS[ufunc];
  if (ordering !== undefined)
    throw typeError(`'${ordering}' not supported between instances of '${names[0]}' and '${names[1]}'`);
  throw new Refusal(`np.${ufunc} of ${typeName(object)} objects is not part of this book's NumPy`);
}

function oneObject(ufunc: string, object: Value): Error {
  const name = typeName(object);
  const sign = { negative: '-', positive: '+', invert: '~' }[ufunc];
  if (sign !== undefined) return typeError(`bad operand type for unary ${sign}: '${name}'`);
  if (ufunc === 'absolute') return typeError(`bad operand type for abs(): '${name}'`);
  if (ufunc.startsWith('is')) return notSupported(ufunc);
  return typeError(
    `loop of ufunc does not support argument 0 of type ${name} which has no callable ${ufunc} method`,
  );
}

function textOperand(ufunc: Ufunc, values: readonly Value[]): Error {
  const { name } = ufunc;
  // A text times whole numbers has a loop, whose result has no width of its own.
  if (name === 'multiply' && values.map(dtypeOf).some(isWhole))
    return typeError("The 'out' kwarg is necessary. Use numpy.strings.multiply without it.");
  const ordered = ORDERINGS[name] !== undefined && !TEXT_LOOPS.has(name);
  if (ordered || ['negative', 'absolute', 'sign', 'positive'].includes(name))
    return noLoopError(
      ufunc,
      values.map((value) => typeOf(dtypeOf(value))),
    );
  return TEXT_LOOPS.has(name) ? noLoopError(ufunc, values.map(dtypeOf)) : notSupported(name);
}

const isWhole = (dtype: Value): boolean => dtype instanceof DTypeObject && /[iu]/.test(kindOf(dtype.dtype));

/** Returns the `np.dtype` of an operand; `<U3` of text. */
function dtypeOf(value: Value): Value {
  const operand = operandOf(value);
  if (operand !== undefined) return dtypeObject(operandTensor(operand).dtype);
  const texts = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  const lengths = texts.map((text) => (typeof text === 'string' ? text.length : 1));
  return new OtherDType(`<U${lengths.reduce((most, length) => Math.max(most, length), 1)}`);
}

/** Numbers never equal text or None. */
function unequal(values: readonly Value[], answer: boolean): Value {
  const shapes = values.map((value) => {
    const operand = operandOf(value);
    return operand === undefined ? [] : operandTensor(operand).shape;
  });
  const [first = [], second = []] = shapes;
  // Of scalars the answer is Python's own.
  if (first.length + second.length === 0 && !values.some(isArray)) return answer;
  return result(
    full(
      asNumpy(() => broadcastShapes(first, second as never)),
      Number(answer),
      'bool',
    ),
  );
}
