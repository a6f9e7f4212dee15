/** Exercises as pages show them: what is asked, what was given, what is said of it. It brings no Python; `run/index.ts` does. */
export type { AnswerValue } from './answer/answer-value.ts';
export {
  type Closeness,
  closeness,
  equalResults,
  sameForReaders,
  type TypedNumber,
} from './answer/compare.ts';
export { type Slips, slipOfCells, slipWithResult, slipWithShape } from './answer/explain-slip.ts';
export type { Given } from './answer/given.ts';
export { listCells, numberText, pythonText, shapeText } from './answer/typed-text.ts';
export type { FailingInput, Verdict, Wrong } from './answer/verdict.ts';
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
export type { Asked, Drawn } from './run/drawn.ts';
export type { ReadArray } from './run/read-number.ts';
export { type ExerciseSource, HOLE, type Kind, type Reason, type Why } from './source/exercise-source.ts';
