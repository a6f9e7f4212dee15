/** Reductions along axes: https://numpy.org/doc/stable/reference/routines.math.html and `torch.sum` and kin. */

import { astype } from './copy.ts';
import { allocate, type DType, isFloat, isHalf, isUnsigned, settle } from './dtype.ts';
import { ShapeError } from './errors.ts';
import { work } from './meter/index.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { type Groups, groupsOf, type ReduceOptions } from './reduce-axes.ts';
import type { Axes, AxisCheck, Reduced } from './reduced-shape.ts';
import type { Shape } from './shape.ts';
import { sumOf } from './summation.ts';
import { fromData, type Tensor } from './tensor.ts';

/**
 * One value for each position that `axis` keeps; a 0-d tensor when all axes go.
 * @throws {ShapeError} `axis`, `repeated-axis`, and `empty-reduction` where nothing has no value (min, max, argmin,
 * argmax); {NumericError} `integer-range`.
 */
export type Reduction = <
  S extends Shape,
  const Axis extends Axes = undefined,
  const Keep extends boolean = false,
>(
  t: Tensor<S>,
  options?: ReduceOptions<Axis, Keep> & AxisCheck<S, Axis>,
) => Tensor<Reduced<S, Axis, Keep>>;

type Kernel = (groups: Groups, start: number, dtype: DType) => number;

function reduction(
  name: string,
  elementsIn: (dtype: DType, rules: Rules) => DType,
  kernel: Kernel,
  resultIn?: DType,
  ofNothing = true,
): Reduction {
  return (t: Tensor, { axis, keepdims = false, rules = numpyRules, dtype }: ReduceOptions = {}) => {
    const type = dtype ?? elementsIn(t.dtype, rules);
    const held = type === t.dtype ? t : astype(t, type);
    const groups = groupsOf(name, held, axis, keepdims, resultIn === 'int64');
    const { count, length, shape } = groups;
    if (!ofNothing && length === 0) throw new ShapeError(name, { kind: 'empty-reduction' }, [t.shape]);
    const result = resultIn ?? type;
    const data = allocate(result, count);
    for (let i = 0; i < count; i++) {
      work(length);
      data[i] = kernel(groups, i * length, type);
    }
    return fromData(settle(data, result), shape, result) as Tensor<never>;
  };
}

/** Sums of bools and integers are int64 in both libraries; NumPy's of unsigned integers are uint64. */
const accumulated = (dtype: DType, { library }: Rules): DType =>
  isFloat(dtype) ? dtype : library === 'numpy' && isUnsigned(dtype) ? 'uint64' : 'int64';
const unchanged = (dtype: DType): DType => dtype;

/** Returns both libraries accumulate the half precisions in float32. */
const rounding = (dtype: DType) => (dtype === 'float32' || isHalf(dtype) ? Math.fround : (x: number) => x);

/** The sum, in NumPy's order of additions; of nothing 0. */
export const sum = reduction('sum', accumulated, ({ data, length, run }, start, dtype) =>
  sumOf(data, start, length, run, rounding(dtype)),
);

/** The product, first to last; of nothing 1. */
export const prod = reduction('prod', accumulated, ({ data, length }, start, dtype) => {
  const round = rounding(dtype);
  let product = 1;
  for (let i = start; i < start + length; i++) product = round(product * (data[i] as number));
  return product;
});

type Beats = (x: number, y: number) => boolean;

/** Returns the place, from `start`, of the element that beats all before it; a nan beats everything, the first one stays. */
function winner({ data, length }: Groups, start: number, beats: Beats): number {
  let best = start;
  for (let i = start; i < start + length && !Number.isNaN(data[best]); i++) {
    if (Number.isNaN(data[i]) || beats(data[i] as number, data[best] as number)) best = i;
  }
  return best;
}

const above: Beats = (x, y) => x > y;
const below: Beats = (x, y) => x < y;

const extreme = (name: string, beats: Beats) =>
  reduction(
    name,
    unchanged,
    (groups, start) => groups.data[winner(groups, start, beats)] as number,
    undefined,
    false,
  );

const placeOf = (name: string, beats: Beats) =>
  reduction(name, unchanged, (groups, start) => winner(groups, start, beats) - start, 'int64', false);

/** The largest element; nan if any is. */
export const max = extreme('max', above);
/** The smallest element; nan if any is. */
export const min = extreme('min', below);
/** Where, along the axis, the first largest element (or first nan) is; int64. Without an axis, in row-major order. */
export const argmax = placeOf('argmax', above);
/** Where the first smallest element (or first nan) is. */
export const argmin = placeOf('argmin', below);

function nonzeros({ data, length }: Groups, start: number): number {
  let count = 0;
  for (let i = start; i < start + length; i++) if (data[i] !== 0) count++;
  return count;
}

/** How many elements are not 0; int64. */
export const countNonzero = reduction('countNonzero', unchanged, nonzeros, 'int64');
/** Whether any element is not 0; of nothing false. */
export const any = reduction('any', unchanged, (groups, start) => nonzeros(groups, start), 'bool');
/** Whether no element is 0; of nothing true. */
export const all = reduction(
  'all',
  unchanged,
  (groups, start) => (nonzeros(groups, start) === groups.length ? 1 : 0),
  'bool',
);
