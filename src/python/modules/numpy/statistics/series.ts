/** Covariance, convolution, differences and interpolation of series of numbers. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  asFloat,
  isTrue,
  makeArray,
  PyTuple,
  Refusal,
  str,
  typeError,
  type Value,
  valueError,
  work,
} from '../../../objects/index.ts';
import { readAxes } from '../axes.ts';
import { toTensor } from '../convert.ts';
import { meetFault } from '../float-faults.ts';
import { define, type Entry } from '../functions.ts';
import { NdArray, result } from '../ndarray.ts';
import { session } from '../session.ts';
import { axesOf } from './lines.ts';

/** Returns the variables as rows of floats. */
function variables(m: Value, y: Value, rowvar: Value): Tensor {
  const rows = (value: Value): Tensor => {
    const t = core.astype(toTensor(value), 'float64');
    if (t.rank > 2) throw valueError(`m has more than 2 dimensions`);
    const matrix = t.rank === 2 ? t : core.reshape<Shape>(t, [1, t.size]);
    return isTrue(rowvar) || t.rank < 2 ? matrix : core.transpose(matrix);
  };
  return y === null ? rows(m) : core.concatenate([rows(m), rows(y)]);
}

function covariance(x: Tensor, ddof: number): Tensor {
  const mean = core.mean(x, { axis: 1, keepdims: true } as object) as Tensor;
  const apart = core.subtract<Shape, Shape>(x, mean);
  let free = (x.shape[1] as number) - ddof;
  if (free <= 0) {
    session().warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
    free = 0;
  }
  const products = core.matmul<Shape, Shape>(apart, core.transpose(apart));
  const scaled = core.multiply<Shape, Shape>(products, core.fromFlat([1 / free], []) as Tensor);
  if (free === 0) meetFault('divide', 'divide');
  return scaled;
}

/** Without axes of one variable: the variance of a single one has none. */
const squeezed = (t: Tensor): Value => new NdArray(core.squeeze(t));

function correlation(x: Tensor): Tensor {
  const c = covariance(x, 1);
  const deviations = core.sqrt(core.diagonal(c) as Tensor);
  const n = deviations.size;
  if (core.rowMajorData(deviations).includes(0)) meetFault('invalid', 'divide');
  const byRows = core.divide<Shape, Shape>(c, core.reshape<Shape>(deviations, [n, 1]));
  const ratio = core.divide<Shape, Shape>(byRows, core.reshape<Shape>(deviations, [1, n]));
  return core.clip(ratio, -1, 1);
}

/** Returns the sums of products of `a` with `v` shifted along it. */
function slid(a: readonly number[], v: readonly number[], mode: Value): number[] {
  const full = makeArray(a.length + v.length - 1, (i) => {
    let sum = 0;
    const [first, last] = [Math.max(0, i - v.length + 1), Math.min(i, a.length - 1)];
    work(last - first + 1);
    for (let j = first; j <= last; j++) sum += (a[j] as number) * (v[i - j] as number);
    return sum;
  });
  const short = Math.min(a.length, v.length);
  const long = Math.max(a.length, v.length);
  if (mode === 'full') return full;
  if (mode === 'same') return full.slice((short - 1) >> 1).slice(0, long);
  if (mode === 'valid') return full.slice(short - 1, long);
  throw valueError(`mode must be one of 'valid', 'same', or 'full' (got '${str(mode)}')`);
}

const sliding = (name: string, defaultMode: string, reverse: boolean): Entry =>
  define(name, `a, v, mode='${defaultMode}'` as string, (a = null, v = null, mode = null) => {
    const [left, right] = [toTensor(a), toTensor(v)];
    if (left.size === 0) throw valueError(`${reverse ? 'first array argument' : 'a'} cannot be empty`);
    if (right.size === 0) throw valueError(`${reverse ? 'second array argument' : 'v'} cannot be empty`);
    if (left.rank > 1 || right.rank > 1) throw valueError('object too deep for desired array');
    const { dtype } = core.multiply<Shape, Shape>(
      core.zeros<Shape>([1], left.dtype),
      core.zeros<Shape>([1], right.dtype),
    );
    const kernel = right.toFlat();
    const made = slid(left.toFlat(), reverse ? kernel.toReversed() : kernel, mode);
    return new NdArray(core.fromFlat(made, [made.length], dtype));
  });

/** Differences between neighbours on both sides, one-sided at the ends: second order inside, first at the ends. */
function slopes(t: Tensor, axis: number, spacing: number | readonly number[]): Tensor {
  const size = t.shape[axis] as number;
  if (size < 2)
    throw valueError(
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
    );
  const line = (place: number): Tensor =>
    core.index(t, [...new Array<core.Slice>(axis).fill({}), place]) as Tensor;
  const gap = (i: number): number =>
    typeof spacing === 'number' ? spacing : (spacing[i + 1] as number) - (spacing[i] as number);
  const scale = (x: Tensor, by: number) => core.multiply<Shape, Shape>(x, core.fromFlat([by], []) as Tensor);
  const over = (x: Tensor, by: number) => core.divide<Shape, Shape>(x, core.fromFlat([by], []) as Tensor);
  const rows = Array.from({ length: size }, (_, i) => {
    if (i === 0) return over(core.subtract<Shape, Shape>(line(1), line(0)), gap(0));
    if (i === size - 1) return over(core.subtract<Shape, Shape>(line(i), line(i - 1)), gap(i - 1));
    const [before, after] = [gap(i - 1), gap(i)];
    if (typeof spacing === 'number')
      return over(core.subtract<Shape, Shape>(line(i + 1), line(i - 1)), 2 * spacing);
    const left = scale(line(i - 1), -after / (before * (before + after)));
    const middle = scale(line(i), (after - before) / (before * after));
    const right = scale(line(i + 1), before / (after * (before + after)));
    return core.add<Shape, Shape>(core.add<Shape, Shape>(left, middle), right);
  });
  return core.stack(rows, axis);
}

