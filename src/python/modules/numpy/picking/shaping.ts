/** Further ways to turn, join, cut and repeat arrays: `rot90`, `block`, `resize`, `trim_zeros`. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  getItem,
  PyList,
  PySlice,
  PyTuple,
  toArray,
  toSmallIndex,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { readShape } from '../axes.ts';
import { callNumpy } from '../calls.ts';
import { asArray, toTensor } from '../convert.ts';
import { axisError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import { derived, NdArray } from '../ndarray.ts';
import { reserve } from '../reserve.ts';

function rotated(m: Value, k: Value, axes: Value): Value {
  const a = asArray(m);
  const given = readShape(axes);
  if (given.length !== 2) throw valueError('len(axes) must be 2.');
  const { rank } = a.tensor;
  const [first, second] = given as [number, number];
  if (first === second || Math.abs(first - second) === rank) throw valueError('Axes must be different.');
  if ([first, second].some((axis) => axis >= rank || axis < -rank))
    throw valueError(`Axes=(${first}, ${second}) out of range for array of ndim=${rank}.`);
  const turns = ((toSmallIndex(k) % 4) + 4) % 4;
  const flipped = (axis: number, of: Value): Value => callNumpy('flip', [of, BigInt(axis)]);
  const swapped = (of: Value): Value => callNumpy('swapaxes', [of, BigInt(first), BigInt(second)]);
  if (turns === 0) return derived(a, a.tensor);
  if (turns === 2) return flipped(second, flipped(first, a));
  return turns === 1 ? swapped(flipped(second, a)) : flipped(second, swapped(a));
}

/** How deeply the lists are nested, the first of each. */
function depthOf(value: Value, path: string): number {
  if (value instanceof PyTuple)
    throw typeError(
      `${path} is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit conversion from tuple to ndarray.`,
    );
  if (!(value instanceof PyList)) return 0;
  if (value.items.length === 0) throw valueError(`List at ${path} cannot be empty`);
  const depths = value.items.map((item, i) => depthOf(item, `${path}[${i}]`));
  const wrong = depths.findIndex((depth) => depth !== depths[0]);
  if (wrong >= 0)
    throw valueError(
      `List depths are mismatched. First element was at depth ${(depths[0] as number) + 1}, but there is an element at depth ${(depths[wrong] as number) + 1} (${path}[${wrong}])`,
    );
  return 1 + (depths[0] as number);
}

function leavesOf(value: Value): Value[] {
  return value instanceof PyList ? value.items.flatMap(leavesOf) : [value];
}

function block(arrays: Value): Value {
  const depth = depthOf(arrays, 'arrays');
  const rank = Math.max(depth, ...leavesOf(arrays).map((each) => toTensor(each).rank));
  const joined = (value: Value, level: number): Value => {
    if (!(value instanceof PyList)) {
      const t = toTensor(value);
      return new NdArray(
        core.copy(core.reshape<Shape>(t, [...new Array<number>(rank - t.rank).fill(1), ...t.shape])),
      );
    }
    return callNumpy('concatenate', [new PyList(value.items.map((item) => joined(item, level + 1)))], {
      axis: BigInt(level - depth),
    });
  };
  return joined(arrays, 0);
}

function resized(a: Value, shape: Value): Value {
  const sizes = readShape(shape);
  const flat = core.ravel(toTensor(a)) as Tensor;
  if (sizes.some((size) => size < 0)) throw valueError('all elements of `new_shape` must be non-negative');
  const count = core.sizeOf(sizes);
  if (count === 0 || flat.size === 0)
    return callNumpy('zeros', [shape], { dtype: callNumpy('result_type', [a]) });
  reserve(sizes);
  const times = Math.ceil(count / flat.size);
  const repeated = core.concatenate(new Array<Tensor>(times).fill(flat), 0);
  return new NdArray(core.reshape<Shape>(core.index(repeated, [{ start: 0, stop: count }]) as Tensor, sizes));
}

function trimmed(filt: Value, trim: Value): Value {
  if (typeof trim !== 'string') throw typeError(`'${typeName(trim)}' object is not a string`);
  const values = toTensor(filt).toFlat();
  let [start, stop] = [0, values.length];
  const sides = trim.toUpperCase();
  if (sides.includes('F')) while (start < stop && values[start] === 0) start++;
  if (sides.includes('B')) while (stop > start && values[stop - 1] === 0) stop--;
  return getItem(filt, new PySlice(BigInt(start), BigInt(stop), null));
}

function rolled(a: Value, axis: Value, start: Value): Value {
  const { rank } = toTensor(a);
  const normal = (place: number, limit: number, argument: string | null = null): number => {
    if (place < -limit || place >= limit) throw axisError(place, rank, argument);
    return place < 0 ? place + limit : place;
  };
  const from = normal(toSmallIndex(axis), rank);
  let to = toSmallIndex(start);
  if (to < 0) to += rank;
  if (!(to >= 0 && to < rank + 1))
    throw axisError(
      Number(start),
      rank,
      `'start' arg requires ${-rank} <= start < ${rank + 1}, but ${to} was passed in`,
    );
  if (from < to) to -= 1;
  return callNumpy('moveaxis', [a, BigInt(from), BigInt(to)]);
}

export const shapingFunctions: readonly Entry[] = [
  define('rot90', 'm, k=1, axes=?', (m, k, axes) =>
    rotated(m, k, axes instanceof PyTuple || axes instanceof PyList ? axes : new PyTuple([0n, 1n])),
  ),
  define('rollaxis', 'a, axis, start=0', rolled),
  define('block', 'arrays', block),
  define('resize', 'a, new_shape', resized),
  define('trim_zeros', "filt, trim='fb', axis=None!", trimmed),
  define('dsplit', 'ary, indices_or_sections', (ary, sections) => {
    if (toTensor(ary).rank < 3) throw valueError('dsplit only works on arrays of 3 or more dimensions');
    return callNumpy('split', [ary, sections, 2n]);
  }),
  define('unstack', 'x, /, *, axis=0', (x, axis) => {
    if (toTensor(x).rank === 0) throw valueError('Input array must be at least 1-d.');
    return new PyTuple(toArray(callNumpy('moveaxis', [x, axis, 0n])));
  }),
];
