/** What the page has and fetches of an exercise: all plain JSON. */
import type { DrawnWithWork, ExerciseSource } from '../../exercise/index.ts';
import type { Literal } from '../../listing/live/index.ts';

/** The JSON file of an exercise: its text and program, with the numbers that stand in the book. */
export interface ExerciseData extends DrawnWithWork {
  readonly source: ExerciseSource;
  /** The numbers that its program shares with the section: they follow the reader's. */
  readonly literals?: readonly Literal[];
}

/** What stands in the page about an exercise. */
export interface ExerciseSettings {
  /** Unique in the section: `unit-vector`. */
  readonly name: string;
  /** The address of its data. */
  readonly address: string;
  /** Under which progress is kept: the section's address and the name. */
  readonly item: string;
}

/** Returns the id of an exercise, which links lead to. */
export function exerciseId(name: string): string {
  return `exercise-${name}`;
}

/** `#exercise-unit-vector?seed=7`, the address of an exercise with other numbers than the book's. */
export function seedFragment(name: string, seed: number): string {
  return `#${exerciseId(name)}?seed=${seed}`;
}

/**
 * Returns the seed that an address asks for: in its fragment for this exercise alone, or as `?seed=7` for all exercises of the
 * page. Undefined where it asks for none.
 */
export function seedInAddress(
  name: string,
  { hash, search }: Pick<Location, 'hash' | 'search'>,
): number | undefined {
  const [, ownName, ownSeed] = /^#exercise-([\w-]+)\?seed=(\d{1,9})$/.exec(hash) ?? [];
  if (ownName === name && ownSeed !== undefined) return Number(ownSeed);
  const shared = new URLSearchParams(search).get('seed');
  return shared !== null && /^\d{1,9}$/.test(shared) ? Number(shared) : undefined;
}
