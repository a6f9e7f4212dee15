/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { shapesAddress } from './address.ts';
export { knownNames, type ShapesState, START } from './model.ts';
export { SHAPES_PRESETS } from './presets.ts';
export {
  failureRule,
  namedShape,
  nameWarning,
  printedShape,
  shapesTwin,
  stepRule,
  verdict,
} from './words.ts';
