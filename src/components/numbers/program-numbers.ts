import type { BoundedEntry, NumberList, SectionFigures } from '../../figures/index.ts';
import type { ProgramNumber } from '../../reader/index.ts';

/** Returns for each program the changed numbers that it shares with the section. */
export function programNumbers(
  { programs }: SectionFigures,
  entries: ReadonlyMap<string, BoundedEntry>,
  numbers: NumberList,
): ReadonlyMap<string, readonly ProgramNumber[]> {
  const changed = numbers.flatMap(([key, number]): ProgramNumber[] => {
    const entry = entries.get(key);
    return entry === undefined ? [] : [{ name: entry.name, places: entry.places, number, book: entry.text }];
  });
  return new Map(
    programs.map(([file, names]) => [file, changed.filter(({ name }) => names.includes(name))] as const),
  );
}
