import { HashTable } from './hash-table.ts';
import { PyObject, type PyType, type Value } from './object.ts';
import { SetOrder } from './set-order.ts';
import { frozensetType, setType } from './types.ts';

/** A set or a frozenset. */
export class PySet extends PyObject {
  readonly #table = new HashTable();
  /** Undefined once the set holds a value that has no fixed place. */
  #order: SetOrder | undefined = new SetOrder();
  readonly frozen: boolean;

  constructor(values: PySet | Iterable<Value> = [], frozen = false) {
    super();
    this.frozen = frozen;
    if (values instanceof PySet) this.merge(values);
    else for (const value of values) this.add(value);
  }

  override get type(): PyType {
    return this.frozen ? frozensetType : setType;
  }

  get size(): number {
    return this.#table.size;
  }

  /** Counts the changes, so that a trace describes it again only when it has changed. */
  get version(): number {
    return this.#table.version;
  }

  has(value: Value): boolean {
    return this.#table.find(value) !== undefined;
  }

  add(value: Value): void {
    if (this.has(value)) return;
    this.#table.put(value, null);
    if (SetOrder.follows(value)) this.#order?.add(value);
    else this.#order = undefined;
  }

  delete(value: Value): boolean {
    this.#order?.delete(value);
    return this.#table.remove(value) !== undefined;
  }

  clear(): void {
    this.#table.clear();
    this.#order = new SetOrder();
  }

  /** Adds all items of another set. */
  merge(other: PySet): void {
    if (this.#order === undefined || other.#order === undefined) {
      for (const value of other.values()) this.add(value);
      return;
    }
    const order = this.#order;
    order.merge(other.#order);
    for (const value of other.values()) if (!this.has(value)) this.#table.put(value, null);
  }

  /** Takes over the items of another set, in place. */
  become(other: PySet): void {
    const items = [...other.values()];
    this.clear();
    for (const item of items) this.add(item);
  }

  *values(): Generator<Value> {
    if (this.#order !== undefined) yield* this.#order.values();
    else for (const { key } of this.#table.entries()) yield key;
  }
}
