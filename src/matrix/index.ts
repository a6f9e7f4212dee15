/** How the book draws matrices and vectors, everywhere. The styles are in matrix.css beside this file. */
export { alignColumn, alignColumns, columnRooms } from './align.ts';
export { type CellProps, Matrix } from './Matrix.tsx';
export type { CellMark } from './marks.ts';
export { Vector } from './Vector.tsx';
