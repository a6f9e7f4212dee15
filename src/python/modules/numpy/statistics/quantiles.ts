/**
 * Quantiles by the definitions of Hyndman and Fan, https://numpy.org/doc/stable/reference/generated/numpy.quantile.html:
 * where a share of the sorted elements lies, and between which neighbours.
 */
import * as core from '../../../../tensor/index.ts';
import { isTrue, repr, type Value, valueError } from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import type { Entry } from '../functions.ts';
import { onArray } from '../methods.ts';
import { type NdArray, result } from '../ndarray.ts';
import { delivered } from '../reductions.ts';
import { floatOf, linesOf } from './lines.ts';

/** The place of the share `q` among `n` sorted elements, counted from 0, possibly between two. */
type Place = (q: number, n: number) => number;

/** Places by two constants: q·(n + 1 − α − β) + α − 1. */
const byConstants =
  (alpha: number, beta: number): Place =>
  (q, n) =>
    n * q + (alpha + q * (1 - alpha - beta)) - 1;

const linear: Place = (q, n) => (n - 1) * q;
const CONTINUOUS: ReadonlyMap<Value, Place> = new Map<Value, Place>([
  ['linear', linear],
  ['interpolated_inverted_cdf', byConstants(0, 1)],
  ['hazen', byConstants(0.5, 0.5)],
  ['weibull', byConstants(0, 0)],
  ['median_unbiased', byConstants(1 / 3, 1 / 3)],
  ['normal_unbiased', byConstants(3 / 8, 3 / 8)],
]);

/** Returns the nearest whole number, halves to the even one. */
const nearest = (place: number): number =>
  place - Math.floor(place) === 0.5 ? 2 * Math.round(place / 2) : Math.round(place);
const middle = (place: number): number => (Math.floor(place) + Math.ceil(place)) / 2;
const STEPPED: ReadonlyMap<Value, (place: number) => number> = new Map<Value, (place: number) => number>([
  ['lower', Math.floor],
  ['higher', Math.ceil],
  ['nearest', nearest],
  ['midpoint', middle],
]);

const DISCRETE: ReadonlyMap<Value, Place> = new Map<Value, Place>([
  ['inverted_cdf', (q, n) => Math.ceil(n * q) - 1],
  ['averaged_inverted_cdf', (q, n) => (Number.isInteger(n * q) ? n * q - 0.5 : Math.ceil(n * q) - 1)],
  ['closest_observation', (q, n) => nearest(n * q) - 1],
]);

/** Methods whose results are elements, so that the dtype of whole numbers stays. */
const PICKS = new Set<Value>(['lower', 'higher', 'nearest', 'inverted_cdf', 'closest_observation']);

function placeBy(method: Value): Place {
  const stepped = STEPPED.get(method);
  if (stepped !== undefined) return (q, n) => stepped(linear(q, n));
  const found = CONTINUOUS.get(method) ?? DISCRETE.get(method);
  if (found !== undefined) return found;
  const names = [
    'inverted_cdf',
    'averaged_inverted_cdf',
    'closest_observation',
    'interpolated_inverted_cdf',
    'hazen',
    'weibull',
    'linear',
    'median_unbiased',
    'normal_unbiased',
    'lower',
    'higher',
    'midpoint',
    'nearest',
  ];
  throw valueError(
    `${repr(method)} is not a valid method. Use one of: dict_keys([${names.map((name) => repr(name)).join(', ')}])`,
  );
}

/** Returns the element at `place` of the sorted line, between neighbours by their distance; nan where any is. */
function valueAt(sorted: Float64Array, place: number, round: (x: number) => number): number {
  if (Number.isNaN(sorted[sorted.length - 1])) return Number.NaN;
  const at = Math.min(Math.max(place, 0), sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  const share = round(at - Math.floor(at));
  const span = round(high - low);
  // NumPy interpolates from the nearer end.
  return share >= 0.5 ? round(high - round(span * round(1 - share))) : round(low + round(span * share));
}

/** `q` shares of `whole` of the lines of `a`; `prepare` may leave elements out of a line. */
export function quantiles(
  a: NdArray,
  q: Value,
  options: {
    readonly axis: Value;
    readonly method: Value;
    readonly keepdims: Value;
    readonly out: Value;
    readonly whole: 1 | 100;
    readonly prepare?: (line: number[]) => number[];
  },
): Value {
  const { axis, method, keepdims, out, whole, prepare = (line) => line } = options;
  const shares = toTensor(q);
  const wanted = shares.toFlat();
  if (!wanted.every((each) => each >= 0 && each <= whole))
    throw valueError(
      whole === 1 ? 'Quantiles must be in the range [0, 1]' : 'Percentiles must be in the range [0, 100]',
    );
  const placeOf = placeBy(method);
  const { lines, shape } = linesOf(a.tensor, axis, isTrue(keepdims));
  const sorted = lines.map((line) => Float64Array.from(prepare(line)).sort());
  // Shares in an array count as float64 beside float32 elements; a bare number is weak.
  const float = shares.rank > 0 ? 'float64' : floatOf(a.tensor);
  const dtype = PICKS.has(method) ? a.tensor.dtype : float;
  const round = dtype === 'float32' ? Math.fround : (x: number) => x;
  const values = wanted.flatMap((each) =>
    sorted.map((line) =>
      line.length === 0 ? Number.NaN : valueAt(line, placeOf(each / whole, line.length), round),
    ),
  );
  const made = core.fromFlat(values, [...shares.shape, ...shape], dtype);
  return out === null ? result(made) : delivered(made, out);
}

const QUANTILE =
  'q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None!, interpolation=None!';

const quantile = (name: string, whole: 1 | 100): Entry =>
  onArray(name, QUANTILE, (a, q, axis, out, _overwrite, method, keepdims) =>
    quantiles(a, q, { axis, out, method, keepdims, whole }),
  );

export const quantileFunctions: readonly Entry[] = [quantile('percentile', 100), quantile('quantile', 1)];
