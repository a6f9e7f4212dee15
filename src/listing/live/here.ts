/** Answers on the page's own thread, for hosts where no worker starts. It brings Python to the page. */
import { prepareAll } from '../run/index.ts';
import { answerTo } from './answer.ts';
import { type FiguresAnswer, type FiguresQuestion, figuresAnswer } from './figures-answer.ts';
import type { Answer, Question } from './protocol.ts';

export async function answererHere(): Promise<(question: Question, milliseconds: number) => Answer> {
  await prepareAll();
  return answerTo;
}

export async function figuresAnswererHere(): Promise<
  (question: FiguresQuestion, milliseconds: number) => FiguresAnswer
> {
  await prepareAll();
  return figuresAnswer;
}
