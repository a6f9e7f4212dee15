/** Gradients made to match what they are the gradient of. */
import { type DType, type Shape, sameShape, type Tensor } from '../index.ts';
import { cast, reshaped, sum } from './torch.ts';

/**
 * `gradient` in the shape and dtype of `like`: summed over the axes along which `like` was broadcast, then
 * converted, as PyTorch's engine does between any two nodes.
 */
export function conform(gradient: Tensor, like: { readonly shape: Shape; readonly dtype: DType }): Tensor {
  const summed = sumTo(gradient, like.shape);
  return summed.dtype === like.dtype ? summed : cast(summed, like.dtype);
}

function sumTo(gradient: Tensor, shape: Shape): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const lead = gradient.rank - shape.length;
  const axis = gradient.shape.flatMap((_, each) => (each < lead || shape[each - lead] === 1 ? [each] : []));
  return reshaped(sum(gradient, axis), shape);
}
