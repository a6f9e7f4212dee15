/** Where the notes of a program are in a changed text. */
import type { ListingSource } from '../source/listing-source.ts';
import { matchLines } from './line-matching.ts';

/**
 * Returns the line, from 1, of each note's statement in a text, by the note's marker. A note whose statement is gone is left
 * out; it comes back when the statement does, since only the two texts decide.
 */
export function notePlaces(source: ListingSource, text: string): Map<string, number> {
  const matched = matchLines(source.text.split('\n'), text.split('\n'));
  return new Map(
    source.notes.flatMap(({ marker, line }) => {
      const place = matched.get(line - 1);
      return place === undefined ? [] : [[marker, place + 1] as const];
    }),
  );
}
