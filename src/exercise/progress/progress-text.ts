/** Progress as text: what a device keeps, what a file holds, and a short code to carry by hand. */
import { type ItemProgress, NO_PROGRESS, type Progress, STAGES } from './progress.ts';

/** The form of the text. A later form begins with another number and is left alone. */
const FORMAT = 1;
/** Before a code, so that it is known as one. */
const CODE_MARK = 'wxb1.';
/** No book has more items; a text that says otherwise is not read. */
const MOST_ITEMS = 10_000;

/** Returns progress as JSON: `[1, [[item, stage, slips…], …]]`, with the stage as its place among `STAGES`. */
export function progressText(progress: Progress): string {
  const items = [...progress].map(([item, { stage, slips }]) => [item, STAGES.indexOf(stage), ...slips]);
  return JSON.stringify([FORMAT, items]);
}

/** Reads what `progressText` wrote; undefined for any other text. Items that cannot be read are left out. */
export function readProgress(text: string): Progress | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (!Array.isArray(data)) return undefined;
    const [format, items]: unknown[] = data;
    if (format !== FORMAT || !Array.isArray(items) || items.length > MOST_ITEMS) return undefined;
    return new Map(items.flatMap(readItem));
  } catch {
    return undefined;
  }
}

function readItem(entry: unknown): [string, ItemProgress][] {
  if (!Array.isArray(entry)) return [];
  const [item, place, ...slips]: unknown[] = entry;
  const stage = typeof place === 'number' ? STAGES[place] : undefined;
  if (typeof item !== 'string' || stage === undefined) return [];
  return [[item, { stage, slips: slips.filter((slip) => typeof slip === 'string') }]];
}

/** Returns the progress as a code of letters, digits, `-` and `_`. */
export function progressCode(progress: Progress): string {
  const bytes = new TextEncoder().encode(progressText(progress));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return CODE_MARK + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Reads a code or the text of a file. Spaces and line breaks that a message put in do no harm. Undefined for anything else,
 * such as a code that was cut.
 */
export function readProgressCode(text: string): Progress | undefined {
  const plain = text.replaceAll(/\s/g, '');
  if (!plain.startsWith(CODE_MARK)) return readProgress(text.trim());
  try {
    const binary = atob(plain.slice(CODE_MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readProgress(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Returns the progress that a device keeps; none where the text is missing, damaged or of another form. */
export function keptProgress(text: string | undefined): Progress {
  return text === undefined ? NO_PROGRESS : (readProgress(text) ?? NO_PROGRESS);
}
