/** `len`, `x[i]`, `x[i] = v`, `del x[i]` and `in`. */
import { allocate } from '../limits.ts';
import { NOT_IMPLEMENTED, PyList, PyRange, PySlice, PyTuple } from '../objects/collections.ts';
import { PyClassMethod } from '../objects/descriptors.ts';
import { PyDict } from '../objects/dict.ts';
import { pyError, typeError, valueError } from '../objects/exceptions.ts';
import { GenericAlias } from '../objects/generic-alias.ts';
import { PyObject, PyType, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { dictType, listType, tupleType, typeName, typeOf } from '../objects/types.ts';
import { call, callSpecial, overriding, specialMethod } from './call.ts';
import { equals } from './compare.ts';
import { asIndex } from './convert.ts';
import { each, toArray } from './iterate.ts';
import { sliceBounds, sliceIndices } from './slices.ts';
import { isTrue, lengthAnswer } from './truth.ts';

/** `len(value)`. */
export function lengthOf(value: Value): bigint {
  if (typeof value === 'string') return BigInt(codePointCount(value));
  const own = value instanceof PyObject ? overriding(value, '__len__') : undefined;
  if (own !== undefined) return lengthAnswer(call(own, [value]));
  return sizeOf(value);
}

/** Returns the length of a value as its built-in type counts it. */
export function sizeOf(value: Value): bigint {
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict || value instanceof PySet) return BigInt(value.size);
  if (value instanceof PyRange) return value.length;
  const length = callSpecial(value, '__len__');
  if (length === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return lengthAnswer(length);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Python counts code points. */
export function codePointCount(text: string): number {
  return SURROGATE.test(text) ? [...text].length : text.length;
}

/** Returns the characters as Python indexes them. */
export function characters(text: string): readonly string[] {
  return [...text];
}

/** Returns the same for looking some of them up: a text without surrogates need not be taken apart for that. */
function indexed(text: string): ArrayLike<string> {
  return SURROGATE.test(text) ? [...text] : text;
}

/** `value[key]`. */
export function getItem(value: Value, key: Value): Value {
  if (typeof key === 'bigint' && value instanceof PyList && value.type === listType) {
    const found = value.items[Number(key < 0n ? key + BigInt(value.items.length) : key)];
    if (found !== undefined) return found;
  }
  if (value instanceof PyDict && !value.type.mutable) return dictItem(value, key);
  if (value instanceof PyList && value.type === listType) return itemOf(value, key);
  if (value instanceof PyTuple && value.type === tupleType) return itemOf(value, key);
  const method = typeOf(value).lookup('__getitem__');
  if (method !== undefined && method !== null) return call(method, [value, key]);
  if (value instanceof PyTuple) return itemOf(value, key);
  if (typeof value === 'string') return stringItem(value, key);
  if (value instanceof PyRange) return rangeItem(value, key);
  return subscriptedType(value, key);
}

/** `value[key]` of a list, tuple or dict, whatever the class of the value says. */
export function itemOf(value: PyList | PyTuple | PyDict, key: Value): Value {
  if (value instanceof PyDict) return dictItem(value, key);
  return value instanceof PyList
    ? sequenceItem(value.items, key, 'list', (items) => new PyList(items))
    : sequenceItem(value.items, key, 'tuple', (items) => value.derive(items));
}

function subscriptedType(value: Value, key: Value): Value {
  if (!(value instanceof PyType)) throw typeError(`'${typeName(value)}' object is not subscriptable`);
  // `list[int]` in an annotation: the parameters mean nothing when the program runs.
  if (
    value === listType ||
    ['dict', 'tuple', 'set', 'type', 'frozenset', 'Counter', 'defaultdict', 'deque', 'OrderedDict'].includes(
      value.name,
    )
  )
    return new GenericAlias(value, key);
  const method = value.lookup('__class_getitem__');
  if (method instanceof PyClassMethod) return call(method.function, [value, key]);
  if (method !== undefined) return call(method, [value, key]);
  throw typeError(`type '${value.name}' is not subscriptable`);
}

function dictItem(dict: PyDict, key: Value): Value {
  const found = dict.get(key);
  if (found !== undefined) return found;
  const made = dict.type === dictType ? undefined : callSpecial(dict, '__missing__', key);
  if (made !== undefined) return made;
  throw pyError('KeyError', key);
}

function sequenceItem(
  items: readonly Value[],
  key: Value,
  type: 'list' | 'tuple',
  build: (items: Value[]) => Value,
): Value {
  if (typeof key === 'bigint') {
    const found = items[Number(key < 0n ? key + BigInt(items.length) : key)];
    if (found !== undefined) return found;
  }
  if (key instanceof PySlice) {
    const bounds = sliceBounds(key, items.length);
    allocate(bounds.length);
    return build(sliceIndices(bounds).map((index) => items[index] ?? null));
  }
  return items[position(items.length, key, type)] ?? null;
}

/** Returns the place that an index names; throws `list index out of range` and its like. */
function position(length: number, key: Value, type: string, doing = ''): number {
  const index = asIndex(key);
  if (index === undefined)
    throw typeError(
      type === 'str'
        ? `string indices must be integers, not '${typeName(key)}'`
        : `${type} indices must be integers or slices, not ${typeName(key)}`,
    );
  const at = index < 0n ? index + BigInt(length) : index;
  if (at < 0n || at >= BigInt(length)) {
    if (BigInt.asIntN(64, index) !== index)
      throw pyError('IndexError', "cannot fit 'int' into an index-sized integer");
    throw pyError('IndexError', `${type === 'str' ? 'string' : type} ${doing}index out of range`);
  }
  return Number(at);
}

function stringItem(text: string, key: Value): Value {
  const all = indexed(text);
  if (!(key instanceof PySlice)) return all[position(all.length, key, 'str')] ?? '';
  const bounds = sliceBounds(key, all.length);
  return sliceIndices(bounds)
    .map((index) => all[index])
    .join('');
}

function rangeItem(range: PyRange, key: Value): Value {
  if (key instanceof PySlice) {
    const bounds = sliceBounds(key, Number(range.length));
    return new PyRange(
      range.at(BigInt(bounds.start)),
      range.at(BigInt(bounds.stop)),
      range.step * BigInt(bounds.step),
    );
  }
  const index = asIndex(key);
  if (index === undefined) throw typeError(`range indices must be integers or slices, not ${typeName(key)}`);
  const at = index < 0n ? index + range.length : index;
  if (at < 0n || at >= range.length) throw pyError('IndexError', 'range object index out of range');
  return range.at(at);
}

/** `target[key] = value`. */
export function setItem(target: Value, key: Value, value: Value): void {
  const own = target instanceof PyObject ? overriding(target, '__setitem__') : undefined;
  if (own === undefined) setPlainItem(target, key, value);
  else call(own, [target, key, value]);
}

/** Sets an item of a list or dict, whatever its class says. */
export function setPlainItem(target: Value, key: Value, value: Value): void {
  if (target instanceof PyDict) target.set(key, value);
  else if (target instanceof PyList) {
    if (key instanceof PySlice) setSlice(target, key, value);
    else {
      const at = position(target.items.length, key, 'list', 'assignment ');
      target.edit()[at] = value;
    }
  } else if (callSpecial(target, '__setitem__', key, value) === undefined)
    throw typeError(`'${typeName(target)}' object does not support item assignment`);
}

function setSlice(list: PyList, slice: PySlice, value: Value): void {
  const bounds = sliceBounds(slice, list.items.length);
  if (specialMethod(value, '__iter__') === undefined && !isIterable(value))
    throw typeError(
      bounds.step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice',
    );
  const items = toArray(value);
  if (bounds.step === 1) {
    const tail = list.items.slice(Math.max(bounds.start, bounds.stop));
    list.replace(list.items.slice(0, bounds.start).concat(items, tail));
    return;
  }
  if (items.length !== bounds.length)
    throw valueError(
      `attempt to assign sequence of size ${items.length} to extended slice of size ${bounds.length}`,
    );
  const edited = list.edit();
  for (const [index, at] of sliceIndices(bounds).entries()) edited[at] = items[index] ?? null;
}

function isIterable(value: Value): boolean {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && specialMethod(value, '__iter__') !== undefined;
}

/** `del target[key]`. */
export function deleteItem(target: Value, key: Value): void {
  const own = target instanceof PyObject ? overriding(target, '__delitem__') : undefined;
  if (own === undefined) deletePlainItem(target, key);
  else call(own, [target, key]);
}

/** Deletes an item of a list or dict, whatever its class says. */
export function deletePlainItem(target: Value, key: Value): void {
  if (target instanceof PyDict) {
    if (target.delete(key) === undefined) throw pyError('KeyError', key);
  } else if (target instanceof PyList) {
    if (key instanceof PySlice) {
      const gone = new Set(sliceIndices(sliceBounds(key, target.items.length)));
      target.replace(target.items.filter((_, index) => !gone.has(index)));
    } else {
      const at = position(target.items.length, key, 'list', 'assignment ');
      target.edit().splice(at, 1);
    }
  } else if (callSpecial(target, '__delitem__', key) === undefined) {
    const plural = typeof target === 'string' || target instanceof PyTuple || target instanceof PyRange;
    throw typeError(`'${typeName(target)}' object ${plural ? "doesn't" : 'does not'} support item deletion`);
  }
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  if (typeof container === 'string') {
    if (typeof item !== 'string')
      throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
    return container.includes(item);
  }
  const own = container instanceof PyObject ? overriding(container, '__contains__') : undefined;
  if (own !== undefined) return isTrue(call(own, [container, item]));
  if (container instanceof PyDict || container instanceof PySet) return container.has(item);
  if (container instanceof PyRange && typeof item === 'bigint') {
    const from = item - container.start;
    return (
      from % container.step === 0n && from / container.step >= 0n && from / container.step < container.length
    );
  }
  if (container instanceof PyList || container instanceof PyTuple)
    return container.items.some((candidate) => equals(candidate, item));
  const answer = callSpecial(container, '__contains__', item);
  if (answer !== undefined && answer !== NOT_IMPLEMENTED) return isTrue(answer);
  if (!isIterable(container) && specialMethod(container, '__getitem__') === undefined)
    throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  for (const candidate of each(container)) if (equals(candidate, item)) return true;
  return false;
}
