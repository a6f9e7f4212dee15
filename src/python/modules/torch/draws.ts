/** Tensors of random numbers, filled in the order in which PyTorch fills them: that of their memory. */
import { type DType, fromFlat, permute, type Shape, sizeOf, type Tensor } from '../../../tensor/index.ts';
import {
  type FloatDType,
  fillNormal,
  fillUniform,
  type Spread,
  torchUniform,
} from '../../../tensor/random/index.ts';
import { allocate, makeArray } from '../../objects/index.ts';
import { list, runtimeError } from './errors.ts';
import { defaultGenerator, type GeneratorObject } from './generator.ts';

/** What gives a new tensor its shape and the order of its memory. */
export type Layout = Pick<Tensor, 'shape' | 'strides' | 'isContiguous'>;

/** Returns the layout of a new tensor: rows one after another. */
export function newLayout(shape: Shape): Layout {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined)
    throw runtimeError(`Trying to create tensor with negative dimension ${negative}: ${list(shape)}`);
  allocate(sizeOf(shape));
  let stride = sizeOf(shape);
  const strides = shape.map((size) => {
    stride /= Math.max(size, 1);
    return stride;
  });
  return { shape, strides, isContiguous: true };
}

/** Returns a tensor of the layout, whose elements `data` holds in the order of memory. */
export function inMemoryOrder({ shape, strides }: Layout, data: ArrayLike<number>, dtype: DType): Tensor {
  const axes = shape
    .map((_, axis) => axis)
    .sort((a, b) => Math.abs(strides[b] as number) - Math.abs(strides[a] as number) || a - b);
  const filled = fromFlat(
    data,
    axes.map((axis) => shape[axis] as number),
    dtype,
  ) as Tensor;
  return permute(
    filled,
    axes.map((_, axis) => axes.indexOf(axis)),
  ) as Tensor;
}

function arrayOf(dtype: FloatDType, size: number): Float32Array | Float64Array {
  allocate(size);
  return dtype === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

/** Uniform numbers of [low, high). */
export function uniformNumbers(
  layout: Layout,
  dtype: FloatDType,
  bounds: { readonly low: number; readonly high: number },
  { source }: GeneratorObject = defaultGenerator(),
): Tensor {
  const data = arrayOf(dtype, sizeOf(layout.shape));
  fillUniform(data, source, bounds);
  return inMemoryOrder(layout, data, dtype);
}

/** Normal numbers. */
export function normalNumbers(
  layout: Layout,
  dtype: FloatDType,
  spread: Spread,
  { source }: GeneratorObject = defaultGenerator(),
): Tensor {
  const data = arrayOf(dtype, sizeOf(layout.shape));
  fillNormal(data, source, spread, layout.isContiguous);
  return inMemoryOrder(layout, data, dtype);
}

/** Ones with that probability, zeros else. */
export function coins(
  layout: Layout,
  dtype: DType,
  probability: number,
  { source }: GeneratorObject = defaultGenerator(),
): Tensor {
  const draws = makeArray(sizeOf(layout.shape), () => Number(torchUniform(source, 'float64') < probability));
  return inMemoryOrder(layout, draws, dtype);
}
