/** Cells of an array counted in reading order, and where they stand. */
import { rowMajorStrides, type Shape } from '../../tensor/index.ts';

/** Returns the index along each axis of cell `k` in reading order. */
export function indexOf(k: number, shape: Shape): readonly number[] {
  return rowMajorStrides(shape).map((stride, axis) => Math.floor(k / stride) % (shape[axis] ?? 1));
}

/** Returns the rows and columns of one drawn block: an array is drawn as one block for each index of its leading axes. */
export function blockSize(shape: Shape): readonly [rows: number, columns: number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

/**
 * Returns the cell that an arrow, Home, End or Page key (the next block) leads to; `undefined` for other keys and beyond the
 * ends.
 */
export function cellByKey(k: number, key: string, shape: Shape): number | undefined {
  const [rows, columns] = blockSize(shape);
  const size = shape.reduce((product, each) => product * each, 1);
  const column = k % columns;
  const moves = new Map([
    ['ArrowLeft', k - 1],
    ['ArrowRight', k + 1],
    ['ArrowUp', k - columns],
    ['ArrowDown', k + columns],
    ['Home', k - column],
    ['End', k - column + columns - 1],
    ['PageUp', k - rows * columns],
    ['PageDown', k + rows * columns],
  ]);
  const to = moves.get(key);
  return to === undefined || to < 0 || to >= size ? undefined : to;
}
