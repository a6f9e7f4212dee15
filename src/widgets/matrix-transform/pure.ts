/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { transformAddress } from './address.ts';
export { transformPicture } from './geometry.ts';
export { transformLabels } from './labels.ts';
export {
  EFFECTS,
  farthest,
  startTransform,
  type TransformState,
  transformFacts,
  transformLiterals,
  transformSums,
  transformTwin,
} from './model.ts';
export { TRANSFORM_PRESETS, withParameter } from './presets.ts';
