/** The shape checker: an expression, and the names of the section that it may use. What follows from it is in `src/shapes`. */
import type { KnownName } from '../../shapes/index.ts';

type Rows = readonly (readonly number[])[];

/** The section's numbers: a batch, a layer's weights and bias, one sample. */
export type ShapesFigures = {
  readonly X: Rows;
  readonly W: Rows;
  readonly b: readonly number[];
  readonly x: readonly number[];
};

export type ShapesState = { readonly text: string };

/** The expression that the widget starts with: a layer as its shapes alone. */
export const START: ShapesState = { text: '(4, 3) @ (3, 2) + (2,)' };

/** Returns the names of the section with what their axes are: the rows of a batch are samples, those of weights outputs. */
export function knownNames({ X, W, b, x }: ShapesFigures): readonly KnownName[] {
  return [
    { name: 'X', value: X, axes: ['batch', 'in'] },
    { name: 'W', value: W, axes: ['out', 'in'] },
    { name: 'b', value: b, axes: ['out'] },
    { name: 'x', value: x, axes: ['in'] },
  ];
}
