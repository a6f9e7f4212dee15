/**
 * What dict and set file a value under: a JavaScript value that is the same (as a `Map` compares) exactly when Python's
 * `==` and `hash` agree, so that 1, 1.0 and True share one. Objects with their own `__eq__` and `__hash__` share a
 * bucket by hash, which `PyDict` and `PySet` then search with `==`.
 */
import { call } from '../operations/call.ts';
import { PyTuple } from './collections.ts';
import { typeError } from './exceptions.ts';
import { NO_KEYWORDS, objectType, type PyObject, type Value } from './object.ts';
import { PySet } from './set.ts';
import { typeName } from './types.ts';

export type HashKey = bigint | number | string | null | PyObject;

/** Marks keys that are not plain strings; a plain string that starts with it is escaped. */
const MARK = '\u0000';

/** Throws TypeError `unhashable type: 'list'` for a value that cannot be a key. */
export function hashKey(value: Value): HashKey {
  switch (typeof value) {
    case 'string':
      return value.startsWith(MARK) ? `${MARK}s${value}` : value;
    case 'boolean':
      return value ? 1n : 0n;
    case 'number':
      return Number.isInteger(value) ? BigInt(value) : value;
    case 'bigint':
      return value;
    default:
      return value === null ? null : objectKey(value);
  }
}

function objectKey(value: PyObject): HashKey {
  if (value.type.hashesAs !== undefined) return hashKey(value.type.hashesAs(value));
  if (value instanceof PyTuple) return `${MARK}t${value.items.map((item) => encode(hashKey(item))).join('')}`;
  if (value instanceof PySet && value.frozen)
    return `${MARK}z${[...value.values()]
      .map((item) => encode(hashKey(item)))
      .sort()
      .join('')}`;
  const method = value.type.lookup('__hash__');
  if (method === null) throw typeError(`unhashable type: '${typeName(value)}'`);
  if (method === undefined || method === objectType.members.get('__hash__')) return value;
  const hash = call(method, [value], NO_KEYWORDS);
  if (typeof hash !== 'bigint') throw typeError('__hash__ method should return an integer');
  return `${MARK}h${hash}`;
}

/** True for a bucket that may hold several values: their `==` must decide. */
export function isSharedBucket(key: HashKey): boolean {
  return typeof key === 'string' && key.startsWith(`${MARK}h`);
}

function encode(key: HashKey): string {
  if (key === null) return 'n;';
  if (typeof key === 'string') return `s${key.length}:${key}`;
  if (typeof key === 'object') return `o${key.identity};`;
  return `${typeof key === 'bigint' ? 'i' : 'f'}${key};`;
}
