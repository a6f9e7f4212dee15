/** The core's operations under PyTorch's rules, as forwards and gradients are written with them. */
import * as aten from '../aten/index.ts';
import * as core from '../index.ts';
import { torchRules as rules, type Shape, type Tensor, type UnaryOperation, type Value } from '../index.ts';
import * as functions from '../transcendental/index.ts';
import { traced } from './tracing.ts';

const binary =
  (operation: core.BinaryOperation) =>
  (a: Value, b: Value): Tensor =>
    operation<Shape, Shape>(a, b, { rules });

export const add = traced('add', binary(core.add));
export const sub = traced('sub', binary(core.subtract));
export const mul = traced('mul', binary(core.multiply));
export const div = traced('div', binary(core.divide));
export const floorDivide = binary(core.floorDivide);
export const remainder = binary(core.remainder);
export const power = traced('power', binary(core.power));
export const maximum = traced('maximum', binary(core.maximum));
export const minimum = traced('minimum', binary(core.minimum));
export const equal = binary(core.equal);
export const less = binary(core.less);
export const greater = binary(core.greater);
export const lessEqual = binary(core.lessEqual);
export const greaterEqual = binary(core.greaterEqual);
export const logicalAnd = binary(core.logicalAnd);
export const logicalOr = binary(core.logicalOr);
export const where = traced(
  'where',
  (condition: Tensor, a: Value, b: Value): Tensor => core.where(condition, a, b, rules),
);

const unary =
  (operation: UnaryOperation) =>
  (x: Tensor): Tensor =>
    operation(x, { rules });

export const neg = traced('neg', unary(core.negative));
export const abs = traced('abs', unary(core.absolute));
/** Returns the sign; of nan 0, as PyTorch has it. */
export const sign = (x: Tensor): Tensor => where(core.isnan(x), 0, core.sign(x));
export const floor = unary(core.floor);
export const ceil = unary(core.ceil);
export const trunc = unary(core.trunc);
export const square = traced('square', unary(core.square));
export const exp = traced('exp', unary(core.exp));
export const expm1 = traced('expm1', unary(functions.expm1));
export const log = traced('log', unary(functions.log));
export const log1p = traced('log1p', unary(functions.log1p));
export const log2 = traced('log2', unary(functions.log2));
export const log10 = traced('log10', unary(functions.log10));
export const sqrt = traced('sqrt', unary(core.sqrt));
export const rsqrt = traced('rsqrt', unary(core.rsqrt));
export const reciprocal = traced('reciprocal', unary(core.reciprocal));
export const sin = traced('sin', unary(functions.sin));
export const cos = traced('cos', unary(functions.cos));
export const tan = traced('tan', unary(functions.tan));
export const asin = traced('asin', unary(functions.arcsin));
export const acos = traced('acos', unary(functions.arccos));
export const atan = traced('atan', unary(functions.arctan));
export const sinh = traced('sinh', unary(functions.sinh));
export const cosh = traced('cosh', unary(functions.cosh));
export const tanh = traced('tanh', unary(functions.tanh));

export type Dims = aten.Axes;

/** `operation` along an axis of `x`; a number counts as a vector of one, as in PyTorch wherever an axis is named. */
export function withAxis(x: Tensor, operation: (x: Tensor) => Tensor): Tensor {
  return x.rank > 0 ? operation(x) : core.reshape<Shape>(operation(core.reshape(x, [1])), []);
}

const reduction =
  (operation: core.Reduction) =>
  (x: Tensor, dim?: Dims, keepdim = false): Tensor =>
    withAxis(x, (of) => operation<Shape, Dims, boolean>(of, { axis: dim, keepdims: keepdim, rules }));

/** Half precisions are accumulated in float32, and the outcome is rounded once. */
function inSingle(x: Tensor, compute: (x: Tensor) => Tensor): Tensor {
  if (!core.isHalf(x.dtype)) return compute(x);
  return core.astype(compute(core.astype(x, 'float32')), x.dtype);
}

/** Returns a reduction of integers in any order, of floats in PyTorch's. */
const ordered =
  (ofIntegers: core.Reduction, ofFloats: typeof aten.cascadeSum) =>
  (x: Tensor, dim?: Dims, keepdim = false): Tensor =>
    core.isFloat(x.dtype)
      ? withAxis(x, (of) => inSingle(of, (single) => ofFloats(single, dim, keepdim)))
      : reduction(ofIntegers)(x, dim, keepdim);

