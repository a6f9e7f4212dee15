/**
 * The error function, to about the precision of a double: by Abramowitz and Stegun 7.1.6 (a series of positive terms)
 * near 0, by the continued fraction 7.1.14 further out, and ±1 where that is the nearest double.
 */

/** From here on the continued fraction takes fewer terms than the series. */
const FAR = 3;
/** From here on 1 − erf(x) is below half the last place of 1. */
const ALL = 6;
/** As many terms of the continued fraction as 3 needs. */
const TERMS = 60;

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON * 0.25; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function fraction(x: number): number {
  let rest = 0;
  for (let n = TERMS; n > 0; n--) rest = n / 2 / (x + rest);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest);
}

/** erf(x); nan for nan. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || Number.isNaN(x)) return x;
  const value = size >= ALL ? 1 : size >= FAR ? 1 - fraction(size) : series(size);
  return x < 0 ? -value : value;
}
