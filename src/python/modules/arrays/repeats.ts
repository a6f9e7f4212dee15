import { allocate, work } from '../../objects/index.ts';

/** Returns each index as often as `counts` says, in order: `[0, 2, 1]` gives `[1, 1, 2]`. The memory is reserved first. */
export function repeatedIndices(counts: readonly number[]): number[] {
  allocate(counts.reduce((total, count) => total + Math.max(0, count), 0));
  const indices: number[] = [];
  for (const [index, count] of counts.entries()) {
    work(count);
    for (let time = 0; time < count; time++) indices.push(index);
  }
  return indices;
}