export const sum = traced('sum', ordered(core.sum, aten.cascadeSum));
export const prod = traced('prod', ordered(core.prod, aten.productOf));
function meanOf(x: Tensor, dim?: Dims, keepdim = false): Tensor {
  if (core.isHalf(x.dtype)) return inSingle(x, (single) => meanOf(single, dim, keepdim));
  const total = sum(x, dim, keepdim);
  return div(total, float(x.size / Math.max(1, total.size)));
}
/** The sum divided by the count. */
export const mean = traced('mean', meanOf);
export const max = traced('max', reduction(core.max));
export const min = traced('min', reduction(core.min));
export const softmax = traced(
  'softmax',
  (x: Tensor, dim: number): Tensor =>
    withAxis(x, (of) => inSingle(of, (single) => aten.softmaxOf(single, dim))),
);
export const logSoftmax = traced(
  'logSoftmax',
  (x: Tensor, dim: number): Tensor =>
    withAxis(x, (of) => inSingle(of, (single) => aten.logSoftmaxOf(single, dim))),
);
export const cumsum = traced(
  'cumsum',
  (x: Tensor, dim: number): Tensor =>
    withAxis(x, (of) => inSingle(of, (single) => aten.cumsumOf(single, dim))),
);
export const cumprod = traced(
  'cumprod',
  (x: Tensor, dim: number): Tensor =>
    withAxis(x, (of) => inSingle(of, (single) => aten.cumprodOf(single, dim))),
);
export const flip = traced(
  'flip',
  (x: Tensor, dims: readonly number[]): Tensor => withAxis(x, (of) => core.flip(of, dims)),
);
export const argmax = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => core.argmax<Shape, number, true>(of, { axis: dim, keepdims: true }));
export const argmin = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => core.argmin<Shape, number, true>(of, { axis: dim, keepdims: true }));
export const argsort = (x: Tensor, dim: number, descending = false): Tensor =>
  withAxis(x, (of) => core.argsort(of, { axis: dim, descending }));

export const mm = traced('mm', (a: Tensor, b: Tensor): Tensor => core.mm(a, b, rules));
export const mv = traced('mv', (a: Tensor, b: Tensor): Tensor => core.mv(a, b, rules));
export const bmm = traced('bmm', (a: Tensor, b: Tensor): Tensor => core.bmm(a, b, rules));
export const matmul = traced(
  'matmul',
  (a: Tensor, b: Tensor): Tensor => core.matmul<Shape, Shape>(a, b, rules),
);
export const outer = traced('outer', (a: Tensor, b: Tensor): Tensor => core.outer(a, b, rules));
/** The last two axes exchanged. */
export const mT = traced('mT', (a: Tensor): Tensor => core.swapAxes(a, -2, -1));

/** The elements in another shape, as `core.reshape`. */
export const reshaped = traced(
  'reshaped',
  (x: Tensor, shape: Shape): Tensor => core.reshape<Shape>(x, shape),
);
/** Stretched to a shape, as `core.expand`. */
export const expanded = traced('expanded', (x: Tensor, shape: Shape): Tensor => core.expand<Shape>(x, shape));
/** In another order of axes, as `core.permute`. */
export const permuted = traced(
  'permuted',
  (x: Tensor, axes: readonly number[]): Tensor => core.permute(x, axes),
);
/** With two axes exchanged, as `core.swapAxes`; a number stays. */
export const swapped = traced(
  'swapped',
  (x: Tensor, first: number, second: number): Tensor => withAxis(x, (of) => core.swapAxes(of, first, second)),
);
/** In another dtype, as `core.astype`. */
export const cast = traced('cast', (x: Tensor, dtype: core.DType): Tensor => core.astype(x, dtype));
/** A part, as `core.index` of numbers and slices. */
export const part = traced(
  'part',
  (x: Tensor, indices: readonly core.Index[]): Tensor => core.index(x, indices),
);
/** The elements at places counted in row-major order. */
export const takenAt = traced(
  'takenAt',
  (x: Tensor, places: Tensor): Tensor => core.index(core.reshape<Shape>(x, [x.size]), [places]),
);
/** 1 / (1 + e⁻ˣ). */
export const sigmoid = traced('sigmoid', (x: Tensor): Tensor => core.sigmoid(x, rules));
/** The triangles, as `core.tril` and `core.triu`. */
export const tril = traced('tril', (x: Tensor, k?: number): Tensor => core.tril(x, k));
export const triu = traced('triu', (x: Tensor, k?: number): Tensor => core.triu(x, k));

/** Returns a Python float, also when it is whole. */
export const float = (value: number): core.PythonScalar => ({ python: 'float', value });
/** Zeros in the shape and dtype of `x`. */
export const zerosLike = (x: Tensor): Tensor => core.zeros<Shape>(x.shape, x.dtype);
