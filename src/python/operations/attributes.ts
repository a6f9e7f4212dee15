/** Reading, setting and deleting attributes, in Python's order of lookup. */
import { BoundMethod, Callable } from '../objects/callables.ts';
import { PyList } from '../objects/collections.ts';
import { Descriptor, PyClassMethod, PyProperty, PyStaticMethod } from '../objects/descriptors.ts';
import { PyError, pyError, typeError } from '../objects/exceptions.ts';
import { PyModule } from '../objects/module.ts';
import { objectFallbacks, PyInstance, PyObject, PyType, type Value } from '../objects/object.ts';
import { PySuper } from '../objects/super.ts';
import { typeName, typeOf } from '../objects/types.ts';
import { Refusal } from '../refusal.ts';
import { call, callSpecial } from './call.ts';
import { toArray } from './iterate.ts';
import { repr } from './text.ts';

/** `value.name`; throws AttributeError, or refuses a name that only the real library has. */
export function getAttribute(value: Value, name: string): Value {
  if (value instanceof PySuper) return getSuperAttribute(value, name);
  if (value instanceof PyType) return getTypeAttribute(value, name);
  const type = typeOf(value);
  const member = type.lookup(name);
  if (member instanceof Descriptor) return member.read(value);
  if (member instanceof PyProperty) return readProperty(member, value);
  if (member instanceof PyInstance && member.type.lookup('__set__') !== undefined)
    return bind(member, value, type);
  const own = value instanceof PyObject ? value.attributes?.get(name) : undefined;
  if (own !== undefined) return own;
  if (member !== undefined) return bind(member, value, type);
  const hook = type.lookup('__getattr__');
  if (hook !== undefined && hook !== null) return callHook(hook, value, name);
  const fallback = objectFallbacks.get(name);
  if (fallback !== undefined) return bind(fallback, value, type);
  throw missingAttribute(value, name);
}

/** An AttributeError of `__getattr__` that knows no names yet gets those of the value, as any other does. */
function callHook(hook: Value, value: Value, name: string): Value {
  try {
    return call(hook, [value, name]);
  } catch (error) {
    if (isAttributeError(error)) noteMisspelling(error, value, name);
    throw error;
  }
}

const isAttributeError = (error: unknown): error is PyError =>
  error instanceof PyError && error.exception.type.mro.some((type) => type.name === 'AttributeError');

/** Undefined instead of AttributeError, whoever raised it: what `hasattr` and `getattr` with a default need. */
export function findAttribute(value: Value, name: string): Value | undefined {
  try {
    return getAttribute(value, name);
  } catch (error) {
    if (isAttributeError(error)) return undefined;
    throw error;
  }
}

/** Returns what a class attribute becomes when it is looked up on an instance. */
function bind(member: Value, self: Value, owner: PyType): Value {
  if (member instanceof Callable) return member.bindsToInstance ? new BoundMethod(self, member) : member;
  if (member instanceof PyClassMethod) return new BoundMethod(owner, member.function);
  if (member instanceof PyStaticMethod) return member.function;
  if (member instanceof Descriptor) return member.read(self);
  if (member instanceof PyProperty) return readProperty(member, self);
  const getter = member instanceof PyInstance ? member.type.lookup('__get__') : undefined;
  return getter === undefined ? member : call(getter, [member, self, owner]);
}

function readProperty(property: PyProperty, self: Value): Value {
  if (property.get === null)
    throw pyError(
      'AttributeError',
      `property '${property.name}' of '${typeName(self)}' object has no getter`,
    );
  return call(property.get, [self]);
}

function getTypeAttribute(type: PyType, name: string): Value {
  const meta = type.type.lookup(name);
  if (meta instanceof Descriptor) return meta.read(type);
  const member = type.lookup(name);
  if (member instanceof PyClassMethod) return new BoundMethod(type, member.function);
  if (member instanceof PyStaticMethod) return member.function;
  if (member instanceof PyInstance) return bind(member, null, type);
  if (member !== undefined) return member;
  if (meta !== undefined) return bind(meta, type, type.type);
  const fallback = objectFallbacks.get(name);
  if (fallback !== undefined) return fallback instanceof PyStaticMethod ? fallback.function : fallback;
  throw missingAttribute(type, name);
}

