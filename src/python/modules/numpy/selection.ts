/** Choosing, limiting, rounding and comparing whole arrays. */

import type { Tensor, Value as TensorValue } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  asFloat,
  PyTuple,
  pyError,
  Refusal,
  toSmallIndex,
  typeError,
  typeName,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { fillWith } from './array-items.ts';
import { readAxes, readAxis } from './axes.ts';
import { checkOutputCast } from './casting.ts';
import { operandOf, operandTensor, toTensor } from './convert.ts';
import { integerRange } from './dtype.ts';
import { asNumpy, axisError, broadcastError, shapeText } from './errors.ts';
import { define, type Entry } from './functions.ts';
import { taken } from './joining.ts';
import { method, onArray, shared } from './methods.ts';
import { isArray, NdArray, result } from './ndarray.ts';
import { copyIn } from './order.ts';
import { delivered } from './reductions.ts';
import { isScalar, nestedValues } from './scalar.ts';
import { whereText } from './text-array.ts';
import { readOut } from './ufunc.ts';
import { ufunc } from './ufuncs.ts';
import { checkWriteable } from './writeable.ts';

/** Returns an operand that keeps a bare Python number weak. */
function weak(value: Value): TensorValue {
  return operandOf(value) ?? toTensor(value);
}

function where(condition: Value, x: Value, y: Value): Value {
  const test = toTensor(condition, 'bool');
  if (x === UNSET && y === UNSET) return nonzero(test);
  if (x === UNSET || y === UNSET) throw valueError('either both or neither of x and y should be given');
  const texts = whereText(test, x, y);
  if (texts !== undefined) return texts;
  const [a, b] = [weak(x), weak(y)];
  return new NdArray(fitting([test, a, b], () => core.where(test, a, b)));
}

/** Three operands that do not fit are all named in the error. */
function fitting(operands: readonly (TensorValue | null)[], compute: () => Tensor): Tensor {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof core.ShapeError)) throw error;
    throw broadcastError(operands.filter((each) => each !== null).map((each) => operandTensor(each).shape));
  }
}

function nonzero(t: Tensor): Value {
  if (t.rank === 0)
    throw valueError(
      'Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.',
    );
  return new PyTuple(core.nonzero(t).map((each) => new NdArray(each)));
}

const isGiven = (value: Value): boolean => value !== null && value !== UNSET;

/** A limit that no element of a narrow whole dtype can pass does not count; one that every element passes is an error. */
function withinRange(limit: TensorValue | null, { dtype }: Tensor, side: 'low' | 'high'): TensorValue | null {
  if (limit === null || limit instanceof core.Tensor || typeof limit !== 'object') return limit;
  if (limit.python !== 'int' || !core.isInteger(dtype)) return limit;
  const { min, max } = integerRange(dtype);
  return (side === 'low' ? limit.value <= min : limit.value >= max) ? null : limit;
}

function clip(a: NdArray, low: Value, high: Value, out: Value): Value {
  const [lower, upper] = [low, high].map((each) => (isGiven(each) ? weak(each) : null)) as [
    TensorValue | null,
    TensorValue | null,
  ];
  const limits = [withinRange(lower, a.tensor, 'low'), withinRange(upper, a.tensor, 'high')] as const;
  const outcome = fitting([a.tensor, lower, upper], () => core.clip(a.tensor, ...limits));
  const target = readOut(out);
  if (target !== undefined) checkOutputCast(ufunc('maximum'), outcome.dtype, target.tensor.dtype);
  return delivered(outcome, out);
}

function round(a: NdArray, decimals: Value, out: Value): Value {
  const places = toSmallIndex(decimals);
  if (a.tensor.dtype === 'bool')
    throw new Refusal("rounding bools gives float16, which is not part of this book's NumPy");
  return delivered(core.round(a.tensor, places), out);
}

function take(a: NdArray, indices: Value, axis: Value, out: Value): Value {
  const places = toTensor(indices, undefined);
  const along = readAxis(axis);
  return delivered(taken(along === undefined ? core.ravel(a.tensor) : a.tensor, places, along ?? 0), out);
}

function difference(a: NdArray, n: Value, axis: Value): Value {
  let { tensor }: { tensor: Tensor } = a;
  if (tensor.rank === 0) throw valueError('diff requires input that is at least one dimensional');
  const along = readAxis(axis) ?? -1;
  const place = along < 0 ? along + tensor.rank : along;
  if (place < 0 || place >= tensor.rank) throw axisError(along, tensor.rank);
  const part = (start: number | null, stop: number | null) =>
    core.index(tensor, [...new Array<core.Slice>(place).fill({}), { start, stop }]);
  for (let turn = toSmallIndex(n); turn > 0; turn--)
    tensor =
      tensor.dtype === 'bool'
        ? core.notEqual(part(1, null), part(null, -1) as never)
        : core.subtract(part(1, null), part(null, -1) as never);
  return new NdArray(tensor);
}

/** Returns the weights in the shape of the array, or of one axis of it, on that axis. */
function weightsAlong(factors: Tensor, { shape, rank }: Tensor, axis: number | number[] | undefined): Tensor {
  if (shapeText(factors.shape) === shapeText(shape)) return factors;
  if (axis === undefined) throw typeError('Axis must be specified when shapes of a and weights differ.');
  const places = [axis].flat().map((each) => (each + rank) % rank);
  if (shapeText(factors.shape) !== shapeText(places.map((place) => shape[place] as number)))
    throw valueError('Shape of weights must be consistent with shape of a along specified axis.');
  const sorted = places.toSorted((x, y) => x - y);
  return core.reshape<core.Shape>(
    core.permute(
      factors,
      sorted.map((place) => places.indexOf(place)),
    ),
    shape.map((size, each) => (places.includes(each) ? size : 1)),
  );
}

