/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { reshapeAddress } from './address.ts';
export { arraysOf } from './arrays-of.ts';
export {
  ARRAY_NAMES,
  type ArrayName,
  OPERATIONS,
  type ReshapeState,
  remade,
  repairReshape,
  STARTS,
  STEPS,
  startReshape,
  written,
} from './model.ts';
export { RESHAPE_PRESETS } from './presets.ts';
export { placeSums, reshapeTwin, staleCells } from './words.ts';
