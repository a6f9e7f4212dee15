/**
 * NumPy's SeedSequence: mixes integers of any size into seeds for generators. The hashes are those of M. E. O'Neill's
 * `seed_seq_fe` (https://www.pcg-random.org/posts/developing-a-seed_seq-alternative.html), as NumPy describes them in
 * https://numpy.org/doc/stable/reference/random/bit_generators/generated/numpy.random.SeedSequence.html.
 */

/** Words in the pool of entropy. */
const POOL_SIZE = 4;

/** Starts and multipliers of the two hashes, and the multipliers that mix two words. */
const ENTROPY_HASH = { start: 0x43b0d7e5, factor: 0x931e8875 };
const OUTPUT_HASH = { start: 0x8b51f9dd, factor: 0x58f38ded };
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

/** Returns a hash whose constant changes with every word. */
function hasher({ start, factor }: typeof ENTROPY_HASH): (word: number) => number {
  let constant = start;
  return (word) => {
    const mixed = word ^ constant;
    constant = Math.imul(constant, factor);
    const product = Math.imul(mixed, constant);
    return product ^ (product >>> 16);
  };
}

function mix(x: number, y: number): number {
  const mixed = Math.imul(MIX_LEFT, x) - Math.imul(MIX_RIGHT, y);
  return mixed ^ (mixed >>> 16);
}

/** Returns the 32-bit words of an integer of any size ≥ 0, the lowest first; one word for 0. */
export function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value; rest > 0n || words.length === 0; rest >>= 32n)
    words.push(Number(rest & 0xffffffffn));
  return words;
}

export class SeedSequence {
  readonly entropy: readonly bigint[];
  /** Tells the sequences that were spawned from one another apart. */
  readonly spawnKey: readonly bigint[];
  #spawned = 0;

  constructor(entropy: readonly bigint[], spawnKey: readonly bigint[] = []) {
    this.entropy = entropy;
    this.spawnKey = spawnKey;
  }

  /** Returns the first `count` 32-bit words of the sequence, each time the same. */
  generate(count: number): Uint32Array {
    const pool = this.#pool();
    const hash = hasher(OUTPUT_HASH);
    return Uint32Array.from({ length: count }, (_, i) => hash(pool[i % POOL_SIZE] as number));
  }

  /** `count` new sequences, each unlike all that were spawned before. */
  spawn(count: number): SeedSequence[] {
    return Array.from(
      { length: count },
      () => new SeedSequence(this.entropy, [...this.spawnKey, BigInt(this.#spawned++)]),
    );
  }

  #pool(): number[] {
    const words = this.entropy.flatMap(wordsOf);
    // A spawn key begins behind the pool, so that it is not taken for more entropy.
    if (this.spawnKey.length > 0) while (words.length < POOL_SIZE) words.push(0);
    words.push(...this.spawnKey.flatMap(wordsOf));
    const hash = hasher(ENTROPY_HASH);
    const pool = Array.from({ length: POOL_SIZE }, (_, i) => hash(words[i] ?? 0));
    for (let from = 0; from < POOL_SIZE; from++)
      for (let to = 0; to < POOL_SIZE; to++)
        if (from !== to) pool[to] = mix(pool[to] as number, hash(pool[from] as number));
    for (const word of words.slice(POOL_SIZE))
      for (let to = 0; to < POOL_SIZE; to++) pool[to] = mix(pool[to] as number, hash(word));
    return pool;
  }
}
