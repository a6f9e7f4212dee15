import type { Matrix2 } from '../../geometry/index.ts';
import type { Preset } from '../base/index.ts';
import { type Family, familyMatrix, type TransformState } from './model.ts';

/** One move of each kind. */
export const TRANSFORM_PRESETS: readonly Preset<TransformState>[] = [
  free('Scale', [
    [2, 0],
    [0, 1.5],
  ]),
  family('Rotate', 'rotation', 30),
  free('Shear', [
    [1, 1],
    [0, 1],
  ]),
  free('Reflect', [
    [1, 0],
    [0, -1],
  ]),
  free('Project', [
    [1, 0],
    [0, 0],
  ]),
  family('I + εA', 'residual', 0.2),
];

/** Returns the same state with one entry of W changed, which makes the matrix a free one. */
export function withEntry(state: TransformState, row: 0 | 1, column: 0 | 1, value: number): TransformState {
  return { ...state, W: replaced(state.W, row, column, value), family: 'free' };
}

/** Returns the same state with one entry of V, the second matrix, changed. */
export function withSecondEntry(
  state: TransformState,
  row: 0 | 1,
  column: 0 | 1,
  value: number,
): TransformState {
  return { ...state, V: replaced(state.V, row, column, value) };
}

/** Returns the same state with another angle or ε. */
export function withParameter(state: TransformState, parameter: number): TransformState {
  const W = familyMatrix(state.family, parameter);
  return W === undefined ? state : { ...state, W, parameter };
}

function replaced([[a, b], [c, d]]: Matrix2, row: 0 | 1, column: 0 | 1, value: number): Matrix2 {
  const at = (i: number, j: number, old: number) => (i === row && j === column ? value : old);
  return [
    [at(0, 0, a), at(0, 1, b)],
    [at(1, 0, c), at(1, 1, d)],
  ];
}

function free(name: string, W: Matrix2): Preset<TransformState> {
  return { name, to: (state) => ({ ...state, W, family: 'free' }) };
}

function family(name: string, kind: Family, parameter: number): Preset<TransformState> {
  return { name, to: (state) => withParameter({ ...state, family: kind }, parameter) };
}
