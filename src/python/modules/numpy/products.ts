/** Products of vectors and matrices. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { PyList, PyTuple, toArray, toSmallIndex, type Value, valueError } from '../../objects/index.ts';
import { readAxis } from './axes.ts';
import { toTensor } from './convert.ts';
import { optionalDType } from './dtype.ts';
import { indexError } from './errors.ts';
import { define, type Entry } from './functions.ts';
import { shared } from './methods.ts';
import { NdArray, readOnlyView, result } from './ndarray.ts';
import { delivered } from './reductions.ts';
import { reserve } from './reserve.ts';
import { session } from './session.ts';

type Product = (a: Tensor, b: Tensor) => Tensor;

/** Of two vectors in a plane NumPy gives the third component alone, and a warning. */
export function crossed(a: Tensor, b: Tensor): Value {
  const [m, n] = [a.shape.at(-1), b.shape.at(-1)];
  if (a.rank === 0 || b.rank === 0) throw valueError('At least one array has zero dimension');
  if ((m !== 2 && m !== 3) || (n !== 2 && n !== 3))
    throw valueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)');
  if (m === 3 && n === 3) return new NdArray(core.cross(a, b));
  session().warn(
    'DeprecationWarning',
    'Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors instead. (deprecated in NumPy 2.0)',
  );
  const full = core.cross(padded(a), padded(b));
  return new NdArray(m === 2 && n === 2 ? core.index(full, ['...', 2]) : full);
}

function padded(t: Tensor): Tensor {
  if (t.shape.at(-1) === 3) return t;
  return core.concatenate([t, core.zeros<Shape>([...t.shape.slice(0, -1), 1], t.dtype)], -1);
}

function trace(t: Tensor, offset: Value, axis1: Value, axis2: Value, dtype: Value): Tensor {
  const type = optionalDType(dtype);
  return core.sum(diagonals(t, offset, axis1, axis2), {
    axis: -1,
    ...(type === undefined ? {} : { dtype: type }),
  });
}

/** Returns the diagonals of the matrices in two axes, along a new last axis. */
function diagonals(t: Tensor, offset: Value, axis1: Value, axis2: Value): Tensor {
  if (t.rank < 2) throw valueError('diag requires an array of at least two dimensions');
  const [rows, columns] = [readAxis(axis1) ?? 0, readAxis(axis2) ?? 1];
  const k = toSmallIndex(offset);
  if (t.rank === 2 && rows === 0 && columns === 1) return core.diagonal(t, k);
  const at = (axis: number) => (axis < 0 ? axis + t.rank : axis);
  const others = t.shape.map((_, axis) => axis).filter((axis) => axis !== at(rows) && axis !== at(columns));
  const moved = core.permute(t, [...others, at(rows), at(columns)]);
  const lead = moved.shape.slice(0, -2);
  const flat = core.reshape<Shape>(moved, [core.sizeOf(lead), ...moved.shape.slice(-2)]);
  const lines = Array.from({ length: flat.shape[0] as number }, (_, i) =>
    core.diagonal(core.index(flat, [i]), k),
  );
  return core.reshape<Shape>(core.stack(lines), [...lead, lines[0]?.size ?? 0]);
}

