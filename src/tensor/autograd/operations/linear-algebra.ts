/** Determinants, inverses and linear systems. */
import {
  det as detOf,
  eye,
  fromFlat,
  index,
  inv as invOf,
  solve as solveOf,
  stack,
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

/** The matrix of cofactors times the gradient; through the inverse where there is one. */
function detDerivative(g: Tensor, x: Tensor, y: Tensor): Tensor {
  const scale = (of: Tensor) => unsqueeze(unsqueeze(of, -1), -1);
  if (!y.toFlat().includes(0)) {
    const identity: Tensor = eye(x.shape.at(-1) as number, undefined, 0, x.dtype);
    return solveIn(t.mT(x), t.mul(scale(t.mul(g, y)), identity));
  }
  return t.mul(scale(g), cofactors(x));
}

/** For each element, the signed determinant of what is left without its row and column. */
function cofactors(x: Tensor): Tensor {
  const n = x.shape.at(-1) as number;
  const others = (skipped: number) =>
    fromFlat(
      [...Array(n).keys()].filter((i) => i !== skipped),
      [n - 1],
      'int64',
    );
  const minor = (row: number, column: number) =>
    detOf(index(index(x, ['...', others(row), {}]), ['...', others(column)]), torchRules);
  const rows = [...Array(n).keys()].map((row) =>
    stack(
      [...Array(n).keys()].map((column) => t.mul(minor(row, column), (row + column) % 2 === 0 ? 1 : -1)),
      -1,
    ),
  );
  return stack(rows, -2);
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
  const ofOther = (g: Tensor) => solveIn(t.mT(a), g);
  const ofSelf = (g: Tensor) => {
    const part = ofOther(g);
    return t.neg(b.rank === 1 ? t.matmul(unsqueeze(part, -1), unsqueeze(x, -2)) : t.matmul(part, t.mT(x)));
  };
  return {
    node: 'LinalgSolveExBackward0',
    value: x,
    inputs: [from(self, ofSelf, self, RESULT), from(other, ofOther, self)],
  };
});
