/** Functions that put arrays together, take them apart, repeat and turn them. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  makeArray,
  PyList,
  PyTuple,
  toArray,
  toSmallIndex,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { repeatedIndices } from '../arrays/index.ts';
import { readAxes, readAxis, readShape } from './axes.ts';
import { asArray, toTensor } from './convert.ts';
import { optionalDType } from './dtype.ts';
import { axisError, indexError } from './errors.ts';
import { define, type Entry } from './functions.ts';
import { onArray, shared } from './methods.ts';
import { derived, isArray, NdArray } from './ndarray.ts';
import { delivered } from './reductions.ts';
import { reserve } from './reserve.ts';

const listOf = (value: Value): NdArray[] => sequence(value).map((each) => asArray(each));

function sequence(value: Value): Value[] {
  if (isArray(value) && value.tensor.rank === 0) throw typeError('iteration over a 0-d array');
  return toArray(value);
}

export const atLeast1 = (t: Tensor): Tensor => (t.rank === 0 ? core.reshape<Shape>(t, [1]) : t);
export const atLeast2 = (t: Tensor): Tensor => (t.rank < 2 ? core.reshape<Shape>(t, [1, t.size]) : t);
export function atLeast3(t: Tensor): Tensor {
  if (t.rank >= 3) return t;
  return core.reshape<Shape>(t, t.rank === 2 ? [...t.shape, 1] : [1, t.size, 1]);
}

const tensorsOf = (value: Value): Tensor[] => listOf(value).map(({ tensor }) => tensor);

function joined(tensors: readonly Tensor[], axis: number, dtype: Value, out: Value): Value {
  if (tensors.length === 0) throw valueError('need at least one array to concatenate');
  if (tensors[0]?.rank === 0) throw valueError('zero-dimensional arrays cannot be concatenated');
  const type = optionalDType(dtype);
  const cast = type === undefined ? tensors : tensors.map((t) => core.astype(t, type));
  return delivered(core.concatenate(cast, axis), out);
}

function concatenate(arrays: Value, axis: Value, out: Value, dtype: Value): Value {
  const tensors = tensorsOf(arrays);
  const flat = axis === null ? tensors.map((t) => core.ravel(t) as Tensor) : tensors;
  return joined(flat, readAxis(axis) ?? 0, dtype, out);
}

function stacked(tensors: readonly Tensor[], axis: number): Value {
  if (tensors.length === 0) throw valueError('need at least one array to stack');
  return new NdArray(core.stack(tensors, axis));
}

type Along = (tensors: readonly Tensor[]) => number;
/** `vstack` and its kin: raise each array to a rank, then join. */
const stacker = (name: string, raise: (t: Tensor) => Tensor, axis: Along): Entry =>
  define(name, 'tup, *, dtype=None, casting="same_kind"!', (tup, dtype) => {
    const tensors = tensorsOf(tup).map(raise);
    return joined(tensors, axis(tensors), dtype, null);
  });

/** The ends of the parts: equal ones for a number, at the indices given for a list. */
function parts(a: NdArray, sections: Value, axis: number, uneven: boolean): Value {
  const { tensor } = a;
  const place = axis < 0 ? axis + tensor.rank : axis;
  const size = tensor.shape[place];
  if (size === undefined) throw indexError('tuple index out of range');
  return new PyList(
    cuts(sections, size, uneven).map(([start, stop]) =>
      derived(a, core.index(tensor, [...new Array<core.Slice>(place).fill({}), { start, stop }])),
    ),
  );
}

function cuts(sections: Value, size: number, uneven: boolean): [number, number][] {
  if (sections instanceof PyList || sections instanceof PyTuple || isArray(sections)) {
    const ends = [0, ...toArray(sections).map(toSmallIndex), size];
    return ends.slice(1).map((end, i) => [ends[i] as number, end]);
  }
  const count = toSmallIndex(sections);
  if (count <= 0) throw valueError('number sections must be larger than 0.');
  if (!uneven && size % count !== 0) throw valueError('array split does not result in an equal division');
  const short = Math.floor(size / count);
  const long = size % count;
  const endOf = (i: number) => i * short + Math.min(i, long);
  return makeArray(count, (i) => [endOf(i), endOf(i + 1)]);
}

const splitter = (name: string, axisOf: (rank: number) => number, least: number): Entry =>
  define(name, 'ary, indices_or_sections', (ary, sections) => {
    const a = asArray(ary);
    if (a.tensor.rank < least)
      throw valueError(`${name} only works on arrays of ${least} or more dimensions`);
    return parts(a, sections, axisOf(a.tensor.rank), false);
  });

