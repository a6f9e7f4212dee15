/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { broadcastingAddress } from './address.ts';
export {
  type BroadcastingFigures,
  type BroadcastingState,
  broadcastingFacts,
  broadcastingLiterals,
  MOST_CELLS,
  repairBroadcasting,
  shapesOf,
  startBroadcasting,
} from './model.ts';
export { BROADCASTING_PRESETS } from './presets.ts';
export { broadcastingTwin, cellSum, sourceIndex, strictVerdict } from './words.ts';
