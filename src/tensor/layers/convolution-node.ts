/** `torch.conv2d` in the graph; one-dimensional convolution is that of an image of height 1. */
import { operation } from '../autograd/operation.ts';
import { from, type Plan } from '../autograd/record.ts';
import type { Variable } from '../autograd/variable.ts';
import { add, torchRules as rules, type Shape, sum, type Tensor } from '../index.ts';
import { reshape, squeeze, unsqueeze } from '../views.ts';
import { convolve, convolveImageGradient, convolveKernelGradient, type Steps } from './convolution.ts';

/** Returns a row [N, C, W] as an image [N, C, 1, W]; an image stays. */
const asImage = (x: Tensor): Tensor => (x.rank === 3 ? unsqueeze(x, 2) : x);

/** Returns a sum of products, back in the rank of `like`, with the bias added along axis 1. */
function finished(image: Tensor, like: Tensor, bias: Variable | undefined): Tensor {
  const value = like.rank === 3 ? squeeze(image, [2]) : image;
  if (bias === undefined) return value;
  const spread: Tensor = reshape<Shape>(bias.value, [1, -1, ...new Array<number>(value.rank - 2).fill(1)]);
  return add<Shape, Shape>(value, spread, { rules });
}

/** Returns the gradient of a bias: the sum over all but the channels. */
const byChannel = (gradient: Tensor): Tensor =>
  sum<Shape, readonly number[]>(gradient, {
    axis: gradient.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis])),
  });

/** What a convolution needs beside its operands: the steps, and for a transposed one the shape of its result. */
type Computation = {
  readonly value: (x: Tensor, w: Tensor) => Tensor;
  readonly image: (g: Tensor, x: Tensor, w: Tensor) => Tensor;
  readonly kernel: (g: Tensor, x: Tensor, w: Tensor) => Tensor;
};

function plan(image: Variable, kernel: Variable, bias: Variable | undefined, by: Computation): Plan {
  const [x, w] = [asImage(image.value), asImage(kernel.value)];
  const back = (gradient: Tensor, like: Variable): Tensor => reshape<Shape>(gradient, like.value.shape);
  return {
    node: 'ConvolutionBackward0',
    value: finished(by.value(x, w), image.value, bias),
    inputs: [
      from(image, (g) => back(by.image(asImage(g), x, w), image), image, kernel),
      from(kernel, (g) => back(by.kernel(asImage(g), x, w), kernel), image, kernel),
      ...(bias === undefined ? [] : [from(bias, byChannel)]),
    ],
  };
}

/**
 * Images [N, C, H, W], or rows [N, C, W], convolved with kernels [O, C / groups, h, w] or [O, C / groups, w]; the bias has
 * one number for each kernel.
 */
export const convolution = operation(
  (image: Variable, kernel: Variable, bias: Variable | undefined, steps: Steps): Plan =>
    plan(image, kernel, bias, {
      value: (x, w) => convolve(x, w, steps),
      image: (g, x, w) => convolveImageGradient(g, w, x.shape, steps),
      kernel: (g, x, w) => convolveKernelGradient(g, x, w.shape, steps),
    }),
);

/** The transposed convolution, which sends the gradient of a convolution back, used forwards; `shape` is the image's. */
export const transposedConvolution = operation(
  (image: Variable, kernel: Variable, bias: Variable | undefined, steps: Steps, shape: Shape): Plan =>
    plan(image, kernel, bias, {
      value: (x, w) => convolveImageGradient(x, w, shape, steps),
      image: (g, _x, w) => convolve(g, w, steps),
      kernel: (g, x, w) => convolveKernelGradient(x, g, w.shape, steps),
    }),
);
