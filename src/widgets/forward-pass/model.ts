/** The forward pass: a batch through one layer, or through two stacked with or without ReLU between them. Pure. */
import { core } from '../../explain/index.ts';
import type { Literal } from '../base/index.ts';

export type Rows = core.Rows;
export type ForwardFigures = {
  readonly X: Rows;
  readonly W: Rows;
  readonly b: readonly number[];
  /** The weights and biases of a second layer, which takes what the first gives. */
  readonly W_next: Rows;
  readonly b_next: readonly number[];
};

/** Whether a second layer follows, and whether ReLU stands between the two. */
type Stack = 'one' | 'relu' | 'linear';
export type Stage = 'input' | 'product' | 'biased' | 'activated' | 'nextProduct' | 'output';
export const STAGES: readonly Stage[] = ['input', 'product', 'biased', 'activated', 'nextProduct', 'output'];

export type ForwardState = ForwardFigures & {
  readonly stack: Stack;
  /** Whether a step takes the whole batch through a stage, or one sample. */
  readonly by: 'batch' | 'sample';
  readonly step: number;
  /** The value whose working is shown. */
  readonly stage: Stage;
  readonly sample: number;
  readonly neuron: number;
};

export type ForwardFacts = {
  /** What each stage holds, by its name, complete whatever the step; stages that do not take part are missing. */
  readonly values: ReadonlyMap<Stage, Rows>;
  readonly stages: readonly Stage[];
  /** The neurons whose activation is 0 for every sample of the batch. */
  readonly silentForAll: readonly number[];
  readonly collapse: Collapse | undefined;
};

/** Both layers as one: W′W and W′b + b′, and what that single layer gives. */
type Collapse = {
  readonly W: Rows;
  readonly b: readonly number[];
  readonly output: Rows;
  /** The samples for which it does not give what the two layers give. */
  readonly differing: readonly number[];
};

/** The largest size of an axis in an address. */
export const LARGEST = 6;
/** Two ways of adding the same products differ by less than this share of the largest term. */
const ROUNDING = 1e-9;

/** Starts at the first activation that is 0, which is the one worth tracing back; else at the first value. */
export function startForward(figures: ForwardFigures): ForwardState {
  const state: ForwardState = {
    ...figures,
    stack: 'one',
    by: 'batch',
    step: 0,
    stage: 'activated',
    sample: 0,
    neuron: 0,
  };
  const A = forwardFacts(state).values.get('activated') ?? [];
  const sample = A.findIndex((row) => row.includes(0));
  return sample < 0 ? state : { ...state, sample, neuron: A[sample]?.indexOf(0) ?? 0 };
}

const known = new WeakMap<ForwardState, ForwardFacts>();

/** Worked out once for each state, as its picture, its words and its voice all ask. */
export function forwardFacts(state: ForwardState): ForwardFacts {
  const before = known.get(state);
  if (before !== undefined) return before;
  const facts = workOut(state);
  known.set(state, facts);
  return facts;
}

function workOut(state: ForwardState): ForwardFacts {
  const { X, W, b, W_next, b_next, stack } = state;
  const product = core.matmul(X, core.transpose(W));
  const biased = core.addToRows(product, b);
  const activated = core.relu(biased);
  const values = new Map<Stage, Rows>([
    ['input', X],
    ['product', product],
    ['biased', biased],
  ]);
  if (stack !== 'linear') values.set('activated', activated);
  const zeros = stack === 'linear' ? [] : activated;
  const facts = {
    silentForAll: b.map((_, neuron) => neuron).filter((neuron) => isSilentForAll(zeros, neuron)),
  };
  if (stack === 'one') return { ...facts, values, stages: [...values.keys()], collapse: undefined };
  const hidden = stack === 'relu' ? activated : biased;
  const nextProduct = core.matmul(hidden, core.transpose(W_next));
  const output = core.addToRows(nextProduct, b_next);
  values.set('nextProduct', nextProduct).set('output', output);
  return { ...facts, values, stages: [...values.keys()], collapse: collapsed(state, output) };
}

function isSilentForAll(activated: Rows, neuron: number): boolean {
  return activated.length > 0 && activated.every((row) => row[neuron] === 0);
}

