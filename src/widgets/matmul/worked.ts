import {
  core,
  explainBias,
  explainCombination,
  explainEntry,
  explainRelu,
  type Worked,
} from '../../explain/index.ts';
import type { MatmulState, Rows } from './model.ts';
import { namesOf, vectors } from './operands.ts';
import type { Focus } from './steps.ts';

/** Returns the sum of one entry as far as it is, and once it is complete the stages after it. */
export function workedCell(
  state: MatmulState,
  { row = 0, column = 0, done }: Focus,
  stages: { readonly product: Rows; readonly biased: Rows; readonly activated: Rows },
): readonly Worked[] {
  const { X, W, b, bias, relu } = state;
  const [names, isVector] = [namesOf(state), vectors(state)];
  const [left, right] = [X[row] ?? [], W[column] ?? []];
  const isFull = done === left.length;
  const at = (matrix: Rows) => matrix[row]?.[column] ?? Number.NaN;
  // A vector's axis is summed away: what is left of it in the result has no index.
  const entry = {
    row: isVector.left ? undefined : row,
    column: isVector.right ? undefined : column,
    hue: 'z',
  } as const;
  const isMatrix = !isVector.left && !isVector.right;
  const product = state.operands === 'dot' ? 'x · w' : `(${names.left}${names.right})`;
  return [
    explainEntry(
      { ...entry, name: isFull ? product : 'sum' },
      left.slice(0, done),
      right.slice(0, done),
      ['x', 'w'],
      at(stages.product),
    ),
    ...(isFull && bias
      ? [
          explainBias(
            { ...entry, name: isMatrix ? 'Z' : 'z' },
            at(stages.product),
            b[column] ?? Number.NaN,
            at(stages.biased),
          ),
        ]
      : []),
    ...(isFull && relu
      ? [
          explainRelu(
            { ...entry, name: isMatrix ? 'A' : 'a', hue: 'a' },
            at(stages.biased),
            at(stages.activated),
          ),
        ]
      : []),
  ];
}

/** Returns one column of the product as a combination of X's columns, weighted by a column of Wᵀ. */
export function workedColumn(
  { X, W }: MatmulState,
  { column = 0, done }: Focus,
  product: Rows,
): readonly Worked[] {
  const columns = core.transpose(X).slice(0, done);
  const weights = (W[column] ?? []).slice(0, done);
  const result = product.map((row) => row[column] ?? Number.NaN);
  return [explainCombination({ name: 'column', index: column }, weights, columns, result)];
}
