/** Changing a program in the page. It brings no Python; `answers/index.ts` does. */
export { type EndingPart, endingOf, messageOf } from '../fault/ending.ts';
export { type ErrorEntry, fittingEntry } from '../fault/fitting-entry.ts';
export { type ClientOptions, type ListingWorker, LiveClient, type Reply } from './client.ts';
export {
  applyEdit,
  type ExplainedOperand,
  type Explanation,
  type Repair,
} from './explanation.ts';
export type { FiguresAnswer, FiguresQuestion } from './figures-answer.ts';
export { keptEntry, readKept } from './kept-text.ts';
export type { Literal } from './literals.ts';
export type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';
export { readShared, type Shared, sharedText } from './share-link.ts';
export { turned, typedNumber, withNumber } from './turn-literal.ts';
