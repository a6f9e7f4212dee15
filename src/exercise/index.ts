/** Exercises as pages show them: what is asked, what was given, what is said of it. It brings no Python; `run/index.ts` does. */
export type { AnswerValue } from './answer/answer-value.ts';
export {
  closeness,
  equalResults,
} from './answer/compare.ts';
export type { Given } from './answer/given.ts';
export { listCells, shapeText } from './answer/typed-text.ts';
export type { FailingInput, Verdict } from './answer/verdict.ts';
export type { DrawnWithWork } from './live/protocol.ts';
export { type AskedPrediction, askedPrediction } from './predict/asked.ts';
export {
  judgePredictedArray,
  judgePredictedNumbers,
  judgePredictedShape,
  judgePredictedText,
  type PredictionVerdict,
  readPlainNumber,
} from './predict/judge.ts';
export type { Drawn } from './run/drawn.ts';
export type { ReadArray } from './run/read-number.ts';
export type { ExerciseSource, Why } from './source/exercise-source.ts';
