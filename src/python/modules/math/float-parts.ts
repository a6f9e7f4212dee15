/** Doubles by their parts: https://docs.python.org/3/library/math.html#floating-point-manipulation-functions */

/** Returns the fraction, from 0.5 up to 1, and the power of two that make a double; zero, infinity and nan have themselves and 0. */
export function binaryParts(value: number): { readonly fraction: number; readonly exponent: number } {
  if (value === 0 || !Number.isFinite(value)) return { fraction: value, exponent: 0 };
  let [fraction, exponent] = [value, 0];
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  return { fraction, exponent };
}

/** Returns `value * 2 ** exponent`, rounded once. */
export function scaled(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const { fraction, exponent: own } = binaryParts(value);
  const whole = own + exponent;
  if (whole > 1024) return fraction * Number.POSITIVE_INFINITY;
  if (whole < -1100) return fraction * 0;
  // Below the normal numbers a single product rounds; above, each factor is exact.
  return whole > 0
    ? fraction * 2 * 2 ** (whole - 1)
    : fraction * 2 ** Math.max(whole, -1074) * 2 ** Math.min(0, whole + 1074);
}

/** Returns the double that follows `from` on the way to `to`. */
export function neighbour(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, from);
  view.setBigInt64(0, view.getBigInt64(0) + (from < to === from > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** Returns IEEE 754's remainder: what is left of `from` by the nearest multiple of `by`, the even one of two as near. */
export function remainder(from: number, by: number): number {
  if (Number.isNaN(from) || Number.isNaN(by)) return Number.NaN;
  if (!Number.isFinite(by)) return from;
  const [size, step] = [Math.abs(from), Math.abs(by)];
  const rest = size % step;
  const other = step - rest;
  let least = rest;
  if (rest > other) least = -other;
  else if (rest === other) least = rest - 2 * ((0.5 * (size - rest)) % step);
  return from < 0 || Object.is(from, -0) ? -least : least;
}
