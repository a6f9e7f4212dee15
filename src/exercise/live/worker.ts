/** The worker's side: says that it is ready, then answers one question after the other. */
import type { FromWorker, ToWorker } from '../../listing/live/index.ts';
import { prepareAll } from '../run/index.ts';
import { exerciseAnswer } from './answer.ts';
import type { ExerciseAnswer, ExerciseQuestion } from './protocol.ts';

const send = (message: FromWorker<ExerciseAnswer>): void => postMessage(message);

await prepareAll();

addEventListener('message', ({ data }: MessageEvent<ToWorker<ExerciseQuestion>>) => {
  const { id, question } = data;
  try {
    send({ kind: 'answer', id, answer: exerciseAnswer(question) });
  } catch (error) {
    // An error of the book itself: the page says so, and keeps the last answer.
    send({ kind: 'failed', id, message: String(error) });
  }
});

send({ kind: 'ready' });
