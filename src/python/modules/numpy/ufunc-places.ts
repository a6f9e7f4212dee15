/** `ufunc.at`, `ufunc.reduceat`, and `reduce` and `accumulate` of any ufunc of two operands: fetched where named. */
import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  type Callable,
  call,
  members,
  NativeFunction,
  toSmallIndex,
  typeError,
  UNSET,
  type Value,
  valueError,
  work,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { getItem } from './array-items.ts';
import { asArray, toTensor } from './convert.ts';
import { asNumpy, axisError, indexError } from './errors.ts';
import './index.ts';
import { isArray, NdArray, result } from './ndarray.ts';
import { delivered } from './reductions.ts';
import { Ufunc, ufuncType } from './ufunc.ts';
import './ufunc-members.ts';
import { checkWriteable } from './writeable.ts';

/** The commonest ufuncs, one pair of numbers at a time. */
const PAIRS: ReadonlyMap<string, (x: number, y: number) => number> = new Map([
  ['add', (x: number, y: number) => x + y],
  ['subtract', (x: number, y: number) => x - y],
  ['multiply', (x: number, y: number) => x * y],
  ['divide', (x: number, y: number) => x / y],
  ['maximum', (x: number, y: number) => Math.max(x, y)],
  ['minimum', (x: number, y: number) => Math.min(x, y)],
]);

/** Writes `self(a[i], b)` to each place in turn; a place that is named twice is changed twice. */
function at(self: Ufunc, a: Value, indices: Value, b: Value): Value {
  if (!isArray(a)) throw typeError('first operand must be array');
  checkWriteable(a, 'array');
  const { tensor } = a;
  const counted = core.fromFlat<Shape>(
    Array.from({ length: tensor.size }, (_, i) => i),
    tensor.shape,
    'int64',
  );
  const places = toTensor(getItem(new NdArray(counted), indices));
  if (self.facts.nin === 1) {
    const made = toTensor(self.apply([getItem(a, indices)]));
    write(tensor, places.toFlat(), core.expand<Shape>(made, places.shape).toFlat());
    return null;
  }
  if (b === UNSET) throw valueError('second operand needed for ufunc');
  const second = toTensor(b);
  const values = core.expand<Shape>(second, places.shape);
  const pair = PAIRS.get(self.name);
  const probe = toTensor(
    self.apply([new NdArray(core.zeros([0], tensor.dtype)), new NdArray(core.zeros([0], second.dtype))]),
  );
  const [order, operands] = [places.toFlat(), values.toFlat()];
  work(order.length);
  const held = tensor.toFlat();
  order.forEach((place, i) => {
    const [x, y] = [held[place] as number, operands[i] as number];
    const next =
      pair?.(x, y) ??
      toTensor(
        self.apply([
          result(core.fromFlat([x], [], tensor.dtype)),
          result(core.fromFlat([y], [], second.dtype)),
        ]),
      ).item();
    held[place] = core.isFloat(tensor.dtype)
      ? tensor.dtype === 'float32'
        ? Math.fround(next)
        : next
      : Math.trunc(next);
  });
  core.assign(tensor, core.astype(core.fromFlat(held, tensor.shape, probe.dtype) as Tensor, tensor.dtype));
  return null;
}

function write(tensor: Tensor, places: readonly number[], values: readonly number[]): void {
  const held = tensor.toFlat();
  places.forEach((place, i) => {
    held[place] = values[i] as number;
  });
  core.assign(tensor, core.fromFlat(held, tensor.shape, tensor.dtype) as Tensor);
}

function axisOf(axis: Value, rank: number): number {
  const place = toSmallIndex(axis);
  if (place < -rank || place >= rank) throw axisError(place, rank);
  return place < 0 ? place + rank : place;
}

const partAlong = (t: Tensor, axis: number, start: number, stop: number): Tensor =>
  core.index(t, [...new Array<core.Slice>(axis).fill({}), { start, stop }]) as Tensor;
const rowAlong = (t: Tensor, axis: number, place: number): Tensor =>
  core.index(t, [...new Array<core.Slice>(axis).fill({}), place]) as Tensor;

/** `self` of all elements along an axis, one after another. */
function folded(self: Ufunc, t: Tensor, axis: number, start?: Value): Value {
  const count = t.shape[axis] as number;
  if (count === 0 && start === undefined)
    throw valueError(`zero-size array to reduction operation ${self.name} which has no identity`);
  let made: Value = start ?? new NdArray(core.copy(rowAlong(t, axis, 0)));
  for (let i = start === undefined ? 1 : 0; i < count; i++)
    made = self.apply([made, new NdArray(rowAlong(t, axis, i))]);
  return made;
}

