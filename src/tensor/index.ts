/** The public face of the tensor core; formatters and autograd are entries of their own. */
export { broadcastShapes, expand } from './broadcast.ts';
export { astype, contiguous, copy } from './copy.ts';
export {
  arange,
  eye,
  fromFlat,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  tensor,
  zeros,
  zerosLike,
} from './create.ts';
export { type DType, isFloat, isInteger, type TypedArray } from './dtype.ts';
export {
  DTypeError,
  type DTypeProblem,
  IndexError,
  type IndexProblem,
  NumericError,
  type NumericProblem,
  type Problem,
  ShapeError,
  type ShapeProblem,
  TensorError,
} from './errors.ts';
export { rowMajorData } from './row-major.ts';
export { rowMajorStrides, type Shape, sameShape, sizeOf } from './shape.ts';
export type { Broadcast, Nested, Reverse, ShapeMismatch, ShapeOf } from './shape-types.ts';
export { type NestedValues, type Storage, Tensor } from './tensor.ts';
export {
  flatten,
  flip,
  permute,
  ravel,
  reshape,
  squeeze,
  swapAxes,
  transpose,
  unsqueeze,
  viewAs,
} from './views.ts';
