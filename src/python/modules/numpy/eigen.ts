/** `np.linalg.eig` and `eigvals`: a part of NumPy that is fetched where it is named. */
import { type Eigen, eigen } from '../../../tensor/decompositions/eigen/index.ts';
import { type Matrix, matricesOf, stacked } from '../../../tensor/decompositions/index.ts';
import { members, PyTuple, PyType, Refusal, repr, tupleType, type Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { toTensor } from './convert.ts';
import { linAlgError } from './errors.ts';
import { define } from './functions.ts';
import './index.ts';
import { laterLinalg } from './later.ts';
import { result } from './ndarray.ts';

const eigType = new PyType({ name: 'EigResult', module: 'numpy.linalg._linalg', bases: [tupleType] });

class EigResult extends PyTuple {
  override get type(): PyType {
    return eigType;
  }
}
members(eigType, (value): value is EigResult => value instanceof EigResult)
  .getter('eigenvalues', ({ items }) => items[0] ?? null)
  .getter('eigenvectors', ({ items }) => items[1] ?? null)
  .special(
    '__repr__',
    ({ items }) => `EigResult(eigenvalues=${repr(items[0] ?? null)}, eigenvectors=${repr(items[1] ?? null)})`,
  );

function decomposed(a: Value) {
  const t = toTensor(a);
  if (t.rank < 2)
    throw linAlgError(`${t.rank}-dimensional array given. Array must be at least two-dimensional`);
  if (t.shape.at(-1) !== t.shape.at(-2)) throw linAlgError('Last 2 dimensions of the array must be square');
  if (t.toFlat().some((each) => !Number.isFinite(each)))
    throw linAlgError('Array must not contain infs or NaNs');
  const dtype = t.dtype === 'float32' ? ('float32' as const) : ('float64' as const);
  return {
    found: matricesOf(t).map(decompose),
    lead: t.shape.slice(0, -2),
    n: t.shape.at(-1) as number,
    dtype,
  };
}

function decompose(matrix: Matrix): Eigen {
  let found: Eigen;
  try {
    found = eigen(matrix);
  } catch (error) {
    if (error instanceof RangeError) throw linAlgError('Eigenvalues did not converge');
    throw error;
  }
  if (found.vectors === undefined) throw new Refusal("complex eigenvalues are not part of this book's NumPy");
  return found;
}

const valuesOf = ({ found, lead, n, dtype }: ReturnType<typeof decomposed>): Value =>
  result(
    stacked(
      found.map(({ values }) => values.map(({ re }) => re)),
      lead,
      [n],
      dtype,
    ),
  );

laterLinalg.set(
  ...define(
    'eig',
    'a',
    (a) => {
      const all = decomposed(a);
      const { found, lead, n, dtype } = all;
      const vectors = found.map((each) => each.vectors?.data ?? []);
      return new EigResult([valuesOf(all), result(stacked(vectors, lead, [n, n], dtype))]);
    },
    'numpy.linalg',
  ),
);
laterLinalg.set(...define('eigvals', 'a', (a) => valuesOf(decomposed(a)), 'numpy.linalg'));

/** The part adds to a module that is there and has none of its own. */
export const eigenModules: Modules = new Map();
