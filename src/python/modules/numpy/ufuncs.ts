/** The table of ufuncs. */

import type { Tensor, Value as TensorValue } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import * as functions from '../../../tensor/transcendental/index.ts';
import { valueError } from '../../objects/index.ts';
import { operandTensor } from './convert.ts';
import { tightShape } from './errors.ts';
import { Ufunc, type UfuncFacts, type UfuncOptions } from './ufunc.ts';

type Unary = (t: Tensor) => Tensor;
type Binary = (a: TensorValue, b: never, options?: core.BinaryOptions) => Tensor;

const unaryKernel = (compute: Unary) => {
  return ([x = 0]: readonly TensorValue[], { dtype }: UfuncOptions): Tensor => {
    const operand = operandTensor(x);
    return compute(dtype === undefined || dtype === operand.dtype ? operand : core.astype(operand, dtype));
  };
};
const binaryKernel = (compute: Binary) => {
  return ([a = 0, b = 0]: readonly TensorValue[], options: UfuncOptions): Tensor =>
    compute(a, b as never, options);
};

const unsupportedBool = (name: string) =>
  new core.DTypeError(name, { kind: 'unsupported', dtypes: ['bool'] });

const toFloat = (t: Tensor): Tensor => (core.isFloat(t.dtype) ? t : core.astype(t, 'float64'));

/** Two bools are computed as int8. */
function ofNumbers(compute: Binary): Binary {
  return (a, b, options) => {
    const bools = [a, b as TensorValue].every((each) => operandTensor(each).dtype === 'bool');
    return compute(a, b, bools ? { ...options, dtype: options?.dtype ?? 'int8' } : options);
  };
}

/** Names with the core's operation; NumPy's other names for the same object follow after a slash. */
const BINARY: Readonly<Record<string, Binary>> = {
  add: core.add,
  subtract: core.subtract,
  multiply: core.multiply,
  'divide/true_divide': core.divide,
  floor_divide: ofNumbers(core.floorDivide),
  'remainder/mod': ofNumbers(core.remainder),
  'power/pow': ofNumbers(core.power),
  maximum: core.maximum,
  minimum: core.minimum,
  equal: core.equal,
  not_equal: core.notEqual,
  less: core.less,
  less_equal: core.lessEqual,
  greater: core.greater,
  greater_equal: core.greaterEqual,
  logical_and: core.logicalAnd,
  logical_or: core.logicalOr,
  logical_xor: core.logicalXor,
  bitwise_and: core.bitwiseAnd,
  bitwise_or: core.bitwiseOr,
  bitwise_xor: core.bitwiseXor,
  'left_shift/bitwise_left_shift': core.leftShift,
  'right_shift/bitwise_right_shift': core.rightShift,
  fmax: (a, b, options) => nanLoses(core.maximum, a, b, options),
  fmin: (a, b, options) => nanLoses(core.minimum, a, b, options),
  matmul: (a, b) => matmul(operandTensor(a), operandTensor(b)),
};

/** Integers become floats here, and in `FLOATING`. */
const FLOATING_BINARY: Readonly<Record<string, Binary>> = {
  heaviside: (a, b) => step(toFloat(operandTensor(a)), operandTensor(b)),
  'arctan2/atan2': functions.arctan2,
  hypot: functions.hypot,
};

