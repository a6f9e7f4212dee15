/** The widgets of the book. Each is a complete still figure in the page as it was built. Styles: beside each. */
export type { Literal, SendToListing } from './base/index.ts';
export { type BroadcastingFigures, BroadcastingWidget } from './broadcasting/index.tsx';
export { type DotFigures, DotProductWidget } from './dot-product/index.tsx';
export { type ForwardFigures, ForwardPassWidget } from './forward-pass/index.tsx';
export { type MatmulFigures, MatmulWidget } from './matmul/index.tsx';
export { MatrixTransformWidget, type TransformFigures } from './matrix-transform/index.tsx';
export { type ReshapeFigures, ReshapeWidget } from './reshape/index.tsx';
export { type ShapesFigures, ShapesWidget } from './shapes/index.tsx';
export { TITLES } from './titles.ts';
export { type VectorFigures, VectorWidget } from './vector/index.tsx';
