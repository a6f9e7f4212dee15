/** Functions that make arrays. */

import type { DType, Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  PyList,
  PyTuple,
  Refusal,
  toSmallIndex,
  typeError,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { readAxis, readShape } from './axes.ts';
import { asArray, operandOf, operandTensor, toTensor } from './convert.ts';
import { optionalDType, readDType } from './dtype.ts';
import { define, type Entry } from './functions.ts';
import { derived, NdArray } from './ndarray.ts';
import { NumpyScalar } from './scalar.ts';
import { TextArray, textArray } from './text-array.ts';
import { NumpyText } from './text-scalar.ts';

const typeOr = (dtype: Value, otherwise: DType): DType => optionalDType(dtype) ?? otherwise;

/** Only row-major order is kept. */
export function refuseOrder(order: Value): void {
  if (order === 'F' || order === 'f')
    throw new Refusal("order='F' is not part of this book's NumPy: arrays are row-major here");
  if (order !== null && typeof order !== 'string')
    throw typeError(`order must be str, not ${order === UNSET ? 'None' : 'int'}`);
  if (typeof order === 'string' && !/^[CAK]$/i.test(order))
    throw valueError(`order must be one of 'C', 'F', 'A', or 'K' (got '${order}')`);
}

function filled(shape: Value, value: Value, dtype: Value): Tensor {
  const sizes = readShape(shape);
  const content = toTensor(value, optionalDType(dtype));
  const target: Tensor = core.zeros(sizes, content.dtype);
  return core.assign(target, content);
}

/** `like` gives shape and dtype unless they are given. */
function alike(a: Value, value: number, dtype: Value, shape: Value): Value {
  const { tensor } = asArray(a);
  const sizes = shape === null ? tensor.shape : readShape(shape);
  return new NdArray(core.full(sizes, value, typeOr(dtype, tensor.dtype)));
}

/** An end of `np.arange` or `np.linspace` with the dtype it brings. */
function bound(value: Value): { value: number; dtype: DType } {
  if (typeof value === 'string')
    throw typeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.");
  const operand = operandOf(value);
  if (operand === undefined) throw typeError(`unsupported operand type(s) for -: 'NoneType' and 'int'`);
  const tensor = operandTensor(operand);
  return { value: tensor.item(), dtype: tensor.dtype === 'bool' ? 'int64' : tensor.dtype };
}

function arange(first: Value, second: Value, third: Value, dtype: Value): Value {
  if (first === UNSET && second === UNSET) throw typeError('arange() requires stop to be specified.');
  const [start, stop] =
    second === UNSET || second === null ? [0n, first] : [first === UNSET ? 0n : first, second];
  const ends = [start, stop, third === null || third === UNSET ? 1n : third].map(bound);
  const [from, to, step] = ends as [(typeof ends)[0], (typeof ends)[0], (typeof ends)[0]];
  const common = ends
    .map((end) => end.dtype)
    .reduce((a, b) => core.numpyRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' }));
  const type = typeOr(dtype, common);
  if (Number.isNaN(from.value) || !Number.isFinite((to.value - from.value) / step.value))
    if (step.value !== 0) throw valueError('arange: cannot compute length');
  return new NdArray(core.arange(from.value, to.value, step.value, type));
}

/** float32 where an end is and no other asks for more, else float64. */
function floatOf(ends: readonly Value[]): DType {
  const types = ends.map((end) => operandOf(end)).filter((end) => end instanceof core.Tensor);
  if (types.length === 0) return 'float64';
  const common = types
    .map((end) => end.dtype)
    .reduce((a, b) => core.numpyRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' }));
  return common === 'float32' ? common : 'float64';
}

/** start + i · step, in one dimension or, for array ends, along a new axis. */
function linspace(
  start: Value,
  stop: Value,
  num: Value,
  endpoint: Value,
  retstep: Value,
  dtype: Value,
  axis: Value,
): Value {
  const count = toSmallIndex(num);
  if (count < 0) throw valueError(`Number of samples, ${count}, must be non-negative.`);
  const [from, to] = [toTensor(start), toTensor(stop)];
  const type = typeOr(dtype, floatOf([start, stop]));
  if (from.rank + to.rank > 0)
    return new NdArray(core.astype(linspaceOfArrays(from, to, count, endpoint !== false, axis), type));
  const [a, b] = [from.item(), to.item()];
  const divisions = endpoint === false ? count : count - 1;
  const values = Array.from({ length: count }, (_, i) =>
    endpoint !== false && i > 0 && i === count - 1 ? b : divisions > 0 ? i * ((b - a) / divisions) + a : a,
  );
  const exact = core.isInteger(type) ? values.map(Math.floor) : values;
  const made = new NdArray(core.fromFlat(exact, [count], type));
  if (retstep === false) return made;
  return new PyTuple([made, new NumpyScalar(divisions > 0 ? (b - a) / divisions : Number.NaN, 'float64')]);
}

function linspaceOfArrays(from: Tensor, to: Tensor, count: number, endpoint: boolean, axis: Value): Tensor {
  const divisions = Math.max(1, endpoint ? count - 1 : count);
  const step = core.divide(core.subtract(core.astype(to, 'float64'), from as never), divisions as never);
  const rows = Array.from({ length: count }, (_, i) =>
    endpoint && i > 0 && i === count - 1
      ? core.add(core.multiply(step, 0 as never), to as never)
      : core.add(core.multiply(step, { python: 'float', value: i } as never) as Tensor, from as never),
  );
  return core.stack(rows as Tensor[], readAxis(axis) ?? 0);
}

/** Does a sequence start with a text? Then it is an array of text, or refused. */
function startsWithText(value: Value): boolean {
  let first: Value | undefined = value;
  while (first instanceof PyList || first instanceof PyTuple) first = first.items[0];
  return typeof first === 'string' || first instanceof NumpyText || first instanceof TextArray;
}

/** `np.array`: a copy unless told otherwise. */
function array(object: Value, dtype: Value, copy: Value, order: Value, ndmin: Value): Value {
  refuseOrder(order);
  const type = optionalDType(dtype);
  const text = type === undefined && startsWithText(object) ? textArray(object) : undefined;
  if (text !== undefined) return text;
  let made = asArray(object, type);
  if (made === object && copy !== false && copy !== null) made = new NdArray(core.copy(made.tensor));
  if (copy === false && made !== object)
    throw valueError(
      'Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\nFor more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.',
    );
  const missing = toSmallIndex(ndmin) - made.tensor.rank;
  if (missing <= 0) return made;
  const { tensor } = made;
  return derived(
    made,
    core.reshape<readonly number[]>(tensor, [...new Array<number>(missing).fill(1), ...tensor.shape]),
  );
}

function diagonalOrMatrix(v: Value, k: Value): Value {
  const source = asArray(v);
  const offset = toSmallIndex(k);
  if (source.tensor.rank === 1) return new NdArray(core.diagonalMatrix(source.tensor, offset));
  if (source.tensor.rank === 2) return derived(source, core.diagonal(source.tensor, offset));
  throw valueError('Input must be 1- or 2-d.');
}

/** A vector stands for as many equal rows. */
function rows(t: Tensor): Tensor {
  if (t.rank === 0) throw typeError("tri() missing 1 required positional argument: 'N'");
  return t.rank === 1 ? core.expand<Shape>(t, [t.size, t.size]) : t;
}

const FILL = 'shape, dtype=None, order="C", *, device=None, like=None';
const LIKE = 'a, dtype=None, order="K", subok=True, shape=None, *, device=None';
const filler = (name: string, value: number): Entry[] => [
  define(name, FILL, (shape, dtype, order) => {
    refuseOrder(order);
    return new NdArray(core.full(readShape(shape), value, readDType(dtype)));
  }),
  define(`${name}_like`, LIKE, (a, dtype, _order, _subok, shape) => alike(a, value, dtype, shape)),
];

export const creationFunctions: readonly Entry[] = [
  define(
    'array',
    'object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None',
    (object, dtype, copy, order, _subok, ndmin) => array(object, dtype, copy, order, ndmin),
  ),
  define(
    'asarray',
    'a, dtype=None, order=None, *, device=None, copy=None, like=None',
    (a, dtype, order, _device, copy) =>
      copy === true || startsWithText(a)
        ? array(a, dtype, copy, order, 0n)
        : asArray(a, optionalDType(dtype)),
  ),
  ...['asanyarray', 'ascontiguousarray'].map((name) =>
    define(name, 'a, dtype=None', (a, dtype) => {
      const made = asArray(a, optionalDType(dtype));
      return name === 'asanyarray' || made.tensor.isContiguous ? made : new NdArray(core.copy(made.tensor));
    }),
  ),
  ...filler('zeros', 0),
  ...filler('ones', 1),
  ...filler('empty', 0),
  define(
    'full',
    'shape, fill_value, dtype=None, order="C", *, device=None, like=None',
    (shape, value, dtype) => new NdArray(filled(shape, value, dtype)),
  ),
  define(
    'full_like',
    'a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None',
    (a, value, dtype, _order, _subok, shape) => {
      const { tensor } = asArray(a);
      const target: Tensor = core.zeros(
        shape === null ? tensor.shape : readShape(shape),
        typeOr(dtype, tensor.dtype),
      );
      return new NdArray(core.assign(target, toTensor(value)));
    },
  ),
  define(
    'eye',
    'N, M=None, k=0, dtype=?, order="C", *, device=None, like=None',
    (n, m, k, dtype) =>
      new NdArray(
        core.eye(
          toSmallIndex(n),
          m === null ? toSmallIndex(n) : toSmallIndex(m),
          toSmallIndex(k),
          dtype === UNSET ? 'float64' : readDType(dtype),
        ),
      ),
  ),
  define(
    'identity',
    'n, dtype=None, *, like=None',
    (n, dtype) => new NdArray(core.eye(toSmallIndex(n), toSmallIndex(n), 0, readDType(dtype))),
  ),
  define('arange', 'start=?, stop=?, step=?, dtype=None, *, device=None, like=None', arange),
  define(
    'linspace',
    'start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None',
    linspace,
  ),
  define(
    'logspace',
    'start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0',
    (start, stop, num, endpoint, base, dtype) => {
      const exponents = toTensor(linspace(start, stop, num, endpoint, false, null, 0n));
      return new NdArray(
        core.astype(core.power(toTensor(base), exponents as never) as Tensor, typeOr(dtype, 'float64')),
      );
    },
  ),
  define('diag', 'v, k=0', diagonalOrMatrix),
  define(
    'diagflat',
    'v, k=0',
    (v, k) => new NdArray(core.diagonalMatrix(core.ravel(toTensor(v)), toSmallIndex(k))),
  ),
  define('tril', 'm, k=0', (m, k) => new NdArray(core.tril(rows(toTensor(m)), toSmallIndex(k)))),
  define('triu', 'm, k=0', (m, k) => new NdArray(core.triu(rows(toTensor(m)), toSmallIndex(k)))),
  define(
    'tri',
    'N, M=None, k=0, dtype=?',
    (n, m, k, dtype) =>
      new NdArray(
        core.tril(
          core.ones(
            [toSmallIndex(n), m === null ? toSmallIndex(n) : toSmallIndex(m)],
            dtype === UNSET ? 'float64' : readDType(dtype),
          ),
          toSmallIndex(k),
        ),
      ),
  ),
  define('meshgrid', '*xi, copy=True, sparse=False, indexing="xy"', (xi, _copy, _sparse, indexing) =>
    meshgrid(xi, indexing),
  ),
  define('copy', 'a, order="K", subok=False', (a) => new NdArray(core.copy(toTensor(a)))),
];

function meshgrid(xi: PyTuple, indexing: Value): Value {
  if (indexing !== 'xy' && indexing !== 'ij')
    throw valueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = xi.items.map((each) => core.ravel(toTensor(each)));
  const swapped = indexing === 'xy' && vectors.length > 1;
  const axisOf = (i: number) => (swapped && i < 2 ? 1 - i : i);
  const shape = new Array<number>(vectors.length).fill(0);
  vectors.forEach((vector, i) => {
    shape[axisOf(i)] = vector.size;
  });
  return new PyTuple(
    vectors.map((vector, i) => {
      const sizes = shape.map((_, axis) => (axis === axisOf(i) ? vector.size : 1));
      return new NdArray(core.copy(core.expand(core.reshape<readonly number[]>(vector, sizes), shape)));
    }),
  );
}
