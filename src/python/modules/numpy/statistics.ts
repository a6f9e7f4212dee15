/** Quantiles, counts and the reductions that leave nan out. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { makeArray, Refusal, toSmallIndex, type Value, valueError } from '../../objects/index.ts';
import { readAxes } from './axes.ts';
import { toTensor } from './convert.ts';
import { define, type Entry } from './functions.ts';
import { onArray } from './methods.ts';
import { isArray, NdArray, result } from './ndarray.ts';
import { session } from './session.ts';

/** Each line of elements along `axis` (all of them for None) in the last axis of a matrix, and the shape left over. */
function linesOf(t: Tensor, axis: Value): { lines: number[][]; shape: Shape } {
  const axes = readAxes(axis);
  const gone = axes === undefined ? t.shape.map((_, each) => each) : [axes].flat();
  const places = gone.map((each) => (each < 0 ? each + t.rank : each));
  const kept = t.shape.map((_, each) => each).filter((each) => !places.includes(each));
  const moved = core.permute(t, [...kept, ...places]);
  const shape = kept.map((each) => t.shape[each] as number);
  const length = t.size / Math.max(1, core.sizeOf(shape));
  const flat = moved.toFlat();
  const lines = makeArray(core.sizeOf(shape), (i) => flat.slice(i * length, (i + 1) * length));
  return { lines, shape };
}

/** The value below which the share `q` lies, between neighbours by their distance. */
function quantileOf(line: readonly number[], q: number): number {
  if (line.some(Number.isNaN)) return Number.NaN;
  const sorted = line.toSorted((x, y) => x - y);
  const place = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  const share = place - Math.floor(place);
  // As NumPy interpolates, from the nearer end.
  return share >= 0.5 ? high - (high - low) * (1 - share) : low + (high - low) * share;
}

function quantiles(a: NdArray, q: Value, axis: Value, method: Value, whole: number, rule: string): Value {
  if (method !== 'linear') throw new Refusal("only method='linear' is part of this book's NumPy");
  const shares = toTensor(q);
  const wanted = shares.toFlat();
  if (!wanted.every((each) => each >= 0 && each <= whole)) throw valueError(rule);
  const { lines, shape } = linesOf(a.tensor, axis);
  const values = wanted.flatMap((each) => lines.map((line) => quantileOf(line, each / whole)));
  return result(core.fromFlat(values, [...shares.shape, ...shape], 'float64'));
}

const QUANTILE =
  'q, axis=None, out=None!, overwrite_input=False, method="linear", keepdims=False!, *, weights=None!, interpolation=None!';

const EXTREME = 'out=None!, keepdims=?!, initial=?!, where=?!';

/** A reduction of what is not nan; `empty` tells of a line with nothing else. */
const withoutNan = (
  name: string,
  more: string,
  reduce: (line: readonly number[]) => number,
  empty?: string,
): Entry =>
  define(name, `a, axis=None, ${more}`, (a = null, axis = null) => {
    const source = toTensor(a);
    const { lines, shape } = linesOf(source, axis);
    const values = lines.map((line) => {
      const numbers = line.filter((each) => !Number.isNaN(each));
      if (numbers.length === 0 && empty !== undefined)
        session().warn('RuntimeWarning', isArray(a) ? empty : empty.replace('NaN slice', 'NaN axis'));
      return reduce(numbers);
    });
    const float = name === 'nanmean' && !core.isFloat(source.dtype);
    return result(core.fromFlat(values, shape, float ? 'float64' : source.dtype));
  });

const sumOf = (line: readonly number[]): number => core.sum(core.fromFlat(line, [line.length])).item();
const extreme = (pick: (x: number, y: number) => number) => (line: readonly number[]) =>
  line.length === 0 ? Number.NaN : line.reduce((best, each) => pick(best, each));

export const statisticsFunctions: readonly Entry[] = [
  onArray('percentile', QUANTILE, (a, q, axis, _out, _overwrite, method) =>
    quantiles(a, q, axis, method, 100, 'Percentiles must be in the range [0, 100]'),
  ),
  onArray('quantile', QUANTILE, (a, q, axis, _out, _overwrite, method) =>
    quantiles(a, q, axis, method, 1, 'Quantiles must be in the range [0, 1]'),
  ),
  withoutNan('nansum', `dtype=None!, ${EXTREME}`, sumOf),
  withoutNan(
    'nanmean',
    'dtype=None!, out=None!, keepdims=?!, *, where=?!',
    (line) => sumOf(line) / line.length,
    'Mean of empty slice',
  ),
  withoutNan('nanmax', EXTREME, extreme(Math.max), 'All-NaN slice encountered'),
  withoutNan('nanmin', EXTREME, extreme(Math.min), 'All-NaN slice encountered'),
  define('bincount', 'x, /, weights=None, minlength=0', (x, weights, minlength) => {
    if (weights !== null) throw new Refusal("np.bincount(weights=) is not part of this book's NumPy");
    const places = toTensor(x).toFlat();
    if (places.some((each) => each < 0)) throw valueError("'list' argument must have no negative elements");
    const size = places.reduce(
      (most, each) => Math.max(most, each + 1),
      Math.max(toSmallIndex(minlength), 0),
    );
    const counts = core.zeros([size], 'int64');
    const { data } = counts.storage;
    for (const place of places) data[place] = (data[place] as number) + 1;
    return new NdArray(counts);
  }),
];
