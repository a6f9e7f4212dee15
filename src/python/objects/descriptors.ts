/** Class attributes that act when they are looked up: native attributes, `property`, `classmethod`, `staticmethod`. */
import type { Callable } from './callables.ts';
import { PyObject, PyType, type Value } from './object.ts';

const descriptorType = new PyType({ name: 'getset_descriptor' });
export const propertyType = new PyType({ name: 'property' });
export const classMethodType = new PyType({ name: 'classmethod' });
export const staticMethodType = new PyType({ name: 'staticmethod' });

/** An attribute of a native type, computed on each reading. */
export class Descriptor extends PyObject {
  readonly name: string;
  readonly read: (self: Value) => Value;
  readonly write: ((self: Value, value: Value) => void) | undefined;
  /** The class in C that has it, where messages name that instead of the object's own. */
  readonly owner: string | undefined;

  constructor(
    name: string,
    read: (self: Value) => Value,
    write: ((self: Value, value: Value) => void) | undefined,
    owner?: string,
  ) {
    super();
    this.name = name;
    this.read = read;
    this.write = write;
    this.owner = owner;
  }

  override get type(): PyType {
    return descriptorType;
  }
}

/** `@property`, with what `.setter` and `.deleter` add. */
export class PyProperty extends PyObject {
  readonly get: Value;
  readonly set: Value;
  readonly delete: Value;
  /** The name it was assigned to in its class. */
  name = '';

  constructor(get: Value, set: Value, remove: Value) {
    super();
    this.get = get;
    this.set = set;
    this.delete = remove;
  }

  override get type(): PyType {
    return propertyType;
  }
}

export class PyClassMethod extends PyObject {
  readonly function: Callable;

  constructor(method: Callable) {
    super();
    this.function = method;
  }

  override get type(): PyType {
    return classMethodType;
  }
}

export class PyStaticMethod extends PyObject {
  readonly function: Value;

  constructor(method: Value) {
    super();
    this.function = method;
  }

  override get type(): PyType {
    return staticMethodType;
  }
}
