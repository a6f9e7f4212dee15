/** The matmul stepper: X @ Wᵀ seen three ways, product by product; then, if wanted, + b and ReLU. Pure. */
import { core, type Worked } from '../../explain/index.ts';
import { counted, type Literal, rounded, shapeText, type Twin } from '../base/index.ts';
import { type Mismatch, mismatch } from './mismatch.ts';
import { type Focus, focusAt, isIn, partial, stepCount } from './steps.ts';
import { workedCell, workedColumn } from './worked.ts';

export type Rows = core.Rows;

export type MatmulFigures = { readonly X: Rows; readonly W: Rows; readonly b: readonly number[] };

/**
 * How the product is looked at: entry by entry as dot products, column by column as combinations of X's columns, or as a
 * sum of outer products.
 */
export type MatmulView = 'entries' | 'columns' | 'outer';

export type MatmulState = MatmulFigures & {
  readonly view: MatmulView;
  /** Whether the bias is added, and whether ReLU follows. */
  readonly bias: boolean;
  readonly relu: boolean;
  /** Steps taken, from 0 to `stepCount`. */
  readonly step: number;
};

/** The largest size of an axis. */
export const LARGEST = 6;

/** The book's starting state: everything computed, so that the figure is complete before anyone plays it. */
export function startMatmul(figures: MatmulFigures): MatmulState {
  return atEnd({ ...figures, view: 'entries', bias: false, relu: false, step: 0 });
}

export type MatmulFacts = {
  readonly transposed: Rows;
  /** What is known after this step, with the stages that are on; empty when the sizes do not fit. */
  readonly result: Rows;
  readonly steps: number;
  readonly focus: Focus | undefined;
  readonly isComplete: (row: number, column: number) => boolean;
  readonly worked: readonly Worked[];
  readonly mismatch: Mismatch | undefined;
};

export function matmulFacts(state: MatmulState): MatmulFacts {
  const { X, W, b, view, step } = state;
  const transposed = core.transpose(W);
  const problem = mismatch(X, transposed);
  const steps = stepCount(state);
  if (problem !== undefined) {
    return {
      transposed,
      result: [],
      steps,
      focus: undefined,
      isComplete: () => false,
      worked: [],
      mismatch: problem,
    };
  }
  const focus = focusAt(state, step);
  const product = partial(state, step);
  const biased = state.bias ? core.addToRows(product, b) : product;
  const result = state.relu ? core.relu(biased) : biased;
  const isComplete = (row: number, column: number) => isIn(state, step, row, column) === 'complete';
  return {
    transposed,
    // A sum still under way has neither bias nor ReLU yet.
    result: result.map((row, i) =>
      row.map((value, j) => (isComplete(i, j) ? value : (product[i]?.[j] ?? value))),
    ),
    steps,
    focus,
    isComplete,
    worked:
      focus === undefined || view === 'outer'
        ? []
        : view === 'entries'
          ? workedCell(state, focus, { product, biased, result })
          : workedColumn(state, focus, product),
    mismatch: undefined,
  };
}

/** The same state with everything computed. */
export function atEnd(state: MatmulState): MatmulState {
  return { ...state, step: stepCount(state) };
}

/** The nearest valid state: the bias fits the neurons, and the step exists. */
export function repairMatmul(state: MatmulState): MatmulState {
  const b = state.W.map((_, k) => state.b[k] ?? 0);
  const repaired = { ...state, b };
  return { ...repaired, step: Math.min(stepCount(repaired), Math.max(0, state.step)) };
}

export function matmulTwin(state: MatmulState): Twin {
  const { X, W, bias, relu, step } = state;
  const facts = matmulFacts(state);
  const [rows, inner, columns] = [X.length, X[0]?.length ?? 0, W.length];
  const shapes = `X of shape ${shapeText([rows, inner])} times Wᵀ of shape ${shapeText([W[0]?.length ?? 0, columns])}`;
  const then = `${bias ? ', plus b' : ''}${relu ? ', through ReLU' : ''}`;
  if (facts.mismatch)
    return { sentence: `${shapes} does not exist. ${facts.mismatch.rule}`, head: ['Row'], rows: [] };
  const after = step < facts.steps ? ` Step ${step} of ${facts.steps} is shown.` : '';
  return {
    sentence:
      `${shapes}${then} is a matrix of shape ${shapeText([rows, columns])}: every row of X meets every column of Wᵀ, ` +
      `and each meeting is one dot product.${after}`,
    head: ['Row of the result', ...counted('n', columns)],
    rows: facts.result.map((row, i) => [
      `s${i}, from ${rounded(X[i] ?? [])}`,
      ...row.map((value, j) => (isIn(state, step, i, j) === 'waiting' ? 'not yet' : rounded(value))),
    ]),
  };
}

/** The state by the names of the chapter's listing. */
export function matmulLiterals({ X, W, b }: MatmulState): readonly Literal[] {
  return [
    { name: 'X', value: X },
    { name: 'W', value: W },
    { name: 'b', value: b },
  ];
}
