/** The order in which the product comes about in each view, and what is there after a step. */
import { assertNever, core } from '../../explain/index.ts';
import type { MatmulState, Rows } from './model.ts';
import { takingPart } from './operands.ts';

type Sized = Pick<MatmulState, 'X' | 'W' | 'operands' | 'view'>;

/** What a step works on: a place in the result (all rows, or all columns, where it is not given) and its products so far. */
export type Focus = {
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** How many terms of the sum are in. */
  readonly done: number;
};

/** Where each step of the view by axes comes: the shared axis is found, laid upon itself, and summed away. */
export const AXES_STEPS = { meet: 1, multiply: 2, sum: 3 } as const;

/** Returns how many steps the whole product takes in this view; none where it does not exist. */
export function stepCount(state: Sized): number {
  const { X, W, view } = takingPart(state);
  const inner = X[0]?.length ?? 0;
  if (inner !== W[0]?.length) return 0;
  switch (view) {
    case 'entries':
      return X.length * W.length * inner;
    case 'columns':
      return W.length * inner;
    case 'outer':
      return inner;
    case 'axes':
      return AXES_STEPS.sum;
    default:
      return assertNever(view);
  }
}

/** Returns what the last step taken worked on; nothing before the first. */
export function focusAt(state: Sized, step: number): Focus | undefined {
  if (step === 0) return undefined;
  const { X, W, view } = takingPart(state);
  const inner = X[0]?.length ?? 1;
  const place = Math.ceil(step / inner) - 1;
  const done = step - place * inner;
  switch (view) {
    case 'entries':
      return { row: Math.floor(place / W.length), column: place % W.length, done };
    case 'columns':
      return { row: undefined, column: place, done };
    case 'outer':
      return { row: undefined, column: undefined, done };
    case 'axes':
      return step < AXES_STEPS.sum ? undefined : { row: undefined, column: undefined, done: inner };
    default:
      return assertNever(view);
  }
}

/** Returns whether a cell's sum is complete, under way or not begun after a step. */
export function isIn(
  state: Sized,
  step: number,
  row: number,
  column: number,
): 'complete' | 'partial' | 'waiting' {
  if (state.view === 'axes') return step >= AXES_STEPS.sum ? 'complete' : 'waiting';
  const inner = state.X[0]?.length ?? 1;
  const places = { entries: row * takingPart(state).W.length + column, columns: column, outer: 0 };
  const before = places[state.view] * inner;
  return step >= before + inner ? 'complete' : step > before ? 'partial' : 'waiting';
}

/** Returns the sums as they stand after a step: each is the product of as many terms as are in. */
export function partial(state: Sized, step: number): Rows {
  const { X, W } = takingPart(state);
  const focus = focusAt(state, step);
  const full = core.matmul(X, core.transpose(W));
  if (focus === undefined) return full;
  const soFar = sumsOf(X, W, focus.done);
  return full.map((row, i) =>
    row.map((value, j) => (isIn(state, step, i, j) === 'partial' ? (soFar[i]?.[j] ?? value) : value)),
  );
}

/** Returns every entry's sum of its first `terms` products. */
export function sumsOf(X: Rows, W: Rows, terms: number): Rows {
  const first = (rows: Rows) => rows.map((row) => row.slice(0, terms));
  return core.matmul(first(X), core.transpose(first(W)));
}

/** Returns the products of each feature: column k of X times row k of Wᵀ, whose sum over k is the product. */
export function slicesOf(X: Rows, W: Rows): readonly Rows[] {
  const weights = core.transpose(W);
  return core.transpose(X).map((column, k) => core.matmul(core.transpose([column]), [weights[k] ?? []]));
}
