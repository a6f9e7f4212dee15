/** Answers a question about an exercise, in the worker or, where none can start, on the page's own thread. */
import { anotherExercise } from '../run/another.ts';
import { drawExercise } from '../run/draw-exercise.ts';
import type { Drawn } from '../run/drawn.ts';
import { judge } from '../run/judge.ts';
import { readArray } from '../run/read-number.ts';
import { workedSolution } from '../run/worked-solution.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';
import type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';

/**
 * Answers a question of the page about an exercise; libraries must have been fetched.
 *
 * @throws {ExerciseProblem} where a seed draws nothing that serves, which the build has tried with many seeds
 */
export function exerciseAnswer(question: ExerciseQuestion): ExerciseAnswer {
  switch (question.kind) {
    case 'draw':
      return withWork(question.source, drawExercise(question.source, question.seed));
    case 'another':
      return withWork(question.source, anotherExercise(question.source, question.last, question.seen));
    case 'judge':
      return { kind: 'judged', verdict: judge(question.source, question.drawn, question.given) };
    case 'read':
      return { kind: 'read', arrays: question.texts.map(readArray) };
    default:
      return question satisfies never;
  }
}

function withWork(source: ExerciseSource, drawn: Drawn): ExerciseAnswer {
  return { kind: 'drawn', drawn, work: workedSolution(source, drawn) };
}
