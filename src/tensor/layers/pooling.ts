/**
 * The greatest element or the mean of each window of an image [N, C, H, W]:
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html and avg_pool2d.html.
 */

import { allocate } from '../dtype.ts';
import { work } from '../meter/index.ts';
import { rowMajorData } from '../row-major.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import type { Pair, Steps } from './convolution.ts';

export type Windows = Steps & {
  readonly kernel: Pair;
  /** Whether a window may begin inside and end beyond the padding. */
  readonly ceil: boolean;
};

/** Returns how many windows fit along an axis. */
export function pooledSize(size: number, windows: Windows, axis: 0 | 1): number {
  const { kernel, stride, padding, dilation, ceil } = windows;
  const room = size + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1;
  const count = (ceil ? Math.ceil(room / stride[axis]) : Math.floor(room / stride[axis])) + 1;
  // The last window must begin inside the image or the padding before it.
  const beyond = (count - 1) * stride[axis] >= size + padding[axis];
  return ceil && beyond ? count - 1 : count;
}

const pooledShape = (shape: Shape, windows: Windows): number[] => [
  ...shape.slice(0, -2),
  pooledSize(shape.at(-2) as number, windows, 0),
  pooledSize(shape.at(-1) as number, windows, 1),
];

/** Calls `window` for each window, with the place of its result and the places of the elements in it. */
function visitWindows(
  shape: Shape,
  windows: Windows,
  window: (result: number, places: readonly number[], row: number, column: number) => void,
): void {
  const [height, width] = shape.slice(-2) as unknown as Pair;
  const [rows, columns] = pooledShape(shape, windows).slice(-2) as unknown as Pair;
  const planes = sizeOf(shape.slice(0, -2));
  const { kernel, stride, padding, dilation } = windows;
  let result = 0;
  for (let plane = 0; plane < planes; plane++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        work(kernel[0]);
        const places: number[] = [];
        for (let i = 0; i < kernel[0]; i++) {
          const y = row * stride[0] - padding[0] + i * dilation[0];
          if (y < 0 || y >= height) continue;
          work(kernel[1]);
          for (let j = 0; j < kernel[1]; j++) {
            const x = column * stride[1] - padding[1] + j * dilation[1];
            if (x >= 0 && x < width) places.push((plane * height + y) * width + x);
          }
        }
        window(result++, places, row, column);
      }
}

/** Returns the greatest element of each window and its place in the image's plane; the first of equals, and nan above all. */
export function maxPool(image: Tensor, windows: Windows): { values: Tensor; indices: Tensor } {
  const shape = pooledShape(image.shape, windows);
  const from = rowMajorData(image);
  const plane = (image.shape.at(-1) as number) * (image.shape.at(-2) as number);
  const [values, indices] = [allocate(image.dtype, sizeOf(shape)), allocate('int64', sizeOf(shape))];
  visitWindows(image.shape, windows, (result, places) => {
    let greatest = places[0] as number;
    for (const place of places) {
      const value = from[place] as number;
      if (value > (from[greatest] as number) || Number.isNaN(value)) greatest = place;
    }
    values[result] = from[greatest] as number;
    indices[result] = greatest % plane;
  });
  return { values: fromData(values, shape, image.dtype), indices: fromData(indices, shape, 'int64') };
}

/** By what the sum of a window is divided. */
export type Divisor = { readonly countPadding: boolean; readonly fixed?: number | undefined };

function divisorOf(windows: Windows, shape: Shape, divisor: Divisor) {
  const { kernel, stride, padding } = windows;
  const extent = (axis: 0 | 1, at: number): number => {
    const start = at * stride[axis] - padding[axis];
    return Math.min(start + kernel[axis], (shape.at(axis - 2) as number) + padding[axis]) - start;
  };
  return (inside: number, row: number, column: number): number =>
    divisor.fixed ?? (divisor.countPadding ? extent(0, row) * extent(1, column) : inside);
}

/** Returns the mean of each window. */
export function averagePool(image: Tensor, windows: Windows, divisor: Divisor): Tensor {
  const shape = pooledShape(image.shape, windows);
  const from = rowMajorData(image);
  const data = allocate(image.dtype, sizeOf(shape));
  const dividedBy = divisorOf(windows, image.shape, divisor);
  visitWindows(image.shape, windows, (result, places, row, column) => {
    // Each store into `data` rounds, as PyTorch's sums do.
    for (const place of places) data[result] = (data[result] as number) + (from[place] as number);
    data[result] = (data[result] as number) / dividedBy(places.length, row, column);
  });
  return fromData(data, shape, image.dtype);
}

/** Returns the gradient of the image of `averagePool` from that of the result. */
export function averagePoolGradient(
  gradient: Tensor,
  image: Shape,
  windows: Windows,
  divisor: Divisor,
): Tensor {
  const from = rowMajorData(gradient);
  const sums = allocate(gradient.dtype, sizeOf(image));
  const shares = allocate(gradient.dtype, 1);
  const dividedBy = divisorOf(windows, image, divisor);
  visitWindows(image, windows, (result, places, row, column) => {
    shares[0] = (from[result] as number) / dividedBy(places.length, row, column);
    for (const place of places) sums[place] = (sums[place] as number) + (shares[0] as number);
  });
  return fromData(sums, image, gradient.dtype);
}
