/** Norms of vectors and matrices: https://numpy.org/doc/stable/reference/generated/numpy.linalg.norm.html */
import { power } from './arithmetic.ts';
import { astype } from './copy.ts';
import { allocate } from './dtype.ts';
import { NumericError, ShapeError } from './errors.ts';
import { index } from './indexing.ts';
import { product } from './matmul.ts';
import { numpyRules } from './promote-numpy.ts';
import { countNonzero, max, min, type Reduction, sum } from './reduce.ts';
import type { ReduceOptions } from './reduce-axes.ts';
import type { Axes, AxisCheck, Reduced } from './reduced-shape.ts';
import { resolveAxes, type Shape, sizeOf } from './shape.ts';
import { singularValues } from './singular-values.ts';
import { fromData, type Tensor } from './tensor.ts';
import { absolute, sqrt, square } from './unary.ts';
import { permute, ravel, reshape, squeeze } from './views.ts';

/** A number p, ±Infinity, or a matrix norm by name: Frobenius or nuclear (the sum of the singular values). */
export type NormOrder = number | 'fro' | 'nuc';

export type NormOptions<Axis extends Axes, Keep extends boolean> = ReduceOptions<Axis, Keep> & {
  ord?: NormOrder;
};

/**
 * Returns a norm over one axis (of vectors), two (of matrices), or all. Without `ord` the square root of the sum of squares.
 * Of matrices, ±1 and ±Infinity are the extreme sums of columns and rows, ±2 the extreme singular values.
 * @throws {ShapeError} `axis`, `repeated-axis`, `rank` for an `ord` over other than one or two axes.
 * @throws {NumericError} `argument` for an `ord` that such an operand has not.
 */
export function norm<
  S extends Shape,
  const Axis extends Axes = undefined,
  const Keep extends boolean = false,
>(t: Tensor<S>, options?: NormOptions<Axis, Keep> & AxisCheck<S, Axis>): Tensor<Reduced<S, Axis, Keep>>;
export function norm(
  t: Tensor,
  { ord, axis, keepdims = false, rules = numpyRules }: NormOptions<Axes, boolean> = {},
): Tensor {
  const x = astype(t, rules.floating(t.dtype));
  const axes = resolveAxes(
    'norm',
    axis === undefined ? t.shape.map((_, i) => i) : typeof axis === 'number' ? [axis] : axis,
    t.rank,
  );
  if (ord === undefined) return euclidean(x, axis, keepdims);
  if (axes.length === 1) return vectorNorm(x, ord, axes[0] as number, keepdims);
  if (axes.length === 2) return matrixNorm(x, ord, axes as [number, number], keepdims);
  throw new ShapeError('norm', { kind: 'rank', operand: 0, expected: '1 or 2' }, [t.shape]);
}

function euclidean(x: Tensor, axis: Axes, keepdims: boolean): Tensor {
  if (axis !== undefined) return sqrt(sum(square(x), { axis, keepdims }));
  // NumPy takes a dot product here, whose order of additions is not that of a sum.
  const whole = sqrt(product('norm', ravel(x), ravel(x), numpyRules));
  return keepdims
    ? reshape<Shape>(
        whole,
        x.shape.map(() => 1),
      )
    : whole;
}

function vectorNorm(x: Tensor, ord: NormOrder, axis: number, keepdims: boolean): Tensor {
  const options = { axis, keepdims };
  const size = absolute(x);
  switch (ord) {
    case Number.POSITIVE_INFINITY:
      return max(size, options);
    case Number.NEGATIVE_INFINITY:
      return min(size, options);
    case 0:
      return astype(countNonzero(x, options), x.dtype);
    case 1:
      return sum(size, options);
    case 2:
      return euclidean(x, axis, keepdims);
    case 'fro':
    case 'nuc':
      throw badOrder(ord, 'a number for vectors');
    default: {
      const total = sum(power(size, { python: 'float', value: ord }), options);
      return power(total, { python: 'float', value: 1 / ord });
    }
  }
}

function matrixNorm(
  x: Tensor,
  ord: NormOrder,
  axes: [rows: number, columns: number],
  keepdims: boolean,
): Tensor {
  const [rows, columns] = axes;
  // Axes are kept while both are needed, so that they keep their numbers.
  const extremeSum = (of: Reduction, along: number, across: number) => {
    const sums = sum(absolute(x), { axis: along, keepdims: true });
    const result = of(sums, { axis: across, keepdims: true });
    return keepdims ? result : squeeze(result, axes);
  };
  switch (ord) {
    case 'fro':
      return euclidean(x, axes, keepdims);
    case 1:
      return extremeSum(max, rows, columns);
    case -1:
      return extremeSum(min, rows, columns);
    case Number.POSITIVE_INFINITY:
      return extremeSum(max, columns, rows);
    case Number.NEGATIVE_INFINITY:
      return extremeSum(min, columns, rows);
    case 2:
      return spectral(x, axes, keepdims, (values) => values[0] ?? 0);
    case -2:
      return spectral(x, axes, keepdims, (values) => values.at(-1) ?? 0);
    case 'nuc':
      return spectral(x, axes, keepdims, (values) => values.reduce((total, value) => total + value, 0));
    default:
      throw badOrder(ord, '±1, ±2, ±Infinity, "fro" or "nuc" for matrices');
  }
}

/** Returns `combine` of the singular values of each matrix in `axes`. */
function spectral(
  x: Tensor,
  axes: readonly number[],
  keepdims: boolean,
  combine: (values: number[]) => number,
): Tensor {
  const others = x.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const moved = permute(x, [...others, ...axes]);
  const [m, n] = moved.shape.slice(-2) as [number, number];
  const flat = reshape<Shape>(moved, [sizeOf(others.map((axis) => x.shape[axis] as number)), m, n]);
  const data = allocate(x.dtype, flat.shape[0] as number);
  for (let i = 0; i < data.length; i++) data[i] = combine(singularValues('norm', index(flat, [i])));
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return fromData(data, keepdims ? kept : others.map((axis) => x.shape[axis] as number), x.dtype);
}

function badOrder(ord: NormOrder, expected: string): NumericError {
  return new NumericError('norm', { kind: 'argument', name: 'ord', value: ord, expected });
}
