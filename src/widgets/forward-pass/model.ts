/** The forward pass of one layer: the batch through XWᵀ, + b and ReLU, with the working of one value. Pure. */
import { core, explainBias, explainEntry, explainRelu, type Worked } from '../../explain/index.ts';
import { counted, rounded, type Twin } from '../base/index.ts';

export type Rows = core.Rows;
export type ForwardFigures = { readonly X: Rows; readonly W: Rows; readonly b: readonly number[] };

export type ForwardState = ForwardFigures & {
  /** The value whose working is shown: a sample and a neuron. */
  readonly sample: number;
  readonly neuron: number;
};

export type ForwardFacts = {
  readonly transposed: Rows;
  readonly product: Rows;
  readonly Z: Rows;
  readonly A: Rows;
  /** How many values ReLU sets to zero. */
  readonly silent: number;
  readonly worked: readonly Worked[];
};

/** Starts at the first value that ReLU silences, which is the one worth tracing back; else at the first value. */
export function startForward(figures: ForwardFigures): ForwardState {
  const { Z } = forwardFacts({ ...figures, sample: 0, neuron: 0 });
  const sample = Math.max(
    0,
    Z.findIndex((row) => row.some((value) => value < 0)),
  );
  const neuron = Math.max(0, Z[sample]?.findIndex((value) => value < 0) ?? 0);
  return { ...figures, sample, neuron };
}

export function forwardFacts({ X, W, b, sample, neuron }: ForwardState): ForwardFacts {
  const transposed = core.transpose(W);
  const product = core.matmul(X, transposed);
  const Z = core.addToRows(product, b);
  const A = core.relu(Z);
  const at = (matrix: Rows) => matrix[sample]?.[neuron] ?? Number.NaN;
  const entry = { row: sample, column: neuron, quantity: 'z' } as const;
  return {
    transposed,
    product,
    Z,
    A,
    silent: Z.flat().filter((value) => value < 0).length,
    worked: [
      explainEntry({ ...entry, name: '(XWᵀ)' }, X[sample] ?? [], W[neuron] ?? [], ['x', 'w'], at(product)),
      explainBias({ ...entry, name: 'Z' }, at(product), b[neuron] ?? Number.NaN, at(Z)),
      explainRelu({ ...entry, name: 'A', quantity: 'a' }, at(Z), at(A)),
    ],
  };
}

/** Whether ReLU silences this value. */
export function isSilent({ Z }: ForwardFacts, sample: number, neuron: number): boolean {
  return (Z[sample]?.[neuron] ?? 0) < 0;
}

export function forwardTwin({ X, b }: ForwardState, { Z, A, silent }: ForwardFacts): Twin {
  const cells = A.flat().length;
  return {
    sentence:
      `${X.length} samples go through ${b.length} neurons: XWᵀ, plus b, then ReLU. ` +
      `ReLU sets ${silent} of the ${cells} values to zero and leaves the others as they are.`,
    head: ['Sample', ...counted('Z, n', b.length), ...counted('A, n', b.length)],
    rows: X.map((_, i) => [`s${i}`, ...[...(Z[i] ?? []), ...(A[i] ?? [])].map((value) => rounded(value))]),
  };
}