/** Returns both layers multiplied out, and compared with what they gave. */
function collapsed({ X, W, b, W_next, b_next }: ForwardState, output: Rows): Collapse {
  const weights = core.matmul(W_next, W);
  const carried = core.matmul(W_next, core.transpose([b])).flat();
  const bias = core.add(carried, b_next);
  const single = core.addToRows(core.matmul(X, core.transpose(weights)), bias);
  const largest = Math.max(1, ...[X, W, [b], W_next, [b_next]].flat(2).map(Math.abs));
  const differing = single.flatMap((row, sample) =>
    row.some((value, k) => Math.abs(value - (output[sample]?.[k] ?? 0)) > ROUNDING * largest ** 3)
      ? [sample]
      : [],
  );
  return { W: weights, b: bias, output: single, differing };
}

/** Returns how many steps the whole pass takes. */
export function stepCount(state: ForwardState): number {
  const stages = forwardFacts(state).stages.length - 1;
  return state.by === 'batch' ? stages : stages * state.X.length;
}

/** Returns whether a stage has been reached for a sample. */
export function isKnown(state: ForwardState, stage: Stage, sample: number): boolean {
  const { stages } = forwardFacts(state);
  const place = stages.indexOf(stage);
  if (place < 0) return false;
  return state.step >= (state.by === 'batch' || place === 0 ? place : sample * (stages.length - 1) + place);
}

/** A value of the pass: of the batch itself, `neuron` counts features. */
export type Place = { readonly stage: Stage; readonly sample: number; readonly neuron: number };

/** Returns the value that is worked out: the picked one, or where that is not computed yet its like at the last stage reached. */
export function workedPlace(state: ForwardState): Place {
  const { stages, values } = forwardFacts(state);
  const { sample } = state;
  const reached = stages.filter((stage) => isKnown(state, stage, sample));
  const stage = reached.includes(state.stage) ? state.stage : (reached.at(-1) ?? 'input');
  const width = values.get(stage)?.[0]?.length ?? 1;
  return { stage, sample, neuron: held(state.neuron, width - 1) };
}

/** Returns the same state with everything computed, as the page shows it until its script runs. */
export function atEnd(state: ForwardState): ForwardState {
  return { ...state, step: stepCount(state) };
}

/** Returns the nearest valid state: the layers fit the batch and each other, and the step and the picked value exist. */
export function repairForward(state: ForwardState): ForwardState {
  const features = state.X[0]?.length ?? 0;
  const W = state.W.map((row) => fitted(row, features));
  const W_next = state.W_next.map((row) => fitted(row, W.length));
  const layers = {
    ...state,
    W,
    b: fitted(state.b, W.length),
    W_next,
    b_next: fitted(state.b_next, W_next.length),
  };
  const { stages, values } = forwardFacts(layers);
  const stage = stages.includes(layers.stage) ? layers.stage : (stages.at(-1) ?? 'input');
  const rows = values.get(stage) ?? [];
  return {
    ...layers,
    stage,
    step: held(layers.step, stepCount(layers)),
    sample: held(layers.sample, rows.length - 1),
    neuron: held(layers.neuron, (rows[0]?.length ?? 1) - 1),
  };
}

/** Returns the state stacked otherwise; what was complete stays complete, and the step stays where it exists. */
export function stacked(
  state: ForwardState,
  change: Partial<Pick<ForwardState, 'stack' | 'by'>>,
): ForwardState {
  const isComplete = state.step >= stepCount(state);
  const next = { ...state, ...change };
  return repairForward(isComplete ? atEnd(next) : next);
}

/** Returns the state by the names of the chapter's listing. */
export function forwardLiterals({ X, W, b }: ForwardState): readonly Literal[] {
  return [
    { name: 'X', value: X },
    { name: 'W', value: W },
    { name: 'b', value: b },
  ];
}

function held(value: number, most: number): number {
  return Math.min(Math.max(0, most), Math.max(0, value));
}

/** Returns the list at a length: what is missing is 0. */
function fitted(values: readonly number[], length: number): readonly number[] {
  return Array.from({ length }, (_, k) => values[k] ?? 0);
}
