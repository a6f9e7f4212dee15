/** Computations whose last digit depends on the order of operations, in the order of PyTorch's CPU kernels (ATen). */
export type { Axes } from '../reduced-shape.ts';
export { cascadeSum } from './cascade-sum.ts';
export { cumprodOf, cumsumOf } from './cumulative.ts';
export { nllSum } from './nll-sum.ts';
export { productOf } from './product.ts';
export { logSoftmaxOf, softmaxOf } from './softmax.ts';
export { varianceOf } from './variance.ts';
export { vectorNormOf } from './vector-norm.ts';
