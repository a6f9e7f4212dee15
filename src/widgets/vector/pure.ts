/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { vectorAddress } from './address.ts';
export { operandPicture } from './geometry.ts';
export { operandLabels, vectorLabels } from './labels.ts';
export {
  factsOf,
  farthest,
  resultOf,
  startVector,
  type VectorState,
  vectorLiterals,
  vectorSums,
  vectorTwin,
} from './model.ts';
