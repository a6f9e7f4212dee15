/** What only the build does with exercises: reading and checking what an author wrote. */
export { type AuthoredExercise, readExercise } from '../source/read-exercise.ts';
export { checkExercise } from './check-exercise.ts';
