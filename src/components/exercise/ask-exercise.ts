/** Asking the worker about exercises. */
import type { ExerciseAnswer, ExerciseQuestion } from '../../exercise/live/index.ts';
import { exerciseClient } from '../../worker/index.ts';

/** One worker serves all exercises of a page; their questions wait for each other. */
let client: ReturnType<typeof exerciseClient> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Starts the worker before the first question, so that the first answer comes sooner. */
export function warmExercises(): void {
  client ??= exerciseClient();
  client.warm();
}

/**
 * Asks the worker a question.
 *
 * @throws {Error} where it cannot be answered; the message says why
 */
export function askExercise(question: ExerciseQuestion): Promise<ExerciseAnswer> {
  const asked = last.then(async () => {
    client ??= exerciseClient();
    const reply = await client.ask(question);
    if (reply.kind === 'answer') return reply.answer;
    throw new Error(reply.kind === 'failed' ? reply.message : 'The answer was not waited for.');
  });
  last = asked.catch(() => {});
  return asked;
}
