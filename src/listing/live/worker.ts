/** The worker's side: says that it is ready, then answers one question after the other. */
import { prepareAll } from '../run/index.ts';
import { answerTo } from './answer.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const send = (message: FromWorker): void => postMessage(message);

await prepareAll();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const { id, question, milliseconds } = data;
  try {
    send({ kind: 'answer', id, answer: answerTo(question, milliseconds) });
  } catch (error) {
    // An error of the book itself: the page says so, and keeps the last answer.
    send({ kind: 'failed', id, message: String(error) });
  }
});

send({ kind: 'ready' });
