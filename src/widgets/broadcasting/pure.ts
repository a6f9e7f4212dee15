/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { broadcastingAddress } from './address.ts';
export {
  type BroadcastingFigures,
  type BroadcastingState,
  broadcastingFacts,
  repairBroadcasting,
  shapesOf,
  startBroadcasting,
} from './model.ts';
export { BROADCASTING_PRESETS } from './presets.ts';
export { broadcastingTwin, cellSum, strictVerdict } from './words.ts';
