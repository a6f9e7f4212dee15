/** Changing a program in the page. It brings no Python: that is in the worker, and in `here.ts` where none starts. */

export { type EndingPart, endingOf, messageOf } from '../fault/ending.ts';
export { type ErrorEntry, fittingEntry } from '../fault/fitting-entry.ts';
export { type ClientOptions, type ListingWorker, LiveClient, type Reply } from './client.ts';
export {
  type AlignedAxis,
  applyEdit,
  type ExplainedOperand,
  type Explanation,
  type Repair,
  type RepairKind,
  type TextEdit,
} from './explanation.ts';
export type { FiguresAnswer, FiguresQuestion } from './figures-answer.ts';
export { type KeptText, keptEntry, readKept } from './kept-text.ts';
export type { Literal } from './literals.ts';
export type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';
export { readShared, type Shared, sharedText } from './share-link.ts';
export { startWorker } from './start-worker.ts';
export { turned, typedNumber, withNumber } from './turn-literal.ts';

/** Fetches what answers on the page's own thread. */
export async function answerHere() {
  const { answererHere } = await import('./here.ts');
  return answererHere();
}

/** Fetches what answers questions about figures on the page's own thread. */
export async function answerFiguresHere() {
  const { figuresAnswererHere } = await import('./here.ts');
  return figuresAnswererHere();
}
