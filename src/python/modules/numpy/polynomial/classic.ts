/** `np.polyfit`, `np.polyval` and their kin: coefficients from the highest power. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  binary,
  call,
  isTrue,
  PyTuple,
  Refusal,
  toSmallIndex,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { callNumpy as np } from '../calls.ts';
import { toTensor } from '../convert.ts';
import { define, type Entry } from '../functions.ts';
import { laterLinalg } from '../later.ts';
import { NdArray, result } from '../ndarray.ts';
import { Poly1d, vector } from './poly1d-object.ts';
import { rootsOf } from './roots.ts';
/** Returns the coefficients of a polynomial, at least one. */
export const coefficients = (p: Value): Tensor => {
  if (p instanceof Poly1d) return p.coefficients.tensor;
  const t = toTensor(p);
  return t.rank === 0 ? core.reshape<Shape>(t, [1]) : t;
};

/** Horner's rule. */
export function valueAt(p: Value, x: Value): Value {
  if (x instanceof Poly1d) {
    let made: Value = new Poly1d(vector([0]));
    for (const each of coefficients(p).toFlat()) made = binary('+', binary('*', made, x), each);
    return made;
  }
  let y: Value = np('zeros_like', [x]);
  const list = coefficients(p);
  for (let i = 0; i < list.size; i++)
    y = binary('+', binary('*', y, np('asarray', [x])), result(core.index(list, [i]) as Tensor));
  return y;
}

/** Coefficients of both, the shorter filled with zeros in front. */
export function combined(name: 'add' | 'subtract', a: Value, b: Value): Value {
  const [p, q] = [coefficients(a), coefficients(b)];
  const size = Math.max(p.size, q.size);
  const padded = (t: Tensor): NdArray =>
    new NdArray(core.concatenate([core.zeros<Shape>([size - t.size], t.dtype), t], 0));
  return wrapped(np(name, [padded(p), padded(q)]), a, b);
}

/** Returns a poly1d where an operand was one. */
const wrapped = (made: Value, ...operands: readonly Value[]): Value =>
  operands.some((each) => each instanceof Poly1d) ? new Poly1d(new NdArray(toTensor(made))) : made;

export const product = (a: Value, b: Value): Value =>
  wrapped(np('convolve', [new NdArray(coefficients(a)), new NdArray(coefficients(b))]), a, b);

export function quotient(u: Value, v: Value): Value {
  const [a, b] = [coefficients(u).toFlat(), coefficients(v).toFlat()];
  const scale = 1 / (b[0] as number);
  const rest = a.slice();
  const length = Math.max(a.length - b.length + 1, 1);
  const found = new Array<number>(length).fill(0);
  for (let k = 0; k <= a.length - b.length; k++) {
    const d = scale * (rest[k] as number);
    found[k] = d;
    b.forEach((each, i) => {
      rest[k + i] = (rest[k + i] as number) - d * each;
    });
  }
  let left = rest;
  while (left.length > 1 && Math.abs(left[0] as number) <= 1e-8) left = left.slice(1);
  return new PyTuple([wrapped(vector(found), u, v), wrapped(vector(left), u, v)]);
}

export function derivative(p: Value, times: Value): Value {
  let t = coefficients(p);
  const m = toSmallIndex(times);
  if (m < 0) throw valueError('Order of derivative must be positive (see polyint)');
  for (let turn = 0; turn < m; turn++) {
    const size = t.size - 1;
    const factors = core.fromFlat<Shape>(
      Array.from({ length: Math.max(0, size) }, (_, i) => size - i),
      [Math.max(0, size)],
      'int64',
    );
    t = core.multiply<Shape, Shape>(core.index(t, [{ start: 0, stop: -1 }]) as Tensor, factors);
  }
  return wrapped(new NdArray(t), p);
}

export function integral(p: Value, times: Value, constant: Value): Value {
  let t = coefficients(p);
  const m = toSmallIndex(times);
  if (m < 0) throw valueError('Order of integral must be positive (see polyder)');
  const constants = constant === null ? [0] : toTensor(constant).toFlat();
  for (let turn = 0; turn < m; turn++) {
    const size = t.size;
    const factors = core.fromFlat<Shape>(
      Array.from({ length: size }, (_, i) => size - i),
      [size],
      'int64',
    );
    const last = core.fromFlat<Shape>([constants[turn] ?? constants[0] ?? 0], [1], 'float64');
    t = core.concatenate([core.divide<Shape, Shape>(t, factors), last], 0);
  }
  return wrapped(new NdArray(t), p);
}

