/** The reductions that leave nan out, composed as NumPy composes them: https://numpy.org/doc/stable/reference/routines.math.html. */
import type { DType, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { isTrue, type Value, valueError } from '../../../objects/index.ts';
import { readAxis } from '../axes.ts';
import { asArray, toTensor } from '../convert.ts';
import { optionalDType } from '../dtype.ts';
import { define, type Entry } from '../functions.ts';
import { isArray, NdArray, result } from '../ndarray.ts';
import { averageOf, delivered, runningOf, totalOf } from '../reductions.ts';
import { session } from '../session.ts';
import { axesOf, floatOf, keeps, linesOf } from './lines.ts';
import { quantiles } from './quantiles.ts';

const REDUCE = 'axis=None, dtype=None, out=None, keepdims=?, initial=?, where=?!';

/** `t` with `value` in the place of each nan. */
function filled(t: Tensor, value: number): Tensor {
  return core.isFloat(t.dtype) ? core.where(core.isnan(t), { python: 'float', value }, t) : t;
}

/** Returns how many elements along `axis` are numbers, with the reduced axes kept. */
function counts(t: Tensor, axis: Value): Tensor {
  const numbers = core.logicalNot(core.isnan(t));
  return core.sum(numbers, { axis: axesOf(axis, t.rank), keepdims: true } as object) as Tensor;
}

function warn(message: string): void {
  session().warn('RuntimeWarning', message);
}

/** Returns the mean of the numbers; a line without any gives nan and a warning. */
function mean(source: Tensor, axis: Value, keepdims: boolean, dtype: DType | undefined): Tensor {
  const axes = axesOf(axis, source.rank);
  const options = { axis: axes, keepdims, ...(dtype === undefined ? {} : { dtype }) } as object;
  if (!core.isFloat(source.dtype)) return core.mean(source, options) as Tensor;
  const count = counts(source, axis);
  if (core.rowMajorData(count).includes(0)) warn('Mean of empty slice');
  const total = core.sum(filled(source, 0), options) as Tensor;
  const shaped = core.reshape<core.Shape>(count, total.shape);
  return core.astype(core.divide<core.Shape, core.Shape>(total, shaped), total.dtype);
}

function variance(source: Tensor, axis: Value, ddof: number, keepdims: boolean): Tensor {
  const axes = axesOf(axis, source.rank);
  const all = { axis: axes, keepdims: true } as object;
  const count = counts(source, axis);
  const zeroed = filled(source, 0);
  const center = core.astype(
    core.divide<core.Shape, core.Shape>(core.sum(zeroed, all) as Tensor, count),
    floatOf(source),
  );
  const apart = core.subtract<core.Shape, core.Shape>(zeroed, center);
  const distance = core.where(core.isnan(source), { python: 'float', value: 0 }, apart);
  const total = core.sum(core.multiply<core.Shape, core.Shape>(distance, distance), {
    axis: axes,
    keepdims,
  } as object) as Tensor;
  const free = core.subtract<core.Shape, core.Shape>(
    core.reshape<core.Shape>(count, total.shape),
    core.fromFlat([ddof], []) as Tensor,
  );
  if (core.rowMajorData(free).some((each) => each <= 0)) warn('Degrees of freedom <= 0 for slice.');
  const spread = core.divide<core.Shape, core.Shape>(total, free);
  const none = core.lessEqual<core.Shape, core.Shape>(free, core.fromFlat([0], []) as Tensor);
  return core.astype(core.where(none, { python: 'float', value: Number.NaN }, spread), total.dtype);
}

const spread = (name: string, finish: (t: Tensor) => Tensor): Entry =>
  define(
    name,
    'a, axis=None, dtype=None!, out=None, ddof=0, keepdims=?, *, where=?!, mean=?!, correction=?!',
    (a, axis, _dtype, out, ddof, keepdims) =>
      delivered(finish(variance(toTensor(a), axis, Number(ddof), keeps(keepdims))), out),
  );

/** Returns the greatest or least number of each line. */
const extreme = (name: string, pick: (x: number, y: number) => number): Entry =>
  define(
    name,
    'a, axis=None, out=None, keepdims=?, initial=?!, where=?!',
    (a = null, axis = null, out = null, keepdims = null) => {
      const source = toTensor(a);
      const { lines, shape } = linesOf(source, axis, keeps(keepdims));
      if (lines.some((line) => line.length === 0))
        throw valueError(
          `zero-size array to reduction operation ${name === 'nanmax' ? 'fmax' : 'fmin'} which has no identity`,
        );
      const values = lines.map((line) => {
        const numbers = line.filter((each) => !Number.isNaN(each));
        return numbers.length === 0 ? Number.NaN : numbers.reduce((best, each) => pick(best, each));
      });
      if (values.some(Number.isNaN))
        warn(isArray(a) ? 'All-NaN slice encountered' : 'All-NaN axis encountered');
      return delivered(core.fromFlat(values, shape, source.dtype), out);
    },
  );

const placeOf = (name: string, worst: number, choose: typeof core.argmax): Entry =>
  define(name, 'a, axis=None, out=None, *, keepdims=?', (a, axis, out, keepdims) => {
    const source = toTensor(a);
    const { lines } = linesOf(source, axis);
    if (lines.some((line) => line.length > 0 && line.every(Number.isNaN)))
      throw valueError('All-NaN slice encountered');
    const along = readAxis(axis);
    const options = { keepdims: keeps(keepdims), ...(along === undefined ? {} : { axis: along }) } as object;
    return delivered(choose(filled(source, worst), options) as Tensor, out);
  });

const numbersOf = (line: number[]): number[] => line.filter((each) => !Number.isNaN(each));

const quantile = (name: string, whole: 1 | 100): Entry =>
  define(
    name,
    'a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=?, *, weights=None!, interpolation=None!',
    (a, q, axis, out, _overwrite, method, keepdims) =>
      quantiles(asArray(a), q, {
        axis,
        out,
        method,
        keepdims: keeps(keepdims),
        whole,
        prepare: numbersOf,
      }),
  );

/** Returns a product or sum over all elements but the nan, which count as `neutral`. */
const total = (name: string, neutral: number, own: 'sum' | 'prod'): Entry =>
  define(name, `a, ${REDUCE}`, (a = null, axis = null, dtype = null, out = null, keepdims, initial) =>
    totalOf(own, new NdArray(filled(toTensor(a), neutral)), {
      axis,
      dtype,
      out,
      keepdims: keepdims ?? null,
      initial: initial ?? null,
    }),
  );

const running = (name: string, neutral: number, own: 'cumsum' | 'cumprod'): Entry =>
  define(name, 'a, axis=None, dtype=None, out=None', (a, axis, dtype, out) =>
    runningOf(own, new NdArray(filled(toTensor(a), neutral)), axis, dtype, out),
  );

export const withoutNanFunctions: readonly Entry[] = [
  total('nansum', 0, 'sum'),
  total('nanprod', 1, 'prod'),
  running('nancumsum', 0, 'cumsum'),
  running('nancumprod', 1, 'cumprod'),
  define(
    'nanmean',
    'a, axis=None, dtype=None, out=None, keepdims=?, *, where=?!',
    (a, axis, dtype, out, keepdims) => {
      const source = toTensor(a);
      const type = optionalDType(dtype);
      if (!core.isFloat(source.dtype) || (type !== undefined && !core.isFloat(type)))
        return averageOf(new NdArray(source), axis, dtype, out, keepdims);
      return delivered(mean(source, axis, keeps(keepdims), type), out);
    },
  ),
  spread('nanvar', (t) => t),
  spread('nanstd', core.sqrt),
  extreme('nanmax', Math.max),
  extreme('nanmin', Math.min),
  placeOf('nanargmax', Number.NEGATIVE_INFINITY, core.argmax),
  placeOf('nanargmin', Number.POSITIVE_INFINITY, core.argmin),
  define(
    'nanmedian',
    'a, axis=None, out=None, overwrite_input=False, keepdims=?',
    (a, axis, out, _overwrite, keepdims) => {
      const source = toTensor(a);
      const { lines, shape } = linesOf(source, axis, keeps(keepdims));
      const middles = lines.map((line) => {
        const numbers = numbersOf(line);
        if (numbers.length > 0)
          return core.median(core.fromFlat(numbers, [numbers.length], floatOf(source))).item();
        warn(line.length === 0 ? 'Mean of empty slice' : 'All-NaN slice encountered');
        return Number.NaN;
      });
      return isTrue(out === null)
        ? result(core.fromFlat(middles, shape, floatOf(source)))
        : delivered(core.fromFlat(middles, shape, floatOf(source)), out);
    },
  ),
  quantile('nanquantile', 1),
  quantile('nanpercentile', 100),
];
