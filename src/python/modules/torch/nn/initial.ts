/**
 * The values that a layer's parameters start with, drawn from the default generator. Until a program writes to them, a
 * trace calls those random that come from the seed of the run.
 */
import { Variable } from '../../../../tensor/autograd/index.ts';
import type { DType, Shape, Tensor } from '../../../../tensor/index.ts';
import type { FloatDType } from '../../../../tensor/random/index.ts';
import { newLayout, normalNumbers, uniformNumbers } from '../draws.ts';
import { defaultGenerator } from '../generator.ts';
import { session } from '../session.ts';
import { parameterType, TensorObject } from '../tensor.ts';

const floatOr = (dtype: DType | undefined): FloatDType => (dtype ?? session().defaultDType) as FloatDType;

/** Returns a parameter with values between ±`bound`. */
export const initialParameter = (shape: Shape, bound: number, dtype?: DType): TensorObject =>
  parameterOf(uniformNumbers(newLayout(shape), floatOr(dtype), { low: -bound, high: bound }));

/** Returns a parameter with normal values of mean 0 and standard deviation 1: that of an Embedding. */
export const normalParameter = (shape: Shape, dtype?: DType): TensorObject =>
  parameterOf(normalNumbers(newLayout(shape), floatOr(dtype), { mean: 0, std: 1 }));

/** Returns a parameter that starts as `tensor`. */
export function parameterOf(tensor: Tensor): TensorObject {
  const made = new TensorObject(new Variable(tensor).requireGrad(), parameterType);
  const { storage } = tensor;
  if (!defaultGenerator().isSeeded) made.initial = { storage, version: storage.version };
  return made;
}

/** The slope for which PyTorch's layers call `kaiming_uniform_`. */
const SLOPE = Math.sqrt(5);

/**
 * Returns the bound of a weight with `fanIn` inputs to each output, as `kaiming_uniform_(weight, a=√5)` computes it: 1/√fanIn but
 * for rounding (He and others 2015, https://arxiv.org/abs/1502.01852). That of the bias is `biasBound`.
 */
export function weightBound(fanIn: number): number {
  const gain = Math.sqrt(2 / (1 + SLOPE * SLOPE));
  return Math.sqrt(3) * (gain / Math.sqrt(fanIn));
}

/** Returns the bound of a bias; 0 without inputs. */
export const biasBound = (fanIn: number): number => (fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0);
