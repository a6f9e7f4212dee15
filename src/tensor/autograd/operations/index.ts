/** The differentiable operations, by PyTorch's names. */
export {
  elu,
  hardtanh,
  leakyReLU,
  logSigmoid,
  logSoftmax,
  relu,
  sigmoid,
  silu,
  softmax,
  softplus,
} from './activations.ts';
export { add, div, divRounded, floorDivide, mul, remainder, rsub, sub } from './arithmetic.ts';
export { copyFrom, fill, maskedFill, to, where, zero } from './choices.ts';
export { amax, amin, clamp, clampMax, clampMin, max, maximum, median, min, minimum } from './extrema.ts';
export { assignAt, index } from './indexing.ts';
export { cat, stack } from './joins.ts';
export { det, inv, solve } from './linear-algebra.ts';
export {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  l1Loss,
  mseLoss,
  nllLoss,
} from './losses.ts';
export { linear, matmul, outer } from './matmul.ts';
export { cosineSimilarity, matrixNorm, normalize, vectorNorm } from './norms.ts';
export { pow } from './power.ts';
export { addmm, bmm, cross, dot, mm, mv } from './products.ts';
export {
  cumprod,
  cumsum,
  logsumexp,
  mean,
  prod,
  std,
  sum,
  variance,
} from './reductions.ts';
export {
  diag,
  flip,
  gather,
  indexSelect,
  maskedSelect,
  maxAlong,
  medianAlong,
  minAlong,
  type Ranked,
  repeat,
  roll,
  sort,
  take,
  topk,
  trace,
  tril,
  triu,
} from './selections.ts';
export {
  abs,
  acos,
  asin,
  atan,
  ceil,
  cos,
  cosh,
  deg2rad,
  exp,
  expm1,
  floor,
  log,
  log1p,
  log2,
  log10,
  neg,
  rad2deg,
  reciprocal,
  round,
  rsqrt,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  tan,
  tanh,
  trunc,
} from './unary.ts';
export {
  alias,
  clone,
  contiguous,
  diagonal,
  expand,
  flatten,
  permute,
  repeatInterleave,
  reshape,
  reverseAxes,
  select,
  slice,
  split,
  squeeze,
  t,
  transpose,
  unbind,
  unsqueeze,
  view,
} from './views.ts';
