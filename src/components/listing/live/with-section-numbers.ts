/** Puts the section's numbers into a program that gives the same names the same values. */
import { type Literal, withNumber } from '../../../listing/live/index.ts';
import type { ProgramNumber } from '../../../reader/index.ts';

interface SectionChange {
  /** The book's program, and its numbers. */
  readonly book: string;
  readonly literals: readonly Literal[];
  /** The section's changed numbers as the program had them, and as it shall. */
  readonly before: readonly ProgramNumber[];
  readonly numbers: readonly ProgramNumber[];
}

/**
 * Returns the program with the section's numbers in the place of the book's. A program that the reader has changed in any
 * other way is left as it is.
 */
export function withSectionNumbers(
  present: string,
  { book, literals, before, numbers }: SectionChange,
): string {
  return present === put(book, literals, before) ? put(book, literals, numbers) : present;
}

function put(book: string, literals: readonly Literal[], numbers: readonly ProgramNumber[]): string {
  return literals.toReversed().reduce((text, literal) => {
    const number = numbers.find(
      ({ name, places, book: value }) =>
        name === literal.name && String(places) === String(literal.places) && Number(value) === literal.value,
    );
    return number === undefined ? text : withNumber(text, literal, number.number);
  }, book);
}
