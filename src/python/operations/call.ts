/** Calling any value, and making instances of classes. */
import { refuseAbstract } from '../objects/abstract.ts';
import { Callable, NativeFunction } from '../objects/callables.ts';
import { PyTuple } from '../objects/collections.ts';
import { PyStaticMethod } from '../objects/descriptors.ts';
import { PyException, typeError } from '../objects/exceptions.ts';
import { GenericAlias } from '../objects/generic-alias.ts';
import {
  type Keywords,
  NO_KEYWORDS,
  type PyObject,
  PyType,
  typeType,
  type Value,
} from '../objects/object.ts';
import { typeName, typeOf } from '../objects/types.ts';
import { refuse } from '../refusal.ts';

/** `callee(*args, **keywords)`. */
export function call(callee: Value, args: readonly Value[] = [], keywords: Keywords = NO_KEYWORDS): Value {
  if (callee instanceof Callable) return callee.invoke(args, keywords);
  if (callee instanceof PyType) return instantiate(callee, args, keywords);
  if (callee instanceof GenericAlias) return instantiate(callee.origin, args, keywords);
  const method = specialMethod(callee, '__call__');
  if (method === undefined) throw typeError(`'${typeName(callee)}' object is not callable`);
  return call(method, [callee, ...args], keywords);
}

/** Returns a special method as Python looks it up: on the class, never on the instance. Undefined where it is absent or None. */
export function specialMethod(value: Value, name: string): Value | undefined {
  return typeOf(value).lookup(name) ?? undefined;
}

/**
 * Returns a special method that a class of the program's has in place of the built-in type that it extends; undefined where it
 * has none.
 */
export function overriding(value: PyObject, name: string): Value | undefined {
  const { type } = value;
  const found = type.mutable ? type.lookup(name) : undefined;
  return found instanceof NativeFunction ? undefined : (found ?? undefined);
}

/** Calls a special method with the receiver first; undefined where the class has none. */
export function callSpecial(value: Value, name: string, ...args: readonly Value[]): Value | undefined {
  const method = specialMethod(value, name);
  return method === undefined ? undefined : call(method, [value, ...args]);
}

function instantiate(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  if (type === typeType) {
    const [value] = args;
    if (args.length === 1 && value !== undefined) return typeOf(value);
    return refuse('making a class with `type(name, bases, namespace)`');
  }
  const caller = type.metatype?.lookup('__call__');
  if (caller !== undefined) return call(caller, [type, ...args], keywords);
  return makeInstance(type, args, keywords);
}

/** Calls a class as `type.__call__` does: `__new__`, then `__init__`. Returns the instance. */
function makeInstance(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  const maker = type.lookup('__new__');
  const initialiser = type.lookup('__init__');
  if (maker !== undefined) {
    const make = maker instanceof PyStaticMethod ? maker.function : maker;
    const makeEmpty = make instanceof NativeFunction ? emptyMaker(type) : undefined;
    const empty = type.mutable ? makeEmpty?.(type) : undefined;
    const made = empty ?? call(make, [type, ...args], keywords);
    // What a native type that is a list or dict makes is already filled.
    const isWhole = makeEmpty !== undefined && !type.mutable;
    if (initialiser === undefined || isWhole || !typeOf(made).isSubtypeOf(type)) return made;
    initialise(initialiser, made, args, keywords);
    return made;
  }
  refuseAbstract(type);
  if (type.allocate === undefined) throw typeError(`cannot create '${type.name}' instances`);
  const made = type.allocate(type);
  if (made instanceof PyException) {
    made.args = new PyTuple(args);
    if (initialiser === undefined && keywords.size > 0)
      throw typeError(`${type.name}() takes no keyword arguments`);
  } else if (initialiser === undefined && args.length + keywords.size > 0)
    throw typeError(`${type.name}() takes no arguments`);
  if (initialiser !== undefined) initialise(initialiser, made, args, keywords);
  return made;
}

/** Returns what makes an empty instance of a class that extends list or dict; undefined for other classes. */
const emptyMaker = (type: PyType): PyType['extended'] =>
  type.mro.find((base) => base.extended !== undefined)?.extended;

function initialise(method: Value, made: Value, args: readonly Value[], keywords: Keywords): void {
  // An object that is no function, kept as `__init__`, is not bound to the instance.
  const result =
    method instanceof Callable ? method.invoke([made, ...args], keywords) : call(method, args, keywords);
  if (result !== null) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
}
