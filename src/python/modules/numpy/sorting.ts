/** Sorting, searching and sets. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { PyTuple, Refusal, str, type Value, valueError, work } from '../../objects/index.ts';
import { readAxis } from './axes.ts';
import { toTensor } from './convert.ts';
import { define, type Entry } from './functions.ts';
import { method, onArray, shared } from './methods.ts';
import { NdArray, result } from './ndarray.ts';
import { checkWriteable } from './writeable.ts';

/** Along one axis; None means all elements in a row. */
function along(t: Tensor, axis: Value): [Tensor, number] {
  const place = readAxis(axis);
  return place === undefined ? [core.ravel(t) as Tensor, -1] : [t, place];
}

const ORDER = 'axis=-1, kind=None, order=None, *, stable=None';

function refuseFields(order: Value): void {
  if (order !== null) throw valueError('Cannot specify order when the array has no fields.');
}

method('sort', ORDER, (a, axis, _kind, order) => {
  refuseFields(order);
  checkWriteable(a, 'sort array');
  core.assign(a.tensor, core.sort(a.tensor, { axis: readAxis(axis) ?? -1 }));
  return null;
});

function unique(ar: Value, inverse: Value, index: Value, counts: Value, axis: Value): Value {
  if (axis !== null) throw new Refusal("np.unique(axis=) is not part of this book's NumPy");
  const source = toTensor(ar);
  const flat = core.ravel(source);
  const found = core.unique(flat);
  const places = core.argsort(flat, { axis: 0 }).toFlat();
  const sizes = found.counts.toFlat();
  const first: number[] = [];
  const groups = new Array<number>(flat.size).fill(0);
  let at = 0;
  sizes.forEach((size, group) => {
    first.push(places[at] ?? 0);
    for (const place of places.slice(at, at + size)) groups[place] = group;
    at += size;
  });
  const extra: NdArray[] = [];
  if (index !== false) extra.push(indices(first, [first.length]));
  if (inverse !== false) extra.push(indices(groups, source.shape));
  if (counts !== false) extra.push(new NdArray(found.counts));
  const values = new NdArray(found.values);
  return extra.length === 0 ? values : new PyTuple([values, ...extra]);
}

const indices = (places: readonly number[], shape: Shape): NdArray =>
  new NdArray(core.fromFlat(places, shape, 'int64'));

/** NumPy's order of numbers, in which nan comes last. */
const isBefore = (x: number, y: number): boolean => x < y || (Number.isNaN(y) && !Number.isNaN(x));

/** Looks that a search takes, at most about. */
const LOOKS = 32;

/** Where each of `v` belongs in the sorted vector `a`, by halving. */
function searchSorted(a: NdArray, v: Value, side: Value, sorter: Value): Value {
  if (sorter !== null) throw new Refusal("np.searchsorted(sorter=) is not part of this book's NumPy");
  if (side !== 'left' && side !== 'right')
    throw valueError(`search side must be 'left' or 'right' (got '${str(side)}')`);
  const sorted = a.tensor.toFlat();
  const sought = toTensor(v);
  const place = (x: number): number => {
    work(LOOKS);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const each = sorted[middle] as number;
      if (side === 'left' ? isBefore(each, x) : !isBefore(x, each)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return result(core.fromFlat(sought.toFlat().map(place), sought.shape, 'int64'));
}

/** Returns the elements of both, of either …: sorted, without repeats. */
const setOperation = (
  name: string,
  keep: (inFirst: boolean, inSecond: boolean) => boolean,
  more = '',
): Entry =>
  define(name, `ar1, ar2, assume_unique=False${more}`, (ar1 = null, ar2 = null) => {
    const [a, b] = [core.ravel(toTensor(ar1)), core.ravel(toTensor(ar2))];
    const [first, second] = [new Set(a.toFlat()), new Set(b.toFlat())];
    // The difference holds elements of the first alone, so their dtype stays.
    const all = core.unique(name === 'setdiff1d' ? a : core.concatenate([a, b])).values;
    const kept = all.toFlat().filter((each) => keep(first.has(each), second.has(each)));
    return new NdArray(core.fromFlat(kept, [kept.length], all.dtype));
  });

export const sortingFunctions: readonly Entry[] = [
  define('sort', `a, ${ORDER}`, (a = null, axis = null, _kind, order = null) => {
    refuseFields(order);
    const [source, place] = along(toTensor(a), axis);
    return new NdArray(core.inLayoutOf(core.sort(source, { axis: place }), [source], core.numpyRules));
  }),
  shared('argsort', ORDER, (a, axis, _kind, order) => {
    refuseFields(order);
    const [source, place] = along(a.tensor.rank === 0 ? core.ravel(a.tensor) : a.tensor, axis);
    return new NdArray(core.argsort(source, { axis: place }));
  }),
  define(
    'unique',
    'ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True!',
    (ar, index, inverse, counts, axis) => unique(ar, inverse, index, counts, axis),
  ),
  shared('searchsorted', 'v, side="left", sorter=None', searchSorted),
  define(
    'isin',
    'element, test_elements, assume_unique=False, invert=False, *, kind=None',
    (element, test, _unique, invert) => {
      const source = toTensor(element);
      const wanted = new Set(toTensor(test).toFlat());
      const found = source.toFlat().map((each) => Number(wanted.has(each) !== (invert !== false)));
      return new NdArray(core.fromFlat(found, source.shape, 'bool'));
    },
  ),
  setOperation('union1d', () => true),
  setOperation('intersect1d', (first, second) => first && second, ', return_indices=False!'),
  setOperation('setdiff1d', (first, second) => first && !second),
  setOperation('setxor1d', (first, second) => first !== second),
  onArray('flatnonzero', '', (a) => new NdArray(core.nonzero(core.ravel(a.tensor))[0] as Tensor)),
];
