/**
 * PCG64 of M. E. O'Neill (2014, https://www.pcg-random.org/paper.html), the generator PCG XSL RR 128/64 that
 * `numpy.random.default_rng` draws from: a linear congruence on 128 bits, whose halves are joined and rotated.
 */
import { type BitSource, doubleOf, type Word64 } from './bits.ts';
import type { SeedSequence } from './seed-sequence.ts';

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const MASK = (1n << 128n) - 1n;

/** Four 32-bit words, the lowest first. */
type Words = [number, number, number, number];

const toWords = (value: bigint): Words =>
  [0n, 32n, 64n, 96n].map((shift) => Number((value >> shift) & 0xffffffffn)) as Words;
const toInteger = (words: Words): bigint =>
  words.reduceRight((high, word) => (high << 32n) | BigInt(word), 0n);

export type PCG64State = {
  readonly state: bigint;
  readonly increment: bigint;
  readonly hasHalf: boolean;
  readonly half: number;
};

export class PCG64 implements BitSource {
  #state: Words;
  readonly #increment: Words;
  /** The high half of the last 64-bit draw of `next32`, and whether it is still to be given. */
  #half = 0;
  #hasHalf = false;

  /** Takes over a state and an odd increment of 128 bits each. */
  constructor(state: bigint, increment: bigint) {
    this.#state = toWords(state);
    this.#increment = toWords(increment);
  }

  /** Seeded as NumPy does: 256 bits of the sequence, half for the state, half for the increment. */
  static fromSequence(sequence: SeedSequence): PCG64 {
    const words = [...sequence.generate(8)].map(BigInt);
    const join = (from: number): bigint => {
      const [a = 0n, b = 0n, c = 0n, d = 0n] = words.slice(from);
      return (b << 96n) | (a << 64n) | (d << 32n) | c;
    };
    const increment = ((join(4) << 1n) | 1n) & MASK;
    return new PCG64(((increment + join(0)) * MULTIPLIER + increment) & MASK, increment);
  }

  /** What `bit_generator.state` shows. */
  get state(): PCG64State {
    return {
      state: toInteger(this.#state),
      increment: toInteger(this.#increment),
      hasHalf: this.#hasHalf,
      half: this.#half,
    };
  }

  next64(): Word64 {
    this.#state = step(this.#state, this.#increment);
    const [a, b, c, d] = this.#state;
    const rotation = d >>> 26;
    const [high, low] = rotation < 32 ? [b ^ d, a ^ c] : [a ^ c, b ^ d];
    const bits = rotation & 31;
    if (bits === 0) return [high >>> 0, low >>> 0];
    return [((high >>> bits) | (low << (32 - bits))) >>> 0, ((low >>> bits) | (high << (32 - bits))) >>> 0];
  }

  /** Returns the low half of a 64-bit draw, then its high half. */
  next32(): number {
    if (this.#hasHalf) {
      this.#hasHalf = false;
      return this.#half;
    }
    const [high, low] = this.next64();
    this.#hasHalf = true;
    this.#half = high;
    return low;
  }

  nextDouble(): number {
    return doubleOf(this.next64());
  }
}

/** The multiplier's digits of 16 bits, the lowest first. */
const FACTOR = Array.from({ length: 8 }, (_, i) => Number((MULTIPLIER >> BigInt(16 * i)) & 0xffffn));

/**
 * state · multiplier + increment, modulo 2^128. The state's words are multiplied by digits of 16 bits, so that a double
 * holds each product, and the sums of at most five, exactly.
 */
function step([s0, s1, s2, s3]: Words, increment: Words): Words {
  const state = [s0, s1, s2, s3];
  const next: Words = [0, 0, 0, 0];
  let carry = 0;
  for (let word = 0; word < 4; word++) {
    let low = increment[word] as number;
    let high = 0;
    for (let i = 0; i <= word; i++) {
      const digit = 2 * (word - i);
      low += (state[i] as number) * (FACTOR[digit] as number);
      high += (state[i] as number) * (FACTOR[digit + 1] as number);
    }
    low += carry;
    // The word is (low + high · 2^16) modulo 2^32, and what is above it is carried on.
    const upper = high + Math.floor(low / 2 ** 16);
    next[word] = (upper % 2 ** 16) * 2 ** 16 + (low % 2 ** 16);
    carry = Math.floor(upper / 2 ** 16);
  }
  return next;
}
