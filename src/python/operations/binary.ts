/** Binary, in-place and unary operators on any values. */
import { allocate, allocateText } from '../limits.ts';
import { NOT_IMPLEMENTED, PyList, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { pyError, typeError } from '../objects/exceptions.ts';
import { unionOf } from '../objects/generic-alias.ts';
import type { Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { dictType, typeName, typeOf } from '../objects/types.ts';
import { call, callSpecial } from './call.ts';
import { asIndex, clampToNumber, intToFloat } from './convert.ts';
import { toArray } from './iterate.ts';
import {
  type ArithmeticOperator,
  type BitOperator,
  bitwise,
  floatArithmetic,
  intArithmetic,
} from './numbers.ts';
import { percentFormat } from './percent.ts';
import { combineSets } from './sets.ts';

export type BinaryOperator = ArithmeticOperator | BitOperator | '@';

const METHODS: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

/** `left OP right`. */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  const result = ofNumbers(operator, left, right) ?? attempt(operator, left, right);
  if (result !== undefined) return result;
  throw unsupported(operator === '**' ? '** or pow()' : operator, left, right);
}

/** `left OP= right`: in place where the left operand's class can, else as the plain operator. */
export function inPlace(operator: BinaryOperator, left: Value, right: Value): Value {
  const number = ofNumbers(operator, left, right);
  if (number !== undefined) return number;
  if (left instanceof PyList && (operator === '+' || operator === '*')) {
    if (operator === '+') {
      for (const item of charged(toArray(right))) left.append(item);
      return left;
    }
    const times = asIndex(right);
    if (times !== undefined) {
      left.replace(repeatItems(left.items, times));
      return left;
    }
  }
  if (left instanceof PySet && !left.frozen && right instanceof PySet && isSetOperator(operator)) {
    left.become(combineSets(operator, left, right));
    return left;
  }
  if (left instanceof PyDict && right instanceof PyDict && operator === '|') {
    for (const [key, value] of right.entries()) left.set(key, value);
    return left;
  }
  if (left !== null && typeof left === 'object') {
    const result = callSpecial(left, `__i${METHODS[operator]}__`, right);
    if (result !== undefined && result !== NOT_IMPLEMENTED) return result;
  }
  const result = attempt(operator, left, right);
  if (result !== undefined) return result;
  throw unsupported(`${operator}=`, left, right);
}

function charged(items: Value[]): Value[] {
  allocate(items.length);
  return items;
}

function unsupported(operator: string, left: Value, right: Value) {
  return typeError(
    `unsupported operand type(s) for ${operator}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** Arithmetic of two floats or two ints, which most operations of a loop are; undefined for anything else. */
function ofNumbers(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (typeof left === 'number') {
    if (typeof right === 'number' && isArithmetic(operator)) return floatArithmetic(operator, left, right);
  } else if (typeof left === 'bigint' && typeof right === 'bigint' && isArithmetic(operator))
    return intArithmetic(operator, left, right);
  return undefined;
}

function isArithmetic(operator: BinaryOperator): operator is ArithmeticOperator {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '//':
    case '%':
    case '**':
      return true;
    default:
      return false;
  }
}

function attempt(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  const known = builtinBinary(operator, left, right);
  if (known !== undefined) return known;
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const forward = leftType.lookup(`__${METHODS[operator]}__`);
  const reflected = leftType === rightType ? undefined : rightType.lookup(`__r${METHODS[operator]}__`);
  const reflectedFirst =
    rightType.isSubtypeOf(leftType) && reflected !== leftType.lookup(`__r${METHODS[operator]}__`);
  if (reflectedFirst && reflected !== undefined && reflected !== null) {
    const result = call(reflected, [right, left]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (forward !== undefined && forward !== null) {
    const result = call(forward, [left, right]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (!reflectedFirst && reflected !== undefined && reflected !== null) {
    const result = call(reflected, [right, left]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  return sequenceOperation(operator, left, right);
}

/** Operations between the built-in types; undefined where the classes' own methods decide. */
function builtinBinary(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (typeof left === 'string') {
    if (operator === '+' && typeof right === 'string') {
      allocateText(left.length + right.length);
      return left + right;
    }
    return operator === '%' ? percentFormat(left, right) : undefined;
  }
  if (typeof left === 'object' && left !== null) return builtinCollections(operator, left, right);
  const a = typeof left === 'boolean' ? BigInt(left) : left;
  const b = typeof right === 'boolean' ? BigInt(right) : right;
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (isArithmetic(operator)) return intArithmetic(operator, a, b);
    if (operator === '@') return undefined;
    const bits = bitwise(operator, a, b);
    const logical = operator === '&' || operator === '|' || operator === '^';
    return logical && typeof left === 'boolean' && typeof right === 'boolean' ? bits !== 0n : bits;
  }
  const isNumber = (value: Value) => typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber(a) || !isNumber(b) || !isArithmetic(operator)) return undefined;
  return floatArithmetic(operator, asNumber(a), asNumber(b));
}

function asNumber(value: Value): number {
  return typeof value === 'bigint' ? intToFloat(value) : (value as number);
}

function isSetOperator(operator: BinaryOperator): operator is '&' | '|' | '^' | '-' {
  return operator === '&' || operator === '|' || operator === '^' || operator === '-';
}

function builtinCollections(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (left instanceof PySet && right instanceof PySet && isSetOperator(operator))
    return combineSets(operator, left, right);
  if (
    left instanceof PyDict &&
    right instanceof PyDict &&
    operator === '|' &&
    (left.type === dictType || left.type.mutable)
  )
    return new PyDict([...left.entries(), ...right.entries()]);
  if (operator === '|') return unionOf(left, right);
  return undefined;
}

/** Concatenation and repetition, which CPython tries after both operands' own methods. */
function sequenceOperation(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (operator === '+') return concatenate(left, right);
  if (operator !== '*') return undefined;
  if (isSequence(left)) return repeatSequence(left, right);
  return isSequence(right) ? repeatSequence(right, left) : undefined;
}

type Sequence = string | PyList | PyTuple;
function isSequence(value: Value): value is Sequence {
  return typeof value === 'string' || value instanceof PyList || value instanceof PyTuple;
}

function concatenate(left: Value, right: Value): Value | undefined {
  if (!isSequence(left)) return undefined;
  if (left instanceof PyList && right instanceof PyList) return new PyList(joined(left.items, right.items));
  if (left instanceof PyTuple && right instanceof PyTuple)
    return left.derive(joined(left.items, right.items));
  const kind = typeof left === 'string' ? 'str' : left instanceof PyList ? 'list' : 'tuple';
  throw typeError(`can only concatenate ${kind} (not "${typeName(right)}") to ${kind}`);
}

function joined(a: readonly Value[], b: readonly Value[]): Value[] {
  allocate(a.length + b.length);
  return a.concat(b);
}

function repeatSequence(sequence: Sequence, factor: Value): Value {
  const count = asIndex(factor);
  if (count === undefined)
    throw typeError(`can't multiply sequence by non-int of type '${typeName(factor)}'`);
  if (typeof sequence === 'string') {
    const times = chargedCount(sequence.length, count);
    allocateText(sequence.length * times);
    return sequence.repeat(times);
  }
  const items = repeatItems(sequence.items, count);
  return sequence instanceof PyList ? new PyList(items) : new PyTuple(items);
}

/** Returns the count of copies as a number, having charged the budget for them before they are made. */
function chargedCount(length: number, count: bigint): number {
  const times = Math.max(0, clampToNumber(count));
  if (length === 0) return 0;
  if (count > 2n ** 63n - 1n) throw pyError('OverflowError', "cannot fit 'int' into an index-sized integer");
  allocateText(length * times);
  return times;
}

function repeatItems(items: readonly Value[], count: bigint): Value[] {
  const times = chargedCount(items.length, count);
  allocate(items.length * times);
  const result: Value[] = [];
  for (let round = 0; round < times; round++) for (const item of items) result.push(item);
  return result;
}

export type UnaryOperator = '-' | '+' | '~';
const UNARY_METHODS = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

/** `-value`, `+value` or `~value`. */
export function unary(operator: UnaryOperator, value: Value): Value {
  const number = typeof value === 'boolean' ? BigInt(value) : value;
  if (typeof number === 'bigint') return operator === '-' ? -number : operator === '+' ? number : ~number;
  if (typeof number === 'number' && operator !== '~') return operator === '-' ? -number : number;
  const result =
    typeof value === 'object' && value !== null ? callSpecial(value, UNARY_METHODS[operator]) : undefined;
  if (result === undefined) throw typeError(`bad operand type for unary ${operator}: '${typeName(value)}'`);
  return result;
}
