/** A Map that counts its changes, so that a trace describes what it holds again only when it has changed. */
export class VersionedMap<K, V> extends Map<K, V> {
  #version = 0;

  /** How often an entry was set or deleted. */
  get version(): number {
    return this.#version;
  }

  override set(key: K, value: V): this {
    this.#version++;
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    this.#version++;
    return super.delete(key);
  }

  override clear(): void {
    this.#version++;
    super.clear();
  }
}
