/**
 * What code of the program read while it wrote a text for a trace (`__repr__`, `__str__`). The text holds for as long as every
 * one of these still is as it was, so that it is written once for each change and not at each step.
 *
 * Names, attributes and items reach the code as values of its expressions; each object among them is watched from the moment
 * it is first seen, together with what is in it where it is a collection. Where something is met whose state nothing tells (an
 * iterator that others hold, a generator of random numbers, the clock), the text is written anew at each look.
 */
import { type Frame, variablesOf } from '../evaluate/frame.ts';
import { PyFunction } from '../evaluate/function.ts';
import { BoundMethod, Callable, NativeFunction } from '../objects/callables.ts';
import { PyConstant, PyList, PyRange, PySlice, PyTuple } from '../objects/collections.ts';
import { Descriptor, PyClassMethod, PyProperty, PyStaticMethod } from '../objects/descriptors.ts';
import { PyDict } from '../objects/dict.ts';
import { PyIterator } from '../objects/iterators.ts';
import { PyModule } from '../objects/module.ts';
import { PyInstance, PyObject, PyType, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { PySuper } from '../objects/super.ts';
import type { VersionedMap } from '../objects/versioned-map.ts';
import type { Expression } from '../parse/ast.ts';

/** More objects than this are not watched one by one: writing the text anew is no dearer than asking all of them. */
const MOST_OBJECTS = 200;

/** Modules in whose functions equal arguments give equal values. */
const PURE_MODULES: ReadonlySet<string> = new Set(['builtins', 'math', 'numpy', 'operator']);

/** Built-in functions that give more than their arguments tell. */
const IMPURE: ReadonlySet<string> = new Set(['next', 'vars', 'globals', 'locals', 'getattr']);

export class Reads {
  readonly #holds: (() => boolean)[] = [];
  readonly #seen = new Set<PyObject>();
  /** Frames of the code itself: their variables are no part of what it read. */
  readonly #own = new Set<Frame>();
  #unknown: 'never' | 'now' | undefined;

  /** Tests that together say whether the text still holds; undefined where nothing tells. */
  get holds(): readonly (() => boolean)[] | undefined {
    return this.#unknown === undefined ? this.#holds : undefined;
  }

  /** True where another look would find no more: the code reads what cannot be watched. */
  get isHopeless(): boolean {
    return this.#unknown === 'never';
  }

  entered(frame: Frame): void {
    this.#own.add(frame);
  }

  /** An exception came up in the code: what would keep it from coming is not known. */
  raised(): void {
    this.#unknown ??= 'now';
  }

  evaluated(frame: Frame, node: Expression, value: Value): void {
    if (node.kind === 'name') this.#name(frame, node.name);
    if (!(value instanceof PyObject)) return;
    const isMadeHere = node.kind === 'call' || node.kind === 'comprehension';
    if (isMadeHere && value instanceof PyIterator) this.#seen.add(value);
    else this.object(value);
  }

  #name(frame: Frame, name: string): void {
    const variables = variablesOf(frame, name);
    for (let at: Frame | undefined = frame; at !== undefined; at = at.outer)
      // A comprehension's frame has no name, and is always one of the code's own.
      if (at.variables === variables && (at.name === undefined || this.#own.has(at))) return;
    const value = variables.get(name);
    this.#holds.push(() => Object.is(variables.get(name), value));
  }

  /** Watches an object and, where it is a collection, what is in it. */
  object(value: PyObject): void {
    if (this.#unknown !== undefined || this.#seen.has(value)) return;
    this.#seen.add(value);
    if (value.type.mutable) this.object(value.type);
    if (this.#seen.size > MOST_OBJECTS) this.#unknown = 'never';
    else if (!this.#watch(value)) this.#unknown = 'never';
  }

  /** Returns false where nothing tells of the object's state. */
  #watch(value: PyObject): boolean {
    const own = value.type.watch?.(value);
    if (own !== undefined) {
      this.#holds.push(own);
      return true;
    }
    if (value instanceof PyConstant || value instanceof PyRange || value instanceof PySlice) return true;
    if (value instanceof PyType) return this.#classes(value);
    if (value instanceof PyModule) return this.#versioned(value.members);
    if (value instanceof PySuper) return this.#all([value.self]);
    if (value instanceof Callable) return this.#callable(value);
    if (value instanceof Descriptor || value instanceof PyProperty) return true;
    if (value instanceof PyClassMethod || value instanceof PyStaticMethod) return true;
    if (value instanceof PyList || value instanceof PyDict || value instanceof PySet) {
      const { version } = value;
      this.#holds.push(() => value.version === version);
      return this.#all(
        value instanceof PyList ? value.items : value instanceof PyDict ? flat(value) : value.values(),
      );
    }
    if (value instanceof PyTuple) return this.#all(value.items);
    // Subclasses of PyInstance keep more than attributes.
    if (!(value instanceof PyInstance) || value.constructor !== PyInstance) return false;
    this.#versioned(value.attributes);
    return readsAttributesItself(value.type) ? this.#all(value.attributes.values()) : true;
  }

  #versioned(map: VersionedMap<string, Value>): true {
    const { version } = map;
    this.#holds.push(() => map.version === version);
    return true;
  }

  #all(values: Iterable<Value>): true {
    for (const value of values) if (value instanceof PyObject) this.object(value);
    return true;
  }

  #classes(type: PyType): true {
    for (const { mutable, members } of type.mro) if (mutable) this.#versioned(members);
    return true;
  }

  #callable(value: Callable): boolean {
    if (value instanceof BoundMethod) return this.#all([value.self, value.function]);
    if (value instanceof PyFunction) return value.attributes.size === 0;
    if (!(value instanceof NativeFunction)) return false;
    return value.receiver !== undefined || (PURE_MODULES.has(value.module) && !IMPURE.has(value.name));
  }
}

function* flat(dict: PyDict): Generator<Value> {
  for (const [key, value] of dict.entries()) {
    yield key;
    yield value;
  }
}

/** Has the class methods in native code that read its attributes, as a dataclass has? */
function readsAttributesItself(type: PyType): boolean {
  return ['__repr__', '__eq__'].some((name) => {
    const method = type.lookup(name);
    return method instanceof Callable && !(method instanceof PyFunction);
  });
}
