/** Entries by hash key in insertion order: what dict and set are made of. */
import { equals } from '../operations/compare.ts';
import { type HashKey, hashKey, isSharedBucket } from './hash-key.ts';
import type { Value } from './object.ts';

export type Entry = { readonly key: Value; value: Value };

export class HashTable {
  readonly #entries = new Map<HashKey, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  find(key: Value): Entry | undefined {
    return this.#entries.get(this.#slot(key));
  }

  put(key: Value, value: Value): void {
    const slot = this.#slot(key);
    const known = this.#entries.get(slot);
    if (known === undefined) this.#entries.set(slot, { key, value });
    else known.value = value;
  }

  remove(key: Value): Entry | undefined {
    const slot = this.#slot(key);
    const known = this.#entries.get(slot);
    if (known !== undefined) this.#entries.delete(slot);
    return known;
  }

  clear(): void {
    this.#entries.clear();
  }

  entries(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  /** The slot that holds an equal key, or else a free one. */
  #slot(key: Value): HashKey {
    const first = hashKey(key);
    if (!isSharedBucket(first)) return first;
    let free: HashKey | undefined;
    const prefix = `${first}#`;
    for (const [slot, entry] of this.#entries)
      if (typeof slot === 'string' && slot.startsWith(prefix) && equals(entry.key, key)) return slot;
    for (let probe = 0; free === undefined; probe++)
      if (!this.#entries.has(`${prefix}${probe}`)) free = `${prefix}${probe}`;
    return free;
  }
}
