/** Reads the text of a slot, `expression` or `expression:format`, as Python's f-strings do. */

import type { Slot } from '../python/index.ts';

/** A slip in a slot's text, with the offset of the character that is wrong. */
export class SlotSyntaxError extends Error {
  override name = 'SlotSyntaxError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Python's format specification without its nested replacement fields. */
const FORMAT = /^(?:.?[<>=^])?[+\- ]?z?#?0?\d*[_,]?(?:\.\d+)?[bcdeEfFgGnosxX%]?$/u;

/** Returns the offset just after the string that starts with the quote at `start`. */
function skipString(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at + 1;
  }
  throw new SlotSyntaxError(`The string that starts with ${quote} is not closed.`, start);
}

/** Offsets of the colons that could start a format: outside strings, brackets and lambdas. */
function topLevelColons(text: string): number[] {
  const colons: number[] = [];
  const open: number[] = [];
  let lambdas = 0;
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      at = skipString(text, at);
      continue;
    }
    if (open.length === 0 && /^lambda\b/.test(text.slice(at)) && !/\w/.test(text.charAt(at - 1)))
      lambdas += 1;
    if (character in CLOSES) open.push(at);
    if (')]}'.includes(character)) {
      const opener = open.pop();
      if (opener === undefined || CLOSES[text.charAt(opener)] !== character)
        throw new SlotSyntaxError(`"${character}" closes no bracket.`, at);
    }
    if (character === ':' && open.length === 0) {
      if (lambdas > 0) lambdas -= 1;
      else colons.push(at);
    }
    at += 1;
  }
  const unclosed = open.pop();
  if (unclosed !== undefined)
    throw new SlotSyntaxError(`"${text.charAt(unclosed)}" is not closed.`, unclosed);
  return colons;
}

/**
 * Splits a slot at its last top-level colon. Unlike an f-string, a format is not evaluated, so it may hold no field.
 *
 * @throws {SlotSyntaxError} for an empty expression, unbalanced brackets or strings, a format Python does not know
 */
export function parseSlot(text: string): Slot {
  const colon = topLevelColons(text).at(-1);
  const expression = text.slice(0, colon).trim();
  if (expression === '') throw new SlotSyntaxError('The expression is empty.', 0);
  if (colon === undefined) return { expression };
  const format = text.slice(colon + 1);
  if (format === '' || !FORMAT.test(format))
    throw new SlotSyntaxError(
      `"${format}" is not a format. Expected one such as .4f, .2e, d or g.`,
      colon + 1,
    );
  return { expression, format };
}

/** Returns the one spelling of a slot, by which a recording names it. */
export function slotKey({ expression, format }: Slot): string {
  return format === undefined ? expression : `${expression}:${format}`;
}
