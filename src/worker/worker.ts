/** The worker's side: says that it is ready, then answers one question after the other. */
import { prepareAll } from '../listing/live/answers/index.ts';
import type { FromWorker, ToWorker } from '../listing/live/index.ts';
import { type AnyAnswer, type AnyQuestion, answerOf } from './answer.ts';

const send = (message: FromWorker<AnyAnswer>): void => postMessage(message);

await prepareAll();

addEventListener('message', ({ data }: MessageEvent<ToWorker<AnyQuestion>>) => {
  const { id, question, milliseconds } = data;
  try {
    send({ kind: 'answer', id, answer: answerOf(question, milliseconds) });
  } catch (error) {
    // An error of the book itself: the page says so, and keeps the last answer.
    send({ kind: 'failed', id, message: String(error) });
  }
});

send({ kind: 'ready' });
