/** Entries by hash key in insertion order: what dict and set are made of. */
import { equals } from '../operations/compare.ts';
import { type HashKey, hashKey, isSharedBucket } from './hash-key.ts';
import type { Value } from './object.ts';

export type Entry = { readonly key: Value; value: Value };

export class HashTable {
  readonly #entries = new Map<HashKey, Entry>();
  #version = 0;
  /** The version that the last change other than a new entry made. */
  #rewritten = 0;

  /** Counts the changes, so that a trace describes a collection again only when it has changed. */
  get version(): number {
    return this.#version;
  }

  /** Returns whether all changes since `version` added entries at the end. */
  hasOnlyGrownSince(version: number): boolean {
    return this.#rewritten <= version;
  }

  get size(): number {
    return this.#entries.size;
  }

  find(key: Value): Entry | undefined {
    return this.#entries.get(this.#slot(key));
  }

  put(key: Value, value: Value): void {
    const slot = this.#slot(key);
    const known = this.#entries.get(slot);
    this.#version++;
    if (known === undefined) this.#entries.set(slot, { key, value });
    else {
      this.#rewritten = this.#version;
      known.value = value;
    }
  }

  remove(key: Value): Entry | undefined {
    const slot = this.#slot(key);
    const known = this.#entries.get(slot);
    if (known !== undefined) {
      this.#rewritten = ++this.#version;
      this.#entries.delete(slot);
    }
    return known;
  }

  clear(): void {
    this.#rewritten = ++this.#version;
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
