/** `torch.matmul` and `linear`, composed of products and views exactly as ATen composes them. */
import { broadcastShapes, reshape as reshapeOf, type Shape, ShapeError, sizeOf } from '../../index.ts';
import { operation } from '../operation.ts';
import { from } from '../record.ts';
import { reshaped } from '../torch.ts';
import type { Variable } from '../variable.ts';
import { add, mul } from './arithmetic.ts';
import { addmm, bmm, dot, mm, mv } from './products.ts';
import { contiguous, expand, reshape, squeeze, t, transpose, unsafeView, unsqueeze, view } from './views.ts';

const rank = (of: Variable) => of.value.rank;
const size = (of: Variable, axis: number) => of.value.shape.at(axis) as number;

/** The squeeze in place that ends a vector times a matrix. */
const dropFirst = operation((self: Variable) => {
  const { value } = self;
  return {
    node: 'SqueezeBackward4',
    value: reshapeOf<Shape>(value, value.shape.slice(1)),
    inputs: [from(self, (g) => reshaped(g, value.shape))],
  };
});

/**
 * Returns the matrix product of PyTorch's `@`: https://pytorch.org/docs/stable/generated/torch.matmul.html
 * @throws {ShapeError} `rank` for a 0-d operand; `inner-sizes`, `broadcast`, named after the product that ATen chooses.
 */
export function matmul(self: Variable, other: Variable): Variable {
  if (rank(self) === 0 || rank(other) === 0) {
    const problem = { kind: 'rank', operand: rank(self) === 0 ? 0 : 1, expected: '1 or more' } as const;
    throw new ShapeError('matmul', problem, [self.value.shape, other.value.shape]);
  }
  const ranks = `${rank(self)} ${rank(other)}`;
  if (ranks === '1 1') return dot(self, other);
  if (ranks === '2 1') return mv(self, other);
  if (ranks === '1 2') return dropFirst(mm(unsqueeze(self, 0), other));
  if (ranks === '2 2') return mm(self, other);
  return folds(self, other) ? folded(self, other) : batched(self, other);
}

/** Returns whether ATen lays the matrices of the larger operand under each other and multiplies once. */
function folds(self: Variable, other: Variable): boolean {
  const selfIsLarger = rank(self) >= rank(other);
  const [larger, smaller] = selfIsLarger ? [self, other] : [other, self];
  if (rank(smaller) > 2) return false;
  if (smaller.requiresGrad) return true;
  if (rank(self) === 2) return false;
  const { shape, strides, size: count } = selfIsLarger ? larger.value : transposedValue(larger);
  if (count === 0) return true;
  // Without a copy only when the leading axes follow each other in memory.
  return shape
    .slice(0, -2)
    .every((_, axis) => strides[axis] === (strides[axis + 1] as number) * (shape[axis + 1] as number));
}

const transposedValue = (of: Variable) => transpose(of.detach(), -2, -1).value;

/** Matrices under each other, multiplied once; a smaller first operand from the other side. */
function folded(self: Variable, other: Variable): Variable {
  const selfIsLarger = rank(self) >= rank(other);
  const larger = selfIsLarger ? self : transpose(other, -2, -1);
  const smaller = selfIsLarger ? other : rank(self) === 2 ? t(self) : self;
  const { shape } = larger.value;
  const kept = shape.slice(0, -1);
  const rows = reshape(larger, [sizeOf(kept), size(larger, -1)]);
  if (rank(smaller) === 1) return unsafeView(mv(rows, smaller), kept);
  const product = unsafeView(mm(rows, smaller), [...kept, size(smaller, 1)]);
  return selfIsLarger ? product : contiguous(transpose(product, -2, -1));
}

/** Leading axes broadcast, made one, and multiplied as a batch. */
function batched(self: Variable, other: Variable): Variable {
  const [single, second] = [self, other].map(
    (each) => rank(each) === 3 && size(each, 0) === 1 && each.requiresGrad,
  );
  if (rank(self) === 3 && rank(other) === 3 && size(self, 0) !== size(other, 0)) {
    if (single) return matmul(squeeze(self, 0), other);
    if (second) return matmul(self, squeeze(other, 0));
  }
  const batch = broadcastShapes<Shape, Shape>(
    self.value.shape.slice(0, -2),
    other.value.shape.slice(0, -2),
    'matmul',
  );
  const matrices = (of: Variable, own: Shape) =>
    reshape(expand(of, [...batch, ...own]), [sizeOf(batch), ...own]);
  const rows = rank(self) > 1 ? [size(self, -2)] : [];
  const left = matrices(self, [...(rows.length ? rows : [1]), size(self, -1)]);
  if (rank(other) === 1) {
    const columns = unsqueeze(matrices(other, [size(other, 0)]), 2);
    return unsafeView(squeeze(bmm(left, columns), -1), [...batch, ...rows]);
  }
  const right = matrices(other, other.value.shape.slice(-2));
  return unsafeView(bmm(left, right), [...batch, ...rows, size(other, -1)]);
}

/**
 * `input · weightᵀ + bias` for a weight of shape (out, in): `torch.nn.functional.linear`.
 * @throws {ShapeError} as `matmul`.
 */
export function linear(input: Variable, weight: Variable, bias?: Variable): Variable {
  if (bias === undefined) return matmul(input, t(weight));
  if (rank(input) === 2) return addmm(bias, input, t(weight));
  if (!input.value.isContiguous) return add(matmul(input, t(weight)), bias);
  const { shape } = input.value;
  const rows = reshape(input, [sizeOf(shape.slice(0, -1)), size(input, -1)]);
  const product = addmm(bias, rows, t(weight));
  return view(product, [...shape.slice(0, -1), size(product, 1)]);
}

/** Returns every element of one vector times every element of another. */
export function outer(self: Variable, other: Variable): Variable {
  return mul(reshape(self, [self.value.size, 1]), other);
}
