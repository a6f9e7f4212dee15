/** A note's Markdown with the values of its slots, for a notebook, which draws Markdown itself. */
import { raised, type SlotResult, slotKey, slotToTex, slotToText } from '../../slots/index.ts';
import type { NotePiece } from '../source/note-slots.ts';

/** Returns the Markdown; a slot without a value leaves a gap. */
export function filledMarkdown(
  pieces: readonly NotePiece[],
  results: ReadonlyMap<string, SlotResult>,
): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'markdown') return piece.text;
      const result = results.get(slotKey(piece.slot));
      if (result === undefined || raised(result)) return '';
      return piece.inFormula ? slotToTex(result) : escapeMarkdown(slotToText(result));
    })
    .join('');
}

/** Text that Markdown shows as it is. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');
}
