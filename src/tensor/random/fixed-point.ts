/** Numbers with 96 binary places, for tables that need more digits than a double holds. */

/** A fixed-point number: an integer in units of 2⁻⁹⁶. */
export type FixedPoint = bigint;

/** Binary places. */
export const PLACES = 96;
export const ONE: FixedPoint = 1n << BigInt(PLACES);

/** Returns the number that decimal digits such as `7.69` write. */
export function fixedPoint(digits: string): FixedPoint {
  const [whole = '', decimals = ''] = digits.split('.');
  return (BigInt(whole + decimals) * ONE) / 10n ** BigInt(decimals.length);
}

export const multiply = (a: FixedPoint, b: FixedPoint): FixedPoint => (a * b) >> BigInt(PLACES);
export const divide = (a: FixedPoint, b: FixedPoint): FixedPoint => (a * ONE) / b;

/** eˣ for x ≥ 0, by its power series. */
export function exp(x: FixedPoint): FixedPoint {
  let sum = 0n;
  let term = ONE;
  for (let n = 1n; term > 0n; n++) {
    sum += term;
    term = multiply(term, x) / n;
  }
  return sum;
}

/** Returns the natural logarithm of x with 0 < x ≤ 1: that of x · 2ᵏ between 1/2 and 1, less k times that of 2. */
export function log(x: FixedPoint): FixedPoint {
  let scaled = x;
  let doublings = 0n;
  for (; scaled < ONE / 2n; scaled *= 2n) doublings++;
  return logNearOne(scaled) + doublings * logNearOne(ONE / 2n);
}

/** log x = 2 artanh((x − 1) / (x + 1)), by its power series. */
function logNearOne(x: FixedPoint): FixedPoint {
  const ratio = divide(x - ONE, x + ONE);
  const square = multiply(ratio, ratio);
  let sum = 0n;
  let power = ratio;
  for (let n = 1n; power > 0n || power < -1n; n += 2n) {
    sum += power / n;
    power = multiply(power, square);
  }
  return 2n * sum;
}
