/** Cuts a line of code at its numbers, so that each can be a control. */
import type { Token, TokenLine } from '../../../listing/index.ts';
import type { Literal } from '../../../listing/live/index.ts';

/** A token, or a part of one; or a number, whatever tokens it is made of. */
export type Piece =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'number'; readonly literal: Literal };

/** @param literals those of the line, in order */
export function numberPieces(tokens: TokenLine, literals: readonly Literal[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const waiting = [...literals];
  let column = 1;
  for (const token of tokens) {
    let start = 0;
    while (start < token.text.length) {
      const [next] = waiting;
      const at = column + start;
      if (next !== undefined && at >= next.column) {
        // The number begins here or, after a minus sign that is a token of its own, has begun.
        if (at === next.column) pieces.push({ kind: 'number', literal: next });
        const end = next.column + next.text.length;
        const taken = Math.min(token.text.length - start, end - at);
        start += taken;
        if (at + taken === end) waiting.shift();
        continue;
      }
      const stop = next === undefined ? token.text.length : Math.min(token.text.length, next.column - column);
      pieces.push({ kind: 'token', token: { ...token, text: token.text.slice(start, stop) } });
      start = stop;
    }
    column += token.text.length;
  }
  return pieces;
}
