/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { forwardAddress } from './address.ts';
export {
  atEnd,
  type ForwardFigures,
  type ForwardState,
  forwardFacts,
  forwardLiterals,
  isKnown,
  repairForward,
  STAGES,
  type Stage,
  stacked,
  startForward,
  stepCount,
  workedPlace,
} from './model.ts';
export { FORWARD_PRESETS } from './presets.ts';
export { collapseWords, forwardSums, forwardTwin, silentWords, stageName, sumsAt } from './words.ts';
