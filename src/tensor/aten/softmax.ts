/**
 * PyTorch's softmax on the CPU, digit for digit (aten/src/ATen/native/cpu/SoftMaxKernel.cpp): along the last axis in vectors
 * of 32 bytes, and multiplied by 1 / sum; along another axis one after another, and divided by the sum.
 */
import { allocate, type TypedArray } from '../dtype.ts';
import { exp, log } from '../elementary/index.ts';
import { logSingle } from '../real-functions/index.ts';
import { rowMajorData } from '../row-major.ts';
import { resolveAxes, sizeOf } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { lanesOf } from './cascade-sum.ts';

/** eˣ divided by the sum of them along `dim`, for a float tensor with at least one axis. @throws {ShapeError} `axis`. */
export const softmaxOf = (t: Tensor, dim: number): Tensor =>
  alongLines('softmax', t, dim, ({ powers, sum, isLast }) => {
    const inverse = rounded(powers, 1 / sum);
    for (let i = 0; i < powers.length; i++)
      powers[i] = isLast ? (powers[i] as number) * inverse : (powers[i] as number) / sum;
    return powers;
  });

/** Returns the logarithm of `softmaxOf`, without its loss of digits. */
export const logSoftmaxOf = (t: Tensor, dim: number): Tensor =>
  alongLines('logSoftmax', t, dim, ({ shifted, sum }) => {
    const below = shifted instanceof Float32Array ? logSingle(sum) : log(sum);
    for (let i = 0; i < shifted.length; i++) shifted[i] = (shifted[i] as number) - below;
    return shifted;
  });

/** One line of the tensor: its elements less the largest, e to the power of these, and the sum of the powers. */
type Line = {
  readonly shifted: TypedArray;
  readonly powers: TypedArray;
  readonly sum: number;
  readonly isLast: boolean;
};

function alongLines(operation: string, t: Tensor, dim: number, finish: (line: Line) => TypedArray): Tensor {
  const [axis] = resolveAxes(operation, [dim], t.rank) as [number];
  const length = t.shape[axis] as number;
  const inner = sizeOf(t.shape.slice(axis + 1));
  const from = rowMajorData(t);
  const result = allocate(t.dtype, t.size);
  const isLast = axis === t.rank - 1;
  const lanes = isLast ? lanesOf(t.dtype) : 1;
  for (let line = 0; line < t.size / length; line++) {
    const start = Math.floor(line / inner) * length * inner + (line % inner);
    const shifted = allocate(t.dtype, length);
    const powers = allocate(t.dtype, length);
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < length; i++) largest = Math.max(largest, from[start + i * inner] as number);
    for (let i = 0; i < length; i++) {
      shifted[i] = (from[start + i * inner] as number) - largest;
      powers[i] = exp(shifted[i] as number);
    }
    const values = finish({ shifted, powers, sum: sumByLanes(powers, lanes), isLast });
    for (let i = 0; i < length; i++) result[start + i * inner] = values[i] as number;
  }
  return fromData(result, t.shape, t.dtype);
}

/** Returns the lanes of a vector each summed on their own, then one after another. */
function sumByLanes(values: TypedArray, lanes: number): number {
  const sums = values.slice(0, lanes);
  for (let i = lanes; i < values.length; i++)
    sums[i % lanes] = (sums[i % lanes] as number) + (values[i] as number);
  for (let lane = 1; lane < sums.length; lane++) sums[0] = (sums[0] as number) + (sums[lane] as number);
  return sums[0] as number;
}

/** `value` rounded to the dtype of `like`. */
const rounded = (like: TypedArray, value: number): number =>
  like instanceof Float32Array ? Math.fround(value) : value;
