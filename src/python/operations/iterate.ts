/** Going through the items of any iterable. */

import * as limits from '../limits.ts';
import { PyList, PyRange, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyException } from '../objects/exceptions.ts';
import { PyError, pyError, typeError } from '../objects/exceptions.ts';
import { iteratorType, PyIterator } from '../objects/iterators.ts';
import { PyInstance, PyObject, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { typeName } from '../objects/types.ts';
import { call, callSpecial, overriding, specialMethod } from './call.ts';

/** `iter(value)`. Throws TypeError `'int' object is not iterable`. */
export function iterate(value: Value): PyIterator {
  if (value instanceof PyIterator) return value;
  const own = value instanceof PyObject ? overriding(value, '__iter__') : undefined;
  if (own !== undefined) return asIterator(call(own, [value]));
  return iteratePlain(value);
}

/** Goes through the items of a value as its built-in type does. */
export function iteratePlain(value: Value): PyIterator {
  if (value instanceof PyList) return iterateList(value);
  if (value instanceof PyTuple) return iterateTuple(value);
  if (typeof value === 'string') return overValues('str_ascii_iterator', value);
  if (value instanceof PyRange) return iterateRange(value);
  if (value instanceof PyDict)
    return checkedIterator('dict_keyiterator', value, value.keys(), 'dictionary changed size');
  if (value instanceof PySet)
    return checkedIterator('set_iterator', value, value.values(), 'Set changed size');
  const method = specialMethod(value, '__iter__');
  if (method !== undefined) return asIterator(call(method, [value]));
  if (specialMethod(value, '__getitem__') !== undefined) return iterateByIndex(value);
  throw typeError(`'${typeName(value)}' object is not iterable`);
}

/** Does `iter(value)` give an iterator, as far as the type tells? */
export function isIterable(value: Value): boolean {
  if (
    typeof value === 'string' ||
    value instanceof PyIterator ||
    value instanceof PyDict ||
    value instanceof PySet
  )
    return true;
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange) return true;
  return specialMethod(value, '__iter__') !== undefined || specialMethod(value, '__getitem__') !== undefined;
}

/** Returns all items in a new array. */
export function toArray(value: Value): Value[] {
  if ((value instanceof PyList || value instanceof PyTuple) && !value.type.mutable) return [...value.items];
  const iterator = iterate(value);
  // CPython asks for the length first, to make room; a `__len__` of the program's own shows in its output and trace.
  if (value instanceof PyInstance) callSpecial(value, '__len__');
  const items: Value[] = [];
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
    limits.step();
    items.push(item);
  }
  limits.allocate(items.length);
  return items;
}

/** Returns the items one by one, for native code. */
export function* each(value: Value): Generator<Value> {
  const iterator = iterate(value);
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
    limits.step();
    yield item;
  }
}

/** Returns the next value of an iterator object, native or of a class with `__next__`; undefined at its end. */
function asIterator(value: Value): PyIterator {
  if (value instanceof PyIterator) return value;
  const method = specialMethod(value, '__next__');
  if (method === undefined) throw typeError(`iter() returned non-iterator of type '${typeName(value)}'`);
  return new PyIterator(iteratorType('iterator'), () => untilStop(() => call(method, [value])));
}

/** Undefined where `body` raises StopIteration. */
export function untilStop(body: () => Value): Value | undefined {
  try {
    return body();
  } catch (error) {
    if (error instanceof PyError && isStop(error.exception)) return undefined;
    throw error;
  }
}

function isStop(exception: PyException): boolean {
  return exception.type.mro.some((type) => type.name === 'StopIteration');
}

function iterateList(list: PyList): PyIterator {
  let index = 0;
  return new PyIterator(iteratorType('list_iterator'), () => list.items[index++], [list]);
}

function iterateTuple(tuple: PyTuple): PyIterator {
  let index = 0;
  return new PyIterator(iteratorType('tuple_iterator'), () => tuple.items[index++], [tuple]);
}

function overValues(type: string, values: Iterable<Value>): PyIterator {
  const source = values[Symbol.iterator]();
  return new PyIterator(iteratorType(type), () => {
    const { done, value } = source.next();
    return done === true ? undefined : value;
  });
}

function iterateRange(range: PyRange): PyIterator {
  let at = range.start;
  // Exact as far as any loop gets.
  let left = Number(range.length);
  const { step } = range;
  return new PyIterator(iteratorType('range_iterator'), () => {
    if (left === 0) return undefined;
    const value = at;
    at += step;
    left -= 1;
    return value;
  });
}

/** Returns an iterator that raises RuntimeError when the collection changes its size under it. */
export function checkedIterator(
  type: string,
  owner: { readonly size: number },
  values: Iterator<Value>,
  message: string,
): PyIterator {
  const size = owner.size;
  let finished = false;
  return new PyIterator(iteratorType(type), () => {
    if (finished) return undefined;
    if (owner.size !== size) throw pyError('RuntimeError', `${message} during iteration`);
    const { done, value } = values.next();
    finished = done === true;
    return finished ? undefined : value;
  });
}

function iterateByIndex(value: Value): PyIterator {
  let index = 0n;
  return new PyIterator(iteratorType('iterator'), () => {
    try {
      return callSpecial(value, '__getitem__', index++);
    } catch (error) {
      if (error instanceof PyError && error.exception.type.mro.some((type) => type.name === 'IndexError'))
        return undefined;
      throw error;
    }
  });
}
