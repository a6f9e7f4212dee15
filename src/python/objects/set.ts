import { HashTable } from './hash-table.ts';
import { PyObject, type PyType, type Value } from './object.ts';
import { frozensetType, setType } from './types.ts';

/** A set or a frozenset. */
export class PySet extends PyObject {
  readonly #table = new HashTable();
  readonly frozen: boolean;

  constructor(values: Iterable<Value> = [], frozen = false) {
    super();
    this.frozen = frozen;
    for (const value of values) this.add(value);
  }

  override get type(): PyType {
    return this.frozen ? frozensetType : setType;
  }

  get size(): number {
    return this.#table.size;
  }

  has(value: Value): boolean {
    return this.#table.find(value) !== undefined;
  }

  add(value: Value): void {
    if (!this.has(value)) this.#table.put(value, null);
  }

  delete(value: Value): boolean {
    return this.#table.remove(value) !== undefined;
  }

  clear(): void {
    this.#table.clear();
  }

  /** Takes over the items of another set, in place. */
  become(other: PySet): void {
    const items = [...other.values()];
    this.clear();
    for (const item of items) this.add(item);
  }

  *values(): Generator<Value> {
    for (const { key } of this.#table.entries()) yield key;
  }
}