/** Returns an average, with the sum of its weights where that was asked for. */
function answered(average: Tensor, weights: Tensor, returned: Value): Value {
  return returned === false ? result(average) : new PyTuple([result(average), result(weights)]);
}

function weighted(a: NdArray, axis: Value, weights: Value, returned: Value): Value {
  const along = readAxes(axis);
  const options = along === undefined ? {} : { axis: along };
  if (weights === null) {
    const mean = core.mean(a.tensor, options as object) as Tensor;
    const count = a.tensor.size / Math.max(1, mean.size);
    return answered(mean, core.full<core.Shape>(mean.shape, count, mean.dtype), returned);
  }
  const factors = weightsAlong(toTensor(weights), a.tensor, along);
  const scaled = core.multiply(core.astype(a.tensor, 'float64'), factors as never) as Tensor;
  const total = core.sum(core.expand(factors, a.tensor.shape) as Tensor, options as object) as Tensor;
  if (total.toFlat().includes(0))
    throw pyError('ZeroDivisionError', "Weights sum to zero, can't be normalized");
  const average = core.divide(core.sum(scaled, options as object) as Tensor, total as never) as Tensor;
  return answered(average, core.astype(total, average.dtype), returned);
}

function nanToNumber(x: Value, nan: Value, posinf: Value, neginf: Value): Value {
  const t = toTensor(x);
  const largest = t.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const read = (value: Value, otherwise: number) => asFloat(value) ?? otherwise;
  const replaced = t.toFlat().map((each) => {
    if (Number.isNaN(each)) return read(nan, 0);
    if (Number.isFinite(each)) return each;
    return each > 0 ? read(posinf, largest) : read(neginf, -largest);
  });
  return result(core.fromFlat(replaced, t.shape, t.dtype));
}

method('fill', 'value', (a, value) => {
  fillWith(a, value);
  return null;
});
method('tolist', '', (a) => nestedValues(a.tensor));
method('nonzero', '', (a) => nonzero(a.tensor));
method('copy', 'order="C"', (a, order) => new NdArray(copyIn(a.tensor, order)));
method('conjugate', '', (a) => a);
method('conj', '', (a) => a);
method(
  'clip',
  'min=None, max=None, out=None, **kwargs',
  (a, min, max, out) => clip(a, min, max, out),
  '_clip',
);

export const selectionFunctions: readonly Entry[] = [
  define('where', 'condition, x=?, y=?, /', where),
  onArray('nonzero', '', (a) => nonzero(a.tensor)),
  onArray('argwhere', '', (a) => {
    const places = core.nonzero(a.tensor);
    if (places.length === 0) return new NdArray(core.zeros([a.tensor.item() === 0 ? 0 : 1, 0], 'int64'));
    return new NdArray(core.stack(places, 1));
  }),
  shared('take', 'indices, axis=None, out=None, mode="raise"!', take),
  onArray('clip', 'a_min=?, a_max=?, out=None, *, min=?, max=?, **kwargs', (a, aMin, aMax, out, min, max) => {
    const missing = aMin === UNSET ? 'a_min' : 'a_max';
    if ((aMin === UNSET) !== (aMax === UNSET))
      throw typeError(`clip() missing 1 required positional argument: '${missing}'`);
    if (aMin === UNSET) return clip(a, min, max, out);
    if (min !== UNSET || max !== UNSET)
      throw valueError(
        'Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden.',
      );
    return clip(a, aMin, aMax, out);
  }),
  shared('round', 'decimals=0, out=None', round),
  onArray('around', 'decimals=0, out=None', round),
  onArray('fix', 'out=None', (a, out) => delivered(core.trunc(a.tensor), out)),
  define('copyto', 'dst, src, casting="same_kind"!, where=True!', (dst, src) => {
    if (!isArray(dst)) throw typeError(`copyto() argument 1 must be numpy.ndarray, not ${typeName(dst)}`);
    checkWriteable(dst, 'assignment destination');
    asNumpy(() => core.assign(dst.tensor, toTensor(src)));
    return null;
  }),
  onArray('diff', 'n=1, axis=-1, prepend=?!, append=?!', difference),
  onArray('average', 'axis=None, weights=None, returned=False, *, keepdims=?!', weighted),
  define('nan_to_num', 'x, copy=True!, nan=0.0, posinf=None, neginf=None', (x, _copy, nan, posinf, neginf) =>
    nanToNumber(x, nan, posinf, neginf),
  ),
  define(
    'extract',
    'condition, arr',
    (condition, arr) =>
      new NdArray(core.index(core.ravel(toTensor(arr)), [core.ravel(toTensor(condition, 'bool'))])),
  ),
  define(
    'iterable',
    'y',
    (y) =>
      isArray(y) ||
      (typeof y === 'object' && y !== null && y.type.lookup('__iter__') !== undefined) ||
      typeof y === 'string',
  ),
  define(
    'isscalar',
    'element',
    (element) => isScalar(element) || (typeof element !== 'object' && element !== null),
  ),
];
