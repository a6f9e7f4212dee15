/** The exercises of a section, as pages ask for them. */
export { type ExerciseData, exercisesOf, loadExercise } from './load-exercise.ts';
