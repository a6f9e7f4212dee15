/** The decompositions of `np.linalg`: a part of NumPy that is fetched where it is named. */

import {
  cholesky,
  eigh,
  type Matrix,
  matricesOf,
  qr,
  type Singular,
  stacked,
  svd,
} from '../../../../tensor/decompositions/index.ts';
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  asFloat,
  isTrue,
  members,
  PyTuple,
  PyType,
  repr,
  str,
  tupleType,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { toTensor } from '../convert.ts';
import { linAlgError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import '../index.ts';
import { laterLinalg } from '../later.ts';
import { result } from '../ndarray.ts';

const MODULE = 'numpy.linalg';

class LinalgResult extends PyTuple {
  readonly #type: PyType;
  constructor(type: PyType, items: readonly Value[]) {
    super(items);
    this.#type = type;
  }
  override get type(): PyType {
    return this.#type;
  }
}

/** Returns a result with named fields, `EighResult(eigenvalues=…, eigenvectors=…)`. */
function resultType(name: string, fields: readonly string[]): PyType {
  const type = new PyType({ name, module: 'numpy.linalg._linalg', bases: [tupleType] });
  const of = members(type, (value): value is LinalgResult => value instanceof LinalgResult);
  fields.forEach((field, i) => {
    of.getter(field, (self) => self.items[i] ?? null);
  });
  of.special(
    '__repr__',
    (self) => `${name}(${fields.map((field, i) => `${field}=${repr(self.items[i] ?? null)}`).join(', ')})`,
  );
  return type;
}
const QR = resultType('QRResult', ['Q', 'R']);
const EIGH = resultType('EighResult', ['eigenvalues', 'eigenvectors']);
const SVD = resultType('SVDResult', ['U', 'S', 'Vh']);

/** A stack of matrices of floats, its leading axes and the dtype of results. */
type Stack = {
  readonly matrices: Matrix[];
  readonly lead: Shape;
  readonly tensor: Tensor;
  readonly dtype: 'float32' | 'float64';
};

function stackOf(a: Value, square = false): Stack {
  const tensor = toTensor(a);
  if (tensor.rank < 2)
    throw linAlgError(`${tensor.rank}-dimensional array given. Array must be at least two-dimensional`);
  if (square && tensor.shape.at(-1) !== tensor.shape.at(-2))
    throw linAlgError('Last 2 dimensions of the array must be square');
  const dtype = tensor.dtype === 'float32' ? 'float32' : 'float64';
  return { matrices: matricesOf(tensor), lead: tensor.shape.slice(0, -2), tensor, dtype };
}

const arrayOf = (parts: readonly Matrix[], { lead, dtype }: Stack): Value => {
  const [first] = parts;
  const shape = [first?.rows ?? 0, first?.columns ?? 0];
  return result(
    stacked(
      parts.map(({ data }) => data),
      lead,
      shape,
      dtype,
    ),
  );
};
const vectorOf = (parts: readonly Float64Array[], { lead, dtype }: Stack): Value =>
  result(stacked(parts, lead, [parts[0]?.length ?? 0], dtype));

function qrOf(a: Value, mode: Value): Value {
  const stack = stackOf(a);
  if (mode !== 'reduced' && mode !== 'complete' && mode !== 'r')
    throw valueError(`Unrecognized mode '${str(mode)}'`);
  const found = stack.matrices.map((each) => qr(each, mode === 'complete'));
  const r = arrayOf(
    found.map((each) => each.r),
    stack,
  );
  return mode === 'r'
    ? r
    : new LinalgResult(QR, [
        arrayOf(
          found.map((each) => each.q),
          stack,
        ),
        r,
      ]);
}

/** `UPLO='U'` reads the upper triangle, which of a symmetric matrix is the same. */
function eighOf(a: Value, triangle: Value) {
  const stack = stackOf(a, true);
  const upper = String(triangle).toUpperCase() === 'U';
  const found = stack.matrices.map((each) => eigh(upper ? mirrored(each) : each));
  return { stack, found };
}

function mirrored({ rows, columns, data }: Matrix): Matrix {
  const turned = data.slice();
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * columns + i] = data[i * columns + j] as number;
  return { rows, columns, data: turned };
}

function decomposed(a: Value, full: boolean): { stack: Stack; found: Singular[] } {
  const stack = stackOf(a);
  if (stack.tensor.toFlat().some((each) => !Number.isFinite(each))) throw linAlgError('SVD did not converge');
  return { stack, found: stack.matrices.map((each) => svd(each, full)) };
}

/** How small a singular value counts as 0: that share of the greatest. */
const cutoff = (share: number, values: Float64Array): number => share * (values[0] ?? 0);

/** Returns the pseudo-inverse of one matrix. */
function inverseOf({ u, values, vt }: Singular, share: number): Matrix {
  const [rows, columns] = [vt.columns, u.rows];
  const data = new Float64Array(rows * columns);
  const least = cutoff(share, values);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      values.forEach((value, k) => {
        if (value > least)
          sum += ((vt.data[k * vt.columns + i] as number) / value) * (u.data[j * u.columns + k] as number);
      });
      data[i * columns + j] = sum;
    }
  return { rows, columns, data };
}

