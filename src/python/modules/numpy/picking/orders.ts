/** Partial and compound orders: `partition`, `argpartition`, `lexsort`. */
import type { Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  PyList,
  PyTuple,
  toArray,
  toSmallIndex,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { readAxis } from '../axes.ts';
import { toTensor } from '../convert.ts';
import { axisError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import { method } from '../methods.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { checkWriteable } from '../writeable.ts';

/**
 * Checks the places `kth` of a partition. What is before and behind them may come in any order; here, as where NumPy
 * selects with vector instructions in short arrays, it is sorted.
 */
function checkPlaces(t: Tensor, kth: Value, axis: Value): void {
  const place = readAxis(axis);
  const rank = place === undefined ? 1 : t.rank;
  if (place !== undefined && (place < -rank || place >= rank)) throw axisError(place, rank);
  const length = place === undefined ? t.size : (t.shape.at(place) as number);
  const isMany = kth instanceof PyList || kth instanceof PyTuple || isArray(kth);
  for (const each of isMany ? toArray(kth) : [kth]) {
    const k = toSmallIndex(each);
    if (k < -length || k >= length)
      throw valueError(`kth(=${k < 0 ? k + length : k}) out of bounds (${length})`);
  }
}

function sortedPart(t: Tensor, kth: Value, axis: Value): Tensor {
  checkPlaces(t, kth, axis);
  return core.sort(axis === null ? (core.ravel(t) as Tensor) : t, { axis: readAxis(axis) ?? -1 });
}

function sortedPlaces(t: Tensor, kth: Value, axis: Value): Tensor {
  checkPlaces(t, kth, axis);
  return core.argsort(axis === null ? (core.ravel(t) as Tensor) : t, { axis: readAxis(axis) ?? -1 });
}

/** Returns the order by the last key, then the one before it, and so on. */
function lexsort(keys: Value, axis: Value): Value {
  const columns = toArray(keys).map((each) => toTensor(each));
  if (columns.length === 0) throw typeError('need sequence of keys with len > 0 in lexsort');
  const [first] = columns as [Tensor];
  if (columns.some(({ shape }) => shape.join() !== first.shape.join()))
    throw valueError('all keys need to be the same shape');
  let order: Tensor | undefined;
  for (const key of columns) {
    if (order === undefined) {
      order = core.argsort(key, { axis: toSmallIndex(axis) });
      continue;
    }
    const next = core.argsort(along(key, order, axis), { axis: toSmallIndex(axis) });
    order = along(order, next, axis);
  }
  return new NdArray(order as Tensor);
}

/** Returns the elements that `places` names along an axis. */
function along(t: Tensor, places: Tensor, axis: Value): Tensor {
  const place = toSmallIndex(axis);
  const [source, order] = [core.swapAxes(t, place, -1), core.swapAxes(places, place, -1)];
  const length = source.shape.at(-1) as number;
  const [values, indices] = [source.toFlat(), order.toFlat()];
  const taken = indices.map((each, i) => values[Math.floor(i / length) * length + each] as number);
  return core.contiguous(core.swapAxes(core.fromFlat(taken, source.shape, t.dtype) as Tensor, place, -1));
}

const PARTITION = 'kth, axis=-1, kind="introselect", order=None!';
method('partition', PARTITION, (a, kth, axis) => {
  checkWriteable(a, 'partition array');
  core.assign(a.tensor, sortedPart(a.tensor, kth, axis));
  return null;
});
method('argpartition', PARTITION, (a, kth, axis) => new NdArray(sortedPlaces(a.tensor, kth, axis)));

export const orderFunctions: readonly Entry[] = [
  define('partition', `a, ${PARTITION}`, (a, kth, axis) => new NdArray(sortedPart(toTensor(a), kth, axis))),
  define(
    'argpartition',
    `a, ${PARTITION}`,
    (a, kth, axis) => new NdArray(sortedPlaces(toTensor(a), kth, axis)),
  ),
  define('lexsort', 'keys, axis=-1', lexsort),
];
