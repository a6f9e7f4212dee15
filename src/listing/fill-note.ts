/** Puts the values of a note's slots into its Markdown. */
import { AuthorError } from '../diagnostics/index.ts';
import { raised, type SlotResult, slotKey, slotToTex, slotToText } from '../slots/index.ts';
import type { NotePiece } from './note-slots.ts';

/** The results of the slots of one line, by slot. */
export type Answers = Readonly<Record<string, SlotResult>>;

/** A note's text as Markdown without slots. @throws {AuthorError} for a slot that has no value or raised */
export function fillNote(pieces: readonly NotePiece[], answers: Answers, file: string): string {
  return pieces
    .map((piece) => (piece.kind === 'markdown' ? piece.text : filled(piece, answers, file)))
    .join('');
}

function filled(
  { slot, inFormula, line }: Extract<NotePiece, { kind: 'slot' }>,
  answers: Answers,
  file: string,
): string {
  const key = slotKey(slot);
  const result = Object.hasOwn(answers, key) ? answers[key] : undefined;
  const place = { file, line, column: 1 };
  if (result === undefined)
    throw new AuthorError(
      place,
      `The slot "${key}" has no value, because its line never runs. Use it in another note.`,
    );
  if (raised(result))
    throw new AuthorError(
      place,
      `The slot "${key}" raises ${result.error.type}: ${result.error.message}. Mend the expression.`,
    );
  return inFormula ? slotToTex(result) : escapeMarkdown(slotToText(result));
}

/** Text that Markdown shows as it is. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');
}
