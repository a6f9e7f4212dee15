/** Measures that decide a column's form and width. They loop, since spreading a long array overflows the stack. */

/** Returns the smallest and largest size among the finite nonzero values; ∞ and 0 when there are none. */
export function sizeRange(values: readonly number[]): {
  readonly smallest: number;
  readonly largest: number;
} {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const x of values) {
    if (!Number.isFinite(x) || x === 0) continue;
    smallest = Math.min(smallest, Math.abs(x));
    largest = Math.max(largest, Math.abs(x));
  }
  return { smallest, largest };
}

/** Returns the largest measure of any item, at least 0. */
export function most<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((largest, item) => Math.max(largest, measure(item)), 0);
}
