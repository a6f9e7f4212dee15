import type { Preset } from '../base/index.ts';
import { type BroadcastingState, repairBroadcasting } from './model.ts';

const shapes = (
  name: string,
  left: readonly number[],
  right: readonly number[],
): Preset<BroadcastingState> => ({
  name,
  to: (state) => repairBroadcasting({ ...state, left, right }),
});

/** Pairs worth a look; a third operand stays as it is. */
export const BROADCASTING_PRESETS: readonly Preset<BroadcastingState>[] = [
  shapes('A number', [2, 3], []),
  shapes('A column', [3, 4], [3, 1]),
  shapes('Both grow', [3, 1], [3]),
  shapes('Four axes', [2, 1, 3, 2], [4, 1, 2]),
  shapes('Do not fit', [4, 2], [3]),
];