function reducedAt(self: Ufunc, array: Value, indices: Value, axis: Value): Value {
  const t = toTensor(array);
  const along = axisOf(axis, t.rank);
  const size = t.shape[along] as number;
  const starts = toTensor(indices).toFlat();
  const reduce = ufuncType.members.get('reduce') as Callable;
  const parts = starts.map((start, i) => {
    if (start < 0 || start >= size)
      throw indexError(`index ${start} out-of-bounds in ${self.name}.reduceat [0, ${size})`);
    const stop = starts[i + 1] ?? size;
    if (stop <= start) return rowAlong(t, along, start);
    return toTensor(
      call(reduce, [self, new NdArray(partAlong(t, along, start, stop))], new Map([['axis', BigInt(along)]])),
    );
  });
  return new NdArray(core.stack(parts, along));
}

const isUfunc = (value: Value): value is Ufunc => value instanceof Ufunc;
members(ufuncType, isUfunc)
  .method('at', 'a, indices, b=?, /', (self, a, indices, b) => asNumpy(() => at(self, a, indices, b)))
  .method(
    'reduceat',
    'array, indices, axis=0, dtype=None!, out=None',
    (self, array, indices, axis, _dtype, out) =>
      asNumpy(() => delivered(toTensor(reducedAt(self, array, indices, axis)), out)),
  );

/** Those that the core reduces and accumulates itself. */
const REDUCED = new Set(['add', 'multiply', 'maximum', 'minimum', 'logical_and', 'logical_or']);
const ACCUMULATED = new Set(['add', 'multiply']);

const reduce = ufuncType.members.get('reduce') as NativeFunction;
const accumulate = ufuncType.members.get('accumulate') as NativeFunction;

ufuncType.members.set(
  'reduce',
  new NativeFunction(
    'reduce',
    'array, axis=0, dtype=None, out=None, keepdims=False, initial=?, where=True!',
    (self, array, axis, dtype, out, keepdims, initial) => {
      if (!isUfunc(self)) return null;
      if (REDUCED.has(self.name) && initial === UNSET)
        return call(reduce, [
          self,
          array ?? null,
          axis ?? null,
          dtype ?? null,
          out ?? null,
          keepdims ?? null,
        ]);
      return asNumpy(() => {
        if (self.facts.nin !== 2) throw valueError('reduce only supported for binary functions');
        const t = toTensor(array ?? null);
        const flat = axis === null ? (core.ravel(t) as Tensor) : t;
        if (flat.rank === 0) return result(flat);
        const along = axis === null ? 0 : axisOf(axis ?? null, flat.rank);
        const made = toTensor(folded(self, flat, along, initial === UNSET ? undefined : initial));
        const shape = t.shape.map((size, each) => (axis === null || each === along ? 1 : size));
        return delivered(keepdims === false ? made : core.reshape<Shape>(made, shape), out ?? null);
      });
    },
    { receiver: ufuncType, qualifiedName: 'ufunc.reduce' },
  ),
);
ufuncType.members.set(
  'accumulate',
  new NativeFunction(
    'accumulate',
    'array, axis=0, dtype=None!, out=None',
    (self, array, axis, dtype, out) => {
      if (!isUfunc(self)) return null;
      if (ACCUMULATED.has(self.name))
        return call(accumulate, [self, array ?? null, axis ?? null, dtype ?? null, out ?? null]);
      return asNumpy(() => {
        if (self.facts.nin !== 2) throw valueError('accumulate only supported for binary functions');
        const t = asArray(array ?? null).tensor;
        if (t.rank === 0) throw typeError('cannot accumulate on a scalar');
        const along = axisOf(axis ?? null, t.rank);
        const rows: Tensor[] = [];
        for (let i = 0; i < (t.shape[along] as number); i++) {
          const row = new NdArray(rowAlong(t, along, i));
          const before = rows.at(-1);
          rows.push(before === undefined ? row.tensor : toTensor(self.apply([new NdArray(before), row])));
        }
        return delivered(rows.length === 0 ? t : core.stack(rows, along), out ?? null);
      });
    },
    { receiver: ufuncType, qualifiedName: 'ufunc.accumulate' },
  ),
);

/** The part adds to a type that is there and has no module of its own. */
export const ufuncPlaceModules: Modules = new Map();
