/** `hash(value)`: CPython's own values for numbers; any stable ones for the rest, whose values CPython varies by run. */
import { PyTuple } from '../objects/collections.ts';
import { hashKey } from '../objects/hash-key.ts';
import { hashOfKey } from '../objects/hash-number.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { call } from './call.ts';

export function hashOf(value: Value): bigint {
  if (value instanceof PyObject && !(value instanceof PyTuple)) {
    const method = value.type.lookup('__hash__');
    if (method !== undefined && method !== null) {
      const own = call(method, [value]);
      if (typeof own === 'bigint') return own;
    }
  }
  return hashOfKey(hashKey(value));
}
