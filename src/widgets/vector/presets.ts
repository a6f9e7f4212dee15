import type { Point } from '../../geometry/index.ts';
import type { Preset } from '../base/index.ts';
import { factsOf, type VectorState } from './model.ts';

/** Special positions of the vector that a mode shows first: v, or the operand a. The mode stays. */
export const VECTOR_PRESETS: readonly Preset<VectorState>[] = [
  { name: 'Unit length', to: (state) => withFirst(state, (v) => factsOf(v).unit ?? v) },
  { name: 'Along an axis', to: (state) => withFirst(state, (v) => [factsOf(v).length, 0]) },
  { name: 'Zero', to: (state) => withFirst(state, () => [0, 0]) },
];

function withFirst(state: VectorState, move: (vector: Point) => Point): VectorState {
  return state.mode === 'one' ? { ...state, v: move(state.v) } : { ...state, a: move(state.a) };
}
