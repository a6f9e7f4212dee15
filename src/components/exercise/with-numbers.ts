import type { ExerciseSource } from '../../exercise/index.ts';
import type { ProgramNumber } from '../../reader/index.ts';
import { withSectionNumbers } from '../listing/live/with-section-numbers.ts';
import type { ExerciseData } from './exercise-data.ts';

/** Returns the exercise with the reader's numbers where its program has the section's. */
export function withNumbers(
  { source, literals = [] }: Pick<ExerciseData, 'source' | 'literals'>,
  numbers: readonly ProgramNumber[],
): ExerciseSource {
  if (numbers.length === 0) return source;
  const { program: book } = source;
  return { ...source, program: withSectionNumbers(book, { book, literals, before: [], numbers }) };
}