/** Where stacks of matrices do not broadcast, NumPy names the operands' whole shapes. */
function matmul(a: Tensor, b: Tensor): Tensor {
  try {
    return core.matmul(a, b as never);
  } catch (error) {
    if (!(error instanceof core.ShapeError) || error.problem.kind !== 'broadcast') throw error;
    const stack = ({ shape }: Tensor) => [...shape.slice(0, -2), -1, -1];
    const product = [a.rank > 1 ? a.shape.at(-2) : 1, b.rank > 1 ? b.shape.at(-1) : 1] as core.Shape;
    throw valueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${[a, b].map((each) => `${tightShape(each.shape)}->${tightShape(stack(each))} `).join('')} and requested shape ${tightShape(product)}`,
    );
  }
}

/** 0 below zero, 1 above, `middle` at zero. */
function step(x: Tensor, middle: Tensor): Tensor {
  const sides = core.where(
    core.less(x, 0 as never),
    { python: 'float', value: 0 },
    { python: 'float', value: 1 },
  );
  const stepped = core.where(core.equal(x, 0 as never), middle, core.astype(sides, x.dtype));
  return core.where(core.isnan(x), x, stepped);
}

/** As `choose`, but a number is preferred to nan. */
function nanLoses(choose: Binary, a: TensorValue, b: TensorValue, options: core.BinaryOptions = {}): Tensor {
  const [x, y] = [operandTensor(a), operandTensor(b)];
  const chosen = choose(a, b as never, options);
  const filled = core.where(core.isnan(x), operandTensor(b), chosen);
  return core.astype(core.where(core.isnan(y), operandTensor(a), filled), chosen.dtype);
}

const UNARY: Readonly<Record<string, Unary>> = {
  negative: core.negative,
  'absolute/abs': core.absolute,
  fabs: (t) => core.absolute(toFloat(t)),
  sign: core.sign,
  floor: (t) => (t.dtype === 'bool' ? core.copy(t) : core.floor(t)),
  ceil: (t) => (t.dtype === 'bool' ? core.copy(t) : core.ceil(t)),
  trunc: (t) => (t.dtype === 'bool' ? core.copy(t) : core.trunc(t)),
  isnan: core.isnan,
  isinf: core.isinf,
  isfinite: core.isfinite,
  logical_not: core.logicalNot,
  'invert/bitwise_not/bitwise_invert': core.bitwiseNot,
  signbit: core.signbit,
  positive: core.copy,
  square: (t) => {
    if (t.dtype === 'bool') throw unsupportedBool('square');
    return core.square(t);
  },
  reciprocal: (t) => {
    if (t.dtype === 'bool') throw unsupportedBool('reciprocal');
    return core.isInteger(t.dtype) ? core.astype(core.reciprocal(t), t.dtype) : core.reciprocal(t);
  },
  'conjugate/conj': core.copy,
};

const FLOATING: Readonly<Record<string, Unary>> = {
  exp: core.exp,
  exp2: functions.exp2,
  expm1: functions.expm1,
  log: functions.log,
  log2: functions.log2,
  log10: functions.log10,
  log1p: functions.log1p,
  sqrt: core.sqrt,
  cbrt: functions.cbrt,
  sin: functions.sin,
  cos: functions.cos,
  tan: functions.tan,
  'arcsin/asin': functions.arcsin,
  'arccos/acos': functions.arccos,
  'arctan/atan': functions.arctan,
  sinh: functions.sinh,
  cosh: functions.cosh,
  tanh: functions.tanh,
  'arcsinh/asinh': functions.arcsinh,
  'arccosh/acosh': functions.arccosh,
  'arctanh/atanh': functions.arctanh,
  degrees: core.degrees,
  rad2deg: core.degrees,
  radians: core.radians,
  deg2rad: core.radians,
  rint: (t) => core.round(toFloat(t)),
};

const IDENTITIES: Readonly<Record<string, bigint | boolean>> = {
  add: 0n,
  multiply: 1n,
  logical_and: true,
  logical_or: false,
};

function tabulate(
  table: Readonly<Record<string, unknown>>,
  facts: (key: string) => Omit<UfuncFacts, 'name'>,
) {
  return Object.keys(table).flatMap((key): [string, Ufunc][] => {
    const names = key.split('/');
    const ufunc = new Ufunc({
      ...facts(key),
      name: names[0] as string,
      identity: IDENTITIES[names[0] as string] ?? null,
    });
    return names.map((name) => [name, ufunc]);
  });
}

/** Each ufunc under each of its names. */
export const UFUNCS: ReadonlyMap<string, Ufunc> = new Map([
  ...tabulate(BINARY, (key) => ({ nin: 2, kernel: binaryKernel(BINARY[key] as Binary) })),
  ...tabulate(FLOATING_BINARY, (key) => ({
    nin: 2,
    kernel: binaryKernel(FLOATING_BINARY[key] as Binary),
    floating: true,
  })),
  ...tabulate(UNARY, (key) => ({ nin: 1, kernel: unaryKernel(UNARY[key] as Unary) })),
  ...tabulate(FLOATING, (key) => ({ nin: 1, kernel: unaryKernel(FLOATING[key] as Unary), floating: true })),
]);

export function ufunc(name: string): Ufunc {
  return UFUNCS.get(name) as Ufunc;
}