function leastSquares(a: Value, b: Value, rcond: Value): Value {
  const { stack, found } = decomposed(a, false);
  const right = toTensor(b);
  const [rows, columns] = stack.tensor.shape as [number, number];
  if (right.shape[0] !== rows) throw linAlgError('Incompatible dimensions');
  const [one] = found as [Singular];
  const given = asFloat(rcond);
  const share = given === undefined ? 2 ** -52 * Math.max(rows, columns) : given < 0 ? 2 ** -52 : given;
  const inverse = stacked([inverseOf(one, share).data], [], [columns, rows], 'float64');
  const solution = core.matmul<Shape, Shape>(inverse, right);
  const rank = one.values.filter((value) => value > cutoff(share, one.values)).length;
  const residuals =
    rank === columns && rows > columns
      ? core.sum<Shape, number>(
          core.square(core.subtract<Shape, Shape>(core.matmul<Shape, Shape>(stack.tensor, solution), right)),
          { axis: 0 },
        )
      : core.zeros([0], 'float64');
  const shaped = right.rank === 1 && residuals.rank === 0 ? core.reshape<Shape>(residuals, [1]) : residuals;
  return new PyTuple([
    result(solution),
    result(shaped as Tensor),
    BigInt(rank),
    vectorOf([one.values], { ...stack, lead: [] }),
  ]);
}

function condition(x: Value, p: Value): Value {
  if (p !== null && asFloat(p) !== 2 && asFloat(p) !== -2) {
    const matrix = stackOf(x, true).tensor;
    const order = typeof p === 'string' ? p : asFloat(p);
    const norm = (of: Tensor): Tensor => core.norm(of, { ord: order } as object) as Tensor;
    return result(core.multiply<Shape, Shape>(norm(matrix), norm(core.inv(matrix))));
  }
  const { stack, found } = decomposed(x, false);
  const ratios = found.map(({ values }) => {
    const [greatest, least] = [values[0] as number, values.at(-1) as number];
    return Float64Array.of(asFloat(p) === -2 ? least / greatest : greatest / least);
  });
  return result(stacked(ratios, stack.lead, [], stack.dtype));
}

function factor(a: Value, upper: Value): Value {
  const stack = stackOf(a, true);
  const factors = stack.matrices.map((each) => {
    const found = cholesky(each);
    if ('failedAt' in found) throw linAlgError('Matrix is not positive definite');
    return found.factor;
  });
  return arrayOf(isTrue(upper) ? factors.map(turned) : factors, stack);
}

function turned({ rows, columns, data }: Matrix): Matrix {
  const made = new Float64Array(data.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) made[j * rows + i] = data[i * columns + j] as number;
  return { rows: columns, columns: rows, data: made };
}

const FUNCTIONS: readonly Entry[] = [
  define('qr', "a, mode='reduced'", qrOf, MODULE),
  define(
    'eigh',
    "a, UPLO='L'",
    (a, triangle) => {
      const { stack, found } = eighOf(a, triangle);
      return new LinalgResult(EIGH, [
        vectorOf(
          found.map(({ values }) => values),
          stack,
        ),
        arrayOf(
          found.map(({ vectors }) => vectors),
          stack,
        ),
      ]);
    },
    MODULE,
  ),
  define(
    'eigvalsh',
    "a, UPLO='L'",
    (a, triangle) => {
      const { stack, found } = eighOf(a, triangle);
      return vectorOf(
        found.map(({ values }) => values),
        stack,
      );
    },
    MODULE,
  ),
  define(
    'svd',
    'a, full_matrices=True, compute_uv=True, hermitian=False!',
    (a, full, both) => {
      const { stack, found } = decomposed(a, isTrue(full));
      const values = vectorOf(
        found.map((each) => each.values),
        stack,
      );
      if (!isTrue(both)) return values;
      const [u, vt] = [found.map((each) => each.u), found.map((each) => each.vt)];
      return new LinalgResult(SVD, [arrayOf(u, stack), values, arrayOf(vt, stack)]);
    },
    MODULE,
  ),
  define(
    'svdvals',
    'x, /',
    (x) => {
      const { stack, found } = decomposed(x, false);
      return vectorOf(
        found.map((each) => each.values),
        stack,
      );
    },
    MODULE,
  ),
  define(
    'pinv',
    'a, rcond=None, hermitian=False!, *, rtol=None',
    (a, rcond, _hermitian, rtol) => {
      const { stack, found } = decomposed(a, false);
      const share = asFloat(rcond) ?? asFloat(rtol) ?? 1e-15;
      return arrayOf(
        found.map((each) => inverseOf(each, share)),
        stack,
      );
    },
    MODULE,
  ),
  define('lstsq', 'a, b, rcond=None', leastSquares, MODULE),
  define('cond', 'x, p=None', condition, MODULE),
  define('cholesky', 'a, /, *, upper=False', factor, MODULE),
];
for (const [name, value] of FUNCTIONS) laterLinalg.set(name, value);

/** The part adds to modules that are there and has none of its own. */
export const decompositionModules: Modules = new Map();
