import { describe, expect, it } from 'vitest';
import { literalsAfterTurn } from '../../src/components/listing/live/literals-after-turn.ts';
import { numberPieces } from '../../src/components/listing/live/number-pieces.ts';
import { literalsOf } from '../../src/listing/build/index.ts';
import { withNumber } from '../../src/listing/live/index.ts';

const TEXT = 'a = [0.5, -2]\nb = -a[1] + 3e2  # 7\n';

/** The line in pieces: numbers in angle brackets. */
function cut(tokens: readonly string[], line: number): string {
  const literals = literalsOf(TEXT).filter((literal) => literal.line === line);
  return numberPieces(
    tokens.map((text) => ({ text })),
    literals,
  )
    .map((piece) => (piece.kind === 'token' ? piece.token.text : `<${piece.literal.text}>`))
    .join('');
}

describe('the numbers of a line', () => {
  it.each([
    { tokens: ['a = [0.5, -2]'], line: 1, pieces: 'a = [<0.5>, <-2>]' },
    { tokens: ['a', ' = [0.5, ', '-', '2]'], line: 1, pieces: 'a = [<0.5>, <-2>]' },
    { tokens: ['b = ', '-', 'a[1] ', '+', ' 3e2  ', '# 7'], line: 2, pieces: 'b = -a[<1>] + <3e2>  # 7' },
  ])('are cut out of $tokens', ({ tokens, line, pieces }) => {
    expect(cut(tokens, line)).toBe(pieces);
  });

  it('are where the text has them after one was turned, whatever its length is then', () => {
    const before = literalsOf(TEXT);
    for (const [index, number] of [
      [0, '-0.55'],
      [1, '-10'],
      [2, '0'],
    ] as const) {
      const text = withNumber(TEXT, before[index] ?? { from: 0, to: 0 }, number);
      const after = literalsAfterTurn(before, index, number, text.length - TEXT.length);
      const places = (of: typeof after) =>
        of.map(({ from, to, line, column, value }) => [from, to, line, column, value]);
      expect(places(after)).toEqual(places(literalsOf(text)));
    }
  });
});
