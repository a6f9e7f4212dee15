/** Draws and judges exercises. This entry brings the book's Python, which a page fetches only in a worker. */
export { prepareAll } from '../../python/index.ts';
export { anotherExercise } from './another.ts';
export { BOOK_SEED, drawExercise } from './draw-exercise.ts';
export { judge } from './judge.ts';
export { readArray, readNumber } from './read-number.ts';
export { workedSolution } from './worked-solution.ts';
