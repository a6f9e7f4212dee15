/** Determinants, inverses and linear systems. */
import {
  contiguous,
  det as detOf,
  eye,
  inv as invOf,
  solve as solveOf,
  squeeze,
  type Tensor,
  torchRules,
  unsqueeze,
} from '../../index.ts';
import { operation } from '../operation.ts';
import { from, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';

const solveIn = (a: Tensor, b: Tensor) => solveOf(a, b, torchRules);

/** The determinant. */
export const det = operation((self: Variable) => {
  const x = self.value;
  const y = detOf(x, torchRules);
  return {
    node: 'LinalgDetBackward0',
    value: y,
    inputs: [from(self, (g) => detDerivative(g, x, y), self, RESULT)],
  };
});

/**
 * Returns the gradient of a determinant: g · det(x) · x⁻ᵀ. Where the determinant is exactly 0 there is no inverse, and PyTorch's
 * formula (`linalg_det_backward` in FunctionsManual.cpp), which scales by that 0, gives zeros instead of the cofactors.
 */
function detDerivative(g: Tensor, x: Tensor, y: Tensor): Tensor {
  const eachMatrix = (of: Tensor) => unsqueeze(unsqueeze(of, -1), -1);
  const identity: Tensor = eye(x.shape.at(-1) as number, undefined, 0, x.dtype);
  const singular = t.equal(y, 0);
  const scale = t.where(singular, 0, t.mul(g, y));
  const invertible = t.where(eachMatrix(singular), identity, x);
  const transposed = t.mT(invertible);
  // The layout makes the solver decompose what the determinant decomposed, so that the last digits are PyTorch's.
  const system = x.isContiguous ? transposed : contiguous(transposed);
  return solveIn(system, t.mul(eachMatrix(scale), identity));
}

/** The inverse. */
export const inv = operation((self: Variable) => {
  const y = invOf(self.value, torchRules);
  const turned = t.mT(y);
  return {
    node: 'LinalgInvExBackward0',
    value: y,
    inputs: [from(self, (g) => t.neg(t.matmul(turned, t.matmul(g, turned))), RESULT)],
  };
});

/** The x of `self` · x = `other`. */
export const solve = operation((self: Variable, other: Variable) => {
  const [a, b] = [self.value, other.value];
  const x = solveIn(a, b);
  const isVector = b.rank === 1;
  const columns = (of: Tensor) => (isVector ? unsqueeze(of, -1) : of);
  const solved = (g: Tensor) => solveIn(t.mT(a), columns(g));
  const ofSelf = (g: Tensor) => t.neg(t.matmul(solved(g), t.mT(columns(x))));
  const ofOther = (g: Tensor) => (isVector ? squeeze(solved(g), [-1]) : solved(g));
  return {
    node: 'LinalgSolveExBackward0',
    value: x,
    inputs: [from(self, ofSelf, self, RESULT), from(other, ofOther, self)],
  };
});
