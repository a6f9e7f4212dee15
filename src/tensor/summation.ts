/** NumPy's order of additions, on which the last digit of a sum depends. */
import type { TypedArray } from './dtype.ts';

/** NumPy sums at most so many elements in pairs at once: the size of its buffer, `np.getbufsize()`. */
const BUFFER = 8192;

type Rounding = (x: number) => number;

/**
 * Returns the sum of `length` elements from `start`. Runs of `run` elements that lie side by side in memory are summed in
 * pairs, the rest one after another: https://numpy.org/doc/stable/reference/generated/numpy.sum.html, “Notes”.
 */
export function sumOf(data: TypedArray, start: number, length: number, run: number, round: Rounding): number {
  if (run === 0) return inOrder(data, start, length, round);
  let sum = 0;
  for (let at = 0; at < length; at += run)
    for (let from = 0; from < run; from += BUFFER)
      sum = round(sum + pairwise(data, start + at + from, Math.min(BUFFER, run - from), round));
  return sum;
}

function inOrder(data: TypedArray, start: number, length: number, round: Rounding): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum = round(sum + (data[i] as number));
  return sum;
}

/** Eight running sums at a time up to 128 elements; above, the sum of two halves. */
function pairwise(data: TypedArray, start: number, length: number, round: Rounding): number {
  if (length < 8) return inOrder(data, start, length, round);
  if (length > 128) {
    const half = Math.floor(length / 2);
    const first = half - (half % 8);
    return round(pairwise(data, start, first, round) + pairwise(data, start + first, length - first, round));
  }
  const lanes = Array.from(data.subarray(start, start + 8));
  const whole = length - (length % 8);
  for (let i = 8; i < whole; i++)
    lanes[i % 8] = round((lanes[i % 8] as number) + (data[start + i] as number));
  const [a, b, c, d, e, f, g, h] = lanes as [number, number, number, number, number, number, number, number];
  let sum = round(round(round(a + b) + round(c + d)) + round(round(e + f) + round(g + h)));
  for (let i = whole; i < length; i++) sum = round(sum + (data[start + i] as number));
  return sum;
}
