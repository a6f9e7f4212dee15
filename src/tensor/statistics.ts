/** Averages and spreads, composed as NumPy composes them so that the last digit agrees. */
import { divide, multiply, subtract } from './arithmetic.ts';
import { astype } from './copy.ts';
import { allocate, isHalf } from './dtype.ts';
import { ShapeError } from './errors.ts';
import { numpyRules } from './promote-numpy.ts';
import { type Reduction, sum } from './reduce.ts';
import { groupsOf, type ReduceOptions } from './reduce-axes.ts';
import type { Axes, AxisCheck, Reduced } from './reduced-shape.ts';
import type { Shape } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';
import { sqrt } from './unary.ts';

/** Returns the sum divided by the count; integers in the library's float. Of nothing nan. */
export const mean: Reduction = (t: Tensor, options: ReduceOptions = {}) => {
  const { rules = numpyRules } = options;
  if (isHalf(options.dtype ?? t.dtype)) return inSingle(mean, t, options);
  const total: Tensor = sum(t, { ...options, dtype: options.dtype ?? rules.floating(t.dtype) });
  return dividedBy(total, t.size / Math.max(1, total.size)) as Tensor<never>;
};

/** Returns a statistic of half precision numbers: computed in float32, and rounded once, as both libraries do. */
function inSingle<Options extends ReduceOptions>(
  statistic: (t: Tensor, options?: Options) => Tensor,
  t: Tensor,
  options: Options,
): Tensor<never> {
  const found = statistic(astype(t, 'float32'), { ...options, dtype: undefined });
  return astype(found, options.dtype ?? t.dtype) as Tensor<never>;
}

function dividedBy(t: Tensor, count: number): Tensor {
  return divide(t, { python: 'float', value: count });
}

export type SpreadOptions<Axis extends Axes, Keep extends boolean> = ReduceOptions<Axis, Keep> & {
  /** What is taken off the count: 0 for a whole population (NumPy's default), 1 for a sample (PyTorch's). */
  ddof?: number;
};

/** A spread, as `Reduction`, with `ddof`. */
export type Spread = <
  S extends Shape,
  const Axis extends Axes = undefined,
  const Keep extends boolean = false,
>(
  t: Tensor<S>,
  options?: SpreadOptions<Axis, Keep> & AxisCheck<S, Axis>,
) => Tensor<Reduced<S, Axis, Keep>>;

/** Returns the sum of squared distances to the mean, divided by the count less `ddof`; nan or inf where that is not above 0. */
export const variance: Spread = (t: Tensor, { ddof = 0, ...options }: SpreadOptions<Axes, boolean> = {}) => {
  const { rules = numpyRules } = options;
  if (isHalf(options.dtype ?? t.dtype)) return inSingle(variance, t, { ddof, ...options });
  const center: Tensor = mean(t, { ...options, keepdims: true });
  const distance: Tensor = subtract(t, center, { rules });
  const total: Tensor = sum(multiply(distance, distance), options);
  return dividedBy(total, Math.max(0, t.size / Math.max(1, center.size) - ddof)) as Tensor<never>;
};

/** Returns the square root of the variance. */
export const standardDeviation: Spread = (t: Tensor, options: SpreadOptions<Axes, boolean> = {}) =>
  sqrt(variance(t, options)) as Tensor<never>;

/**
 * Returns the middle of the sorted elements, nan if any is: of an even count the mean of the two in NumPy, the lower one (in
 * the dtype of `t`) in PyTorch.
 * @throws {ShapeError} as `Reduction`; `empty-reduction` where there is nothing.
 */
export const median: Reduction = (
  t: Tensor,
  { axis, keepdims = false, rules = numpyRules }: ReduceOptions = {},
) => {
  const dtype = rules.library === 'torch' ? t.dtype : rules.floating(t.dtype);
  const { data, count, length, shape } = groupsOf('median', astype(t, dtype), axis, keepdims);
  const middles = allocate(dtype, count);
  for (let i = 0; i < count; i++) {
    if (length === 0) throw new ShapeError('median', { kind: 'empty-reduction' }, [t.shape]);
    // Typed arrays sort by number, with nan last.
    const sorted = data.slice(i * length, (i + 1) * length).sort();
    const low = sorted[Math.floor((length - 1) / 2)] as number;
    const high = rules.library === 'torch' ? low : (sorted[Math.floor(length / 2)] as number);
    middles[i] = Number.isNaN(sorted[length - 1]) ? Number.NaN : (low + high) / 2;
  }
  return fromData(middles, shape, dtype) as Tensor<never>;
};
