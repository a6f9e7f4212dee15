import type { Section } from '../../book/index.ts';
import type { AdjustableFigure } from '../../figures/index.ts';
import { literalsOf } from '../../listing/build/index.ts';
import type { Literal } from '../../listing/live/index.ts';
import { loadListing, programsOf } from './load-listing.ts';

/** Returns for each program of a section the adjustable figures that it gives the same numbers as the figures file does. */
export function sharedFigures(
  section: Section,
  adjustable: readonly AdjustableFigure[],
): (readonly [file: string, names: readonly string[]])[] {
  return programsOf(section).map((file) => {
    const { source, markers } = loadListing(section, file).listing;
    const literals = literalsOf(source.text).filter(({ line }) => !markers.own.has(line));
    return [file, sharedNames(literals, adjustable)] as const;
  });
}

/** Returns the names of the adjustable figures that a program gives the same numbers, by its literals. */
export function sharedNames(
  literals: readonly Literal[],
  adjustable: readonly AdjustableFigure[],
): readonly string[] {
  const shared = adjustable.filter(({ name, entries }) =>
    entries.every(({ places, text }) =>
      literals.some(
        (literal) =>
          literal.name === name &&
          String(literal.places) === String(places) &&
          literal.value === Number(text),
      ),
    ),
  );
  return shared.map(({ name }) => name);
}

/** Returns the quantity that each name is, as the programs of a section say. */
export function figureHues(section: Section) {
  return [...new Map(programsOf(section).flatMap((file) => loadListing(section, file).listing.source.hues))];
}
