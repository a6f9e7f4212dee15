/** PyTorch's running sums and products (aten/src/ATen/native/cpu/ReduceOpsKernel.cpp): float32 is accumulated in float64. */
import { alongAxis } from '../along-axis.ts';
import { isFloat, settle } from '../dtype.ts';
import type { Tensor } from '../tensor.ts';

/** Running sums along `dim` of a tensor with at least one axis; bools and integers give int64. @throws {ShapeError} `axis`. */
export const cumsumOf = running('cumsum', 0, (sum, x) => sum + x);

/** Running products, as `cumsumOf`. */
export const cumprodOf = running('cumprod', 1, (product, x) => product * x);

function running(name: string, start: number, step: (before: number, x: number) => number) {
  return (t: Tensor, dim: number): Tensor => {
    const dtype = isFloat(t.dtype) ? t.dtype : 'int64';
    return alongAxis(name, t, dim, { dtype }, (from, to) => {
      let total = start;
      for (let i = 0; i < from.length; i++) to[i] = total = step(total, from[i] as number);
      settle(to, dtype);
    });
  };
}
