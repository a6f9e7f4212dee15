/**
 * A changed program in the fragment of an address: a character for the format, then the difference to the book's program,
 * deflated, in base64url. A link is read and shown; nothing in it is run before the reader asks.
 */
import { digestOf } from './digest.ts';
import { changesBetween, type LineChange, withChanges } from './text-changes.ts';

/** Format 1: JSON of the digest of the book's text and the changes to it. */
const FORMAT = '1';
/** No program is longer; a link that says otherwise is not read to its end. */
const MOST_CHARACTERS = 100_000;

/** Returns the part of a fragment that holds a changed program. */
export async function sharedText(book: string, text: string): Promise<string> {
  const data = JSON.stringify([digestOf(book), changesBetween(book, text)]);
  const bytes = await transformed(new TextEncoder().encode(data), new CompressionStream('deflate-raw'));
  return FORMAT + toBase64Url(bytes ?? new Uint8Array());
}

/** What a link holds: a text, or the reason why there is none. */
export type Shared =
  | { readonly kind: 'text'; readonly text: string }
  /** `damaged`: cut or changed on its way. `older`: made with another edition of the program. `newer`: a format to come. */
  | { readonly kind: 'problem'; readonly problem: 'damaged' | 'older' | 'newer' };

/** Reads what `sharedText` wrote; anything else is a problem, never an error. */
export async function readShared(book: string, shared: string): Promise<Shared> {
  if (/^[2-9a-z]/.test(shared)) return { kind: 'problem', problem: 'newer' };
  const bytes = shared.startsWith(FORMAT) ? fromBase64Url(shared.slice(FORMAT.length)) : undefined;
  const inflated = bytes && (await transformed(bytes, new DecompressionStream('deflate-raw')));
  const data = inflated && parsed(new TextDecoder().decode(inflated));
  if (data === undefined) return { kind: 'problem', problem: 'damaged' };
  const [digest, changes] = data;
  if (digest !== digestOf(book)) return { kind: 'problem', problem: 'older' };
  const text = withChanges(book, changes);
  return text === undefined ? { kind: 'problem', problem: 'damaged' } : { kind: 'text', text };
}

function parsed(json: string): readonly [string, readonly LineChange[]] | undefined {
  try {
    const data: unknown = JSON.parse(json);
    if (!Array.isArray(data)) return undefined;
    const [digest, changes]: unknown[] = data;
    if (typeof digest !== 'string' || !Array.isArray(changes)) return undefined;
    return changes.every(isChange) ? [digest, changes] : undefined;
  } catch {
    return undefined;
  }
}

function isChange(value: unknown): value is LineChange {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [line, removed, inserted]: unknown[] = value;
  const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;
  return (
    isCount(line) &&
    isCount(removed) &&
    Array.isArray(inserted) &&
    inserted.every((text) => typeof text === 'string' && !text.includes('\n'))
  );
}

/** Returns the bytes that come out of a stream; undefined where it fails or gives more than a program has. */
async function transformed(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MOST_CHARACTERS) {
        await reader.cancel();
        return undefined;
      }
      chunks.push(value);
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(characters, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
