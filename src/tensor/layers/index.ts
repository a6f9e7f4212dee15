/** What convolutions, pooling, normalisation and other layers compute: an entry of its own, for few programs need it. */
export { erf, gelu, geluByTanh } from './activations-node.ts';
export type { Pair, Steps } from './convolution.ts';
export { convolution, transposedConvolution } from './convolution-node.ts';
export { embedding } from './embedding-node.ts';

export {
  dividedBy,
  huber,
  type Reduction,
  smoothL1,
  weightedEntropy,
  weightedLogistic,
  weightedNll,
} from './losses-node.ts';
export { batchNorm, channelMoments, groupNorm, layerNorm } from './normalisation-node.ts';
export { type PlaneTerm, planeMap } from './plane-map-node.ts';
export type { Windows } from './pooling.ts';
export { pooledSize } from './pooling.ts';
export { averagePooling, maxPooling, partsOf } from './pooling-node.ts';
export { type Moments, scaleOf } from './standardise.ts';