function getSuperAttribute(view: PySuper, name: string): Value {
  const order = typeOf(view.self).mro;
  const found = view.self instanceof PyType && view.self.isSubtypeOf(view.after) ? view.self.mro : order;
  for (const type of found.slice(found.indexOf(view.after) + 1)) {
    const member = type.members.get(name);
    if (member === undefined) continue;
    return view.self instanceof PyType &&
      !(member instanceof PyClassMethod) &&
      !(member instanceof PyStaticMethod)
      ? member
      : bind(member, view.self, view.self instanceof PyType ? view.self : typeOf(view.self));
  }
  const fallback = objectFallbacks.get(name);
  if (fallback !== undefined) return bind(fallback, view.self, typeOf(view.self));
  throw pyError('AttributeError', `'super' object has no attribute '${name}'`);
}

/** Built-in values carry out operators without such methods, so that naming one has to be refused. */
const OPERATOR_METHOD =
  /^__(?:[ri]?(?:add|sub|mul|truediv|floordiv|mod|pow|and|or|xor|lshift|rshift)|neg|pos|abs|invert|lt|le|gt|ge|ne|len|contains|getitem|setitem|delitem|int|float|bool|index|round|divmod|iter|next|call|reversed|format|sizeof|reduce|code|closure|annotations|subclasses|class_getitem)__$/;

function missingAttribute(value: Value, name: string): Error {
  const type = value instanceof PyType ? value : typeOf(value);
  if (name === '__annotations__' && type.mutable)
    return new Refusal("`__annotations__` of a class is not part of this book's Python yet");
  if (value instanceof PyModule) {
    const refused = value.refusalOf(name);
    if (refused !== undefined) return new Refusal(refused);
    const removed = value.removalOf(name);
    if (removed !== undefined) return pyError('AttributeError', removed);
  }
  const lacking = type.mro.find((base) => base.notOffered?.names.has(name));
  if (lacking?.notOffered !== undefined)
    return new Refusal(`${lacking.name}.${name} is not part of this book's ${lacking.notOffered.library}`);
  if (
    type.module === 'builtins' &&
    !type.mutable &&
    !(value instanceof PyModule) &&
    OPERATOR_METHOD.test(name)
  )
    return new Refusal(`\`${name}\` of ${type.name} by name is not part of this book's Python yet`);
  const error = pyError('AttributeError', attributeMessage(value, name));
  noteMisspelling(error, value, name);
  return error;
}

/** Gives an AttributeError the names in reach, for the "Did you mean" of its traceback. */
function noteMisspelling({ exception }: PyError, value: Value, name: string): void {
  exception.misspelling ??= {
    name,
    attributeOf: value,
    candidates: (all) => namesInReach(value, all || name.startsWith('_')),
  };
}

/** Returns what CPython compares a wrong attribute with: the names that the real value has, maybe without the private ones. */
function namesInReach(value: Value, all: boolean): string[] {
  const own = value instanceof PyInstance ? callSpecial(value, '__dir__') : undefined;
  const names =
    value instanceof PyModule
      ? [...value.names].sort()
      : [
          ...(own instanceof PyList ? own.items.map(String) : attributeNames(value)),
          ...refusedNames(value),
        ].sort();
  return all ? names : names.filter((each) => !each.startsWith('_'));
}

function refusedNames(value: Value): string[] {
  const { mro } = value instanceof PyType ? value : typeOf(value);
  return mro.flatMap((base) => [...(base.notOffered?.names ?? [])]);
}

