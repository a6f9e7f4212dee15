/** PyTorch's norms of vectors on the CPU, digit for digit (aten/src/ATen/native/cpu/ReduceOpsKernel.cpp, `norm_kernel`). */

import { allocate, type TypedArray } from '../dtype.ts';
import { pow } from '../elementary/index.ts';
import { workAt } from '../meter/index.ts';
import type { Axes } from '../reduced-shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { lanesOf } from './cascade-sum.ts';
import { type Block, reductionLoops } from './reduction-loops.ts';

/**
 * (Σ|x|ᵖ)^(1/p) over the axes `dim` of a float tensor, all unless given, for a finite p other than 0; of nothing 0. Each
 * power and each sum is rounded to the dtype.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function vectorNormOf(t: Tensor, p: number, dim: Axes, keepdim: boolean): Tensor {
  const { shape, count, blocks, isContiguous } = reductionLoops('norm', t, dim, keepdim);
  const sums = allocate(t.dtype, count);
  const rounded = t.dtype === 'float32' ? Math.fround : (x: number) => x;
  const exponent = rounded(p);
  for (const block of blocks)
    if (p === 2 && isContiguous) addByLanes(t, block, sums);
    else addInOrder(t, block, sums, exponent);
  for (let i = 0; i < count && p !== 1; i++) {
    const sum = sums[i] as number;
    sums[i] = p === 2 ? Math.sqrt(sum) : pow(sum, rounded(1 / exponent));
  }
  return fromData(sums, shape, t.dtype);
}

function addInOrder({ storage: { data }, dtype }: Tensor, block: Block, sums: TypedArray, p: number): void {
  const { input, output, inner, outer } = block;
  const power = allocate(dtype, 1);
  for (let j = 0; j < outer.size; j++)
    for (let i = 0; i < inner.size; i++) {
      workAt(i);
      const size = Math.abs(data[input + i * inner.input + j * outer.input] as number);
      power[0] = p === 1 ? size : p === 2 ? size * size : pow(size, p);
      const place = output + i * inner.output + j * outer.output;
      sums[place] = (sums[place] as number) + (power[0] as number);
    }
}

/** Squares in vectors of 32 bytes: the lanes are added in order, then what fills no vector. */
function addByLanes({ storage: { data }, dtype }: Tensor, block: Block, sums: TypedArray): void {
  const { input, output, inner, outer } = block;
  const width = lanesOf(dtype);
  const whole = inner.size - (inner.size % width);
  const square = allocate(dtype, 1);
  for (let j = 0; j < outer.size; j++) {
    const lanes = allocate(dtype, width);
    const start = input + j * outer.input;
    const add = (lane: number, i: number): void => {
      square[0] = (data[start + i] as number) ** 2;
      lanes[lane] = (lanes[lane] as number) + (square[0] as number);
    };
    for (let i = 0; i < whole; i++) {
      workAt(i);
      add(i % width, i);
    }
    for (let lane = 1; lane < width; lane++) lanes[0] = (lanes[0] as number) + (lanes[lane] as number);
    for (let i = whole; i < inner.size; i++) add(0, i);
    const place = output + j * outer.output;
    sums[place] = (sums[place] as number) + (lanes[0] as number);
  }
}
