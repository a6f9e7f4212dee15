/** Random numbers: the generators of NumPy, PyTorch and Python, and the numbers that they make of random bits. */
// The functions that the distributions use, for those of others.
export { exp, log } from '../elementary/index.ts';
export { type BitSource, nextFloat, type Word64 } from './bits.ts';
export { BoundedIntegers, type Method, type Width } from './bounded.ts';
export { pointAt } from './circle.ts';
export { log1p } from './log1p.ts';
export { MT19937, STATE_SIZE } from './mt19937.ts';
export { PCG64 } from './pcg64.ts';
export { PolarNormal } from './polar-normal.ts';
export { SeedSequence, wordsOf } from './seed-sequence.ts';
export { TorchGenerator, type TorchState } from './torch-generator.ts';
export { fillNormal, type Spread, torchNormal } from './torch-normal.ts';
export { type FloatDType, fillUniform, torchExponential, torchUniform } from './torch-uniform.ts';
export {
  zigguratExponential,
  zigguratExponentialFloat,
  zigguratNormal,
  zigguratNormalFloat,
} from './ziggurat.ts';
export {
  exponentialDoubles,
  exponentialFloats,
  normalDoubles,
  normalFloats,
} from './ziggurat-layers.ts';
