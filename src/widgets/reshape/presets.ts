import type { Preset } from '../base/index.ts';
import { type ReshapeState, remade } from './model.ts';

/** States worth a look; what lies in memory stays, and each is a shape of the numbers that are there. */
export const RESHAPE_PRESETS: readonly Preset<ReshapeState>[] = [
  {
    name: 'Every other column',
    to: (state) => remade(state, { operation: 'slice', starts: [0, 0], steps: [1, 2] }),
  },
  {
    name: 'Three axes, permuted',
    to: (state) =>
      remade(state, { shape: threeAxes(state.values.length), operation: 'permute', order: [2, 0, 1] }),
  },
  {
    name: 'A shape that does not fit',
    to: (state) => remade(state, { operation: 'reshape', to: [misfit(state.values.length), -1] }),
  },
];

function threeAxes(size: number): readonly number[] {
  const even = size % 2 === 0;
  const rest = even ? size / 2 : size;
  const rows = [3, 2].find((each) => rest % each === 0) ?? 1;
  return [even ? 2 : 1, rows, rest / rows];
}

/** Returns the smallest size that does not divide the numbers there are. */
function misfit(size: number): number {
  let rows = 2;
  while (size % rows === 0) rows++;
  return rows;
}
