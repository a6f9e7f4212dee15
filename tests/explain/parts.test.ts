import { describe, expect, it } from 'vitest';
import { chainParts, chainText, explainDot } from '../../src/explain/index.ts';

describe('the parts of a chain', () => {
  const [line = []] = explainDot(
    { name: 'a', quantity: 'w', values: [3, -2] },
    { name: 'b', quantity: 'x', values: [1, 4] },
    -5,
  ).lines;

  it('make up its text', () => {
    expect(
      chainParts(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(chainText(line));
  });

  it('name the quantity of each number and symbol that has one', () => {
    expect(chainParts(line).filter(({ quantity }) => quantity !== undefined)).toEqual([
      { text: 'a', quantity: 'w' },
      { text: 'b', quantity: 'x' },
      { text: '3', quantity: 'w' },
      { text: '1', quantity: 'x' },
      { text: '−2', quantity: 'w' },
      { text: '4', quantity: 'x' },
      { text: '−5', quantity: 'z' },
    ]);
  });
});
