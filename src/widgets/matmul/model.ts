/** The matmul stepper: X @ Wᵀ cell by cell, product by product; then, if wanted, + b and ReLU. Pure. */
import {
  core,
  explainBias,
  explainEntry,
  explainRelu,
  numberText,
  type Worked,
} from '../../explain/index.ts';
import { counted, shapeText, type Twin, vectorText } from '../base/index.ts';

export type Rows = core.Rows;

export type MatmulFigures = { readonly X: Rows; readonly W: Rows; readonly b: readonly number[] };

/** Which of the operations are carried out after the product. */
export type Stages = { readonly bias: boolean; readonly relu: boolean };

export type MatmulState = MatmulFigures & {
  readonly stages: Stages;
  /** Products computed so far, from 0 to `stepCount`; a cell is full when all of its products are in. */
  readonly step: number;
};

/** The book's starting state: everything computed, so that the figure is complete before anyone plays it. */
export function startMatmul(figures: MatmulFigures): MatmulState {
  const state = { ...figures, stages: { bias: false, relu: false }, step: 0 };
  return { ...state, step: stepCount(state) };
}

/** How many products the whole multiplication takes. */
export function stepCount({ X, W }: MatmulFigures): number {
  return X.length * W.length * (X[0]?.length ?? 0);
}

/** The cell that a step works on, and how many of its products are in. */
export type Focus = { readonly row: number; readonly column: number; readonly done: number };

export type MatmulFacts = {
  readonly transposed: Rows;
  /** What comes out in the end, with the stages that are on. */
  readonly result: Rows;
  /** How many cells of the result are complete at this step, counted row by row. */
  readonly complete: number;
  readonly focus: Focus | undefined;
  readonly worked: readonly Worked[];
};

export function matmulFacts(state: MatmulState): MatmulFacts {
  const { X, W, b, stages, step } = state;
  const transposed = core.transpose(W);
  const product = core.matmul(X, transposed);
  const biased = stages.bias ? core.addToRows(product, b) : product;
  const result = stages.relu ? core.relu(biased) : biased;
  const [inner, columns] = [transposed.length, W.length];
  const cell = Math.max(0, Math.ceil(step / inner) - 1);
  const focus =
    step === 0
      ? undefined
      : { row: Math.floor(cell / columns), column: cell % columns, done: step - cell * inner };
  return {
    transposed,
    result,
    complete: Math.floor(step / inner),
    focus,
    worked: focus ? workedCell(state, focus, { product, biased, result }) : [],
  };
}

export function matmulTwin({ X, W, stages }: MatmulState, { result }: MatmulFacts): Twin {
  const [rows, inner, columns] = [X.length, X[0]?.length ?? 0, W.length];
  const then = `${stages.bias ? ', plus b' : ''}${stages.relu ? ', through ReLU' : ''}`;
  return {
    sentence:
      `X of shape ${shapeText([rows, inner])} times Wᵀ of shape ${shapeText([inner, columns])}${then} is a matrix of shape ` +
      `${shapeText([rows, columns])}: every row of X meets every column of Wᵀ, and each meeting is one dot product.`,
    head: ['Row of the result', ...counted('n', columns)],
    rows: result.map((row, i) => [
      `s${i}, from ${vectorText(X[i] ?? [])}`,
      ...row.map((value) => numberText(value)),
    ]),
  };
}

function workedCell(
  { X, W, b, stages }: MatmulState,
  { row, column, done }: Focus,
  { product, biased, result }: { readonly product: Rows; readonly biased: Rows; readonly result: Rows },
): readonly Worked[] {
  const [left, right] = [X[row] ?? [], W[column] ?? []];
  const full = done === left.length;
  const [xs, ws] = [left.slice(0, done), right.slice(0, done)];
  const at = (matrix: Rows) => matrix[row]?.[column] ?? Number.NaN;
  const sum = full ? at(product) : core.dot(xs, ws);
  const entry = { row, column, quantity: 'z' } as const;
  return [
    explainEntry({ ...entry, name: full ? '(XWᵀ)' : 'sum' }, xs, ws, ['x', 'w'], sum),
    ...(full && stages.bias
      ? [explainBias({ ...entry, name: 'Z' }, at(product), b[column] ?? Number.NaN, at(biased))]
      : []),
    ...(full && stages.relu
      ? [explainRelu({ ...entry, name: 'A', quantity: 'a' }, at(biased), at(result))]
      : []),
  ];
}
