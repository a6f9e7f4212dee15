/** PyTorch's CPU generator: the Mersenne Twister, and the normal number that it keeps between calls. */

import type { Word64 } from './bits.ts';
import { MT19937 } from './mt19937.ts';
import type { NormalSource } from './torch-normal.ts';

export class TorchGenerator implements NormalSource {
  /** As the program gave it. */
  seed: bigint;
  keptNormal: number | undefined;
  #bits: MT19937;

  constructor(seed: bigint) {
    this.seed = seed;
    this.#bits = twister(seed);
  }

  /** Restarts the generator from the lowest 32 bits of `seed`. */
  reseed(seed: bigint): void {
    this.seed = seed;
    this.#bits = twister(seed);
    this.keptNormal = undefined;
  }

  /** Returns all that the next numbers depend on, for `restore`. */
  save(): TorchState {
    const { state, position } = this.#bits;
    return { seed: this.seed, words: state, position, keptNormal: this.keptNormal };
  }

  restore({ seed, words, position, keptNormal }: TorchState): void {
    this.seed = seed;
    this.#bits = new MT19937(words.slice(), position);
    this.keptNormal = keptNormal;
  }

  next32(): number {
    return this.#bits.next32();
  }

  next64(): Word64 {
    return this.#bits.next64();
  }

  nextDouble(): number {
    return this.#bits.nextDouble();
  }
}

export type TorchState = {
  readonly seed: bigint;
  readonly words: Uint32Array;
  readonly position: number;
  readonly keptNormal: number | undefined;
};

const twister = (seed: bigint): MT19937 => MT19937.fromSeed(Number(BigInt.asUintN(32, seed)));
