import type { ListingWorker } from '../../listing/live/index.ts';
import type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';

/** Starts the worker that draws and judges exercises. @throws where the host forbids workers, as under `file://` */
export function startExerciseWorker(): ListingWorker<ExerciseQuestion, ExerciseAnswer> {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Exercises' });
}
