import { PyList, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { typeName } from '../objects/types.ts';
import { callSpecial } from './call.ts';

/** `bool(value)`. */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'bigint':
      return value !== 0n;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
  }
  if (value === null) return false;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length > 0;
  if (value instanceof PyDict || value instanceof PySet) return value.size > 0;
  const answer = callSpecial(value, '__bool__');
  if (answer !== undefined) {
    if (typeof answer !== 'boolean')
      throw typeError(`__bool__ should return bool, returned ${typeName(answer)}`);
    return answer;
  }
  const length = callSpecial(value, '__len__');
  return length === undefined || lengthAnswer(length) !== 0n;
}

/** Checks what a `__len__` returned. */
export function lengthAnswer(length: Value): bigint {
  const whole = typeof length === 'boolean' ? BigInt(length) : length;
  if (typeof whole !== 'bigint')
    throw typeError(`'${typeName(length)}' object cannot be interpreted as an integer`);
  if (whole < 0n) throw valueError('__len__() should return >= 0');
  return whole;
}
