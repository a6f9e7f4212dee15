/** A program that gives names the section's numbers follows a change of them, and nothing else of it changes. */
import { describe, expect, test } from 'vitest';
import { withSectionNumbers } from '../../src/components/listing/live/with-section-numbers.ts';
import { literalsOf } from '../../src/listing/live/text/index.ts';

const book = 'W = np.array([[0.2, -0.5]])\nb = np.array([-0.5])\nprint(W * 2)\n';
const literals = literalsOf(book);
const number = (places: readonly number[], to: string, was: string, name = 'W') => ({
  name,
  places,
  number: to,
  book: was,
});
const changed = [number([0, 1], '0.7', '-0.5')];

describe('a program', () => {
  test('takes up the numbers of the names it shares', () => {
    expect(withSectionNumbers(book, { book, literals, before: [], numbers: changed })).toBe(
      book.replace('[[0.2, -0.5]]', '[[0.2, 0.7]]'),
    );
  });

  test("goes back to the book's", () => {
    const present = withSectionNumbers(book, { book, literals, before: [], numbers: changed });
    expect(withSectionNumbers(present, { book, literals, before: changed, numbers: [] })).toBe(book);
  });

  test('that the reader has changed otherwise stays', () => {
    const own = `${book}print(b)\n`;
    expect(withSectionNumbers(own, { book, literals, before: [], numbers: changed })).toBe(own);
  });

  test('whose number is another stays', () => {
    const numbers = [number([0, 1], '0.7', '-0.6'), number([5, 5], '0.7', '-0.5')];
    expect(withSectionNumbers(book, { book, literals, before: [], numbers })).toBe(book);
  });
});
