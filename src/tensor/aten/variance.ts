/**
 * PyTorch's variance on the CPU, digit for digit (aten/src/ATen/native/ReduceOps.cpp, `std_var_all_cpu`, and
 * SharedReduceOps.h, `WelfordOps`): computed in float64 whatever the dtype is.
 */

import { allocate, settle } from '../dtype.ts';
import { workAt } from '../meter/index.ts';
import type { Axes } from '../reduced-shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { cascadeSum } from './cascade-sum.ts';
import { reductionLoops } from './reduction-loops.ts';

type Options = {
  /** The axes to reduce; all unless given. */
  readonly dim?: Axes;
  readonly keepdim: boolean;
  /** What is taken off the count. */
  readonly correction: number;
  /** True for the standard deviation. */
  readonly root: boolean;
};

/**
 * Returns the variance or standard deviation of a float tensor; of nothing nan.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function varianceOf(t: Tensor, { dim, keepdim, correction, root }: Options): Tensor {
  const loops = reductionLoops('var', t, dim, keepdim);
  const result = allocate(t.dtype, loops.count).fill(Number.NaN);
  const finish = (squares: number, count: number): number => {
    const value = squares / Math.max(0, count - correction);
    return root ? Math.sqrt(value) : value;
  };
  if (loops.count === 1 && t.size > 0) result[0] = finish(squaredDistances(t), t.size);
  else if (t.size > 0) {
    const spreads = Array.from({ length: loops.count }, () => new Welford());
    const { data } = t.storage;
    for (const { input, output, inner, outer } of loops.blocks)
      for (let j = 0; j < outer.size; j++)
        for (let i = 0; i < inner.size; i++) {
          workAt(i);
          spreads[output + i * inner.output + j * outer.output]?.add(
            data[input + i * inner.input + j * outer.input] as number,
          );
        }
    for (const [place, { squares, count }] of spreads.entries()) result[place] = finish(squares, count);
  }
  return fromData(settle(result, t.dtype), loops.shape, t.dtype);
}

/** Returns the sum of the squared distances from the mean, which is rounded to the dtype. */
function squaredDistances(t: Tensor): number {
  const rounded = allocate(t.dtype, 1);
  rounded[0] = cascadeSum(t, undefined, false).item();
  rounded[0] = (rounded[0] as number) / t.size;
  const mean = rounded[0] as number;
  let sum = 0;
  const { data } = t.storage;
  for (const { input, inner, outer } of reductionLoops('var', t, undefined, false).blocks) {
    let partial = 0;
    for (let j = 0; j < outer.size; j++)
      for (let i = 0; i < inner.size; i++) {
        workAt(i);
        const distance = (data[input + i * inner.input + j * outer.input] as number) - mean;
        partial += distance * distance;
      }
    sum += partial;
  }
  return sum;
}

/** Welford's running mean and sum of squared distances (1962, https://doi.org/10.1080/00401706.1962.10490022). */
class Welford {
  count = 0;
  squares = 0;
  #mean = 0;

  add(value: number): void {
    this.count++;
    const distance = value - this.#mean;
    this.#mean += distance / this.count;
    this.squares += distance * (value - this.#mean);
  }
}