/** Coefficients of the polynomial with these roots, or of the characteristic polynomial of a matrix. */
export function fromRoots(seq: Value): Value {
  const given = toTensor(seq);
  const zeros =
    given.rank === 2
      ? toTensor(eigenvalues(given)).toFlat()
      : given.rank === 0
        ? [given.item()]
        : given.toFlat();
  let made = [1];
  for (const zero of zeros) made = [...made, 0].map((each, i) => each - zero * (made[i - 1] ?? 0));
  return vector(made);
}
function eigenvalues(matrix: Tensor): Value {
  const list = matrix.toFlat();
  const n = matrix.shape[0] as number;
  return vector(rootsOfMatrix(list, n));
}
function rootsOfMatrix(list: readonly number[], n: number): number[] {
  return realOnly(rootsOf.matrix(Float64Array.from(list), n));
}
const realOnly = (found: readonly { re: number; im: number }[]): number[] =>
  found.map(({ re, im }) => {
    if (im !== 0) throw new Refusal("complex roots are not part of this book's NumPy");
    return re;
  });

export function roots(p: Value): Value {
  const t = coefficients(p);
  if (t.rank !== 1) throw valueError('Input must be a rank-1 array.');
  const all = t.toFlat();
  const first = all.findIndex((each) => each !== 0);
  if (first < 0) return vector([]);
  const last = all.findLastIndex((each) => each !== 0);
  const list = all.slice(first, last + 1);
  const found = list.length > 1 ? realOnly(rootsOf.polynomial(list)) : [];
  return vector([...found, ...new Array<number>(all.length - 1 - last).fill(0)]);
}

/** Returns the polynomial of least squared distance, by scaled columns of powers. */
function fitted(x: Value, y: Value, degree: Value, weights: Value, full: Value): Value {
  const [points, values] = [toTensor(x, 'float64'), toTensor(y, 'float64')];
  const order = toSmallIndex(degree);
  if (order < 0) throw valueError('expected deg >= 0');
  if (points.rank !== 1) throw typeError('expected 1D vector for x');
  if (points.size === 0) throw typeError('expected non-empty vector for x');
  if (values.rank < 1 || values.rank > 2) throw typeError('expected 1D or 2D array for y');
  if (points.size !== values.shape[0]) throw typeError('expected x and y to have same length');
  let left = toTensor(np('vander', [new NdArray(points), BigInt(order + 1)]));
  let right: Tensor = values;
  if (weights !== null) {
    const w = toTensor(weights, 'float64');
    if (w.rank !== 1) throw typeError('expected a 1-d array for weights');
    if (w.size !== points.size) throw typeError('expected w and y to have the same length');
    left = core.multiply<Shape, Shape>(left, core.reshape<Shape>(w, [w.size, 1]));
    right = core.multiply<Shape, Shape>(right, right.rank === 1 ? w : core.reshape<Shape>(w, [w.size, 1]));
  }
  const scale = core.sqrt(core.sum(core.multiply<Shape, Shape>(left, left), { axis: 0 } as object) as Tensor);
  const lstsq = laterLinalg.get('lstsq') ?? null;
  const rcond = points.size * 2 ** -52;
  const solved = call(lstsq, [
    new NdArray(core.divide<Shape, Shape>(left, scale)),
    new NdArray(right),
    rcond,
  ]) as PyTuple;
  const [c = null, residuals = null, rank = null, singular = null] = solved.items;
  const shaped = right.rank === 1 ? scale : core.reshape<Shape>(scale, [scale.size, 1]);
  const made = new NdArray(core.divide<Shape, Shape>(toTensor(c), shaped));
  return isTrue(full) ? new PyTuple([made, residuals, rank, singular, rcond]) : made;
}

export const classicFunctions: readonly Entry[] = [
  define('polyval', 'p, x', (p, x) => valueAt(p, x)),
  define('polyadd', 'a1, a2', (a, b) => combined('add', a, b)),
  define('polysub', 'a1, a2', (a, b) => combined('subtract', a, b)),
  define('polymul', 'a1, a2', product),
  define('polydiv', 'u, v', quotient),
  define('polyder', 'p, m=1', derivative),
  define('polyint', 'p, m=1, k=None', integral),
  define('poly', 'seq_of_zeros', fromRoots),
  define('roots', 'p', roots),
  define(
    'polyfit',
    'x, y, deg, rcond=None!, full=False, w=None, cov=False!',
    (x, y, degree, _rcond, full, w) => fitted(x, y, degree, w, full),
  ),
];
