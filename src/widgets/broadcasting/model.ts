/** Broadcasting: two arrays of at most two axes, aligned from the right, each axis judged. Pure. */

import { core, numberText } from '../../explain/index.ts';
import { broadcastShapes, expand, fromFlat, type Tensor } from '../../tensor/index.ts';
import { rounded, shapeText, type Twin } from '../base/index.ts';

/** An array given as a list or as rows. */
export type Given = readonly number[] | readonly (readonly number[])[];
export type BroadcastingFigures = { readonly left: Given; readonly right: Given };
export type BroadcastingState = BroadcastingFigures;

/** How one axis of the two shapes fits, read from the right. */
export type Axis = {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly result: number;
  readonly rule: 'equal' | 'stretched' | 'missing';
};

export type BroadcastingFacts = {
  readonly shapes: {
    readonly left: readonly number[];
    readonly right: readonly number[];
    readonly result: readonly number[];
  };
  readonly axes: readonly Axis[];
  /** Both operands as they act, with the cells that exist only in the rule, and the sum. */
  readonly left: Stretched;
  readonly right: Stretched;
  readonly sum: readonly (readonly number[])[];
};

export type Stretched = {
  readonly cells: readonly (readonly number[])[];
  readonly isGhost: (row: number, column: number) => boolean;
};

export function broadcastingFacts({ left, right }: BroadcastingState): BroadcastingFacts {
  const [a, b] = [asTensor(left), asTensor(right)];
  const result = broadcastShapes(a.shape, b.shape);
  const [stretchedA, stretchedB] = [stretch(a, result), stretch(b, result)];
  return {
    shapes: { left: a.shape, right: b.shape, result },
    axes: result.map((size, k) =>
      axis(fromRight(a.shape, k, result.length), fromRight(b.shape, k, result.length), size),
    ),
    left: stretchedA,
    right: stretchedB,
    sum: stretchedA.cells.map((row, i) => core.add(row, stretchedB.cells[i] ?? [])),
  };
}

export const RULES: Readonly<Record<Axis['rule'], string>> = {
  equal: 'equal',
  stretched: '1, so it is stretched',
  missing: 'missing, so it counts as 1',
};

export function broadcastingTwin(facts: BroadcastingFacts): Twin {
  const { shapes, axes, sum } = facts;
  return {
    sentence:
      `${shapeText(shapes.left)} and ${shapeText(shapes.right)} are aligned from the right: ` +
      `${axes.map(({ rule }, k) => `axis ${k} is ${RULES[rule]}`).join('; ')}. The result has shape ${shapeText(shapes.result)}.`,
    head: ['Row', 'Left', 'Right', 'Sum'],
    rows: sum.map((row, i) => [
      `${i}`,
      rounded(facts.left.cells[i] ?? []),
      rounded(facts.right.cells[i] ?? []),
      rounded(row),
    ]),
  };
}

/** The cells of one row as texts. */
export function rowTexts(row: readonly number[]): readonly string[] {
  return row.map((value) => numberText(value));
}

function asTensor(given: Given): Tensor {
  const rows = given.map((entry) => (typeof entry === 'number' ? [entry] : entry));
  const nested = given.every((entry) => typeof entry !== 'number');
  return fromFlat(rows.flat(), nested ? [given.length, rows[0]?.length ?? 0] : [given.length]);
}

function stretch(array: Tensor, shape: readonly number[]): Stretched {
  const [rows = 1, columns = 1] = shape.length === 1 ? [1, ...shape] : shape;
  const flat = expand(array, shape).toFlat();
  const real = [fromRight(array.shape, 0, 2) ?? 1, fromRight(array.shape, 1, 2) ?? 1] as const;
  return {
    cells: Array.from({ length: rows }, (_, i) => flat.slice(i * columns, (i + 1) * columns)),
    isGhost: (row, column) => row >= real[0] || column >= real[1],
  };
}

function axis(left: number | undefined, right: number | undefined, result: number): Axis {
  const rule = left === undefined || right === undefined ? 'missing' : left === right ? 'equal' : 'stretched';
  return { left, right, result, rule };
}

/** The size of axis k of `length` axes, when a shape is pushed to the right end of them. */
function fromRight(shape: readonly number[], k: number, length: number): number | undefined {
  return shape[k - (length - shape.length)];
}
