import { LARGEST, type MatmulState, type Rows, repairMatmul } from './model.ts';

/** The four sizes: samples, X's features, Wᵀ's features, neurons. */
export type Sizes = {
  readonly samples: number;
  readonly features: number;
  readonly weights: number;
  readonly neurons: number;
};

export function sizesOf({ X, W }: Pick<MatmulState, 'X' | 'W'>): Sizes {
  return { samples: X.length, features: X[0]?.length ?? 0, weights: W[0]?.length ?? 0, neurons: W.length };
}

/**
 * Returns the same state at other sizes, and at the same step where it exists; new rows and columns repeat the ones there are.
 */
export function resize(state: MatmulState, sizes: Sizes): MatmulState {
  const X = tiled(state.X, held(sizes.samples), held(sizes.features));
  const W = tiled(state.W, held(sizes.neurons), held(sizes.weights));
  const b = W.map((_, k) => state.b[k % state.b.length] ?? 0);
  return repairMatmul({ ...state, X, W, b });
}

/** Returns the same state with one entry of X or of W changed. */
export function withCell(
  state: MatmulState,
  matrix: 'X' | 'W',
  row: number,
  column: number,
  value: number,
): MatmulState {
  const at = (old: number, i: number, j: number) => (i === row && j === column ? value : old);
  return { ...state, [matrix]: state[matrix].map((cells, i) => cells.map((old, j) => at(old, i, j))) };
}

function tiled(rows: Rows, height: number, width: number): Rows {
  return Array.from({ length: height }, (_, i) => {
    const row = rows[i % rows.length] ?? [0];
    return Array.from({ length: width }, (_unused, j) => row[j % row.length] ?? 0);
  });
}

function held(size: number): number {
  return Math.min(LARGEST, Math.max(1, Math.round(size)));
}
