/**
 * What a reader has done, item by item. An item is an exercise or a part that was read, by its address in the book: other
 * items are kept as they are, so progress outlasts a changed book and an older edition of it.
 */

/** How far an exercise got; a later one never goes back. */
export const STAGES = ['tried', 'shown', 'solved', 'solved-at-once'] as const;
export type Stage = (typeof STAGES)[number];

export interface ItemProgress {
  readonly stage: Stage;
  /** The misconceptions that were met, each once. */
  readonly slips: readonly string[];
}

/** By item: the section's address and the exercise's name. */
export type Progress = ReadonlyMap<string, ItemProgress>;

export const NO_PROGRESS: Progress = new Map();

/** Returns the progress with one more result of an item; the better stage stays, and slips are gathered. */
export function withResult(progress: Progress, item: string, result: ItemProgress): Progress {
  return new Map([...progress, [item, joined(progress.get(item), result)]]);
}

/** Returns what two tabs, devices or times know together; the order does not matter. */
export function mergedProgress(one: Progress, other: Progress): Progress {
  return [...other].reduce((all, [item, result]) => withResult(all, item, result), one);
}

function joined(before: ItemProgress | undefined, after: ItemProgress): ItemProgress {
  if (before === undefined) return after;
  const isBetter = STAGES.indexOf(after.stage) > STAGES.indexOf(before.stage);
  const slips = [...new Set([...before.slips, ...after.slips])].toSorted();
  return { stage: isBetter ? after.stage : before.stage, slips };
}

/** Returns whether the reader has found the answer without being shown it. */
export function isSolved(result: ItemProgress | undefined): boolean {
  return result?.stage === 'solved' || result?.stage === 'solved-at-once';
}

/** Returns whether an exercise is worth coming back to: it was tried, and not solved at once. */
export function isMissed(result: ItemProgress | undefined): boolean {
  return result !== undefined && result.stage !== 'solved-at-once';
}
