/** The exercises of a section, as pages ask for them. */
export { type ExerciseData, exerciseFigures, exercisesOf, loadExercise } from './load-exercise.ts';
