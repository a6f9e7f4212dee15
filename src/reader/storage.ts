/**
 * What this device remembers for a reader. Storage may be absent, full, forbidden or filled by someone else: reading then
 * gives nothing, and writing says that nothing was kept.
 */
import { storageKey } from './storage-key.ts';

/** Kept until it is removed, or until the tab is closed. */
export type Span = 'device' | 'visit';

function storageFor(span: Span): Storage {
  return span === 'device' ? localStorage : sessionStorage;
}

/** Returns the text kept under a name, or undefined where there is none or storage cannot be used. */
export function recall(name: string, span: Span = 'device'): string | undefined {
  try {
    return storageFor(span).getItem(storageKey(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text under a name. Returns false where storage refuses: switched off, or full. */
export function remember(name: string, text: string, span: Span = 'device'): boolean {
  try {
    storageFor(span).setItem(storageKey(name), text);
    return true;
  } catch {
    return false;
  }
}

/** Removes what is kept under a name. */
export function forget(name: string, span: Span = 'device'): void {
  try {
    storageFor(span).removeItem(storageKey(name));
  } catch {
    // Nothing is kept where storage cannot be used.
  }
}

/** Calls `listener` whenever another tab keeps something under a name (its text) or removes it (undefined). */
export function onRemembered(name: string, listener: (text: string | undefined) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey(name)) listener(newValue ?? undefined);
  });
}
