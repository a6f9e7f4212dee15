/** `np.pad`, `np.insert`, `np.delete` and `np.unravel_index`: a part of NumPy that is fetched where it is named. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  makeArray,
  PySlice,
  PyTuple,
  Refusal,
  repr,
  sliceBounds,
  sliceIndices,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { readAxis, readShape } from '../axes.ts';
import { toTensor } from '../convert.ts';
import { axisError, indexError } from '../errors.ts';
import { define } from '../functions.ts';
import '../index.ts';
import { taken } from '../joining.ts';
import { laterFunctions } from '../later.ts';
import { NdArray, result } from '../ndarray.ts';
import { reserve } from '../reserve.ts';

const integers = (values: readonly number[]): Tensor => core.fromFlat(values, [values.length], 'int64');

/** Returns one number for each row and column of `[[before, after], …]`, as `pad_width` and `constant_values` are given. */
function pairsFor(value: Value, rank: number): Tensor {
  return core.expand<Shape>(toTensor(value), [rank, 2]) as Tensor;
}

/** Where along an axis of `size` the element comes from that stands at `place`, which may lie outside. */
function reflectedPlace(place: number, size: number, mode: string): number {
  if (mode === 'edge') return Math.min(Math.max(place, 0), size - 1);
  const period = mode === 'wrap' ? size : mode === 'symmetric' ? 2 * size : Math.max(1, 2 * size - 2);
  const within = ((place % period) + period) % period;
  if (within < size) return within;
  return mode === 'symmetric' ? period - 1 - within : period - within;
}

const COPYING = new Set(['edge', 'reflect', 'symmetric', 'wrap']);
const OTHER_MODES = new Set(['linear_ramp', 'maximum', 'mean', 'median', 'minimum', 'empty']);

function pad(array: Value, width: Value, mode: Value, constants: Value): Value {
  let t = toTensor(array);
  const read = toTensor(width);
  if (core.isFloat(read.dtype)) throw valueError('`pad_width` must be of integral type.');
  const widths = pairsFor(width, t.rank).toFlat();
  if (widths.some((each) => each < 0)) throw valueError("index can't contain negative values");
  if (typeof mode !== 'string' || (mode !== 'constant' && !COPYING.has(mode))) {
    if (typeof mode === 'string' && OTHER_MODES.has(mode))
      throw new Refusal(`np.pad(mode=${repr(mode)}) is not part of this book's NumPy`);
    throw valueError(`mode ${repr(mode)} is not supported`);
  }
  const values = pairsFor(constants, t.rank);
  reserve(t.shape.map((size, axis) => size + (widths[2 * axis] ?? 0) + (widths[2 * axis + 1] ?? 0)));
  for (let axis = 0; axis < t.rank; axis++) {
    const [before, after] = [widths[2 * axis] as number, widths[2 * axis + 1] as number];
    t =
      mode === 'constant'
        ? framed(t, axis, [before, after], values)
        : taken(t, integers(sources(t.shape[axis] as number, before, after, mode)), axis);
  }
  return new NdArray(t);
}

function sources(size: number, before: number, after: number, mode: string): number[] {
  if (size === 0 && before + after > 0)
    throw valueError(`can't extend empty axis 0 using modes other than 'constant' or 'empty'`);
  return makeArray(before + size + after, (i) => reflectedPlace(i - before, size, mode));
}

/** `t` between constant slabs along one axis. */
function framed(t: Tensor, axis: number, counts: readonly [number, number], values: Tensor): Tensor {
  const slab = (side: 0 | 1): Tensor => {
    const made: Tensor = core.zeros<Shape>(t.shape.with(axis, counts[side]), t.dtype);
    return core.assign(made, core.index(values, [axis, side]) as Tensor);
  };
  return core.concatenate([slab(0), t, slab(1)], axis);
}

/** Returns the places along an axis of `size` that `obj` names, a mask or a slice too. */
function placesOf(obj: Value, size: number): { places: number[]; single: boolean } {
  if (obj instanceof PySlice) return { places: [...sliceIndices(sliceBounds(obj, size))], single: false };
  const t = toTensor(obj);
  const named = t.dtype === 'bool' ? t.toFlat().flatMap((on, i) => (on === 0 ? [] : [i])) : t.toFlat();
  return { places: named, single: t.rank === 0 };
}

function axisOf(t: Tensor, axis: Value): number {
  const place = readAxis(axis) ?? 0;
  if (place < -t.rank || place >= t.rank) throw axisError(place, t.rank);
  return place < 0 ? place + t.rank : place;
}

