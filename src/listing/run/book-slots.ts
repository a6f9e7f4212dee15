import type { ListingSource } from '../source/listing-source.ts';
import type { SlotsByLine } from './run-listing.ts';

/**
 * Returns the slots to evaluate after each noted line.
 *
 * @param lines the line of each note by its marker, where the text is not the book's own; a note that is left out is gone
 */
export function bookSlots({ notes }: ListingSource, lines?: ReadonlyMap<string, number>): SlotsByLine {
  const wanted = notes.flatMap(({ marker, line, slots }) => {
    const place = lines === undefined ? line : lines.get(marker);
    return place === undefined || slots.length === 0 ? [] : [[place, slots] as const];
  });
  return new Map(wanted);
}
