/** Functions that make arrays. */

import type { DType, Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  PyList,
  PyTuple,
  toSmallIndex,
  typeError,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { readShape } from './axes.ts';
import { asArray, toTensor } from './convert.ts';
import { optionalDType, readDType } from './dtype.ts';
import { define, type Entry } from './functions.ts';
import { derived, NdArray, readOnlyView } from './ndarray.ts';
import { copyIn, readOrder } from './order.ts';
import { reserve } from './reserve.ts';
import { TextArray, textArray } from './text-array.ts';
import { NumpyText } from './text-scalar.ts';

/** Returns the dtype asked for, or another. */
export const typeOr = (dtype: Value, otherwise: DType): DType => optionalDType(dtype) ?? otherwise;

function filled(shape: Value, value: Value, dtype: Value): Tensor {
  const sizes = readShape(shape);
  reserve(sizes);
  const content = toTensor(value, optionalDType(dtype));
  const target: Tensor = core.zeros(sizes, content.dtype);
  return core.assign(target, content);
}

/** `made` in the order asked for; “K” and “A” follow the layout of `like`. */
function inOrder(made: Tensor, order: Value, like?: Tensor): Tensor {
  const wanted = readOrder(order);
  if (wanted === 'F') return core.columnMajor(made);
  return wanted === 'C' || like === undefined ? made : core.inLayoutOf(made, [like], core.numpyRules);
}

/** `like` gives shape and dtype unless they are given. */
function alike(a: Value, value: number, dtype: Value, shape: Value, order: Value): Value {
  const { tensor } = asArray(a);
  const sizes = shape === null ? tensor.shape : readShape(shape);
  reserve(sizes);
  const made = core.full<Shape>(sizes, value, typeOr(dtype, tensor.dtype));
  return new NdArray(inOrder(made, order, shape === null ? tensor : undefined));
}

/** Does a sequence start with a text? Then it is an array of text, or refused. */
function startsWithText(value: Value): boolean {
  let first: Value | undefined = value;
  while (first instanceof PyList || first instanceof PyTuple) first = first.items[0];
  return typeof first === 'string' || first instanceof NumpyText || first instanceof TextArray;
}

/** `np.array`: a copy unless told otherwise. */
function array(object: Value, dtype: Value, copy: Value, order: Value, ndmin: Value): Value {
  const wanted = readOrder(order, 'K');
  const type = optionalDType(dtype);
  const text = type === undefined && startsWithText(object) ? textArray(object) : undefined;
  if (text !== undefined) return text;
  let made = asArray(object, type);
  if (made === object && copy !== false && copy !== null) made = new NdArray(copyIn(made.tensor, wanted));
  else if (wanted === 'F') made = new NdArray(core.columnMajor(made.tensor));
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
  if (source.tensor.rank === 2) return readOnlyView(source, core.diagonal(source.tensor, offset));
  throw valueError('Input must be 1- or 2-d.');
}

/** A vector is repeated for every row. */
function rows(t: Tensor): Tensor {
  if (t.rank === 0) throw typeError("tri() missing 1 required positional argument: 'N'");
  return t.rank === 1 ? core.expand<Shape>(t, [t.size, t.size]) : t;
}

const FILL = 'shape, dtype=None, order="C", *, device=None, like=None';
const LIKE = 'a, dtype=None, order="K", subok=True, shape=None, *, device=None';
const filler = (name: string, value: number): Entry[] => [
  define(name, FILL, (shape, dtype, order) => {
    const sizes = readShape(shape);
    reserve(sizes);
    return new NdArray(inOrder(core.full<Shape>(sizes, value, readDType(dtype)), order));
  }),
  define(`${name}_like`, LIKE, (a, dtype, order, _subok, shape) => alike(a, value, dtype, shape, order)),
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
    (a, value, dtype, order, _subok, shape) => {
      const { tensor } = asArray(a);
      const target: Tensor = core.zeros(
        shape === null ? tensor.shape : readShape(shape),
        typeOr(dtype, tensor.dtype),
      );
      const made = core.assign(target, toTensor(value));
      return new NdArray(inOrder(made, order, shape === null ? tensor : undefined));
    },
  ),
  define('eye', 'N, M=None, k=0, dtype=?, order="C", *, device=None, like=None', (n, m, k, dtype) => {
    const [rows, columns] = [toSmallIndex(n), toSmallIndex(m ?? n)];
    reserve([rows, columns]);
    const type = dtype === UNSET ? 'float64' : readDType(dtype);
    return new NdArray(core.eye(rows, columns, toSmallIndex(k), type));
  }),
  define('identity', 'n, dtype=None, *, like=None', (n, dtype) => {
    reserve([toSmallIndex(n), toSmallIndex(n)]);
    return new NdArray(core.eye(toSmallIndex(n), toSmallIndex(n), 0, readDType(dtype)));
  }),
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
    'N, M=None, k=0, dtype=?, *, like=None!',
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
  define('copy', 'a, order="K", subok=False', (a, order) => new NdArray(copyIn(toTensor(a), order, 'K'))),
  define('asfortranarray', 'a, dtype=None', (a, dtype) => {
    const made = asArray(a, optionalDType(dtype));
    return core.transpose(made.tensor).isContiguous ? made : new NdArray(core.columnMajor(made.tensor));
  }),
];
