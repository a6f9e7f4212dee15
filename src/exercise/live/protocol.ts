/** What the page and the worker say to each other about exercises. All of it is plain data. */
import type { Work } from '../../listing/index.ts';
import type { Given } from '../answer/given.ts';
import type { Verdict } from '../answer/verdict.ts';
import type { Drawn } from '../run/drawn.ts';
import type { ReadArray } from '../run/read-number.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';

export type ExerciseQuestion =
  | { readonly kind: 'draw'; readonly source: ExerciseSource; readonly seed: number }
  /** Another draw than the last, and than those that were seen, by their identities. */
  | {
      readonly kind: 'another';
      readonly source: ExerciseSource;
      readonly last: Drawn;
      readonly seen: readonly string[];
    }
  | {
      readonly kind: 'judge';
      readonly source: ExerciseSource;
      readonly drawn: Drawn;
      readonly given: Given;
    }
  /** Numbers or lists that a reader typed as Python. */
  | { readonly kind: 'read'; readonly texts: readonly string[] };

/** The numbers of an exercise, with the sums of its answer. */
export interface DrawnWithWork {
  readonly drawn: Drawn;
  readonly work: readonly Work[];
}

export type ExerciseAnswer =
  | ({ readonly kind: 'drawn' } & DrawnWithWork)
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'read'; readonly arrays: readonly ReadArray[] };
