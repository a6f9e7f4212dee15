/**
 * exp and log of one number, rounded as the C library that Python, NumPy and PyTorch call rounds them: nearly always
 * to the nearest double, where JavaScript engines are one off in a case of ten. Computed with an unevaluated sum of
 * two doubles (Dekker 1971, https://doi.org/10.1007/BF01397083), about 100 bits together.
 */

export type Pair = readonly [high: number, low: number];

/** The exact sum of two doubles. */
function sumOf(a: number, b: number): Pair {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

/** The exact product of two doubles. */
function productOf(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}

/** A double as the sum of two with half its digits each. */
function halves(a: number): Pair {
  const scaled = a * (2 ** 27 + 1);
  const high = scaled - (scaled - a);
  return [high, a - high];
}

/** The sum of two pairs. */
export function add([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = sumOf(a, b);
  return sumOf(high, low + aLow + bLow);
}

/** The product of two pairs. */
export function multiply([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = productOf(a, b);
  return sumOf(high, low + a * bLow + aLow * b);
}

function divide(a: Pair, b: Pair): Pair {
  const quotient = a[0] / b[0];
  const [rest] = add(a, multiply([-quotient, 0], b));
  return sumOf(quotient, rest / b[0]);
}

const ln2: Pair = [Math.LN2, 2.3190468138462996e-17];

/** 1 / n! for n from 0 to 24. */
export const inverseFactorials: Pair[] = [[1, 0]];
for (let n = 1; n < 25; n++) inverseFactorials.push(divide(inverseFactorials[n - 1] as Pair, [n, 0]));

/** From this term on, a term of the series is so small that one double holds enough of it. */
const tail = 13;

/** Beyond this, e to the power leaves the range in which pairs are exact. */
const limit = 690;

/** e to the power x, for |x| < `limit`: x less a multiple of ln 2, the power series, then doubled as often. */
function expPair(x: number): Pair {
  const doublings = Math.round(x / Math.LN2);
  const rest = add([x, 0], multiply([-doublings, 0], ln2));
  let small = 0;
  for (let n = 24; n >= tail; n--) small = small * rest[0] + (inverseFactorials[n] as Pair)[0];
  let sum: Pair = [small, 0];
  for (let n = tail - 1; n >= 0; n--) sum = add(inverseFactorials[n] as Pair, multiply(sum, rest));
  const scale = 2 ** doublings;
  return [sum[0] * scale, sum[1] * scale];
}

/** eˣ. */
export function exp(x: number): number {
  return Math.abs(x) <= limit ? expPair(x)[0] : Math.exp(x);
}

/** The natural logarithm of x. */
export function log(x: number): number {
  const near = Math.log(x);
  if (!(Math.abs(near) < limit)) return near;
  // x · e⁻ⁿᵉᵃʳ is 1 plus, almost exactly, what is missing.
  const [high, low] = multiply([x, 0], expPair(-near));
  return near + (high - 1 + low);
}
