/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { forwardAddress } from './address.ts';
export {
  atEnd,
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
export { forwardSums, forwardTwin, silentWords, stageName } from './words.ts';
