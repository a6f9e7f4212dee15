/**
 * Float tensors of one shape and dtype combined with a number, as the steps of an optimiser need them:
 * https://pytorch.org/docs/stable/generated/torch.addcmul.html, addcdiv and lerp. float32 rounds after each operation,
 * the number first, as PyTorch's kernels for the CPU do without fused multiply-add.
 */
import { allocate } from './dtype.ts';
import { rowMajorData } from './row-major.ts';
import { fromData, type Tensor } from './tensor.ts';

type Round = (value: number) => number;

const exact: Round = (value) => value;

/** Returns the rounding that a dtype needs after each operation; none for float64. */
const rounding = ({ dtype }: Tensor): Round => (dtype === 'float32' ? Math.fround : exact);

function combined(a: Tensor, b: Tensor, c: Tensor, combine: (x: number, y: number, z: number) => number) {
  const [xs, ys, zs] = [rowMajorData(a), rowMajorData(b), rowMajorData(c)];
  const data = allocate(a.dtype, a.size);
  for (let i = 0; i < data.length; i++) data[i] = combine(xs[i] as number, ys[i] as number, zs[i] as number);
  return fromData(data, a.shape, a.dtype);
}

/** `a + factor · b · c`, multiplied from the left. */
export function addProduct(a: Tensor, b: Tensor, c: Tensor, factor = 1): Tensor {
  const round = rounding(a);
  const scale = round(factor);
  return combined(a, b, c, (x, y, z) => x + round(round(scale * y) * z));
}

/** `a + factor · b / c`, multiplied first. */
export function addQuotient(a: Tensor, b: Tensor, c: Tensor, factor = 1): Tensor {
  const round = rounding(a);
  const scale = round(factor);
  return combined(a, b, c, (x, y, z) => x + round(round(scale * y) / z));
}

/** `a + factor · b`. */
export function addScaled(a: Tensor, b: Tensor, factor: number): Tensor {
  const round = rounding(a);
  const scale = round(factor);
  return combined(a, b, b, (x, y) => x + round(scale * y));
}

/**
 * `start + weight · (end − start)`; from a weight of 0.5 on it is counted back from `end`, so that a weight of 1 gives
 * exactly `end`.
 */
export function interpolate(start: Tensor, end: Tensor, weight: number): Tensor {
  const round = rounding(start);
  const share = round(weight);
  const rest = round(1 - share);
  return combined(start, end, end, (x, y) => {
    const span = round(y - x);
    return share < 0.5 ? x + round(share * span) : y - round(span * rest);
  });
}
