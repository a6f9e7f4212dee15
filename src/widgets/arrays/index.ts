/** Arrays of up to four axes, as broadcasting and reshaping draw them, and the shapes that a reader types. */
export { ArrayCells, type CellPick, PickCell } from './ArrayCells.tsx';
export { LibraryErrors, printed } from './LibraryErrors.tsx';
export { PickBox } from './PickBox.tsx';
export { cellByKey, indexOf } from './places.ts';
export { ShapeField } from './ShapeField.tsx';
export { readShape } from './shape-text.ts';
