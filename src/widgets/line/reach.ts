import { reachFor } from '../../geometry/index.ts';
import { farthest, type TransformState } from '../matrix-transform/model.ts';

const LEAST_REACH = 4;

/** Returns how far the plane reaches on each side to show all of a state. */
export function reachOf(state: TransformState): number {
  return reachFor(farthest(state), LEAST_REACH);
}
