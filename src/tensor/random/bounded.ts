/** Integers of a range from random bits, all equally likely, by the two methods of NumPy. */
import { type BitSource, maskOf } from './bits.ts';

/** Bits of the integers that are asked for. Small ones share the 32 bits of a draw. */
export type Width = 1 | 8 | 16 | 32 | 64;

/** `masked`: redraws what exceeds the range under a mask. `lemire`: D. Lemire (2019, https://arxiv.org/abs/1805.10941). */
export type Method = 'masked' | 'lemire';

/** The largest unsigned integers of 32 and 64 bits. */
const MAX32 = 0xffffffff;
const MAX64 = 0xffffffffffffffffn;

/** Draws for one call: bits that a small integer leaves over serve the next, and are lost with this object. */
export class BoundedIntegers {
  readonly #source: BitSource;
  readonly #width: Width;
  readonly #method: Method;
  #buffer = 0;
  #left = 0;

  constructor(source: BitSource, width: Width, method: Method) {
    this.#source = source;
    this.#width = width;
    this.#method = method;
  }

  /** Returns an integer from 0 to `range`, both included; `range` fits the width and 32 bits. */
  next(range: number): number {
    if (range === 0) return 0;
    const width = Math.min(this.#width, 32);
    if (range === 2 ** width - 1) return this.#draw();
    return this.#method === 'masked' ? this.#masked(range) : this.#lemire(range, 2 ** width);
  }

  /** Returns the same for a range of up to 64 bits, with a width of 64. */
  nextWide(range: bigint): bigint {
    if (range <= BigInt(MAX32))
      return BigInt(range === BigInt(MAX32) ? this.#next32() : this.next(Number(range)));
    if (range === MAX64) return this.#next64();
    return this.#method === 'masked' ? this.#maskedWide(range) : this.#lemireWide(range);
  }

  #masked(range: number): number {
    const mask = maskOf(range);
    for (;;) {
      const value = (this.#draw() & mask) >>> 0;
      if (value <= range) return value;
    }
  }

  /** The high half of a draw times the number of outcomes; draws whose low half would favour some are repeated. */
  #lemire(range: number, base: number): number {
    const outcomes = range + 1;
    let [high, low] = product(this.#draw(), outcomes, base);
    if (low < outcomes) {
      const threshold = (base - outcomes) % outcomes;
      while (low < threshold) [high, low] = product(this.#draw(), outcomes, base);
    }
    return high;
  }

  #maskedWide(range: bigint): bigint {
    const mask = (BigInt(maskOf(Number(range >> 32n))) << 32n) | BigInt(MAX32);
    for (;;) {
      const value = this.#next64() & mask;
      if (value <= range) return value;
    }
  }

  #lemireWide(range: bigint): bigint {
    const outcomes = range + 1n;
    let scaled = this.#next64() * outcomes;
    if ((scaled & MAX64) < outcomes) {
      const threshold = (MAX64 - range) % outcomes;
      while ((scaled & MAX64) < threshold) scaled = this.#next64() * outcomes;
    }
    return scaled >> 64n;
  }

  /** The next bits of the width, at most 32. */
  #draw(): number {
    if (this.#width >= 32) return this.#next32();
    if (this.#left === 0) {
      this.#buffer = this.#next32();
      this.#left = 32 / this.#width;
    } else this.#buffer >>>= this.#width;
    this.#left--;
    return this.#buffer % 2 ** this.#width;
  }

  #next32(): number {
    return this.#source.next32();
  }

  #next64(): bigint {
    const [high, low] = this.#source.next64();
    return (BigInt(high) << 32n) | BigInt(low);
  }
}

/** Returns the exact product of two integers below `base`, as its digits in that base of at most 2³². */
function product(a: number, b: number, base: number): readonly [high: number, low: number] {
  const upper = Math.floor(a / 2 ** 16) * b;
  const lower = (a % 2 ** 16) * b;
  const [upperHigh, upperLow] = [Math.floor(upper / 2 ** 16), upper % 2 ** 16];
  const rest = upperLow * 2 ** 16 + lower;
  const [restHigh, restLow] = [Math.floor(rest / 2 ** 32), rest % 2 ** 32];
  const [high, low] = [upperHigh + restHigh, restLow];
  return base === 2 ** 32 ? [high, low] : [Math.floor(low / base), low % base];
}
