/** `==`, `<` and the other comparisons, `is` and `in`. */
import { NOT_IMPLEMENTED, PyList, PyRange, PySlice, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError } from '../objects/exceptions.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { typeName, typeOf } from '../objects/types.ts';
import { call, overriding } from './call.ts';
import { isSubset } from './sets.ts';
import { isTrue } from './truth.ts';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

const METHODS = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
} as const;
const MIRRORED = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** `left is right`. Numbers and strings of equal type and value count as one object. */
export function isSame(left: Value, right: Value): boolean {
  return Object.is(left, right);
}

/** `left == right` as a truth value, identity first, as containers compare their items. */
export function equals(left: Value, right: Value): boolean {
  return isSame(left, right) || isTrue(compare('==', left, right));
}

/** `left OP right`: a bool, or whatever the operands' own methods return (an array, a tensor). */
export function compare(operator: Comparison, left: Value, right: Value): Value {
  const known = compareKnown(operator, left, right);
  if (known !== undefined) return known;
  const reflectedFirst = typeOf(left) !== typeOf(right) && typeOf(right).isSubtypeOf(typeOf(left));
  const attempts: readonly (() => Value)[] = [
    () => attempt(METHODS[operator], left, right),
    () => attempt(METHODS[MIRRORED[operator]], right, left),
  ];
  for (const run of reflectedFirst ? [...attempts].reverse() : attempts) {
    const answer = run();
    if (answer !== NOT_IMPLEMENTED) return answer;
  }
  if (operator === '==') return isSame(left, right);
  if (operator === '!=') return !isSame(left, right);
  throw typeError(
    `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

function attempt(method: string, self: Value, other: Value): Value {
  if (self === null || typeof self !== 'object') return NOT_IMPLEMENTED;
  const found = self.type.lookup(method);
  if (found !== undefined && found !== null) return call(found, [self, other]);
  if (method !== '__ne__') return NOT_IMPLEMENTED;
  const equal = attempt('__eq__', self, other);
  return equal === NOT_IMPLEMENTED ? equal : !isTrue(equal);
}

/** Comparisons between the built-in types; undefined where the classes' own methods decide. */
function compareKnown(operator: Comparison, left: Value, right: Value): boolean | undefined {
  const a = typeof left === 'boolean' ? BigInt(left) : left;
  const b = typeof right === 'boolean' ? BigInt(right) : right;
  const kind = typeof a;
  const other = typeof b;
  // JavaScript compares bigint with number by exact value, as Python does int with float.
  if ((kind === 'bigint' || kind === 'number') && (other === 'bigint' || other === 'number'))
    return ordered(operator, a as number, b as number);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(operator, a, b);
  if (a instanceof PyObject && overriding(a, METHODS[operator]) !== undefined) return undefined;
  if (a instanceof PyList && b instanceof PyList) return compareSequences(operator, a.items, b.items);
  if (a instanceof PyTuple && b instanceof PyTuple) return compareSequences(operator, a.items, b.items);
  if (operator === '==' || operator === '!=') {
    const same = equalCollections(a, b);
    return same === undefined ? undefined : same === (operator === '==');
  }
  return a instanceof PySet && b instanceof PySet ? compareSets(operator, a, b) : undefined;
}

function ordered(operator: Comparison, a: number, b: number): boolean {
  switch (operator) {
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: loose equality compares a bigint with a number by exact value
      return a == b;
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: as above
      return a != b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** By code points; JavaScript's own order of UTF-16 units differs beyond the basic plane. */
function compareStrings(operator: Comparison, a: string, b: string): boolean {
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const unit = (text: string): number => {
    const code = text.charCodeAt(at);
    return Number.isNaN(code) ? -1 : code >= 0xd800 && code < 0xe000 ? code + 0x10000 : code;
  };
  return ordered(operator, unit(a), unit(b));
}

function compareSequences(operator: Comparison, a: readonly Value[], b: readonly Value[]): boolean {
  if (operator === '==' || operator === '!=') if (a.length !== b.length) return operator === '!=';
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (equals(left, right)) continue;
    return operator === '==' ? false : operator === '!=' ? true : isTrue(compare(operator, left, right));
  }
  return ordered(operator, a.length, b.length);
}

function equalCollections(a: Value, b: Value): boolean | undefined {
  if (a instanceof PyDict && b instanceof PyDict) {
    if (a.size !== b.size) return false;
    for (const [key, value] of a.entries()) {
      const other = b.get(key);
      if (other === undefined || !equals(value, other)) return false;
    }
    return true;
  }
  if (a instanceof PySet && b instanceof PySet) return a.size === b.size && isSubset(a, b);
  if (a instanceof PyRange && b instanceof PyRange)
    return (
      a.length === b.length &&
      (a.length === 0n || (a.start === b.start && (a.length === 1n || a.step === b.step)))
    );
  if (a instanceof PySlice && b instanceof PySlice)
    return equals(a.start, b.start) && equals(a.stop, b.stop) && equals(a.step, b.step);
  return undefined;
}

function compareSets(operator: Comparison, a: PySet, b: PySet): boolean {
  switch (operator) {
    case '<':
      return a.size < b.size && isSubset(a, b);
    case '<=':
      return isSubset(a, b);
    case '>':
      return a.size > b.size && isSubset(b, a);
    default:
      return isSubset(b, a);
  }
}
