/**
 * Reshaping: one stretch of memory seen as a grid, the grid seen through one more operation, and that written out in a row.
 * Every array is one of the tensor core, so what is a view and what is a copy is the core's answer. Pure.
 */
import type { Shape } from '../../tensor/index.ts';
import type { Literal } from '../base/index.ts';
import { arraysOf, fresh, resolvedShape } from './arrays-of.ts';

export type ReshapeFigures = {
  /** What lies in memory, in order. */
  readonly values: readonly number[];
  /** The shape it is seen through: rows and columns. */
  readonly shape: Shape;
};

/** What is done to the grid. */
export type Operation = 'reshape' | 'transpose' | 'permute' | 'flatten' | 'slice';
export const OPERATIONS: readonly Operation[] = ['transpose', 'reshape', 'flatten', 'permute', 'slice'];

/** The four arrays: the memory, the grid, the result of the operation, and the result in one row. */
export type ArrayName = 'memory' | 'grid' | 'result' | 'row';
export const ARRAY_NAMES: readonly ArrayName[] = ['memory', 'grid', 'result', 'row'];

export type ReshapeState = ReshapeFigures & {
  readonly operation: Operation;
  /** The shape that the grid is reshaped to. */
  readonly to: Shape;
  /** The grid's axes in the order in which `permute` puts them. */
  readonly order: readonly number[];
  /** Where a slice begins along each axis of the grid, and its step. */
  readonly starts: readonly number[];
  readonly steps: readonly number[];
  /** What lies in the memory of the copy since it was made; empty where the row is a view. */
  readonly copy: readonly number[];
  /** The cell that is pointed at, in reading order. */
  readonly array: ArrayName;
  readonly cell: number;
};

/** The most numbers that memory holds here. */
export const MOST_VALUES = 36;
export const STARTS: readonly number[] = [0, 1, 2, 3];
export const STEPS: readonly number[] = [1, 2, 3, -1];

export function startReshape({ values, shape }: ReshapeFigures): ReshapeState {
  return repairReshape({
    values,
    shape,
    operation: 'transpose',
    to: [shape[1] ?? 1, shape[0] ?? 1],
    order: [],
    starts: [],
    steps: [],
    copy: [],
    array: 'grid',
    cell: 0,
  });
}

/** Returns the nearest valid state: orders and slices fit the grid's axes, the copy its array, and the cell exists. */
export function repairReshape(state: ReshapeState): ReshapeState {
  const values = state.values.slice(0, MOST_VALUES);
  const rank = resolvedShape(state.shape, values.length)?.length ?? state.shape.length;
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  const isOrder = axes.every((axis) => state.order.includes(axis)) && state.order.length === rank;
  const fitted = {
    ...state,
    values,
    order: isOrder ? state.order : axes.toReversed(),
    starts: axes.map((axis) => nearest(state.starts[axis] ?? 0, STARTS)),
    steps: axes.map((axis) => nearest(state.steps[axis] ?? 1, STEPS)),
  };
  const { row } = arraysOf(fitted);
  const isCopy = row !== undefined && row.sharing === 'copy';
  const kept = isCopy && fitted.copy.length === row.tensor.size ? fitted.copy : fresh(fitted);
  const repaired = { ...fitted, copy: isCopy ? kept : [] };
  const size = arraysOf(repaired)[repaired.array]?.tensor.size;
  return size === undefined
    ? { ...repaired, array: 'memory', cell: held(repaired.cell, values.length) }
    : { ...repaired, cell: held(repaired.cell, size) };
}

/** Returns the state with another operation or shape; a copy is made anew, as running the program again would make it. */
export function remade(state: ReshapeState, change: Partial<ReshapeState>): ReshapeState {
  return repairReshape({ ...state, ...change, copy: [] });
}

/** Returns the state after `array[cell] = value`: the core writes, and whatever shares that memory has it. */
export function written(state: ReshapeState, array: ArrayName, cell: number, value: number): ReshapeState {
  const arrays = arraysOf(state);
  const target = arrays[array];
  if (target === undefined || cell >= target.tensor.size) return state;
  target.tensor.setAt(target.indexOf(cell), value);
  const copy = arrays.row?.sharing === 'copy' ? arrays.row.tensor.toFlat() : state.copy;
  return { ...state, values: arrays.memory.tensor.toFlat(), copy };
}

/** Returns the state by the names of the chapter's listing. */
export function reshapeLiterals({ values }: ReshapeState): readonly Literal[] {
  return [{ name: 'count', value: values }];
}

function nearest(value: number, options: readonly number[]): number {
  return options.includes(value) ? value : (options[0] ?? 0);
}

function held(cell: number, size: number): number {
  return Math.min(Math.max(0, size - 1), Math.max(0, cell));
}
