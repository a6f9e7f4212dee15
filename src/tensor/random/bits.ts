/** Sources of random bits, and the numbers that libraries make of bits alone. */

/** 64 bits as two unsigned 32-bit halves. */
export type Word64 = readonly [high: number, low: number];

/** A source of random bits; what is drawn from one is never drawn again. */
export interface BitSource {
  /** The next 32 bits, as an unsigned integer. */
  next32(): number;
  /** The next 64 bits. */
  next64(): Word64;
  /** The next number of [0, 1), a multiple of 2⁻⁵³. */
  nextDouble(): number;
}

/** Returns a number of [0, 1) from the upper 53 bits of 64. */
export function doubleOf([high, low]: Word64): number {
  return (high * 2 ** 21 + (low >>> 11)) * 2 ** -53;
}

/** Returns a float32 of [0, 1), a multiple of 2⁻²⁴, from the upper bits of the next 32, as NumPy's Generator draws it. */
export function nextFloat(source: BitSource): number {
  return (source.next32() >>> 8) * 2 ** -24;
}

/** Returns the smallest 2ᵏ − 1 that is at least `max`, for an unsigned 32-bit `max` ≥ 1. */
export const maskOf = (max: number): number => 0xffffffff >>> Math.clz32(max);
