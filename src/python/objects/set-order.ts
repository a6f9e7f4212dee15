/**
 * The order in which CPython goes through a set: that of its hash table. It is the same in every run where all hashes are
 * (numbers, None); sets with strings vary by run there, and keep the order of insertion here.
 */
import { type HashKey, hashKey } from './hash-key.ts';
import { hashOfKey } from './hash-number.ts';
import type { Value } from './object.ts';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const SMALLEST = 8;

type Slot = { readonly hash: bigint; readonly value: Value } | 'deleted' | undefined;

/** CPython's `setobject.c`, reduced to where entries go. */
export class SetOrder {
  #slots: Slot[] = new Array<Slot>(SMALLEST).fill(undefined);
  /** Entries and deleted slots. */
  #fill = 0;
  #used = 0;

  /** False for a value whose hash CPython varies: the set then has no order to follow. */
  static follows(value: Value): boolean {
    if (value === null) return true;
    return typeof value !== 'string' && typeof value !== 'object';
  }

  add(value: Value): void {
    const hash = hashOfKey(hashKey(value));
    if (this.#insert(this.#slots, hash, value)) this.#fill++;
    this.#used++;
    const mask = this.#slots.length - 1;
    if (this.#fill * 5 >= mask * 3) this.#resize(this.#used > 50000 ? this.#used * 2 : this.#used * 4);
  }

  delete(value: Value): void {
    const key: HashKey = hashKey(value);
    const index = this.#slots.findIndex((slot) => typeof slot === 'object' && hashKey(slot.value) === key);
    if (index === -1) return;
    this.#slots[index] = 'deleted';
    this.#used--;
  }

  /** `set_merge`: another set's entries in its own order, after making room for all of them at once. */
  merge(other: SetOrder): void {
    const all = this.#used + other.#used;
    if ((this.#fill + other.#used) * 5 >= (this.#slots.length - 1) * 3) this.#resize(all * 2);
    const verbatim =
      this.#fill === 0 && this.#slots.length === other.#slots.length && other.#fill === other.#used;
    if (verbatim) {
      this.#slots = [...other.#slots];
      this.#fill = other.#fill;
      this.#used = other.#used;
    } else for (const value of other.values()) if (!this.#has(value)) this.add(value);
  }

  #has(value: Value): boolean {
    const key = hashKey(value);
    return (
      this.#used > 0 && this.#slots.some((slot) => typeof slot === 'object' && hashKey(slot.value) === key)
    );
  }

  *values(): Generator<Value> {
    for (const slot of this.#slots) if (typeof slot === 'object') yield slot.value;
  }

  /** True where a slot was taken that had never held anything. */
  #insert(slots: Slot[], hash: bigint, value: Value): boolean {
    const mask = slots.length - 1;
    let perturb = BigInt.asUintN(64, hash);
    let at = Number(BigInt.asUintN(32, hash)) & mask;
    for (;;) {
      const probes = at + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (let probe = 0; probe <= probes; probe++) {
        if (slots[at + probe] !== undefined) continue;
        slots[at + probe] = { hash, value };
        return true;
      }
      perturb >>= PERTURB_SHIFT;
      at = Number((BigInt(at) * 5n + 1n + perturb) & BigInt(mask));
    }
  }

  #resize(least: number): void {
    let size = SMALLEST;
    while (size <= least) size *= 2;
    const slots = new Array<Slot>(size).fill(undefined);
    for (const slot of this.#slots) if (typeof slot === 'object') this.#insert(slots, slot.hash, slot.value);
    this.#slots = slots;
    this.#fill = this.#used;
  }
}
