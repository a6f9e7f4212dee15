/** "Another one like it". */
import type { ExerciseSource } from '../source/exercise-source.ts';
import { drawExercise } from './draw-exercise.ts';
import type { Drawn } from './drawn.ts';

/** Seeds that are tried before a draw is repeated. */
const MOST_SEEDS = 40;

/**
 * Returns the draw of the first seed after `seed` that the reader has not seen, with another answer than the last where one
 * can be found; where every draw was seen, the one that was seen longest ago.
 *
 * @param seen the identities of the draws that were shown, the latest last
 * @throws {ExerciseProblem} as `drawExercise` does
 */
export function anotherExercise(source: ExerciseSource, last: Drawn, seen: readonly string[]): Drawn {
  const candidates: Drawn[] = [];
  for (let seed = last.seed + 1; seed <= last.seed + MOST_SEEDS; seed += 1) {
    const drawn = drawExercise(source, seed);
    const isNew = !seen.includes(drawn.identity);
    if (isNew && JSON.stringify(drawn.answer) !== JSON.stringify(last.answer)) return drawn;
    candidates.push(drawn);
  }
  const unseen = candidates.find(({ identity }) => !seen.includes(identity));
  if (unseen !== undefined) return unseen;
  const ages = candidates.map((drawn) => [seen.lastIndexOf(drawn.identity), drawn] as const);
  return ages.toSorted(([a], [b]) => a - b)[0]?.[1] ?? drawExercise(source, last.seed + 1);
}
