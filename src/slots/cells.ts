import type { Cells } from '../python/index.ts';

/** Returns whether cells are the rows of a matrix: lists of texts, at least one. */
export function isMatrix(cells: Cells): cells is readonly (readonly string[])[] {
  const isRow = (row: string | Cells) =>
    typeof row !== 'string' && row.every((cell) => typeof cell === 'string');
  return cells.length > 0 && cells.every(isRow);
}
