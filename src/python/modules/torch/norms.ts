/** Norms of vectors and matrices, and the older `torch.norm`. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { isFloat, type NormOrder, type Shape, torchRules } from '../../../tensor/index.ts';
import { PyList, PyTuple, typeError, typeName, type Value } from '../../objects/index.ts';
import { type Arguments, plain, scalarOf, withoutGraph } from './arguments.ts';
import { define, definePython, definePythonMethod } from './define.ts';
import { readDType, scalarTypeName } from './dtype.ts';
import { runtimeError } from './errors.ts';
import { readDims } from './reductions.ts';
import { asTensor, axisOf } from './shapes.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** What `torch.linalg` asks of every tensor. */
export function requireFloat(name: string, { value: { dtype } }: Variable): void {
  if (!isFloat(dtype))
    throw runtimeError(
      `linalg.${name}: Expected a floating point or complex tensor as input. Got ${scalarTypeName(dtype)}`,
    );
}

/** Returns the exponent or the name of a norm; None is 2, or Frobenius for a matrix. */
export function orderOf(value: Value | undefined): NormOrder | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? (value as NormOrder) : scalarOf(value).value;
}

const vectorOrder = (ord: NormOrder | undefined) => (typeof ord === 'number' ? { ord } : {});

/** Returns the norm of vectors along `dim`, of all elements without it. */
export function vectorNorm(
  x: Variable,
  ord: NormOrder | undefined,
  dim: readonly number[] | undefined,
  keepdim: boolean,
): Variable {
  requireFloat('vector_norm', x);
  const axes = dim?.map((each) => axisOf(each, x.value.rank));
  return graph.vectorNorm(x, { ...vectorOrder(ord), dim: x.value.rank === 0 ? undefined : axes, keepdim });
}

/** Returns the norm of matrices: of these the norms of singular values have no gradient here. */
export function matrixNorm(x: Variable, ord: NormOrder, dim: readonly number[], keepdim: boolean): Variable {
  requireFloat('matrix_norm', x);
  if (x.value.rank < 2)
    throw runtimeError('linalg.matrix_norm: The input tensor A must have at least 2 dimensions.');
  if (dim.length !== 2) throw runtimeError(`linalg.matrix_norm: dim must be a 2-tuple. Got ${dim.join(' ')}`);
  const axes = dim.map((each) => axisOf(each, x.value.rank)) as [number, number];
  const size = Math.abs(Number(ord));
  if (ord === 'fro' || size === 1 || size === Number.POSITIVE_INFINITY)
    return graph.matrixNorm(x, ord === 'fro' ? ord : Number(ord), axes, keepdim);
  if (ord !== 'nuc' && size !== 2) throw runtimeError(`linalg.matrix_norm: Order ${ord} not supported.`);
  const { value: matrices } = withoutGraph(`the matrix norm ${ord}`, x);
  const value = core.norm<Shape, readonly number[], boolean>(matrices, {
    ord,
    axis: axes,
    keepdims: keepdim,
    rules: torchRules,
  });
  return plain(value);
}

/** `torch.linalg.norm`: of everything, of vectors or of matrices, as `ord` and `dim` say. */
export function norm(
  x: Variable,
  ord: NormOrder | undefined,
  dim: readonly number[] | undefined,
  keepdim: boolean,
): Variable {
  if (ord === undefined) return vectorNorm(x, undefined, dim, keepdim);
  if (typeof ord === 'string') return matrixNorm(x, checkedName(ord), dim ?? [-2, -1], keepdim);
  if (dim === undefined && x.value.rank !== 1 && x.value.rank !== 2)
    throw runtimeError(
      `linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${x.value.rank}D.`,
    );
  const matrices = dim === undefined ? x.value.rank === 2 : dim.length === 2;
  return matrices ? matrixNorm(x, ord, dim ?? [-2, -1], keepdim) : vectorNorm(x, ord, dim, keepdim);
}

function checkedName(ord: NormOrder): NormOrder {
  if (ord === 'fro' || ord === 'nuc') return ord;
  throw runtimeError(`linalg.matrix_norm: Order ${ord} not supported.`);
}

/** Returns the older `torch.norm`, whose `p` is a vector's exponent even where it runs over two axes. */
function torchNorm(x: Variable, p: Value, dim: Value, keepdim: boolean): Variable {
  if (p instanceof PyList || p instanceof PyTuple)
    throw typeError(`linalg_vector_norm(): argument 'ord' (position 2) must be Number, not ${typeName(p)}`);
  const axes = readDims(dim);
  const ord = orderOf(p);
  if (typeof ord === 'string')
    return ord === 'fro'
      ? vectorNorm(x, undefined, axes, keepdim)
      : matrixNorm(x, checkedName(ord), axes ?? [-2, -1], keepdim);
  return vectorNorm(x, ord, axes, keepdim);
}
definePython(
  'norm',
  "input, p='fro', dim=None, keepdim=False, out=None!, dtype=None",
  (input, p, dim, keepdim, _out, dtype) => {
    const { variable } = asTensor(input, 'norm');
    const x = dtype === null ? variable : graph.to(variable, readDType(dtype));
    return torchNorm(x, p, dim, keepdim === true);
  },
);
definePythonMethod('norm', "p='fro', dim=None, keepdim=False, dtype=None", (x, p, dim, keepdim, dtype) =>
  torchNorm(dtype === null ? x : graph.to(x, readDType(dtype)), p, dim, keepdim === true),
);
define('dist', 'Tensor input, Tensor other, Number p=2', (given) =>
  graph.vectorNorm(graph.sub(self(given), given.variable('other')), { ord: given.number('p', 2) }),
);
