/** The reader's progress on this device: kept at once, and merged with what other tabs keep. */
import {
  type ItemProgress,
  keptProgress,
  mergedProgress,
  type Progress,
  progressText,
  withResult,
} from '../../exercise/progress/index.ts';
import { onRemembered, recall, remember } from '../../reader/index.ts';

const NAME = 'progress';

let progress: Progress = keptProgress(recall(NAME));
const listeners = new Set<(progress: Progress) => void>();

onRemembered(NAME, (text) => add(keptProgress(text)));

export function currentProgress(): Progress {
  return progress;
}

/** Calls `listener` with the progress now and after each change. */
export function followProgress(listener: (progress: Progress) => void): void {
  listeners.add(listener);
  listener(progress);
}

/** Adds a result of an item. Returns false where the device keeps nothing. */
export function keepResult(item: string, result: ItemProgress): boolean {
  // Another tab may have kept something since.
  progress = withResult(mergedProgress(keptProgress(recall(NAME)), progress), item, result);
  return keep();
}

/** Adds progress from elsewhere. Returns false where the device keeps nothing. */
export function keepProgress(other: Progress): boolean {
  add(other);
  return keep();
}

function add(other: Progress): void {
  progress = mergedProgress(progress, other);
  tell();
}

function keep(): boolean {
  tell();
  return remember(NAME, progressText(progress));
}

function tell(): void {
  for (const listener of listeners) listener(progress);
}
