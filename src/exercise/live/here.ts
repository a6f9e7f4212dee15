/** Answers on the page's own thread, for hosts where no worker starts. It brings Python to the page. */
import { prepareAll } from '../run/index.ts';
import { exerciseAnswer } from './answer.ts';

export async function exerciseAnswererHere(): Promise<typeof exerciseAnswer> {
  await prepareAll();
  return exerciseAnswer;
}
