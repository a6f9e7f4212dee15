import { add, multiply, type Pair } from '../../../tensor/elementary/index.ts';

/**
 * √Σx², rounded to the nearest double: `math.hypot` and `math.dist`. An infinity wins over nan.
 * The elements are scaled by a power of 2, so that no square overflows.
 */
export function vectorLength(elements: readonly number[]): number {
  const sizes = elements.map(Math.abs);
  const largest = Math.max(0, ...sizes);
  if (sizes.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (sizes.some(Number.isNaN)) return Number.NaN;
  if (largest === 0) return 0;
  const exponent = Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
  const scale = 2 ** -exponent;
  let sum: Pair = [0, 0];
  for (const size of sizes) sum = add(sum, multiply([size * scale, 0], [size * scale, 0]));
  const near = Math.sqrt(sum[0]);
  const [excess] = add(multiply([near, 0], [near, 0]), [-sum[0], -sum[1]]);
  return (near - excess / (2 * near)) * 2 ** exponent;
}
