/** The core's operations under PyTorch's rules, as forwards and gradients are written with them. */
import * as aten from '../aten/index.ts';
import * as core from '../index.ts';
import { torchRules as rules, type Shape, type Tensor, type UnaryOperation, type Value } from '../index.ts';
import * as functions from '../transcendental/index.ts';

const binary =
  (operation: core.BinaryOperation) =>
  (a: Value, b: Value): Tensor =>
    operation<Shape, Shape>(a, b, { rules });

export const add = binary(core.add);
export const sub = binary(core.subtract);
export const mul = binary(core.multiply);
export const div = binary(core.divide);
export const floorDivide = binary(core.floorDivide);
export const remainder = binary(core.remainder);
export const power = binary(core.power);
export const maximum = binary(core.maximum);
export const minimum = binary(core.minimum);
export const equal = binary(core.equal);
export const less = binary(core.less);
export const greater = binary(core.greater);
export const lessEqual = binary(core.lessEqual);
export const greaterEqual = binary(core.greaterEqual);
export const logicalAnd = binary(core.logicalAnd);
export const logicalOr = binary(core.logicalOr);
export const where = (condition: Tensor, a: Value, b: Value): Tensor => core.where(condition, a, b, rules);

const unary =
  (operation: UnaryOperation) =>
  (x: Tensor): Tensor =>
    operation(x, { rules });

export const neg = unary(core.negative);
export const abs = unary(core.absolute);
/** The sign; of nan 0, as PyTorch has it. */
export const sign = (x: Tensor): Tensor => where(core.isnan(x), 0, core.sign(x));
export const floor = unary(core.floor);
export const ceil = unary(core.ceil);
export const trunc = unary(core.trunc);
export const square = unary(core.square);
export const exp = unary(core.exp);
export const expm1 = unary(functions.expm1);
export const log = unary(functions.log);
export const log1p = unary(functions.log1p);
export const log2 = unary(functions.log2);
export const log10 = unary(functions.log10);
export const sqrt = unary(core.sqrt);
export const rsqrt = unary(core.rsqrt);
export const reciprocal = unary(core.reciprocal);
export const sin = unary(functions.sin);
export const cos = unary(functions.cos);
export const tan = unary(functions.tan);
export const asin = unary(functions.arcsin);
export const acos = unary(functions.arccos);
export const atan = unary(functions.arctan);
export const sinh = unary(functions.sinh);
export const cosh = unary(functions.cosh);
export const tanh = unary(functions.tanh);

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

/** A reduction of integers in any order, of floats in PyTorch's. */
const ordered =
  (ofIntegers: core.Reduction, ofFloats: typeof aten.cascadeSum) =>
  (x: Tensor, dim?: Dims, keepdim = false): Tensor =>
    core.isFloat(x.dtype)
      ? withAxis(x, (of) => inSingle(of, (single) => ofFloats(single, dim, keepdim)))
      : reduction(ofIntegers)(x, dim, keepdim);

export const sum = ordered(core.sum, aten.cascadeSum);
export const prod = ordered(core.prod, aten.productOf);
/** The sum divided by the count. */
export const mean = (x: Tensor, dim?: Dims, keepdim = false): Tensor => {
  if (core.isHalf(x.dtype)) return inSingle(x, (single) => mean(single, dim, keepdim));
  const total = sum(x, dim, keepdim);
  return div(total, float(x.size / Math.max(1, total.size)));
};
export const max = reduction(core.max);
export const min = reduction(core.min);
export const softmax = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => inSingle(of, (single) => aten.softmaxOf(single, dim)));
export const logSoftmax = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => inSingle(of, (single) => aten.logSoftmaxOf(single, dim)));
export const cumsum = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => inSingle(of, (single) => aten.cumsumOf(single, dim)));
export const cumprod = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => inSingle(of, (single) => aten.cumprodOf(single, dim)));
export const flip = (x: Tensor, dims: readonly number[]): Tensor => withAxis(x, (of) => core.flip(of, dims));
export const argmax = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => core.argmax<Shape, number, true>(of, { axis: dim, keepdims: true }));
export const argmin = (x: Tensor, dim: number): Tensor =>
  withAxis(x, (of) => core.argmin<Shape, number, true>(of, { axis: dim, keepdims: true }));
export const argsort = (x: Tensor, dim: number, descending = false): Tensor =>
  withAxis(x, (of) => core.argsort(of, { axis: dim, descending }));

export const mm = (a: Tensor, b: Tensor): Tensor => core.mm(a, b, rules);
export const mv = (a: Tensor, b: Tensor): Tensor => core.mv(a, b, rules);
export const bmm = (a: Tensor, b: Tensor): Tensor => core.bmm(a, b, rules);
export const matmul = (a: Tensor, b: Tensor): Tensor => core.matmul<Shape, Shape>(a, b, rules);
export const outer = (a: Tensor, b: Tensor): Tensor => core.outer(a, b, rules);
/** The last two axes exchanged. */
export const mT = (a: Tensor): Tensor => core.swapAxes(a, -2, -1);

/** A Python float, also when it is whole. */
export const float = (value: number): core.PythonScalar => ({ python: 'float', value });
/** Zeros in the shape and dtype of `x`. */
export const zerosLike = (x: Tensor): Tensor => core.zeros<Shape>(x.shape, x.dtype);
