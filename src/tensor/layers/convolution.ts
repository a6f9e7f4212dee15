/**
 * Cross-correlation of images with kernels, which neural networks call convolution, and its two gradients:
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html. Images are [N, C, H, W], kernels
 * [O, C / groups, h, w]. Products are added in double precision and rounded once.
 */
import { allocate, type TypedArray } from '../dtype.ts';
import { reserve, work } from '../meter/index.ts';
import { rowMajorData } from '../row-major.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';

export type Pair = readonly [vertical: number, horizontal: number];

/** How a kernel moves over an image: in elements, vertical before horizontal. */
export type Steps = { readonly stride: Pair; readonly padding: Pair; readonly dilation: Pair };

type Planes = readonly [count: number, channels: number, height: number, width: number];

/** Returns the size of the result along one axis; below 1 where the kernel does not fit. */
function windowCount(size: number, kernel: number, steps: Steps, axis: 0 | 1): number {
  const reach = steps.dilation[axis] * (kernel - 1) + 1;
  return Math.floor((size + 2 * steps.padding[axis] - reach) / steps.stride[axis]) + 1;
}

/** Returns the shape of the result of `convolve`. */
function convolvedShape(image: Shape, kernel: Shape, steps: Steps): Planes {
  const [count, , height, width] = image as Planes;
  const [channels, , h, w] = kernel as Planes;
  return [count, channels, windowCount(height, h, steps, 0), windowCount(width, w, steps, 1)];
}

/** Calls `meet` with the places of each element of the result, of the image and of the kernel that it depends on. */
function visit(
  image: Shape,
  kernel: Shape,
  steps: Steps,
  meet: (result: number, image: number, kernel: number) => void,
): void {
  const [, channels, height, width] = image as Planes;
  const [count, filters, rows, columns] = convolvedShape(image, kernel, steps);
  const [, depth, h, w] = kernel as Planes;
  const perGroup = filters / (channels / depth);
  const [[down, right], [top, left], [stepDown, stepRight]] = [steps.stride, steps.padding, steps.dilation];
  let result = 0;
  for (let n = 0; n < count; n++)
    for (let filter = 0; filter < filters; filter++) {
      const first = n * channels + Math.floor(filter / perGroup) * depth;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++, result++) {
          work(depth * h);
          for (let c = 0; c < depth; c++)
            for (let i = 0; i < h; i++) {
              const y = row * down - top + i * stepDown;
              if (y < 0 || y >= height) continue;
              work(w);
              for (let j = 0; j < w; j++) {
                const x = column * right - left + j * stepRight;
                if (x < 0 || x >= width) continue;
                meet(result, ((first + c) * height + y) * width + x, ((filter * depth + c) * h + i) * w + j);
              }
            }
        }
    }
}

/** Returns the tensor of `shape` whose elements `add` sums up in double precision. */
function summed(shape: Shape, like: Tensor, add: (sums: Float64Array) => void): Tensor {
  reserve(sizeOf(shape));
  const sums = new Float64Array(sizeOf(shape));
  add(sums);
  const data = allocate(like.dtype, sums.length);
  data.set(sums);
  return fromData(data, shape, like.dtype);
}

const product = (
  sums: Float64Array,
  at: number,
  a: TypedArray,
  i: number,
  b: TypedArray,
  j: number,
): void => {
  sums[at] = (sums[at] as number) + (a[i] as number) * (b[j] as number);
};

/** Returns each kernel laid over each place of each image, its products with the elements below it added. */
export function convolve(image: Tensor, kernel: Tensor, steps: Steps): Tensor {
  const [x, w] = [rowMajorData(image), rowMajorData(kernel)];
  return summed(convolvedShape(image.shape, kernel.shape, steps), image, (sums) =>
    visit(image.shape, kernel.shape, steps, (result, i, k) => product(sums, result, x, i, w, k)),
  );
}

/** Returns the gradient of the image from that of the result: also what a transposed convolution computes. */
export function convolveImageGradient(gradient: Tensor, kernel: Tensor, image: Shape, steps: Steps): Tensor {
  const [g, w] = [rowMajorData(gradient), rowMajorData(kernel)];
  return summed(image, gradient, (sums) =>
    visit(image, kernel.shape, steps, (result, i, k) => product(sums, i, g, result, w, k)),
  );
}

/** Returns the gradient of the kernel from that of the result. */
export function convolveKernelGradient(gradient: Tensor, image: Tensor, kernel: Shape, steps: Steps): Tensor {
  const [g, x] = [rowMajorData(gradient), rowMajorData(image)];
  return summed(kernel, gradient, (sums) =>
    visit(image.shape, kernel, steps, (result, i, k) => product(sums, k, g, result, x, i)),
  );
}
