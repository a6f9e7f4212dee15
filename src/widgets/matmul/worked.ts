import {
  core,
  explainBias,
  explainCombination,
  explainEntry,
  explainRelu,
  type Worked,
} from '../../explain/index.ts';
import type { MatmulState, Rows } from './model.ts';
import type { Focus } from './steps.ts';

/** The sum of one entry as far as it is, and once it is complete the stages after it. */
export function workedCell(
  { X, W, b, bias, relu }: MatmulState,
  { row = 0, column = 0, done }: Focus,
  { product, biased, activated }: { readonly product: Rows; readonly biased: Rows; readonly activated: Rows },
): readonly Worked[] {
  const [left, right] = [X[row] ?? [], W[column] ?? []];
  const isFull = done === left.length;
  const at = (matrix: Rows) => matrix[row]?.[column] ?? Number.NaN;
  const entry = { row, column, hue: 'z' } as const;
  const name = isFull ? '(XWᵀ)' : 'sum';
  return [
    explainEntry({ ...entry, name }, left.slice(0, done), right.slice(0, done), ['x', 'w'], at(product)),
    ...(isFull && bias
      ? [explainBias({ ...entry, name: 'Z' }, at(product), b[column] ?? Number.NaN, at(biased))]
      : []),
    ...(isFull && relu ? [explainRelu({ ...entry, name: 'A', hue: 'a' }, at(biased), at(activated))] : []),
  ];
}

/** One column of the product as a combination of X's columns, weighted by a column of Wᵀ. */
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