/** Returns the sum over the last `axes` of `a` and the first of `b`, or over the axes listed. */
function tensordot(a: Tensor, b: Tensor, axes: Value): Value {
  const listed = axes instanceof PyTuple || axes instanceof PyList;
  const count = listed ? 0 : toSmallIndex(axes);
  if (count > Math.min(a.rank, b.rank)) throw indexError('tuple index out of range');
  const [left = null, right = null] = listed ? toArray(axes) : [];
  const places = (value: Value, rank: number) =>
    (value instanceof PyTuple || value instanceof PyList ? toArray(value) : [value])
      .map(toSmallIndex)
      .map((axis) => (axis < 0 ? axis + rank : axis));
  const from = listed ? places(left, a.rank) : Array.from({ length: count }, (_, i) => a.rank - count + i);
  const to = listed ? places(right, b.rank) : Array.from({ length: count }, (_, i) => i);
  if (from.some((axis) => a.shape[axis] === undefined) || to.some((axis) => b.shape[axis] === undefined))
    throw indexError('tuple index out of range');
  if (from.length !== to.length || from.some((axis, i) => a.shape[axis] !== b.shape[to[i] as number]))
    throw valueError('shape-mismatch for sum');
  const keep = (t: Tensor, gone: readonly number[]) =>
    t.shape.map((_, axis) => axis).filter((axis) => !gone.includes(axis));
  const [rows, columns] = [keep(a, from), keep(b, to)];
  const sizes = (t: Tensor, of: readonly number[]) => of.map((axis) => t.shape[axis] as number);
  const inner = core.sizeOf(sizes(a, from));
  const product = core.matmul(
    core.reshape<Shape>(core.permute(a, [...rows, ...from]), [core.sizeOf(sizes(a, rows)), inner]) as Tensor,
    core.reshape<Shape>(core.permute(b, [...to, ...columns]), [
      inner,
      core.sizeOf(sizes(b, columns)),
    ]) as never,
  );
  return new NdArray(core.reshape<Shape>(product, [...sizes(a, rows), ...sizes(b, columns)]));
}

/** Returns each element of `a` times the whole of `b`, laid out as blocks. */
function kronecker(a: Tensor, b: Tensor): Tensor {
  const rank = Math.max(a.rank, b.rank);
  const padded = (t: Tensor): Shape => [...new Array<number>(rank - t.rank).fill(1), ...t.shape];
  reserve([a.size, b.size]);
  const [outer, inner] = [padded(a), padded(b)];
  const left = core.reshape<Shape>(
    a,
    outer.flatMap((size) => [size, 1]),
  );
  const right = core.reshape<Shape>(
    b,
    inner.flatMap((size) => [1, size]),
  );
  const product = core.multiply(left, right as never) as Tensor;
  return core.reshape<Shape>(
    product,
    outer.map((size, axis) => size * (inner[axis] as number)),
  );
}

const both = (name: string, signature: string, product: Product): Entry =>
  define(name, signature, (a = null, b = null, out = null) =>
    delivered(product(toTensor(a), toTensor(b)), out),
  );

export const productFunctions: readonly Entry[] = [
  shared('dot', 'b, out=None', (a, b, out) => delivered(core.dot(a.tensor, toTensor(b)), out)),
  both('inner', 'a, b, /', core.inner),
  both('outer', 'a, b, out=None', (a, b) => {
    reserve([a.size, b.size]);
    return core.outer(a, b);
  }),
  both('vdot', 'a, b, /', (a, b) => {
    if (a.size !== b.size)
      throw new core.ShapeError('reshape', { kind: 'reshape', requested: [a.size], size: b.size });
    return core.dot(core.ravel(a), core.ravel(b));
  }),
  define('cross', 'a, b, axisa=-1!, axisb=-1!, axisc=-1!, axis=None!', (a, b) =>
    crossed(toTensor(a), toTensor(b)),
  ),
  define('kron', 'a, b', (a, b) => new NdArray(kronecker(toTensor(a), toTensor(b)))),
  define('tensordot', 'a, b, axes=2', (a, b, axes) => tensordot(toTensor(a), toTensor(b), axes)),
  define('vecdot', 'x1, x2, /, *, axis=-1!', (x1, x2) => result(vectorDot(toTensor(x1), toTensor(x2)))),
  shared('trace', 'offset=0, axis1=0, axis2=1, dtype=None, out=None', (a, offset, axis1, axis2, dtype, out) =>
    delivered(trace(a.tensor, offset, axis1, axis2, dtype), out),
  ),
  shared('diagonal', 'offset=0, axis1=0, axis2=1', (a, offset, axis1, axis2) =>
    readOnlyView(a, diagonals(a.tensor, offset, axis1, axis2)),
  ),
];

export function vectorDot(a: Tensor, b: Tensor): Tensor {
  return core.sum(core.multiply(a, b as never) as Tensor, { axis: -1 });
}
