/** Counting elements: `bincount`, `histogram`, `digitize`. */
import type { Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { PyTuple, Refusal, toSmallIndex, typeError, type Value, valueError } from '../../../objects/index.ts';
import { operandOf, operandTensor, toTensor } from '../convert.ts';
import { dtypeObject } from '../dtype.ts';
import { define, type Entry } from '../functions.ts';
import { isArray, NdArray, result } from '../ndarray.ts';
import { reserve } from '../reserve.ts';
import { session } from '../session.ts';

function placesOf(x: Value): number[] {
  const source = toTensor(x);
  if (source.rank > 1) throw valueError('object too deep for desired array');
  if (source.rank === 0) throw valueError('object of too small depth for desired array');
  if (core.isFloat(source.dtype) && source.size > 0) {
    if (isArray(x))
      throw typeError(
        `Cannot cast array data from ${castName(source)} to ${castName(core.zeros([], 'int64'))} according to the rule 'safe'`,
      );
    session().warn(
      'DeprecationWarning',
      'Non-integer input passed to bincount. In a future version of NumPy, this will be an error. (Deprecated NumPy 2.1)',
    );
  }
  return source.toFlat().map(Math.trunc);
}

const castName = ({ dtype }: Tensor): string => `dtype('${dtypeObject(dtype).dtype}')`;

function bincount(x: Value, weights: Value, minlength: Value): Value {
  const places = placesOf(x);
  if (places.some((each) => each < 0)) throw valueError("'list' argument must have no negative elements");
  const least = toSmallIndex(minlength);
  if (least < 0) throw valueError("'minlength' must not be negative");
  const size = places.reduce((most, each) => Math.max(most, each + 1), least);
  reserve([size]);
  const amounts = weights === null ? undefined : toTensor(weights, 'float64').toFlat();
  if (amounts !== undefined && amounts.length !== places.length)
    throw valueError("The weights and list don't have the same length.");
  const counts = core.zeros([size], amounts === undefined ? 'int64' : 'float64');
  const { data } = counts.storage;
  places.forEach((place, i) => {
    data[place] = (data[place] as number) + (amounts?.[i] ?? 1);
  });
  return new NdArray(counts);
}

/** Returns the least and the greatest value that bins span; one apart where all values are equal. */
function spanOf(values: readonly number[], range: Value): [number, number] {
  if (range !== null) {
    const [low, high] = toTensor(range).toFlat() as [number, number];
    if (low > high) throw valueError('max must be larger than min in range parameter.');
    return low === high ? [low - 0.5, high + 0.5] : [low, high];
  }
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (!(Number.isFinite(low) && Number.isFinite(high)))
    throw valueError(`autodetected range of [${written(low)}, ${written(high)}] is not finite`);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

const written = (x: number): string =>
  Number.isNaN(x) ? 'nan' : Number.isFinite(x) ? String(x) : x > 0 ? 'inf' : '-inf';

/** Returns the edges of the bins; `edges` were given where `uniform` is false. */
function binsOf(values: readonly number[], bins: Value, range: Value): { edges: Tensor; uniform: boolean } {
  if (typeof bins === 'string') throw new Refusal("bins by name are not part of this book's NumPy");
  const given = toTensor(bins);
  if (given.rank > 1) throw valueError('`bins` must be 1d, when an array');
  if (given.rank === 1) {
    const edges = given.toFlat();
    if (edges.some((edge, i) => i > 0 && edge < (edges[i - 1] as number)))
      throw valueError('`bins` must increase monotonically, when an array');
    return { edges: given, uniform: false };
  }
  const count = toSmallIndex(bins);
  if (count < 1) throw valueError('`bins` must be positive, when an integer');
  reserve([count]);
  const [low, high] = spanOf(values, range);
  return { edges: core.linspace(low, high, count + 1), uniform: true };
}

/** Returns the bin of `x`, the last one closed on both sides; −1 outside of all. */
function binOf(x: number, edges: ArrayLike<number>, uniform: boolean): number {
  const last = edges.length - 1;
  const [low, high] = [edges[0] as number, edges[last] as number];
  if (!(x >= low && x <= high)) return -1;
  if (x === high) return last - 1;
  // By proportion first, as NumPy does for equal bins, then by comparing with the edges, which rounding may have moved.
  let place = uniform ? Math.floor(((x - low) / (high - low)) * last) : searched(edges, x, true) - 1;
  if (place >= last) place = last - 1;
  if (x < (edges[place] as number)) place--;
  else if (place < last - 1 && x >= (edges[place + 1] as number)) place++;
  return place;
}

/** Returns how many edges are below `x`, or not above it. */
function searched(edges: ArrayLike<number>, x: number, orEqual: boolean): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = edges[middle] as number;
    if (edge < x || (orEqual && edge === x) || Number.isNaN(x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function histogram(a: Value, bins: Value, range: Value, density: Value, weights: Value): Value {
  const values = toTensor(a).toFlat();
  const amounts = weights === null ? undefined : toTensor(weights);
  const { edges, uniform } = binsOf(values, bins, range);
  const limits = edges.toFlat();
  const sums = new Array<number>(limits.length - 1).fill(0);
  const each = amounts?.toFlat();
  values.forEach((x, i) => {
    const place = binOf(x, limits, uniform);
    if (place >= 0) sums[place] = (sums[place] as number) + (each?.[i] ?? 1);
  });
  if (density === true) {
    const total = sums.reduce((sum, x) => sum + x, 0);
    const dense = sums.map((x, i) => x / ((limits[i + 1] as number) - (limits[i] as number)) / total);
    return new PyTuple([new NdArray(core.fromFlat(dense, [dense.length])), new NdArray(edges)]);
  }
  const dtype = amounts?.dtype ?? 'int64';
  return new PyTuple([new NdArray(core.fromFlat(sums, [sums.length], dtype)), new NdArray(edges)]);
}

function digitize(x: Value, bins: Value, right: Value): Value {
  const edges = toTensor(bins).toFlat();
  const rising = edges.every((edge, i) => i === 0 || edge >= (edges[i - 1] as number));
  const falling = edges.every((edge, i) => i === 0 || edge <= (edges[i - 1] as number));
  if (!rising && !falling) throw valueError('bins must be monotonically increasing or decreasing');
  const operand = operandOf(x);
  const sought = operand === undefined ? toTensor(x) : operandTensor(operand);
  const sorted = rising ? edges : edges.toReversed();
  const places = sought.toFlat().map((value) => {
    const place = searched(sorted, value, right === false);
    return rising ? place : edges.length - place;
  });
  return result(core.fromFlat(places, sought.shape, 'int64'));
}

export const countingFunctions: readonly Entry[] = [
  define('bincount', 'x, /, weights=None, minlength=0', bincount),
  define('histogram', 'a, bins=10, range=None, density=None, weights=None', histogram),
  define(
    'histogram_bin_edges',
    'a, bins=10, range=None, weights=None',
    (a, bins, range) => new NdArray(binsOf(toTensor(a).toFlat(), bins, range).edges),
  ),
  define('digitize', 'x, bins, right=False', digitize),
];
