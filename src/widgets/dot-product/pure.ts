/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { dotAddress } from './address.ts';
export { dotLabels } from './labels.ts';
export {
  type DotState,
  dotFacts,
  dotLiterals,
  dotSums,
  dotTwin,
  neuronReading,
  verdictSentence,
} from './model.ts';
export { DOT_PRESETS } from './presets.ts';