function remove(arr: Value, obj: Value, axis: Value): Value {
  const t = axis === null ? (core.ravel(toTensor(arr)) as Tensor) : toTensor(arr);
  const along = axisOf(t, axis);
  const size = t.shape[along] as number;
  const gone = new Set(
    placesOf(obj, size).places.map((place) => {
      if (place < -size || place >= size)
        throw indexError(`index ${place} is out of bounds for axis ${along} with size ${size}`);
      return place < 0 ? place + size : place;
    }),
  );
  const kept = makeArray(size, (i) => i).filter((place) => !gone.has(place));
  return new NdArray(taken(t, integers(kept), along));
}

/** Returns the rows to put in, one for each place; a lone place takes all of `values` along the axis. */
function rowsFor(values: Tensor, t: Tensor, along: number, count: number, single: boolean): Tensor {
  if (!single) return core.expand<Shape>(values, t.shape.with(along, count)) as Tensor;
  // NumPy takes the first axis of the values for the one that is inserted along.
  const raised: Tensor =
    values.rank === 0
      ? values
      : (core.reshape<Shape>(values, [
          ...new Array<number>(Math.max(0, t.rank - values.rank)).fill(1),
          ...values.shape,
        ]) as Tensor);
  const order = raised.shape.map((_, axis) => axis);
  order.splice(along, 0, ...order.splice(0, 1));
  const moved = raised.rank === 0 ? raised : core.permute(raised, order);
  const rows = moved.rank === 0 ? 1 : (moved.shape[along] as number);
  return core.expand<Shape>(moved, t.shape.with(along, rows)) as Tensor;
}

function insert(arr: Value, obj: Value, values: Value, axis: Value): Value {
  const t = axis === null ? (core.ravel(toTensor(arr)) as Tensor) : toTensor(arr);
  const along = axisOf(t, axis);
  const size = t.shape[along] as number;
  const { places, single } = placesOf(obj, size);
  const at = places.map((place) => {
    if (place < -size || place > size)
      throw indexError(`index ${place} is out of bounds for axis ${along} with size ${size}`);
    return place < 0 ? place + size : place;
  });
  const content = core.astype(toTensor(values), t.dtype);
  const lone = single || at.length === 1;
  const rows = rowsFor(content, t, along, at.length, lone);
  const count = rows.shape[along] as number;
  const starts = lone ? new Array<number>(count).fill(at[0] as number) : at;
  // Each place counts in the array as it was; of equal places the first given comes first.
  const order = [
    ...makeArray(size, (i) => ({ place: i, rank: 1, from: i })),
    ...starts.map((place, i) => ({ place, rank: 0, from: size + i })),
  ].sort((a, b) => a.place - b.place || a.rank - b.rank || a.from - b.from);
  const joined = core.concatenate([t, rows], along);
  return new NdArray(taken(joined, integers(order.map(({ from }) => from)), along));
}

function unravel(indices: Value, shape: Value): Value {
  const sizes = readShape(shape);
  const total = core.sizeOf(sizes);
  const places = toTensor(indices);
  const flat = places.toFlat();
  const wrong = flat.find((place) => place < 0 || place >= total);
  if (wrong !== undefined) throw valueError(`index ${wrong} is out of bounds for array with size ${total}`);
  const strides = core.rowMajorStrides(sizes);
  return new PyTuple(
    sizes.map((size, axis) => {
      const along = flat.map((place) => Math.floor(place / (strides[axis] as number)) % size);
      const made = core.fromFlat(along, places.shape, 'int64');
      return result(made);
    }),
  );
}

function ravelIndices(multi: Value, dims: Value): Value {
  const sizes = readShape(dims);
  const strides = core.rowMajorStrides(sizes);
  const parts = multi instanceof PyTuple ? multi.items.map((each) => toTensor(each)) : [];
  if (parts.length !== sizes.length)
    throw valueError(`parameter multi_index must be a sequence of length ${sizes.length}`);
  parts.forEach((part, axis) => {
    if (part.toFlat().some((place) => place < 0 || place >= (sizes[axis] as number)))
      throw valueError('invalid entry in coordinates array');
  });
  const scaled = parts.map((part, axis) =>
    core.multiply<Shape, Shape>(part, core.fromFlat([strides[axis] as number], [], 'int64') as Tensor),
  );
  return result(scaled.reduce((a, b) => core.add<Shape, Shape>(a, b)));
}

for (const [name, value] of [
  define(
    'pad',
    'array, pad_width, mode="constant", *, constant_values=0, end_values=?!, stat_length=?!, reflect_type=?!',
    pad,
  ),
  define('insert', 'arr, obj, values, axis=None', insert),
  define('delete', 'arr, obj, axis=None', remove),
  define('unravel_index', 'indices, shape, order="C"!', unravel),
  define('ravel_multi_index', 'multi_index, dims, mode="raise"!, order="C"!', ravelIndices),
])
  laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const editingModules: Modules = new Map();
