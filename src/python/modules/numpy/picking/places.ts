/** Indices of diagonals and triangles, and iterators over indices: `diag_indices`, `triu_indices`, `ndindex`, `ndenumerate`. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  call,
  iteratorOver,
  makeArray,
  PyTuple,
  toSmallIndex,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { readShape } from '../axes.ts';
import { asArray, toTensor } from '../convert.ts';
import { define, type Entry } from '../functions.ts';
import { NdArray, result } from '../ndarray.ts';
import { reserve } from '../reserve.ts';

const placesOf = (mask: Tensor): Value => new PyTuple(core.nonzero(mask).map((each) => new NdArray(each)));

/** Returns the places on and below (`lower`), or on and above, the diagonal `k` of a matrix. */
function triangle(rows: number, columns: number, k: number, lower: boolean): Value {
  reserve([rows, columns]);
  const all = core.ones<Shape>([rows, columns], 'bool');
  return placesOf((lower ? core.tril : core.triu)(all, k));
}

function matrixOf(arr: Value): Shape {
  const { shape, rank } = toTensor(arr);
  if (rank !== 2) throw valueError('input array must be 2-d');
  return shape;
}

const diagonal = (n: number, rank: number): Value => {
  const counted = new NdArray(core.arange(0, n, 1, 'int64') as Tensor);
  return new PyTuple(makeArray(Math.max(0, rank), () => counted));
};

/** Returns the indices of an array of `shape`, in row-major order. */
function* indicesOf(shape: Shape): Generator<Value> {
  const size = core.sizeOf(shape);
  for (let place = 0; place < size; place++) {
    const index: bigint[] = [];
    for (let axis = shape.length - 1, rest = place; axis >= 0; axis--) {
      const length = shape[axis] as number;
      index.unshift(BigInt(rest % length));
      rest = Math.floor(rest / length);
    }
    yield new PyTuple(index);
  }
}

/** Returns each index with the element there. */
function* pairsOf(source: Tensor): Generator<Value> {
  const values = core.ravel(source) as Tensor;
  let place = 0;
  for (const index of indicesOf(source.shape))
    yield new PyTuple([index, result(core.index(values, [place++]) as Tensor)]);
}

export const placeFunctions: readonly Entry[] = [
  define('diag_indices', 'n, ndim=2', (n, ndim) => diagonal(toSmallIndex(n), toSmallIndex(ndim))),
  define('diag_indices_from', 'arr', (arr) => {
    const { rank, shape } = toTensor(arr);
    if (rank < 2) throw valueError('input array must be at least 2-d');
    if (shape.some((size) => size !== shape[0]))
      throw valueError('All dimensions of input must be of equal length');
    return diagonal(shape[0] as number, rank);
  }),
  ...[true, false].flatMap((lower): Entry[] => {
    const name = lower ? 'tril_indices' : 'triu_indices';
    return [
      define(name, 'n, k=0, m=None', (n, k, m) =>
        triangle(toSmallIndex(n), toSmallIndex(m ?? n), toSmallIndex(k), lower),
      ),
      define(`${name}_from`, 'arr, k=0', (arr, k) => {
        const [rows = 0, columns = 0] = matrixOf(arr);
        return triangle(rows, columns, toSmallIndex(k), lower);
      }),
    ];
  }),
  define('mask_indices', 'n, mask_func, k=0', (n, maskFunction, k) => {
    const size = toSmallIndex(n);
    reserve([size, size]);
    const made = call(maskFunction, [new NdArray(core.ones<Shape>([size, size], 'int64')), k]);
    return placesOf(core.astype(toTensor(made), 'bool'));
  }),
  define('ndindex', '*shape', ({ items: [first = null, ...rest] }) => {
    const sizes = readShape(rest.length === 0 ? (first ?? new PyTuple([])) : new PyTuple([first, ...rest]));
    if (sizes.some((size) => size < 0)) throw valueError('negative dimensions are not allowed');
    return iteratorOver('ndindex', indicesOf(sizes));
  }),
  define('ndenumerate', 'arr', (arr) => iteratorOver('ndenumerate', pairsOf(asArray(arr).tensor))),
];
