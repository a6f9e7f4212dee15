/** How a native type gets its attributes, methods and special methods; see the README for a worked example. */

import type { MessageStyle } from './bind.ts';
import { type ArgumentsOf, NativeFunction, wrongReceiver } from './callables.ts';
import { Descriptor, PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { PyType, typeType, type Value } from './object.ts';

export class Members<Self extends Value> {
  readonly #type: PyType;
  readonly #holds: (value: Value) => value is Self;
  readonly #style: MessageStyle;

  constructor(type: PyType, holds: (value: Value) => value is Self, style: MessageStyle) {
    this.#type = type;
    this.#holds = holds;
    this.#style = style;
  }

  /** Returns an attribute computed on each reading, and optionally one that can be set. */
  getter(name: string, read: (self: Self) => Value, write?: (self: Self, value: Value) => void): this {
    const check = (self: Value): Self => this.#receiver(name, self);
    const set = write === undefined ? undefined : (self: Value, value: Value) => write(check(self), value);
    this.#type.members.set(
      name,
      new Descriptor(name, (self) => read(check(self)), set, this.#type.nativeName),
    );
    return this;
  }

  /** Returns a method; the signature leaves out `self`. */
  method<const S extends string>(
    name: string,
    signature: S,
    body: (self: Self, ...args: ArgumentsOf<S>) => Value,
  ): this {
    const run = body as unknown as (self: Self, ...args: Value[]) => Value;
    this.#define(name, signature, (self, ...args) => run(this.#receiver(name, self), ...args));
    return this;
  }

  /** Returns a special method such as `__add__`, `__getitem__`, `__len__`: arguments arrive as they are. */
  special(name: string, body: (self: Self, ...args: Value[]) => Value): this {
    const signature = SPECIAL_PARAMETERS.slice(0, Math.max(0, body.length - 1)).join(', ');
    this.#define(name, signature === '' ? '' : `${signature}, /`, (self, ...args) =>
      body(this.#receiver(name, self), ...args),
    );
    return this;
  }

  /** Returns the constructor of a type. Its body receives the class that was called first, which may be a subclass. */
  constructs<const S extends string>(
    signature: S,
    body: (type: PyType, ...args: ArgumentsOf<S>) => Value,
  ): this {
    const run = body as unknown as (type: PyType, ...args: Value[]) => Value;
    const made = new NativeFunction(
      '__new__',
      signature,
      (type, ...args) => run(type instanceof PyType ? type : this.#type, ...args),
      { module: this.#type.module, qualifiedName: this.#type.name, style: this.#style, receiver: typeType },
    );
    this.#type.members.set('__new__', new PyStaticMethod(made));
    return this;
  }

  /** Returns a method of the class itself, `torch.Tensor.zeros` style; the body receives the class first. */
  classMethod<const S extends string>(
    name: string,
    signature: S,
    body: (type: Value, ...args: ArgumentsOf<S>) => Value,
  ): this {
    const run = body as unknown as (type: Value, ...args: Value[]) => Value;
    this.#type.members.set(name, new PyClassMethod(this.#function(name, signature, run)));
    return this;
  }

  staticMethod<const S extends string>(
    name: string,
    signature: S,
    body: (...args: ArgumentsOf<S>) => Value,
  ): this {
    const run = body as unknown as (...args: Value[]) => Value;
    const options = {
      module: this.#type.module,
      qualifiedName: `${this.#type.name}.${name}`,
      style: this.#style,
    };
    const made = new NativeFunction(name, signature, (_self, ...args) => run(...args), options);
    this.#type.members.set(name, new PyStaticMethod(made));
    return this;
  }

  /** Returns a constant of the class. */
  constant(name: string, value: Value): this {
    this.#type.members.set(name, value);
    return this;
  }

  #receiver(name: string, self: Value): Self {
    if (!this.#holds(self)) throw wrongReceiver(name, this.#type, self);
    return self;
  }

  #function(name: string, signature: string, body: (self: Value, ...args: Value[]) => Value): NativeFunction {
    return new NativeFunction(name, signature, body, {
      module: this.#type.module,
      qualifiedName: `${this.#type.name}.${name}`,
      style: this.#style,
      receiver: this.#type,
    });
  }

  #define(name: string, signature: string, body: (self: Value, ...args: Value[]) => Value): void {
    this.#type.members.set(name, this.#function(name, signature, body));
  }
}

const SPECIAL_PARAMETERS = ['a', 'b', 'c', 'd'];

/**
 * Starts the definition of a native type's members. `holds` tells an instance from other values; `style` chooses between
 * CPython's messages for functions in C (default) and in Python where arguments do not fit.
 */
export function members<Self extends Value>(
  type: PyType,
  holds: (value: Value) => value is Self,
  style: MessageStyle = 'c',
): Members<Self> {
  return new Members(type, holds, style);
}
