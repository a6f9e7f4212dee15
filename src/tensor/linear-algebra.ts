/** Determinants, inverses and linear systems, for each matrix in the last two axes. */

import { expand, mergeShapes } from './broadcast.ts';
import { eye } from './create.ts';
import { allocate, type DType } from './dtype.ts';
import { exp, log } from './elementary/index.ts';
import { NumericError, ShapeError } from './errors.ts';
import { index } from './indexing.ts';
import { decompose, solveTransposedWith, solveWith } from './lu.ts';
import { operandOf } from './operand.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { sum } from './reduce.ts';
import { rowMajorData } from './row-major.ts';
import { type Shape, sizeOf } from './shape.ts';
import { singularValues } from './singular-values.ts';
import { fromData, type Tensor } from './tensor.ts';
import { diagonal, requireMatrices } from './triangle.ts';
import { reshape, squeeze, swapAxes, unsqueeze } from './views.ts';

const rounding = (dtype: DType) => (dtype === 'float32' ? Math.fround : (x: number) => x);

/** Returns the n of the n × n matrices in `t`. */
function orderOf(operation: string, t: Tensor): number {
  requireMatrices(operation, t);
  const [rows, columns] = t.shape.slice(-2);
  if (rows !== columns) throw new ShapeError(operation, { kind: 'not-square' }, [t.shape]);
  return rows as number;
}

/** Returns whether the transpose is decomposed, which decides last digits: PyTorch hands LAPACK row-major data as columns. */
const asColumns = (t: Tensor, { library }: Rules): boolean => library === 'torch' && t.isContiguous;

/** Returns each n × n matrix of `t` in doubles. */
function matrices(t: Tensor, n: number): Float64Array[] {
  const data = rowMajorData(t);
  return Array.from({ length: sizeOf(t.shape.slice(0, -2)) }, (_, i) =>
    Float64Array.from(data.subarray(i * n * n, (i + 1) * n * n)),
  );
}

/**
 * Returns the determinant: 0 for a singular matrix. NumPy multiplies the pivots as logarithms and PyTorch as they are, so
 * that its 0 has the sign of the other factors.
 * @throws {ShapeError} `rank`, `not-square`.
 */
export function det(t: Tensor, rules: Rules = numpyRules): Tensor {
  const n = orderOf('det', t);
  const dtype = rules.floating(t.dtype);
  const round = rounding(dtype);
  const values = matrices(asColumns(t, rules) ? swapAxes(t, -1, -2) : t, n).map((matrix) => {
    const { lu, sign, singular } = decompose(matrix, n, round);
    const pivots = Array.from({ length: n }, (_, i) => lu[i * n + i] as number);
    if (rules.library === 'torch') return pivots.reduce((product, pivot) => round(product * pivot), sign);
    if (singular) return 0;
    const negative = pivots.filter((pivot) => pivot < 0).length % 2 === 0 ? sign : -sign;
    return negative * exp(pivots.reduce((total, pivot) => total + log(Math.abs(pivot)), 0));
  });
  const data = allocate(dtype, values.length);
  data.set(values);
  return fromData(data, t.shape.slice(0, -2), dtype);
}

/**
 * Returns the sign of the determinant and the logarithm of its size, which may be too small or great for a float itself.
 * @throws {ShapeError} `rank`, `not-square`.
 */
export function slogdet(t: Tensor, rules: Rules = numpyRules): { sign: Tensor; logarithm: Tensor } {
  const n = orderOf('slogdet', t);
  const dtype = rules.floating(t.dtype);
  const round = rounding(dtype);
  const source = matrices(asColumns(t, rules) ? swapAxes(t, -1, -2) : t, n);
  const [sign, logarithm] = [allocate(dtype, source.length), allocate(dtype, source.length)];
  source.forEach((matrix, i) => {
    const { lu, sign: parity, singular } = decompose(matrix, n, round);
    const pivots = Array.from({ length: n }, (_, k) => lu[k * n + k] as number);
    const negative = pivots.filter((pivot) => pivot < 0).length % 2 === 0 ? parity : -parity;
    sign[i] = singular ? 0 : negative;
    logarithm[i] = singular
      ? Number.NEGATIVE_INFINITY
      : pivots.reduce((total, pivot) => round(total + round(log(Math.abs(pivot)))), 0);
  });
  const shape = t.shape.slice(0, -2);
  return { sign: fromData(sign, shape, dtype), logarithm: fromData(logarithm, shape, dtype) };
}

