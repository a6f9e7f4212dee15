/** Functions of one element. Each rounds to the dtype of its result. */

import { multiply } from './arithmetic.ts';
import { assign } from './assign.ts';
import { allocate, type DType, isFloat, isHalf, settle } from './dtype.ts';
import * as elementary from './elementary/index.ts';
import { DTypeError } from './errors.ts';
import { inLayoutOf } from './layout.ts';
import { workAt } from './meter/index.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { rowMajorData } from './row-major.ts';
import type { Shape } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';

export type UnaryOptions = {
  /** Whose dtype rules hold; NumPy's unless given. */
  rules?: Rules;
  /** Writes the result, converted, into this tensor of the same shape and returns it. */
  out?: Tensor;
};

export type UnaryOperation = <S extends Shape>(t: Tensor<S>, options?: UnaryOptions) => Tensor<S>;

type Kernel = (x: number) => number;

/** Cost of a correctly rounded function in the meter's units, in which one addition costs 1: a power of two. */
const TRANSCENDENTAL_COST = 16;

/**
 * Returns an operation from its name, its kernel and the dtype of its results; `cost` is the meter's cost of an element.
 */
function unary(
  name: string,
  kernel: Kernel,
  resultOf: (dtype: DType, rules: Rules) => DType,
  cost = 1,
): UnaryOperation {
  return (t, { rules = numpyRules, out } = {}) => {
    const dtype = resultOf(t.dtype, rules);
    const from = rowMajorData(t);
    const data = allocate(dtype, t.size);
    for (let i = 0; i < data.length; i++) {
      workAt(i * cost);
      data[i] = kernel(from[i] as number);
    }
    const result = fromData(settle(data, dtype), t.shape, dtype);
    if (out !== undefined) return assign(out, result, name) as typeof result;
    return t.isContiguous ? result : inLayoutOf(result, [t], rules);
  };
}

/** Floats keep their dtype; integers and bools become the library's default float. */
export function floating(name: string, kernel: Kernel): UnaryOperation {
  return unary(name, kernel, (dtype, rules) => rules.floating(dtype), TRANSCENDENTAL_COST);
}

/** The dtype stays; integers are their own result when `kernel` only touches fractions. */
function numeric(name: string, kernel: Kernel): UnaryOperation {
  return unary(name, kernel, (dtype) => {
    if (dtype === 'bool') throw new DTypeError(name, { kind: 'unsupported', dtypes: [dtype] });
    return dtype;
  });
}

function predicate(name: string, test: (x: number) => boolean): UnaryOperation {
  return unary(
    name,
    (x) => (test(x) ? 1 : 0),
    () => 'bool',
  );
}

/** −x. @throws {DTypeError} `unsupported` for bools, as the next five. */
export const negative = numeric('negative', (x) => -x);
/** The sign: −1, 0 or 1, of −0 too 0; nan stays (PyTorch's face maps it to 0). */
export const sign = numeric('sign', (x) => (x === 0 ? 0 : Math.sign(x)));
/** The largest integer not above x; integers stay. */
export const floor = numeric('floor', Math.floor);
/** The smallest integer not below x; integers stay. */
export const ceil = numeric('ceil', Math.ceil);
/** x without its fraction. */
export const trunc = numeric('trunc', Math.trunc);
/** |x|; bools stay. */
export const absolute = unary('absolute', Math.abs, (dtype) => dtype);
/** x². */
export const square: UnaryOperation = (t, options) => multiply(t, t as never, options) as Tensor as typeof t;

/** eˣ. */
export const exp = floating('exp', elementary.exp);
/** Natural logarithm; 0 gives −inf, negative numbers nan. */
export const log = floating('log', elementary.log);
/** Square root; negative numbers give nan. */
export const sqrt = floating('sqrt', Math.sqrt);
/** 1 / √x, rounded after each step. */
export const rsqrt: UnaryOperation = (t, options) => reciprocal(sqrt(t, options), options);
/** 1 / x. */
export const reciprocal = floating('reciprocal', (x) => 1 / x);
/** Radians to degrees: x · (180 / π). */
export const degrees = floating('degrees', (x) => x * (180 / Math.PI));
/** Degrees to radians: x · (π / 180). */
export const radians = floating('radians', (x) => x * (Math.PI / 180));

export const isnan = predicate('isnan', Number.isNaN);
export const isinf = predicate('isinf', (x) => Math.abs(x) === Number.POSITIVE_INFINITY);
export const isfinite = predicate('isfinite', Number.isFinite);
/** Whether the sign is a minus, that of −0 too. */
export const signbit = predicate('signbit', (x) => x < 0 || Object.is(x, -0));
/** Whether x is 0. */
export const logicalNot = predicate('logicalNot', (x) => x === 0);

/** Returns every bit turned: logical not for bools. @throws {DTypeError} `unsupported` for floats. */
export const bitwiseNot: UnaryOperation = (t, options) => {
  if (isFloat(t.dtype)) throw new DTypeError('bitwiseNot', { kind: 'unsupported', dtypes: [t.dtype] });
  return t.dtype === 'bool' ? logicalNot(t, options) : complement(t, options);
};
const complement = unary(
  'bitwiseNot',
  (x) => -1 - x,
  (dtype) => dtype,
);

/**
 * Rounded to `decimals` places (negative: tens, hundreds), ties to even. As NumPy does it, x · 10^d is rounded and
 * divided again, in the element's own precision.
 */
export function round<S extends Shape>(t: Tensor<S>, decimals = 0, options?: UnaryOptions): Tensor<S> {
  const scale = 10 ** Math.abs(decimals);
  const single = t.dtype === 'float32' || isHalf(t.dtype) ? Math.fround : (x: number) => x;
  const up: Kernel = (x) => halfEven(single(x * scale)) / scale;
  const down: Kernel = (x) => halfEven(single(x / scale)) * scale;
  const whole = decimals > 0 && !isFloat(t.dtype);
  return unary('round', whole ? halfEven : decimals > 0 ? up : down, (dtype) => dtype)(t, options);
}

/** Returns the nearest integer, ties to the even one; keeps −0. */
function halfEven(x: number): number {
  return x - Math.floor(x) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
}
