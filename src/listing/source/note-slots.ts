/** The slots in a note: `{expression:format}` in its text, `\py{expression:format}` in its formulas. */
import { AuthorError } from '../../diagnostics/index.ts';
import { parseSlot, type Slot, SlotSyntaxError } from '../../slots/index.ts';

/** A piece of a note's Markdown: text that stands as it is, or a slot to fill. */
export type NotePiece =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly inFormula: boolean; readonly line: number };

/** A text of a note, and the line, from 1, that it begins on. */
interface NoteText {
  readonly text: string;
  readonly line: number;
}

/**
 * Returns a note's text in pieces, in order. Braces in `code` and in formulas are ordinary characters, as is `\{`.
 *
 * @throws {AuthorError} for a slot that cannot be read, at its line
 */
export function notePieces({ text: body, line: firstLine }: NoteText, file: string): NotePiece[] {
  const pieces: NotePiece[] = [];
  let start = 0;
  const slotFrom = (open: number, inFormula: boolean, skipped: number): number => {
    const close = closingBrace(body, open);
    const line = firstLine + body.slice(0, open).split('\n').length - 1;
    const place = { file, line, column: open - body.lastIndexOf('\n', open) };
    if (close === undefined)
      throw new AuthorError(place, 'A brace that is not closed. Expected {expression}, or \\{ for a brace.');
    const text = body.slice(open + 1, close);
    pieces.push({ kind: 'markdown', text: body.slice(start, open - skipped) });
    pieces.push({ kind: 'slot', slot: slotOf(text, place), inFormula, line });
    start = close + 1;
    return start;
  };
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at);
    const verbatim = /^(?:(`+)[^`][\s\S]*?\1(?!`)|\\[^p])/.exec(rest);
    if (verbatim !== null) at += verbatim[0].length;
    else if (rest.startsWith('$')) at = formulaEnd(body, at, (open) => slotFrom(open, true, '\\py'.length));
    else if (rest.startsWith('{')) at = slotFrom(at, false, 0);
    else at += 1;
  }
  pieces.push({ kind: 'markdown', text: body.slice(start) });
  return pieces.filter((piece) => piece.kind === 'slot' || piece.text !== '');
}

/** Goes through a formula, hands each `\py{` to `slot`, and returns the offset after it. */
function formulaEnd(body: string, start: number, slot: (open: number) => number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== '$') {
    if (body.startsWith('\\py{', at)) at = slot(at + '\\py'.length);
    else at += body[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function slotOf(text: string, place: { file: string; line: number; column: number }): Slot {
  try {
    return parseSlot(text.replaceAll('\n', ' '));
  } catch (error) {
    if (!(error instanceof SlotSyntaxError)) throw error;
    throw new AuthorError(place, `Bad slot "${text}". ${error.message}`);
  }
}
