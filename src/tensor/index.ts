/** The public face of the tensor core; formatters and autograd are entries of their own. */
export {
  add,
  divide,
  floorDivide,
  maximum,
  minimum,
  multiply,
  power,
  remainder,
  subtract,
} from './arithmetic.ts';
export { assign } from './assign.ts';
export type { BinaryOperation, BinaryOptions } from './binary.ts';
export { broadcastShapes, expand } from './broadcast.ts';
export { addProduct, addQuotient, addScaled, interpolate } from './combine.ts';
export { allclose, arrayEqual, isclose, type Tolerance } from './compare.ts';
export {
  bitwiseAnd,
  bitwiseOr,
  bitwiseXor,
  equal,
  greater,
  greaterEqual,
  leftShift,
  less,
  lessEqual,
  logicalAnd,
  logicalOr,
  logicalXor,
  notEqual,
  rightShift,
} from './comparison.ts';
export { astype, contiguous, copy, copyInLayout } from './copy.ts';
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
export { cumprod, cumsum } from './cumulative.ts';
export {
  bitsOf,
  type DType,
  isFloat,
  isHalf,
  isInteger,
  isUnsigned,
  type TypedArray,
} from './dtype.ts';
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
export { exactElements, exactTensor, isExact, wrapped } from './exact-integers.ts';
export { assignAt, type Index, index } from './indexing.ts';
export { concatenate, repeat, split, splitEvenly, stack, tile } from './join.ts';
export { columnMajor, inLayoutOf } from './layout.ts';
export { det, inv, matrixRank, slogdet, solve, trace } from './linear-algebra.ts';
export { nonzero } from './mask.ts';
export { matmul } from './matmul.ts';
export {
  cosineSimilarity,
  leakyRelu,
  linear,
  logSoftmax,
  meanSquaredError,
  relu,
  sigmoid,
  softmax,
} from './nn.ts';
export { type NormOptions, type NormOrder, norm } from './norm.ts';
export type { PythonScalar, Value } from './operand.ts';
export { bmm, cross, dot, inner, mm, mv, outer } from './products.ts';
export { floatFor, numpyRules } from './promote-numpy.ts';
export { torchRules } from './promote-torch.ts';
export type { Operand, Rules } from './promotion.ts';
export { all, any, argmax, argmin, countNonzero, max, min, prod, type Reduction, sum } from './reduce.ts';
export type { ReduceOptions } from './reduce-axes.ts';
export { rowMajorData } from './row-major.ts';
export { rowMajorStrides, type Shape, sameShape, sizeOf } from './shape.ts';
export type { Broadcast, Nested, Reverse, ShapeMismatch, ShapeOf } from './shape-types.ts';
export type { Slice } from './slice.ts';
export { argsort, type SortOptions, sort, topk, unique } from './sort.ts';
export { mean, median, type Spread, type SpreadOptions, standardDeviation, variance } from './statistics.ts';
export type { Storage } from './storage.ts';
export { type NestedValues, Tensor } from './tensor.ts';
export { diagonal, diagonalMatrix, tril, triu } from './triangle.ts';
export {
  absolute,
  bitwiseNot,
  ceil,
  degrees,
  exp,
  floor,
  isfinite,
  isinf,
  isnan,
  log,
  logicalNot,
  negative,
  radians,
  reciprocal,
  round,
  rsqrt,
  sign,
  signbit,
  sqrt,
  square,
  trunc,
  type UnaryOperation,
  type UnaryOptions,
} from './unary.ts';
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
export { clip, where } from './where.ts';
