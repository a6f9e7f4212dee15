/** A reader's text as it is kept on the device, before it is run. */
import { digestOf } from './digest.ts';

export interface KeptText {
  readonly text: string;
  /** False where the book's program has changed since. */
  readonly isOfThisEdition: boolean;
}

/** Returns the entry to store for a changed text. */
export function keptEntry(book: string, text: string): string {
  return JSON.stringify([1, digestOf(book), text]);
}

/** Reads what `keptEntry` wrote; undefined for anything else. */
export function readKept(book: string, entry: string | null): KeptText | undefined {
  try {
    const kept: unknown = JSON.parse(entry ?? 'null');
    if (!Array.isArray(kept)) return undefined;
    const [format, digest, text]: unknown[] = kept;
    if (format !== 1 || typeof text !== 'string') return undefined;
    return { text, isOfThisEdition: digest === digestOf(book) };
  } catch {
    return undefined;
  }
}