function attributeMessage(value: Value, name: string): string {
  if (value instanceof PyModule) return `module '${value.name}' has no attribute '${name}'`;
  if (value instanceof PyType) return `type object '${value.name}' has no attribute '${name}'`;
  return `'${typeName(value)}' object has no attribute '${name}'`;
}

/** Returns every attribute name of a value, sorted, as `dir` gives them. */
export function attributeNames(value: Value): string[] {
  const names = new Set<string>();
  if (value instanceof PyObject) for (const name of value.attributes?.keys() ?? []) names.add(name);
  const type = value instanceof PyType ? value : typeOf(value);
  if (!(value instanceof PyModule))
    for (const base of type.mro) for (const name of base.members.keys()) names.add(name);
  return [...names].sort();
}

/** `target.name = value`. */
export function setAttribute(target: Value, name: string, value: Value): void {
  const type = typeOf(target);
  const hook = type.lookup('__setattr__');
  if (hook !== undefined && hook !== null) call(hook, [target, name, value]);
  else setPlainAttribute(target, name, value);
}

/** What `object.__setattr__` does: descriptors first, then the instance's own attributes. */
export function setPlainAttribute(target: Value, name: string, value: Value): void {
  if (target instanceof PyType) {
    if (!target.mutable)
      throw typeError(`cannot set '${name}' attribute of immutable type '${repr(target).slice(8, -2)}'`);
    target.members.set(name, value);
    return;
  }
  const member = typeOf(target).lookup(name);
  if (member instanceof Descriptor || member instanceof PyProperty) {
    writeDescriptor(member, target, name, value);
    return;
  }
  if (member instanceof PyInstance && callSpecial(member, '__set__', target, value) !== undefined) return;
  const attributes = target instanceof PyObject ? target.attributes : undefined;
  if (attributes === undefined || isWithoutSlot(typeOf(target), name))
    throw readOnly(target, name, member !== undefined);
  attributes.set(name, value);
}

/** Do the classes of a value name all its attributes in `__slots__`, and not this one? */
function isWithoutSlot(type: PyType, name: string): boolean {
  if (type.lookup('__slots__') === undefined) return false;
  const slots = type.mro.filter((base) => base.mutable).map((base) => base.members.get('__slots__'));
  if (slots.includes(undefined)) return false;
  const names = slots.flatMap((each) => (typeof each === 'string' ? [each] : toArray(each ?? null)));
  return !names.includes(name) && !names.includes('__dict__');
}

function writeDescriptor(member: Descriptor | PyProperty, target: Value, name: string, value: Value): void {
  if (member instanceof PyProperty) {
    if (member.set === null)
      throw pyError('AttributeError', `property '${name}' of '${typeName(target)}' object has no setter`);
    call(member.set, [target, value]);
  } else if (member.write === undefined)
    throw pyError(
      'AttributeError',
      `attribute '${name}' of '${member.owner ?? typeName(target)}' objects is not writable`,
    );
  else member.write(target, value);
}

function readOnly(target: Value, name: string, exists: boolean) {
  const type = typeName(target);
  return pyError(
    'AttributeError',
    exists
      ? `'${type}' object attribute '${name}' is read-only`
      : `'${type}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
  );
}

/** `del target.name`. */
export function deleteAttribute(target: Value, name: string): void {
  const hook = typeOf(target).lookup('__delattr__');
  if (hook !== undefined && hook !== null) {
    call(hook, [target, name]);
    return;
  }
  deletePlainAttribute(target, name);
}

export function deletePlainAttribute(target: Value, name: string): void {
  const member = typeOf(target).lookup(name);
  if (member instanceof PyProperty) {
    if (member.delete === null)
      throw pyError('AttributeError', `property '${name}' of '${typeName(target)}' object has no deleter`);
    call(member.delete, [target]);
    return;
  }
  if (target instanceof PyType && target.mutable && target.members.delete(name)) return;
  if (target instanceof PyObject && target.attributes?.delete(name) === true) return;
  throw missingAttribute(target, name);
}
