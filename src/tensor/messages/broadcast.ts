/** What NumPy and PyTorch raise where two shapes do not broadcast. Their Python modules raise it, and figures show it. */
import type { Shape } from '../shape.ts';
import { type Raised, tightShape } from './raised.ts';

/** NumPy's `a + b`: it names the shapes of all operands, each with a space after it. */
export function numpyBroadcastMismatch(shapes: readonly Shape[]): Raised<'ValueError'> {
  const listed = shapes.map((shape) => `${tightShape(shape)} `).join('');
  return {
    type: 'ValueError',
    message: `operands could not be broadcast together with shapes ${listed}`,
  };
}

/** PyTorch's `a + b`: it names the last axis, counted in the result, on which the sizes `a` and `b` disagree. */
export function torchBroadcastMismatch(
  [a, b]: readonly [a: number, b: number],
  axis: number,
): Raised<'RuntimeError'> {
  return {
    type: 'RuntimeError',
    message: `The size of tensor a (${a}) must match the size of tensor b (${b}) at non-singleton dimension ${axis}`,
  };
}
