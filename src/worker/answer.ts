/** What the book's Python answers in the page: one place for programs, figures of a section and exercises. */
import { type ExerciseAnswer, type ExerciseQuestion, exerciseAnswer } from '../exercise/live/index.ts';
import { answerTo, figuresAnswer } from '../listing/live/answers/index.ts';
import type { Answer, FiguresAnswer, FiguresQuestion, Question } from '../listing/live/index.ts';

export type AnyQuestion = Question | FiguresQuestion | ExerciseQuestion;
export type AnyAnswer = Answer | FiguresAnswer | ExerciseAnswer;

/**
 * Returns the answer to a question; libraries must have been fetched.
 *
 * @param milliseconds for which a program may run
 * @throws {ExerciseProblem} where the seed of an exercise draws nothing that serves
 */
export function answerOf(question: AnyQuestion, milliseconds: number): AnyAnswer {
  if (!('kind' in question)) return answerTo(question, milliseconds);
  return question.kind === 'figures' ? figuresAnswer(question, milliseconds) : exerciseAnswer(question);
}