/**
 * Returns the x of a · x = b. `b` holds vectors when it has one dimension, else matrices; leading axes broadcast.
 * @throws {ShapeError} `rank`, `not-square`, `inner-sizes`, `broadcast`; {NumericError} `singular`.
 */
export function solve(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  return b.rank === 1
    ? squeeze(solveMatrices('solve', a, unsqueeze(b, 1), rules), [-1])
    : solveMatrices('solve', a, b, rules);
}

/** Returns the inverse. @throws {ShapeError} `rank`, `not-square`; {NumericError} `singular`. */
export function inv<S extends Shape>(t: Tensor<S>, rules: Rules = numpyRules): Tensor<S> {
  const n = orderOf('inv', t);
  return solveMatrices(
    'inv',
    t,
    eye<number, number>(n, n, 0, rules.floating(t.dtype)),
    rules,
  ) as Tensor as Tensor<S>;
}

function solveMatrices(operation: string, a: Tensor, b: Tensor, rules: Rules): Tensor {
  const n = orderOf(operation, a);
  requireMatrices(operation, b);
  const [rows, m] = b.shape.slice(-2) as [number, number];
  if (rows !== n)
    throw new ShapeError(operation, { kind: 'inner-sizes', sizes: [n, rows] }, [a.shape, b.shape]);
  const dtype = rules.floating(rules.promote(operandOf(a), operandOf(b)));
  const batch = mergeShapes(a.shape.slice(0, -2), b.shape.slice(0, -2), operation);
  const left = expand(a, [...batch, n, n]);
  const transposed = asColumns(a, rules);
  const solved = transposed ? solveTransposedWith : solveWith;
  const right = rowMajorData(expand(b, [...batch, n, m]));
  const data = allocate(dtype, sizeOf(batch) * n * m);
  const round = rounding(dtype);
  matrices(transposed ? swapAxes(left, -1, -2) : left, n).forEach((matrix, i) => {
    const lu = decompose(matrix, n, round);
    if (lu.singular) throw new NumericError(operation, { kind: 'singular' }, [a.shape]);
    const part = Float64Array.from(right.subarray(i * n * m, (i + 1) * n * m));
    data.set(solved(lu, n, part, m, round), i * n * m);
  });
  return fromData(data, [...batch, n, m], dtype);
}

/** Returns the sum of the diagonal of a matrix. @throws {ShapeError} `rank`. */
export function trace(t: Tensor): Tensor<[]> {
  return sum(diagonal(t));
}

/**
 * Returns how many singular values exceed the largest times the longer side times the dtype's epsilon, as NumPy decides; int64,
 * one number for each matrix of a stack.
 * @throws {ShapeError} `rank` unless there are two dimensions.
 */
export function matrixRank(t: Tensor, rules: Rules = numpyRules): Tensor {
  requireMatrices('matrixRank', t);
  const lead = t.shape.slice(0, -2);
  const sides = t.shape.slice(-2) as unknown as [number, number];
  const epsilon = rules.floating(t.dtype) === 'float32' ? 2 ** -23 : Number.EPSILON;
  const flat = reshape<Shape>(t, [sizeOf(lead), ...sides]) as Tensor;
  const ranks = allocate('int64', sizeOf(lead));
  for (let i = 0; i < ranks.length; i++) {
    const values = singularValues('matrixRank', index(flat, [i]) as Tensor);
    const tolerance = (values[0] ?? 0) * Math.max(...sides) * epsilon;
    ranks[i] = values.filter((value) => value > tolerance).length;
  }
  return fromData(ranks, lead, 'int64');
}
