/** `np.linalg`: a part of NumPy that is fetched where it is named. */

import type { NormOrder, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  members,
  PyModule,
  PyTuple,
  PyType,
  repr,
  toArray,
  tupleType,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { Host, Modules } from '../host.ts';
import { readAxes } from './axes.ts';
import { asArray, toTensor } from './convert.ts';
import { linAlgError, linAlgErrorType } from './errors.ts';
import { define, type Entry } from './functions.ts';
import './index.ts';
import { laterLinalg } from './later.ts';
import { NdArray, result } from './ndarray.ts';
import { crossed, vectorDot } from './products.ts';
import { publicNames } from './public-names.ts';
import { matrixTransposed } from './shapes.ts';

const NORM_NAMES = new Set<Value>(['fro', 'nuc']);

function order(ord: Value, rank = 2): NormOrder | undefined {
  if (ord === null) return undefined;
  if (typeof ord === 'string') {
    if (NORM_NAMES.has(ord)) return ord as NormOrder;
    throw valueError(
      rank === 2 ? 'Invalid norm order for matrices.' : `Invalid norm order '${ord}' for vectors`,
    );
  }
  return asFloat(ord) ?? (asIndex(ord) as never);
}

function norm(x: Value, ord: Value, axis: Value, keepdims: Value): Value {
  const source = toTensor(x);
  const axes = readAxes(axis);
  const count = axes === undefined ? source.rank : [axes].flat().length;
  const kind = order(ord, count);
  if (kind !== undefined && count !== 1 && count !== 2)
    throw valueError('Improper number of dimensions to norm.');
  if (count === 1 && typeof kind === 'string') throw valueError(`Invalid norm order '${kind}' for vectors`);
  if (
    count === 2 &&
    kind !== undefined &&
    !(typeof kind === 'string' || [1, 2].includes(Math.abs(kind)) || !Number.isFinite(kind))
  )
    throw valueError('Invalid norm order for matrices.');
  return result(
    core.norm(source, {
      keepdims: keepdims !== false,
      ...(kind === undefined ? {} : { ord: kind }),
      ...(axes === undefined ? {} : { axis: axes }),
    } as object) as Tensor,
  );
}

/** Returns a square matrix, or a stack of them. */
function square(a: Value): Tensor {
  const t = toTensor(a);
  if (t.rank < 2)
    throw linAlgError(`${t.rank}-dimensional array given. Array must be at least two-dimensional`);
  if (t.shape.at(-1) !== t.shape.at(-2)) throw linAlgError('Last 2 dimensions of the array must be square');
  return t;
}

function solve(a: Value, b: Value): Value {
  const matrix = square(a);
  const right = toTensor(b);
  const [n, rows] = [matrix.shape.at(-1), right.shape.at(right.rank === 1 ? 0 : -2)];
  if (n !== rows)
    throw valueError(
      `solve${right.rank === 1 ? '1' : ''}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${right.rank === 1 ? '(m,m),(m)->(m)' : '(m,m),(m,n)->(m,n)'} (size ${rows} is different from ${n})`,
    );
  return new NdArray(core.solve(matrix, right));
}

function power(a: Value, n: Value): Value {
  const exponent = asIndex(n);
  if (exponent === undefined) throw typeError('exponent must be an integer');
  let base = square(a);
  if (exponent < 0n) base = core.inv(base);
  const size = base.shape.at(-1) as number;
  let made: Tensor = core.astype(core.eye(size), base.dtype);
  for (let rest = exponent < 0n ? -exponent : exponent; rest > 0n; rest--)
    made = core.matmul(made, base as never);
  return new NdArray(made);
}

/** The named tuple that `slogdet` returns. */
class SlogdetResult extends PyTuple {
  override get type(): PyType {
    return slogdetType;
  }
}
const slogdetType = new PyType({ name: 'SlogdetResult', module: 'numpy.linalg', bases: [tupleType] });
members(slogdetType, (value): value is SlogdetResult => value instanceof SlogdetResult)
  .getter('sign', ({ items }) => items[0] ?? null)
  .getter('logabsdet', ({ items }) => items[1] ?? null)
  .special(
    '__repr__',
    ({ items }) =>
      `SlogdetResult(sign=${items.slice(0, 1).map(repr)}, logabsdet=${items.slice(1).map(repr)})`,
  );

/** Returns the sign and the logarithm of the size of a determinant. */
function slogdet(a: Value): Value {
  const { sign, logarithm } = core.slogdet(square(a));
  return new SlogdetResult([result(sign), result(logarithm)]);
}

function matrixRank(A: Value): Value {
  const t = toTensor(A);
  if (t.rank < 2) return t.toFlat().some((each) => each !== 0) ? 1n : 0n;
  return result(core.matrixRank(t));
}

function cond(x: Value, p: Value): Value {
  const matrix = square(x);
  const kind: Value = p === null ? 2n : p;
  if (kind === 2n || kind === 2) {
    const sizes = [core.norm(matrix, { ord: 2 }), core.norm(matrix, { ord: -2 })] as [Tensor, Tensor];
    return result(core.divide(sizes[0], sizes[1] as never));
  }
  const options = { ord: order(kind) } as { ord: NormOrder };
  return result(
    core.multiply(core.norm(matrix, options) as Tensor, core.norm(core.inv(matrix), options) as never),
  );
}

function chain(arrays: Value): Value {
  const tensors = toArray(arrays).map((each) => toTensor(each));
  if (tensors.length < 2) throw valueError('Expecting at least two arrays.');
  return result(tensors.reduce((a, b) => core.matmul(a, b as never)));
}

const FUNCTIONS: readonly Entry[] = [
  define('norm', 'x, ord=None, axis=None, keepdims=False', norm, 'numpy.linalg'),
  define('vector_norm', 'x, /, *, axis=None, keepdims=False, ord=2', (x, axis, keepdims, ord) =>
    norm(axis === null ? new NdArray(core.ravel(toTensor(x))) : x, ord, axis, keepdims),
  ),
  define('matrix_norm', 'x, /, *, keepdims=False, ord="fro"', (x, keepdims, ord) =>
    norm(x, ord, new PyTuple([-2n, -1n]), keepdims),
  ),
  define('det', 'a', (a) => result(core.det(square(a)))),
  define('slogdet', 'a', slogdet),
  define('inv', 'a', (a) => new NdArray(core.inv(square(a)))),
  define('solve', 'a, b', solve),
  define('matrix_rank', 'A, tol=None!, hermitian=False!, *, rtol=None!', matrixRank),
  define('matrix_power', 'a, n', power),
  define('cond', 'x, p=None', cond),
  define('multi_dot', 'arrays, *, out=None!', chain),
  define('matmul', 'x1, x2, /', (x1, x2) => result(core.matmul(toTensor(x1), toTensor(x2) as never))),
  define('outer', 'x1, x2, /', (x1, x2) => new NdArray(core.outer(toTensor(x1), toTensor(x2)))),
  define('cross', 'x1, x2, /, *, axis=-1!', (x1, x2) => crossed(toTensor(x1), toTensor(x2))),
  define('vecdot', 'x1, x2, /, *, axis=-1!', (x1, x2) => result(vectorDot(toTensor(x1), toTensor(x2)))),
  define('trace', 'x, /, *, offset=0!, dtype=None!', (x) => result(core.trace(toTensor(x)))),
  define('matrix_transpose', 'x, /', (x) => matrixTransposed(asArray(x))),
];

function linalgModule({ fetchedCount }: Host): PyModule {
  const members = (): (readonly [string, Value])[] => [
    ...FUNCTIONS,
    ['LinAlgError', linAlgErrorType],
    ...laterLinalg,
  ];
  return new PyModule('numpy.linalg', members(), {
    library: 'NumPy',
    alias: 'np.linalg',
    notOffered: publicNames('linalg'),
    growth: { count: fetchedCount, members },
  });
}

export const numpyLinalgModules: Modules = new Map([['numpy.linalg', linalgModule]]);
