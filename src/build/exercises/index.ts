/** The exercises of a section, as pages ask for them. */
export { exerciseFigures, exercisesOf, loadExercise } from './load-exercise.ts';
