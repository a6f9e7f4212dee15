/** The worker's side: says that it is ready, then answers one question after the other. */
import { prepareAll } from '../run/index.ts';
import { answerTo } from './answer.ts';
import { type FiguresAnswer, type FiguresQuestion, figuresAnswer } from './figures-answer.ts';
import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';

const send = (message: FromWorker<Answer | FiguresAnswer>): void => postMessage(message);

await prepareAll();

addEventListener('message', ({ data }: MessageEvent<ToWorker<Question | FiguresQuestion>>) => {
  const { id, question, milliseconds } = data;
  try {
    const answer =
      'kind' in question ? figuresAnswer(question, milliseconds) : answerTo(question, milliseconds);
    send({ kind: 'answer', id, answer });
  } catch (error) {
    // An error of the book itself: the page says so, and keeps the last answer.
    send({ kind: 'failed', id, message: String(error) });
  }
});

send({ kind: 'ready' });
