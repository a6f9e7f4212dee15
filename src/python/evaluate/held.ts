/** How much memory a program holds: what its variables, and all they lead to, take at this moment. */
import { BoundMethod } from '../objects/callables.ts';
import { PyList, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { PyIterator } from '../objects/iterators.ts';
import { PyObject, PyType, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import type { Frame } from './frame.ts';
import { PyFunction } from './function.ts';
import { PyGenerator } from './generator.ts';
import type { Run } from './run.ts';

/** Characters, and bits of an int, that count as one element. */
const CHARACTERS = 8;
const BITS = 64;

/**
 * Returns the elements that a run holds: items of lists, elements of buffers, eights of characters; each buffer and list once,
 * however many names it has. What the statement that runs has computed and not yet given a name is not seen, but for
 * collections that are being made.
 */
export function heldElements(run: Run): number {
  const walk = new Walk();
  for (let frame = run.frame; frame !== undefined; frame = frame.caller) walk.frame(frame);
  for (const items of run.building) walk.items(items);
  walk.finish();
  return walk.elements;
}

class Walk {
  elements = 0;
  readonly #seen = new Set<object>();
  readonly #waiting: PyObject[] = [];

  /** The variables of a frame and of those that its code stands in. */
  frame(frame: Frame | undefined): void {
    for (let at = frame; at !== undefined && !this.#seen.has(at); at = at.outer) {
      this.#seen.add(at);
      for (const value of at.variables.values()) this.#value(value);
    }
  }

  items(items: Iterable<Value>): void {
    for (const item of items) {
      this.elements++;
      this.#value(item);
    }
  }

  finish(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) this.#object(next);
  }

  #value(value: Value): void {
    if (typeof value === 'string') this.elements += value.length / CHARACTERS;
    else if (typeof value === 'bigint') this.elements += intSize(value);
    else if (value instanceof PyObject && !this.#seen.has(value)) {
      this.#seen.add(value);
      this.#waiting.push(value);
    }
  }

  #object(value: PyObject): void {
    this.elements++;
    const memory = value.type.memory?.(value);
    if (memory !== undefined && !this.#seen.has(memory.buffer)) {
      this.#seen.add(memory.buffer);
      this.elements += memory.elements;
    }
    if (value instanceof PyList || value instanceof PyTuple) this.items(value.items);
    else if (value instanceof PyDict) for (const entry of value.entries()) this.items(entry);
    else if (value instanceof PySet) this.items(value.values());
    else if (value instanceof PyFunction) this.frame(value.outer);
    else if (value instanceof PyGenerator) this.frame(value.frame);
    else if (value instanceof BoundMethod) this.items([value.self, value.function]);
    else if (value instanceof PyIterator) this.items(value.sources);
    else if (value instanceof PyType) this.items(value.members.values());
    if (value.attributes !== undefined) this.items(value.attributes.values());
    const held = value.type.holds?.(value);
    if (held !== undefined) this.items(held);
  }
}

/** Elements that an int takes beyond its place. */
function intSize(value: bigint): number {
  return BigInt.asIntN(BITS, value) === value ? 0 : (value.toString(16).length * 4) / BITS;
}
