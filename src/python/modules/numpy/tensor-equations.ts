/** `tensorsolve` and `tensorinv` of `np.linalg`: linear equations of arrays with more axes. A part of NumPy that is fetched where it is named. */
import { inv, permute, reshape, type Shape, sizeOf, solve } from '../../../tensor/index.ts';
import { toSmallIndex, valueError } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { readAxes } from './axes.ts';
import { toTensor } from './convert.ts';
import { linAlgError } from './errors.ts';
import { define, type Entry } from './functions.ts';
import './index.ts';
import { laterLinalg } from './later.ts';
import { NdArray } from './ndarray.ts';

const SOLVE = define('tensorsolve', 'a, b, axes=None', (a, b, axes) => {
  const [given, right] = [toTensor(a), toTensor(b)];
  const moved = readAxes(axes);
  const rank = given.rank;
  const order = [moved ?? []].flat().map((axis) => axis + (axis < 0 ? rank : 0));
  const rest = given.shape.map((_, axis) => axis).filter((axis) => !order.includes(axis));
  const source = order.length === 0 ? given : permute(given, [...rest, ...order]);
  const shape: Shape = source.shape.slice(right.rank);
  const size = sizeOf(shape);
  if (source.size !== size * size)
    throw linAlgError(
      'Input arrays must satisfy the requirement prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])',
    );
  const found = solve(reshape(source, [size, size]), reshape(right, [right.size]));
  return new NdArray(reshape(found, shape));
});

const INVERSE = define('tensorinv', 'a, ind=2', (a, ind) => {
  const source = toTensor(a);
  const count = toSmallIndex(ind);
  if (count <= 0) throw valueError('Invalid ind argument.');
  const [left, right] = [source.shape.slice(0, count), source.shape.slice(count)];
  const size = sizeOf(right);
  return new NdArray(
    reshape(inv(reshape(source, [source.size / Math.max(1, size), size])), [...right, ...left]),
  );
});

const FUNCTIONS: readonly Entry[] = [SOLVE, INVERSE];
for (const [name, value] of FUNCTIONS) laterLinalg.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const tensorEquationModules: Modules = new Map();