function gradient(f: Value, spacing: PyTuple, axis: Value): Value {
  const read = toTensor(f);
  const t = core.isFloat(read.dtype) ? read : core.astype(read, 'float64');
  const axes = readAxes(axis) === undefined ? t.shape.map((_, each) => each) : axesOf(axis, t.rank);
  const { items } = spacing;
  if (items.length > 1 && items.length !== axes.length) throw typeError('invalid number of arguments');
  const made = axes.map((each, i) => {
    const given = items[items.length === 1 ? 0 : i];
    const gaps = given === undefined ? undefined : toTensor(given);
    if (gaps !== undefined && gaps.rank === 1 && gaps.size !== t.shape[each])
      throw valueError('when 1d, distances must match the length of the corresponding dimension');
    return new NdArray(
      slopes(t, each, gaps === undefined ? 1 : gaps.rank === 0 ? gaps.item() : gaps.toFlat()),
    );
  });
  return made.length === 1 ? (made[0] as NdArray) : new PyTuple(made);
}

/** Returns the area under a line through the points, by trapezoids, along the last axis. */
function trapezoid(y: Value, x: Value, dx: Value, axis: Value): Value {
  const t = toTensor(y);
  const along = axesOf(axis, t.rank)[0] as number;
  const part = (start: number | null, stop: number | null) =>
    core.index(t, [...new Array<core.Slice>(along).fill({}), { start, stop }]) as Tensor;
  const sums = core.add<Shape, Shape>(part(1, null), part(null, -1));
  const points = x === null ? undefined : toTensor(x);
  const gaps =
    points === undefined
      ? (core.fromFlat([asFloat(dx) ?? 1], []) as Tensor)
      : core.subtract<Shape, Shape>(
          core.index(points, ['...', { start: 1, stop: null }]) as Tensor,
          core.index(points, ['...', { start: null, stop: -1 }]) as Tensor,
        );
  const areas = core.divide<Shape, Shape>(
    core.multiply<Shape, Shape>(gaps, sums),
    core.fromFlat([2], []) as Tensor,
  );
  return result(core.sum(areas, { axis: along } as object) as Tensor);
}

/** Returns the value at `x` of the line through the points; `left` and `right` beyond them. */
function interpolated(
  x: number,
  xs: readonly number[],
  ys: readonly number[],
  left: number,
  right: number,
): number {
  if (Number.isNaN(x)) return x;
  const last = xs.length - 1;
  if (x < (xs[0] as number)) return left;
  if (x > (xs[last] as number)) return right;
  let place = 0;
  for (let high = last + 1; high - place > 1; ) {
    const middle = (place + high) >> 1;
    if ((xs[middle] as number) <= x) place = middle;
    else high = middle;
  }
  if (place === last || xs[place] === x) return ys[place] as number;
  const slope =
    ((ys[place + 1] as number) - (ys[place] as number)) / ((xs[place + 1] as number) - (xs[place] as number));
  const value = slope * (x - (xs[place] as number)) + (ys[place] as number);
  if (!Number.isNaN(value)) return value;
  return slope * (x - (xs[place + 1] as number)) + (ys[place + 1] as number);
}

function interp(x: Value, xp: Value, fp: Value, left: Value, right: Value, period: Value): Value {
  if (period !== null) throw new Refusal("np.interp(period=) is not part of this book's NumPy");
  const [sought, xs, ys] = [toTensor(x), toTensor(xp).toFlat(), toTensor(fp).toFlat()];
  if (xs.length === 0) throw valueError('array of sample points is empty');
  if (xs.length !== ys.length) throw valueError('fp and xp are not of the same length.');
  const low = asFloat(left) ?? (ys[0] as number);
  const high = asFloat(right) ?? (ys.at(-1) as number);
  const values = sought.toFlat().map((each) => interpolated(each, xs, ys, low, high));
  return result(core.fromFlat(values, sought.shape));
}

export const seriesFunctions: readonly Entry[] = [
  define(
    'cov',
    'm, y=None, rowvar=True, bias=False, ddof=None, fweights=None!, aweights=None!, *, dtype=None!',
    (m, y, rowvar, bias, ddof) =>
      squeezed(covariance(variables(m, y, rowvar), ddof === null ? (isTrue(bias) ? 0 : 1) : Number(ddof))),
  ),
  define('corrcoef', 'x, y=None, rowvar=True, bias=?!, ddof=?!, *, dtype=None!', (x, y, rowvar) => {
    const rows = variables(x, y, rowvar);
    return rows.shape[0] === 1 ? result(core.fromFlat([1], [])) : new NdArray(correlation(rows));
  }),
  sliding('convolve', 'full', false),
  sliding('correlate', 'valid', true),
  define('gradient', 'f, *varargs, axis=None, edge_order=1!', gradient),
  define('trapezoid', 'y, x=None, dx=1.0, axis=-1', trapezoid),
  define('interp', 'x, xp, fp, left=None, right=None, period=None', interp),
  define('ediff1d', 'ary, to_end=None!, to_begin=None!', (ary) => {
    const flat = core.ravel(toTensor(ary)) as Tensor;
    const part = (start: number | null, stop: number | null) => core.index(flat, [{ start, stop }]) as Tensor;
    return new NdArray(core.subtract<Shape, Shape>(part(1, null), part(null, -1)));
  }),
];
