/** Sums without rounding on the way, and square roots of whole numbers. */

/** Returns the correctly rounded sum of floats (Shewchuk's partial sums, as `math.fsum`). */
export function exactSum(values: readonly number[]): number {
  const partials: number[] = [];
  let special = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) {
      special += value;
      continue;
    }
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  return special !== 0 || Number.isNaN(special) ? special : roundPartials(partials);
}

/** Adds non-overlapping partials from the largest down; a tie is decided by the sign of what follows. */
function roundPartials(partials: readonly number[]): number {
  let index = partials.length - 1;
  let high = partials[index] ?? 0;
  let low = 0;
  while (index > 0) {
    const before = high;
    index--;
    const next = partials[index] ?? 0;
    high = before + next;
    low = next - (high - before);
    if (low !== 0) break;
  }
  const following = partials[index - 1] ?? 0;
  if (index > 0 && ((low < 0 && following < 0) || (low > 0 && following > 0))) {
    const doubled = low * 2;
    const rounded = high + doubled;
    if (doubled === rounded - high) return rounded;
  }
  return high;
}

/** Newton's method on integers. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
