/**
 * Normal numbers by the polar method of Marsaglia and Bray (1964, https://doi.org/10.1137/1006063), as NumPy's legacy
 * generator draws them: each pair of uniform numbers gives two, and the second is kept for the next call.
 */
import { log } from '../elementary/index.ts';
import type { BitSource } from './bits.ts';

export class PolarNormal {
  readonly #source: BitSource;
  /** The second number of the last pair, while it has not been given. */
  kept: number | undefined;

  constructor(source: BitSource) {
    this.#source = source;
  }

  /** Returns a number with mean 0 and standard deviation 1. */
  next(): number {
    const { kept } = this;
    if (kept !== undefined) {
      this.kept = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * this.#source.nextDouble() - 1;
      const y = 2 * this.#source.nextDouble() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * log(square)) / square);
      this.kept = scale * x;
      return scale * y;
    }
  }
}
