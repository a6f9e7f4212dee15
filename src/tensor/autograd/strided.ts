/** Gradients of views by their geometry: where in the storage of the base the elements of a view lie. */
import { assign, copy, type Shape, Tensor, zeros } from '../index.ts';
import { type Edge, GradientNode } from './node.ts';
import { sum } from './torch.ts';

/** Returns the elements of a new tensor shaped like `base` that lie where `view` lies in `base`. */
function regionOf(memory: Tensor, view: Tensor): Tensor {
  return new Tensor(memory.storage, view.shape, view.strides, view.offset, memory.dtype);
}

/** `gradient`, shaped like `base`, laid out in memory as `base` is. */
function laidOut(gradient: Tensor, base: Tensor): Tensor {
  const memory = zeros<Shape>([base.storage.length], gradient.dtype);
  return assign(new Tensor(memory.storage, base.shape, base.strides, base.offset, gradient.dtype), gradient);
}

/** Returns the part of `gradient`, the gradient of `base`, that belongs to `view`. */
export function gradientInView(gradient: Tensor, base: Tensor, view: Tensor): Tensor {
  return copy(regionOf(laidOut(gradient, base), view));
}

/** `gradient`, the gradient of `base`, with the part that belongs to `view` replaced by `part`. */
export function withGradientInView(gradient: Tensor, base: Tensor, view: Tensor, part: Tensor): Tensor {
  const whole = laidOut(gradient, base);
  assign(regionOf(whole, view), part);
  return whole;
}

/** Returns the node that makes `view` out of the storage of `base`, whose gradient goes to `edge`. */
export function stridedNode(edge: Edge | null, base: Tensor, view: Tensor): GradientNode {
  const gradient = ([output]: readonly (Tensor | null)[]) => {
    const stretched = view.strides.flatMap((stride, axis) => (stride === 0 ? [axis] : []));
    const once = new Tensor(
      view.storage,
      view.shape.map((size, axis) => (stretched.includes(axis) ? Math.min(1, size) : size)),
      view.strides,
      view.offset,
      view.dtype,
    );
    const part = sum(output as Tensor, stretched, true);
    return withGradientInView(zeros<Shape>(base.shape, base.dtype), base, once, part);
  };
  return new GradientNode('AsStridedBackward0', [{ edge, like: base, saved: [], keeps: false, gradient }]);
}
