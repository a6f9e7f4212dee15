/** Functions that call the program's own: `vectorize`, `apply_along_axis`, `fromfunction`, `fromiter`. Fetched where named. */
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  call,
  each,
  getItem,
  type Keywords,
  type PyDict,
  PyList,
  PySlice,
  PyTuple,
  Refusal,
  setItem,
  toSmallIndex,
  UNSET,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { readShape } from '../axes.ts';
import { callNumpy } from '../calls.ts';
import { asArray, toTensor } from '../convert.ts';
import { axisError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import { NdArray } from '../ndarray.ts';
import { VECTORIZE } from './vectorize.ts';

const keywordsOf = (given: PyDict): Keywords =>
  new Map([...given.entries()].map(([key, value]) => [String(key), value] as const));

const full = new PySlice(null, null, null);

/** Returns the index of each line along the last axis, in row-major order. */
function* linesOf(shape: Shape): Generator<PyTuple> {
  const count = core.sizeOf(shape);
  for (let place = 0; place < count; place++) {
    const index: bigint[] = [];
    for (let axis = shape.length - 1, rest = place; axis >= 0; axis--) {
      const size = shape[axis] as number;
      index.unshift(BigInt(rest % size));
      rest = Math.floor(rest / size);
    }
    yield new PyTuple(index);
  }
}

function applyAlongAxis(func: Value, axis: Value, arr: Value, args: PyTuple, kwargs: PyDict): Value {
  const a = asArray(arr);
  const { rank } = a.tensor;
  const given = toSmallIndex(axis);
  if (given < -rank || given >= rank) throw axisError(given, rank);
  const along = given < 0 ? given + rank : given;
  const moved = asArray(callNumpy('moveaxis', [a, BigInt(along), -1n]));
  const lead = moved.tensor.shape.slice(0, -1);
  if (core.sizeOf(lead) === 0)
    throw valueError('Cannot apply_along_axis when any iteration dimensions are 0');
  const keywords = keywordsOf(kwargs);
  let filled: Value = null;
  let extra = 0;
  for (const index of linesOf(lead)) {
    const line = getItem(moved, new PyTuple([...index.items, full]));
    const found = callNumpy('asarray', [call(func, [line, ...args.items], keywords)]);
    if (filled === null) {
      const { shape } = toTensor(found);
      extra = shape.length;
      filled = callNumpy('zeros', [new PyTuple([...lead, ...shape].map(BigInt))], {
        dtype: callNumpy('result_type', [found]),
      });
    }
    setItem(filled, lead.length === 0 ? new PyTuple([]) : index, found);
  }
  const order = lead.map((_, each) => each);
  order.splice(along, 0, ...Array.from({ length: extra }, (_, i) => lead.length + i));
  return callNumpy('transpose', [filled, new PyTuple(order.map(BigInt))]);
}

function applyOverAxes(func: Value, a: Value, axes: Value): Value {
  let value: Value = callNumpy('asarray', [a]);
  const { rank } = toTensor(value);
  for (const place of readShape(axes)) {
    const axis = place < 0 ? place + rank : place;
    let found = callNumpy('asarray', [call(func, [value, BigInt(axis)])]);
    if (toTensor(found).rank !== toTensor(value).rank) {
      found = callNumpy('expand_dims', [found, BigInt(axis)]);
      if (toTensor(found).rank !== toTensor(value).rank)
        throw valueError('function is not returning an array of the correct shape');
    }
    value = found;
  }
  return value;
}

function fromIterator(iter: Value, dtype: Value, count: Value): Value {
  const most = toSmallIndex(count);
  const items: Value[] = [];
  for (const item of each(iter)) {
    if (most >= 0 && items.length === most) break;
    items.push(item);
  }
  if (most > items.length)
    throw valueError(`iterator too short: Expected ${most} but iterator had only ${items.length} items.`);
  return callNumpy('array', [new PyList(items)], { dtype });
}

const FUNCTIONS: readonly Entry[] = [
  define('apply_along_axis', 'func1d, axis, arr, *args, **kwargs', applyAlongAxis),
  define('apply_over_axes', 'func, a, axes', applyOverAxes),
  define(
    'fromfunction',
    'function, shape, *, dtype=?, like=None!, **kwargs',
    (func, shape, dtype, _like, kwargs) => {
      const sizes = readShape(shape);
      const places = sizes.map((size, axis) => {
        const counted = core.reshape<Shape>(
          core.arange(0, size, 1, 'int64') as core.Tensor,
          sizes.map((_, each) => (each === axis ? size : 1)),
        );
        const grid = new NdArray(core.contiguous(core.expand<Shape>(counted, sizes)));
        return callNumpy('array', [grid], { dtype: dtype === UNSET ? 'float64' : dtype });
      });
      return call(func, places, keywordsOf(kwargs));
    },
  ),
  define('fromiter', 'iter, dtype, count=-1, *, like=None!', fromIterator),
  define('frompyfunc', 'func, /, nin, nout, *, identity=None!', () => {
    throw new Refusal(
      "np.frompyfunc gives arrays of objects, which are not part of this book's NumPy: use np.vectorize",
    );
  }),
];
for (const [name, value] of [...FUNCTIONS, ['vectorize', VECTORIZE] as const])
  laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const functionalModules: Modules = new Map();
