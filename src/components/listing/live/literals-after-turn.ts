import type { Literal } from '../../../listing/live/index.ts';

/**
 * Returns the literals of a text after one of them was turned, without reading the text again: a drag turns faster than
 * programs run.
 *
 * @param number the new number, as it is written
 * @param growth how many characters the text has gained
 */
export function literalsAfterTurn(
  literals: readonly Literal[],
  index: number,
  number: string,
  growth: number,
): readonly Literal[] {
  const turned = literals[index];
  if (turned === undefined) return literals;
  return literals.map((literal, k) => {
    if (k === index) return { ...literal, text: number, value: Number(number), to: literal.to + growth };
    if (literal.from < turned.from) return literal;
    const isBeside = literal.line === turned.line;
    return {
      ...literal,
      from: literal.from + growth,
      to: literal.to + growth,
      column: literal.column + (isBeside ? growth : 0),
    };
  });
}
