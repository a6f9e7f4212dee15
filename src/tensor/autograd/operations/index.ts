/** The differentiable operations, by PyTorch's names. */
export { leakyReLU, logSoftmax, relu, sigmoid, softmax } from './activations.ts';
export { add, div, divRounded, floorDivide, mul, remainder, rsub, sub } from './arithmetic.ts';
export { copyFrom, fill, maskedFill, to, where, zero } from './choices.ts';
export { amax, amin, clamp, clampMin, max, maximum, min, minimum } from './extrema.ts';
export { assignAt, index } from './indexing.ts';
export { cat, stack } from './joins.ts';
export { det, inv, solve } from './linear-algebra.ts';
export { type LossReduction, l1Loss, mseLoss } from './losses.ts';
export { linear, matmul, outer } from './matmul.ts';
export { cosineSimilarity, normalize, vectorNorm } from './norms.ts';
export { pow } from './power.ts';
export { addmm, bmm, cross, dot, mm, mv } from './products.ts';
export { cumsum, logsumexp, mean, prod, type ReduceOptions, std, sum, variance } from './reductions.ts';
export {
  diag,
  flip,
  gather,
  indexSelect,
  maskedSelect,
  maxAlong,
  minAlong,
  type Ranked,
  repeat,
  sort,
  take,
  topk,
  trace,
  tril,
  triu,
} from './selections.ts';
export * from './unary.ts';
export {
  alias,
  clone,
  contiguous,
  diagonal,
  expand,
  flatten,
  permute,
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
