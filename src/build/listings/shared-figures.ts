import type { Section } from '../../book/index.ts';
import type { AdjustableFigure } from '../../figures/index.ts';
import { literalsOf } from '../../listing/build/index.ts';
import { loadListing, programsOf } from './load-listing.ts';

/** Returns for each program of a section the adjustable figures that it gives the same numbers as the figures file does. */
export function sharedFigures(
  section: Section,
  adjustable: readonly AdjustableFigure[],
): (readonly [file: string, names: readonly string[]])[] {
  return programsOf(section).map((file) => {
    const { source, markers } = loadListing(section, file).listing;
    const literals = literalsOf(source.text);
    const names = adjustable.filter(({ name, entries }) => {
      const own = literals.filter((literal) => literal.name === name);
      const isOwn = own.some(({ line }) => markers.own.has(line));
      return (
        !isOwn &&
        entries.every(({ places, text }) =>
          own.some((literal) => String(literal.places) === String(places) && literal.value === Number(text)),
        )
      );
    });
    return [file, names.map(({ name }) => name)] as const;
  });
}

/** The quantity that each name is, as the programs of a section say. */
export function figureHues(section: Section) {
  return [...new Map(programsOf(section).flatMap((file) => loadListing(section, file).listing.source.hues))];
}
