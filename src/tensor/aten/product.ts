/** PyTorch's product of floats on the CPU, digit for digit: ATen's `binary_kernel_reduce_vec` (native/cpu/Reduce.h). */

import { allocate, type DType, type TypedArray } from '../dtype.ts';
import { workAt } from '../meter/index.ts';
import type { Axes } from '../reduced-shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { lanesOf } from './cascade-sum.ts';
import { reductionLoops } from './reduction-loops.ts';

/** How many vectors are multiplied side by side. */
const PARALLEL = 4;

/**
 * Returns the product over the axes `dim` of a float tensor, all unless given; of nothing 1.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function productOf(t: Tensor, dim: Axes, keepdim: boolean): Tensor {
  const { shape, count, blocks } = reductionLoops('prod', t, dim, keepdim);
  const result = allocate(t.dtype, count).fill(1);
  const { data } = t.storage;
  for (const { input, output, inner, outer } of blocks)
    for (let j = 0; j < outer.size; j++) {
      const start = input + j * outer.input;
      const to = output + j * outer.output;
      const contiguous = inner.output === 0 && inner.input === 1;
      let i = contiguous ? multiplyVectors(data, start, inner.size, result, to, t.dtype) : 0;
      for (; i < inner.size; i++) {
        workAt(i);
        const place = to + i * inner.output;
        result[place] = (result[place] as number) * (data[start + i * inner.input] as number);
      }
    }
  return fromData(result, shape, t.dtype);
}

/** Multiplies `result[to]` by the elements that fill rows of four vectors; returns how many these are. */
function multiplyVectors(
  data: TypedArray,
  start: number,
  size: number,
  result: TypedArray,
  to: number,
  dtype: DType,
): number {
  const lanes = lanesOf(dtype);
  const width = PARALLEL * lanes;
  const whole = size - (size % width);
  if (whole === 0) return 0;
  const products = allocate(dtype, width).fill(1);
  for (let i = 0; i < whole; i++) {
    workAt(i);
    products[i % width] = (products[i % width] as number) * (data[start + i] as number);
  }
  const multiply = (target: number, by: number): void => {
    products[target] = (products[target] as number) * (products[by] as number);
  };
  for (let lane = 0; lane < lanes; lane++) {
    multiply(lane, lane + lanes);
    multiply(lane + 2 * lanes, lane + 3 * lanes);
    multiply(lane, lane + 2 * lanes);
  }
  for (let lane = 1; lane < lanes; lane++) multiply(0, lane);
  result[to] = (result[to] as number) * (products[0] as number);
  return whole;
}
