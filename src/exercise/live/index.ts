/** Asking the worker about exercises. It brings no Python: that is in the worker, and in `here.ts` where none starts. */
import { type ClientOptions, LiveClient } from '../../listing/live/index.ts';
import type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';
import { startExerciseWorker } from './start-worker.ts';

export type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';

const OPTIONS: ClientOptions<ExerciseQuestion, ExerciseAnswer> = {
  start: startExerciseWorker,
  answerHere: async () => (await import('./here.ts')).exerciseAnswererHere(),
};

/** One worker serves all exercises of a page; their questions wait for each other. */
let client: LiveClient<ExerciseQuestion, ExerciseAnswer> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Starts the worker before the first question, so that the first answer comes sooner. */
export function warmExercises(): void {
  client ??= new LiveClient(OPTIONS);
  client.warm();
}

/**
 * Asks the worker a question.
 *
 * @throws {Error} where it cannot be answered; the message says why
 */
export function askExercise(question: ExerciseQuestion): Promise<ExerciseAnswer> {
  const asked = last.then(async () => {
    client ??= new LiveClient(OPTIONS);
    const reply = await client.ask(question);
    if (reply.kind === 'answer') return reply.answer;
    throw new Error(reply.kind === 'failed' ? reply.message : 'The answer was not waited for.');
  });
  last = asked.catch(() => {});
  return asked;
}
