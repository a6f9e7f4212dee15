/** Asking the book's Python from the page. It brings no Python: that is in the worker, and in `here.ts` where none starts. */
import type { ExerciseAnswer, ExerciseQuestion } from '../exercise/live/index.ts';
import {
  type Answer,
  type ClientOptions,
  type FiguresAnswer,
  type FiguresQuestion,
  LiveClient,
  type Question,
} from '../listing/live/index.ts';
import { startWorker } from './start-worker.ts';

export { prepareWorker } from './start-worker.ts';

type Limits = Omit<ClientOptions, 'start' | 'answerHere'>;

/** Returns a client that runs programs, with a worker of its own. */
export function programClient(limits: Limits = {}): LiveClient<Question, Answer> {
  return newClient(limits);
}

/** Returns a client that evaluates a section's figures, with a worker of its own. */
export function figuresClient(limits: Limits = {}): LiveClient<FiguresQuestion, FiguresAnswer> {
  return newClient(limits);
}

/** Returns a client that draws and judges exercises, with a worker of its own. */
export function exerciseClient(limits: Limits = {}): LiveClient<ExerciseQuestion, ExerciseAnswer> {
  return newClient(limits);
}

function newClient<Asked, Answered>(limits: Limits): LiveClient<Asked, Answered> {
  return new LiveClient<Asked, Answered>({
    ...limits,
    start: startWorker,
    answerHere: async () => {
      const { answererHere } = await import('./here.ts');
      // A question of one kind has an answer of that kind.
      return (await answererHere()) as never;
    },
  });
}
