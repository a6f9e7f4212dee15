/**
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura (1998, https://doi.org/10.1145/272991.272995), seeded as in
 * their revision of 2002. NumPy's legacy generator, Python's `random` and PyTorch's CPU generator draw from it.
 */
import type { BitSource, Word64 } from './bits.ts';

/** Words of state. */
export const STATE_SIZE = 624;
/** The distance between a word and the later one that it is mixed with. */
const SHIFT = 397;

export class MT19937 implements BitSource {
  readonly #state: Uint32Array;
  /** Of the next word to be given; at `STATE_SIZE` all are used up. */
  #position = STATE_SIZE;

  /** Takes over a state of `STATE_SIZE` words and the position of the next. */
  constructor(state: Uint32Array, position = STATE_SIZE) {
    this.#state = state;
    this.#position = position;
  }

  /** Seeded by one unsigned 32-bit integer: `init_genrand` of the authors' program. */
  static fromSeed(seed: number): MT19937 {
    return new MT19937(stateOf(seed));
  }

  /** Seeded by a key of one or more unsigned 32-bit integers: `init_by_array` of the authors' program. */
  static fromKey(key: readonly number[]): MT19937 {
    const state = stateOf(19650218);
    let at = 1;
    const mix = (factor: number, addend: number): void => {
      const before = state[at - 1] as number;
      state[at] = ((state[at] as number) ^ Math.imul(before ^ (before >>> 30), factor)) + addend;
      at++;
      if (at < STATE_SIZE) return;
      state[0] = state[STATE_SIZE - 1] as number;
      at = 1;
    };
    for (let turn = 0; turn < Math.max(STATE_SIZE, key.length); turn++)
      mix(1664525, (key[turn % key.length] as number) + (turn % key.length));
    for (let turn = 1; turn < STATE_SIZE; turn++) mix(1566083941, -at);
    state[0] = 0x80000000;
    return new MT19937(state);
  }

  /** A copy of the words of state. */
  get state(): Uint32Array {
    return this.#state.slice();
  }

  get position(): number {
    return this.#position;
  }

  next32(): number {
    if (this.#position >= STATE_SIZE) this.#refill();
    let word = this.#state[this.#position++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** The first word drawn is the high half. */
  next64(): Word64 {
    return [this.next32(), this.next32()];
  }

  /** 27 bits of one word and 26 of the next: `genrand_res53` of the authors' program. */
  nextDouble(): number {
    return ((this.next32() >>> 5) * 2 ** 26 + (this.next32() >>> 6)) * 2 ** -53;
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < STATE_SIZE; i++) {
      const word =
        ((state[i] as number) & 0x80000000) | ((state[(i + 1) % STATE_SIZE] as number) & 0x7fffffff);
      const mixed = (state[(i + SHIFT) % STATE_SIZE] as number) ^ (word >>> 1);
      state[i] = (word & 1) === 0 ? mixed : mixed ^ 0x9908b0df;
    }
    this.#position = 0;
  }
}

/** Returns each word from the one before it, by Knuth's multiplier (The Art of Computer Programming, volume 2, 3.3.4). */
function stateOf(seed: number): Uint32Array {
  const state = new Uint32Array(STATE_SIZE);
  state[0] = seed;
  for (let i = 1; i < STATE_SIZE; i++) {
    const before = state[i - 1] as number;
    state[i] = Math.imul(before ^ (before >>> 30), 1812433253) + i;
  }
  return state;
}
