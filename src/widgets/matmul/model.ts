/** The matmul stepper: X @ Wᵀ seen four ways, product by product; then, if wanted, + b and ReLU. Pure. */
import { core, type Worked } from '../../explain/index.ts';
import { counted, type Literal, rounded, shapeText, type Twin } from '../base/index.ts';
import { type Mismatch, mismatch } from './mismatch.ts';
import { namesOf, type Operands, shapesOf, takingPart, vectors } from './operands.ts';
import { type Focus, focusAt, isIn, partial, stepCount } from './steps.ts';
import { workedCell, workedColumn } from './worked.ts';

export type Rows = core.Rows;

export type MatmulFigures = { readonly X: Rows; readonly W: Rows; readonly b: readonly number[] };

/**
 * How the product is looked at: entry by entry as dot products, column by column as combinations of X's columns, as a
 * sum of outer products, or by its axes, of which the shared one is summed away.
 */
type MatmulView = 'entries' | 'columns' | 'outer' | 'axes';

export type MatmulState = MatmulFigures & {
  readonly operands: Operands;
  readonly view: MatmulView;
  /** Whether the bias is added, and whether ReLU follows. */
  readonly bias: boolean;
  readonly relu: boolean;
  /** Steps taken, from 0 to `stepCount`. */
  readonly step: number;
};

/** The largest size of an axis. */
export const LARGEST = 6;

/** Returns the starting state: before the first step, seen by entries. */
export function startMatmul(figures: MatmulFigures): MatmulState {
  return { ...figures, operands: 'batch', view: 'entries', bias: false, relu: false, step: 0 };
}

export type MatmulFacts = {
  readonly transposed: Rows;
  /** The product after this step, then with the bias, then with ReLU too, where they are on; empty when the sizes do not fit. */
  readonly product: Rows;
  readonly biased: Rows;
  readonly activated: Rows;
  /** What is known after this step, each cell at the stage it has reached. */
  readonly result: Rows;
  readonly steps: number;
  readonly focus: Focus | undefined;
  readonly isComplete: (row: number, column: number) => boolean;
  readonly mismatch: Mismatch | undefined;
};

const known = new WeakMap<MatmulState, MatmulFacts>();

/** Worked out once for each state, as its picture, its words and its voice all ask. */
export function matmulFacts(state: MatmulState): MatmulFacts {
  const before = known.get(state);
  if (before !== undefined) return before;
  const facts = workOut(state);
  known.set(state, facts);
  return facts;
}

function workOut(state: MatmulState): MatmulFacts {
  const { W, b, step } = takingPart(state);
  const shapes = shapesOf(state);
  const transposed = core.transpose(W);
  const steps = stepCount(state);
  const problem = steps === 0 ? mismatch(shapes.left, shapes.right) : undefined;
  if (problem !== undefined) {
    const none = { product: [], biased: [], activated: [], result: [] };
    return { transposed, ...none, steps, focus: undefined, isComplete: () => false, mismatch: problem };
  }
  const focus = focusAt(state, step);
  const product = partial(state, step);
  const biased = state.bias ? core.addToRows(product, b) : product;
  const activated = state.relu ? core.relu(biased) : biased;
  const isComplete = (row: number, column: number) => isIn(state, step, row, column) === 'complete';
  return {
    transposed,
    product,
    biased,
    activated,
    // A sum still under way has neither bias nor ReLU yet.
    result: activated.map((row, i) =>
      row.map((value, j) => (isComplete(i, j) ? value : (product[i]?.[j] ?? value))),
    ),
    steps,
    focus,
    isComplete,
    mismatch: undefined,
  };
}

/** How what a step works on comes about. */
export function matmulSums(state: MatmulState, facts: MatmulFacts): readonly Worked[] {
  const { focus } = facts;
  if (focus === undefined || state.view === 'outer' || state.view === 'axes') return [];
  const part = takingPart(state);
  return state.view === 'entries' ? workedCell(part, focus, facts) : workedColumn(part, focus, facts.product);
}

/** Returns the same state with everything computed, as the page shows it until its script runs. */
export function atEnd(state: MatmulState): MatmulState {
  return { ...state, step: stepCount(state) };
}

/**
 * Returns the nearest valid state: the bias fits the neurons, and the step exists; where sizes do not fit there is no step to
 * keep.
 */
export function repairMatmul(state: MatmulState): MatmulState {
  const b = state.W.map((_, k) => state.b[k] ?? 0);
  const repaired = { ...state, b };
  return { ...repaired, step: Math.min(stepCount(repaired), Math.max(0, state.step)) };
}

/**
 * Returns the same state looked at in another way, or with other operands: complete where it was complete, else before the first
 * step.
 */
export function seenBy(
  state: MatmulState,
  change: Partial<Pick<MatmulState, 'view' | 'operands'>>,
): MatmulState {
  const isComplete = state.step >= stepCount(state);
  const seen = { ...state, ...change, step: 0 };
  return isComplete ? atEnd(seen) : seen;
}

export function matmulTwin(state: MatmulState, facts: MatmulFacts): Twin {
  const { bias, relu, step } = state;
  const { X, W } = takingPart(state);
  const [names, shapes] = [namesOf(state), shapesOf(state)];
  const product = `${names.left} of shape ${shapeText(shapes.left)} times ${names.right} of shape ${shapeText(shapes.right)}`;
  const then = `${bias ? ', plus b' : ''}${relu ? ', through ReLU' : ''}`;
  if (facts.mismatch)
    return { sentence: `${product} does not exist. ${facts.mismatch.rule}`, head: ['Row'], rows: [] };
  const after = step < facts.steps ? ` Step ${step} of ${facts.steps} is shown.` : '';
  const columns = vectors(state).right ? ['Value'] : counted('n', W.length);
  return {
    sentence: `${product}${then} is ${KINDS[shapes.result.length] ?? ''}${shapeText(shapes.result)}: ${MEETINGS[state.operands]}.${after}`,
    head: ['Row of the result', ...columns],
    rows: facts.result.map((row, i) => [
      `${vectors(state).left ? names.left : `s${i}`}, from ${rounded(X[i] ?? [])}`,
      ...row.map((value, j) => (isIn(state, step, i, j) === 'waiting' ? 'not yet' : rounded(value))),
    ]),
  };
}

/** What a result is, by the number of its axes. */
const KINDS = ['one number, of shape ', 'a vector of shape ', 'a matrix of shape '] as const;

const MEETINGS: Readonly<Record<Operands, string>> = {
  batch: 'every row of X meets every column of Wᵀ, and each meeting is one dot product',
  sample: 'x meets every column of Wᵀ, and each meeting is one dot product',
  neuron: 'every row of X meets w, and each meeting is one dot product',
  dot: 'the two meet in one dot product, and no axis is left',
};

/** Returns the state by the names of the chapter's listing. */
export function matmulLiterals(state: MatmulState): readonly Literal[] {
  const { X, W, b } = state;
  const { left, right } = vectors(state);
  return [
    { name: 'X', value: left ? (X[0] ?? []) : X },
    { name: 'W', value: right ? (W[0] ?? []) : W },
    { name: 'b', value: right ? b.slice(0, 1) : b },
  ];
}
