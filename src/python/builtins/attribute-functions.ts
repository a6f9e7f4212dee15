/** `getattr`, `isinstance`, `id` and other functions about what a value is. */
import { Callable, nativeFunction } from '../objects/callables.ts';
import { PyList, PyTuple, UNSET } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError } from '../objects/exceptions.ts';
import { UnionType } from '../objects/generic-alias.ts';
import { PyObject, PyType, type Value } from '../objects/object.ts';
import { noneType, typeName, typeOf } from '../objects/types.ts';
import {
  attributeNames,
  deleteAttribute,
  findAttribute,
  getAttribute,
  setAttribute,
} from '../operations/attributes.ts';
import { callSpecial, specialMethod } from '../operations/call.ts';
import { compare } from '../operations/compare.ts';
import { hashOf } from '../operations/hash.ts';
import { toArray } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import { refuse } from '../refusal.ts';
import { mergeSort } from './sort.ts';

function attributeName(name: Value): string {
  if (typeof name !== 'string') throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  return name;
}

/** Is a type one of those that a tuple (nested, maybe) or union names? */
function belongs(type: PyType, wanted: Value, asker: string): boolean {
  if (wanted instanceof PyTuple) return wanted.items.some((item) => belongs(type, item, asker));
  if (wanted instanceof PyType) return type.isSubtypeOf(wanted);
  if (wanted instanceof UnionType)
    return wanted.args.some((each) => (each === null ? type === noneType : belongs(type, each, asker)));
  const what =
    asker === 'isinstance'
      ? 'a type, a tuple of types, or a union'
      : 'a class, a tuple of classes, or a union';
  throw typeError(`${asker}() arg 2 must be ${what}`);
}

const smallIdentities = new Map<Value, number>();

/** Equal numbers and strings are one object here, so they share an identity. */
function identityOf(value: Value): number {
  if (value instanceof PyObject) return value.identity;
  const known = smallIdentities.get(value);
  if (known !== undefined) return known;
  const fresh = new PyList([]).identity;
  smallIdentities.set(value, fresh);
  return fresh;
}

const isBefore = (a: Value, b: Value): boolean => isTrue(compare('<', a, b));

export const attributeFunctions = [
  nativeFunction('getattr', 'object, name, default=?, /', (object, name, absent) => {
    if (absent === UNSET) return getAttribute(object, attributeName(name));
    const found = findAttribute(object, attributeName(name));
    return found === undefined ? absent : found;
  }),
  nativeFunction('setattr', 'object, name, value, /', (object, name, value) => {
    setAttribute(object, attributeName(name), value);
    return null;
  }),
  nativeFunction('delattr', 'object, name, /', (object, name) => {
    deleteAttribute(object, attributeName(name));
    return null;
  }),
  nativeFunction(
    'hasattr',
    'object, name, /',
    (object, name) => findAttribute(object, attributeName(name)) !== undefined,
  ),
  nativeFunction('isinstance', 'object, class_or_tuple, /', (object, wanted) =>
    belongs(typeOf(object), wanted, 'isinstance'),
  ),
  nativeFunction('issubclass', 'cls, class_or_tuple, /', (type, wanted) => {
    if (!(type instanceof PyType)) throw typeError('issubclass() arg 1 must be a class');
    return belongs(type, wanted, 'issubclass');
  }),
  nativeFunction(
    'callable',
    'object, /',
    (value) =>
      value instanceof Callable || value instanceof PyType || specialMethod(value, '__call__') !== undefined,
  ),
  nativeFunction('id', 'object, /', (value) => BigInt(identityOf(value))),
  nativeFunction('hash', 'object, /', (value) => hashOf(value)),
  nativeFunction('dir', 'object=?, /', (value) => {
    if (value === UNSET) return refuse('`dir()` without an argument');
    const own = callSpecial(value, '__dir__');
    return new PyList(mergeSort(own === undefined ? attributeNames(value) : toArray(own), isBefore));
  }),
  nativeFunction('vars', 'object=?, /', (value) => {
    if (value === UNSET) return refuse('`vars()` without an argument');
    const attributes =
      value instanceof PyObject ? (value instanceof PyType ? value.members : value.attributes) : undefined;
    if (attributes === undefined) throw typeError('vars() argument must have __dict__ attribute');
    return new PyDict(attributes);
  }),
];
