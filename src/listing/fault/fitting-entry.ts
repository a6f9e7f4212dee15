/** Finds the entry of "Errors you will meet" that explains a message. */

/** An entry, as pages fetch it. */
export interface ErrorEntry {
  /** `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Relative to the site's root. */
  readonly address: string;
}

/** Messages fit when they share at least this part of their words: names of dtypes and operations may differ. */
const LEAST_SHARED = 0.7;

/**
 * Returns the entry of the same type whose message has most words in common with `message`; the first of several, undefined
 * where none fits. Numbers count for nothing, so that a message is found whatever sizes it names.
 */
export function fittingEntry(
  { type, message }: Pick<ErrorEntry, 'type' | 'message'>,
  entries: readonly ErrorEntry[],
): ErrorEntry | undefined {
  const words = wordsOf(message);
  let best: { readonly entry: ErrorEntry; readonly share: number } | undefined;
  for (const entry of entries) {
    if (entry.type !== type) continue;
    const share = sharedPart(words, wordsOf(entry.message));
    if (share >= LEAST_SHARED && share > (best?.share ?? 0)) best = { entry, share };
  }
  return best?.entry;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{Letter}+/gu));
}

/** Returns the size of the intersection by that of the union, from 0 to 1. */
function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const union = a.union(b).size;
  return union === 0 ? 1 : a.intersection(b).size / union;
}
