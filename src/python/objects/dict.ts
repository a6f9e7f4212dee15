import { HashTable } from './hash-table.ts';
import { PyObject, type PyType, type Value } from './object.ts';
import { dictType } from './types.ts';

/** A dict: keys in insertion order, 1, 1.0 and True being one key. */
export class PyDict extends PyObject {
  readonly #table = new HashTable();

  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  override get type(): PyType {
    return dictType;
  }

  get size(): number {
    return this.#table.size;
  }

  /** Counts the changes, so that a trace describes it again only when it has changed. */
  get version(): number {
    return this.#table.version;
  }

  /** Returns whether all changes since `version` added entries at the end. */
  hasOnlyGrownSince(version: number): boolean {
    return this.#table.hasOnlyGrownSince(version);
  }

  /** Undefined where the key is missing; throws TypeError for an unhashable key, as all of these do. */
  get(key: Value): Value | undefined {
    return this.#table.find(key)?.value;
  }

  has(key: Value): boolean {
    return this.#table.find(key) !== undefined;
  }

  set(key: Value, value: Value): void {
    this.#table.put(key, value);
  }

  /** Returns the value that was there, undefined if none. */
  delete(key: Value): Value | undefined {
    return this.#table.remove(key)?.value;
  }

  clear(): void {
    this.#table.clear();
  }

  *keys(): Generator<Value> {
    for (const { key } of this.#table.entries()) yield key;
  }

  *values(): Generator<Value> {
    for (const { value } of this.#table.entries()) yield value;
  }

  /** Returns the entries from a place on, in order. */
  *entriesFrom(start: number): Generator<[Value, Value]> {
    let place = 0;
    for (const { key, value } of this.#table.entries()) if (place++ >= start) yield [key, value];
  }

  *entries(): Generator<[Value, Value]> {
    for (const { key, value } of this.#table.entries()) yield [key, value];
  }
}
