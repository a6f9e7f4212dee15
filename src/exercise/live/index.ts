/** Answers about exercises. This entry brings the book's Python, which a page fetches only in a worker. */
export { exerciseAnswer } from './answer.ts';
export type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';
