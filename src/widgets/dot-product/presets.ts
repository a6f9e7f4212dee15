import { core } from '../../explain/index.ts';
import type { Point } from '../../geometry/index.ts';
import type { Preset } from '../base/index.ts';
import type { DotState } from './model.ts';

/** Special positions of b, made from a; where a is zero there are none, and nothing changes. */
export const DOT_PRESETS: readonly Preset<DotState>[] = [
  { name: 'Parallel', to: ({ a }) => ({ a, b: times(0.5, a) }) },
  { name: 'Perpendicular', to: ({ a }) => ({ a, b: quarterTurn(a) }) },
  { name: 'Opposite', to: ({ a }) => ({ a, b: times(-1, a) }) },
];

function times(factor: number, vector: Point): Point {
  const [x = 0, y = 0] = core.scale(factor, vector);
  return [x, y];
}

function quarterTurn([x, y]: Point): Point {
  return [-y || 0, x];
}
