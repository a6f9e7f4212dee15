/** Answers on the page's own thread, for hosts where no worker starts. It brings Python to the page. */
import { prepareAll } from '../listing/live/answers/index.ts';
import { answerOf } from './answer.ts';

export async function answererHere(): Promise<typeof answerOf> {
  await prepareAll();
  return answerOf;
}