function repeated(a: NdArray, repeats: Value, axis: Value): Value {
  const times = toTensor(repeats, 'int64');
  const along = readAxis(axis);
  if (times.size === 1) reserve([a.tensor.size, times.toFlat()[0] as number]);
  if (times.size === 1) return new NdArray(core.repeat(a.tensor, times.toFlat()[0] as number, along));
  const source = along === undefined ? core.ravel(a.tensor) : a.tensor;
  const place = along ?? 0;
  const counts = times.toFlat();
  const size = source.shape[place < 0 ? place + source.rank : place] as number;
  if (counts.length !== size)
    throw valueError(`operands could not be broadcast together with shape (${size},) (${counts.length},)`);
  if (counts.some((count) => count < 0)) throw valueError('repeats may not contain negative values.');
  const indices = repeatedIndices(counts);
  return new NdArray(taken(source, core.fromFlat(indices, [indices.length], 'int64'), place));
}

/** Returns the elements at `indices` along `axis`. */
export function taken(source: Tensor, indices: Tensor, axis: number): Tensor {
  const place = axis < 0 ? axis + source.rank : axis;
  if (place < 0 || place >= source.rank) throw axisError(axis, source.rank);
  return core.index(source, [...new Array<core.Slice>(place).fill({}), indices]);
}

/** Reversed along `axes`, as a view. */
function flipped(a: NdArray, axes: readonly number[]): Value {
  const { rank } = a.tensor;
  const places = axes.map((axis) => {
    if (axis < -rank || axis >= rank) throw axisError(axis, rank);
    return axis < 0 ? axis + rank : axis;
  });
  const slices = a.tensor.shape.map((_, axis) => (places.includes(axis) ? { step: -1 } : {}));
  return derived(a, core.index(a.tensor, slices));
}

const flipper = (name: string, axis: number): Entry =>
  define(name, 'm', (m) => {
    const a = asArray(m);
    if (a.tensor.rank <= axis) throw valueError(`Input must be >= ${axis + 1}-d.`);
    return flipped(a, [axis]);
  });

function rolled(a: NdArray, shift: Value, axis: Value): Value {
  const along = readAxes(axis);
  const shifts = shift instanceof PyTuple ? shift.items.map(toSmallIndex) : [toSmallIndex(shift)];
  const axes = along === undefined ? [0] : typeof along === 'number' ? [along] : along;
  let { tensor }: { tensor: Tensor } = along === undefined ? { tensor: core.ravel(a.tensor) } : a;
  axes.forEach((each, i) => {
    const size = tensor.shape[each < 0 ? each + tensor.rank : each];
    if (size === undefined) throw axisError(each, tensor.rank);
    const by = shifts[shifts.length === 1 ? 0 : i] ?? 0;
    const order = makeArray(size, (place) => (((place - by) % size) + size) % size);
    tensor = taken(tensor, core.fromFlat(order, [size], 'int64'), each);
  });
  return new NdArray(core.reshape<Shape>(tensor, a.tensor.shape));
}

const JOIN = 'arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"!';

export const joiningFunctions: readonly Entry[] = [
  define('concatenate', JOIN, concatenate),
  define('concat', JOIN, concatenate),
  define('stack', 'arrays, axis=0, out=None!, *, dtype=None!, casting="same_kind"!', (arrays, axis) =>
    stacked(tensorsOf(arrays), readAxis(axis) ?? 0),
  ),
  stacker('vstack', atLeast2, () => 0),
  stacker('row_stack', atLeast2, () => 0),
  stacker('hstack', atLeast1, ([first]) => (first?.rank === 1 ? 0 : 1)),
  stacker('dstack', atLeast3, () => 2),
  stacker(
    'column_stack',
    (t) => (t.rank < 2 ? core.reshape<Shape>(t, [t.size, 1]) : t),
    () => 1,
  ),
  define('append', 'arr, values, axis=None', (arr, values, axis) =>
    concatenate(new PyTuple([asArray(arr), asArray(values)]), axis, null, null),
  ),
  define('split', 'ary, indices_or_sections, axis=0', (ary, sections, axis) =>
    parts(asArray(ary), sections, toSmallIndex(axis), false),
  ),
  define('array_split', 'ary, indices_or_sections, axis=0', (ary, sections, axis) =>
    parts(asArray(ary), sections, toSmallIndex(axis), true),
  ),
  splitter('vsplit', () => 0, 2),
  splitter('hsplit', (rank) => (rank > 1 ? 1 : 0), 1),
  define('tile', 'A, reps', (A, reps) => {
    const [source, times] = [toTensor(A), readShape(reps)];
    reserve([source.size, ...times]);
    return new NdArray(core.tile(source, times));
  }),
  shared('repeat', 'repeats, axis=None', repeated),
  define('flip', 'm, axis=None', (m, axis) => {
    const a = asArray(m);
    return flipped(a, [readAxes(axis) ?? a.tensor.shape.map((_, each) => each)].flat());
  }),
  flipper('flipud', 0),
  flipper('fliplr', 1),
  onArray('roll', 'shift, axis=None', rolled),
];
