const bits = new DataView(new ArrayBuffer(8));

/** Returns the exponent e of a normal double x = m · 2^e with 1 ≤ m < 2. */
export function exponentOf(x: number): number {
  bits.setFloat64(0, x);
  return ((bits.getUint32(0) >>> 20) & 0x7ff) - 1023;
}
