/**
 * Numbers with twice the digits of a double: an unevaluated sum of two doubles, about 100 bits together
 * (Dekker 1971, https://doi.org/10.1007/BF01397083). `high` is the pair rounded to a double.
 */

export type Pair = readonly [high: number, low: number];

/** Returns the exact sum of two doubles. */
export function sumOf(a: number, b: number): Pair {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

/** Returns the exact product of two doubles of moderate size. */
function productOf(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}

/** Returns a double as the sum of two with half its digits each. */
function halves(a: number): Pair {
  const scaled = a * (2 ** 27 + 1);
  const high = scaled - (scaled - a);
  return [high, a - high];
}

export function add([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = sumOf(a, b);
  return sumOf(high, low + aLow + bLow);
}

export function multiply([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = productOf(a, b);
  return sumOf(high, low + a * bLow + aLow * b);
}

export function divide(a: Pair, b: Pair): Pair {
  const quotient = a[0] / b[0];
  const [rest, restLow] = add(a, multiply([-quotient, 0], b));
  return sumOf(quotient, (rest + restLow) / b[0]);
}

export const negate = ([high, low]: Pair): Pair => [-high, -low];

/** Returns the pair times 2^exponent; the result is infinite beyond the largest double. */
export const scale = ([high, low]: Pair, exponent: number): Pair => {
  const half = Math.trunc(exponent / 2);
  return [high * 2 ** half * 2 ** (exponent - half), low * 2 ** half * 2 ** (exponent - half)];
};
