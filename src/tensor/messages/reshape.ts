/**
 * What NumPy and PyTorch raise for shapes that do not hold the elements, for views that would have to copy, and for slices
 * that walk back. Their Python modules raise it, and figures show it.
 */
import type { ShapeProblem } from '../errors.ts';
import { listedShape, type Raised, tightShape } from './raised.ts';

/** Why a requested shape cannot be taken. */
export type ReshapeProblem = Extract<ShapeProblem, { kind: 'reshape' | 'two-unknown-sizes' }>;

/** NumPy's `array.reshape(…)`. */
export function numpyReshapeRefusal(problem: ReshapeProblem): Raised<'ValueError'> {
  const message =
    problem.kind === 'reshape'
      ? `cannot reshape array of size ${problem.size} into shape ${tightShape(problem.requested)}`
      : 'can only specify one unknown dimension';
  return { type: 'ValueError', message };
}

/** PyTorch's `tensor.reshape(…)` and `tensor.view(…)`. */
export function torchReshapeRefusal(problem: ReshapeProblem): Raised<'RuntimeError'> {
  const message =
    problem.kind === 'reshape'
      ? `shape '${listedShape(problem.requested)}' is invalid for input of size ${problem.size}`
      : 'only one dimension can be inferred';
  return { type: 'RuntimeError', message };
}

/** PyTorch's `tensor.view(…)` where only a copy could have the shape. */
export const torchViewRefusal: Raised<'RuntimeError'> = {
  type: 'RuntimeError',
  message:
    "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
};

/** PyTorch's `tensor[::step]` for a step of 0 or below; NumPy takes steps below 0. */
export const torchStepRefusal: Raised<'ValueError'> = {
  type: 'ValueError',
  message: 'step must be greater than zero',
};
