import { describe, expect, expectTypeOf, it } from 'vitest';
import * as elementary from '../../src/tensor/elementary/index.ts';
import {
  absolute,
  bitwiseNot,
  ceil,
  degrees,
  exp,
  floor,
  isfinite,
  isinf,
  isnan,
  log,
  logicalNot,
  negative,
  radians,
  reciprocal,
  round,
  rsqrt,
  sign,
  signbit,
  sqrt,
  square,
  type Tensor,
  tensor,
  torchRules,
  trunc,
  type UnaryOperation,
  zeros,
} from '../../src/tensor/index.ts';
import {
  arccos,
  arccosh,
  arcsin,
  arcsinh,
  arctan,
  arctanh,
  cbrt,
  cos,
  cosh,
  exp2,
  expm1,
  log1p,
  log2,
  log10,
  sin,
  sinh,
  tan,
  tanh,
} from '../../src/tensor/transcendental/index.ts';
import { refusal } from './refusal.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe('functions of one element', () => {
  const cases: [string, UnaryOperation, number[], number[]][] = [
    ['negative', negative, [1, -0, inf], [-1, 0, -inf]],
    ['absolute', absolute, [-2, -0, nan], [2, 0, nan]],
    ['sign', sign, [-3, 0, 4, nan], [-1, 0, 1, nan]],
    ['floor', floor, [1.5, -1.5, -0], [1, -2, -0]],
    ['ceil', ceil, [1.5, -1.5], [2, -1]],
    ['trunc', trunc, [1.5, -1.5], [1, -1]],
    ['square', square, [3, -0.5], [9, 0.25]],
    ['sqrt', sqrt, [4, 2, -1], [2, Math.SQRT2, nan]],
    ['rsqrt', rsqrt, [4, 0], [0.5, inf]],
    ['reciprocal', reciprocal, [4, 0], [0.25, inf]],
    ['exp', exp, [0, 1, -inf], [1, Math.E, 0]],
    ['exp2', exp2, [3, -1], [8, 0.5]],
    ['cbrt', cbrt, [27, -8], [3, -2]],
    ['arcsinh', arcsinh, [0], [0]],
    ['arccosh', arccosh, [1, 0], [0, nan]],
    ['arctanh', arctanh, [0, 1], [0, inf]],
    ['signbit', signbit, [-1, -0, 0, nan], [1, 1, 0, 0]],
    ['expm1', expm1, [0, 1e-20], [0, 1e-20]],
    ['log', log, [1, 0, -1], [0, -inf, nan]],
    ['log2', log2, [8], [3]],
    ['log10', log10, [1000], [3]],
    ['log1p', log1p, [0, 1e-20], [0, 1e-20]],
    ['isnan', isnan, [nan, inf, 1], [1, 0, 0]],
    ['isinf', isinf, [nan, -inf, 1], [0, 1, 0]],
    ['isfinite', isfinite, [nan, -inf, 1], [0, 0, 1]],
    ['logicalNot', logicalNot, [0, 2, nan], [1, 0, 0]],
  ];
  it.each(cases)('%s', (_, operation, from, expected) => {
    expect(operation(tensor(from)).toFlat()).toEqual(expected);
  });

  // Values printed by NumPy 2.2 for 0.5.
  it.each([
    [sin, 0.479425538604203],
    [cos, 0.8775825618903728],
    [tan, 0.5463024898437905],
    [arcsin, 0.5235987755982989],
    [arccos, 1.0471975511965979],
    [arctan, 0.46364760900080615],
    [sinh, 0.5210953054937474],
    [cosh, 1.1276259652063807],
    [tanh, 0.4621171572600097],
    [degrees, 28.64788975654116],
    [radians, 0.008726646259971648],
  ] as [UnaryOperation, number][])('%o(0.5) is %d to the last few bits', (operation, expected) => {
    expect(operation(tensor([0.5])).item()).toBeCloseTo(expected, 15);
  });

  it('keep the shape, also for the compiler', () => {
    expectTypeOf(exp(zeros([2, 3]))).toEqualTypeOf<Tensor<[2, 3]>>();
    expect(exp(zeros([2, 3])).shape).toEqual([2, 3]);
  });

  it('keep integers where the result is one, and refuse bools', () => {
    const t = tensor([-1, 2], { dtype: 'int64' });
    for (const operation of [negative, sign, floor, ceil, trunc, absolute, square, round as UnaryOperation]) {
      expect(operation(t).dtype).toBe('int64');
    }
    expect(square(tensor([65536], { dtype: 'int32' })).item()).toBe(0);
    expect(absolute(tensor([true])).toNested()).toEqual([true]);
    expect(refusal(() => negative(tensor([true])))).toEqual({ kind: 'unsupported', dtypes: ['bool'] });
  });

  it('round as float32 where they start or end there', () => {
    expect(exp(tensor([1], { dtype: 'float32' })).item()).toBe(Math.fround(Math.E));
    expect(exp(tensor([1], { dtype: 'int64' }), { rules: torchRules }).dtype).toBe('float32');
    expect(rsqrt(tensor([3], { dtype: 'float32' })).item()).toBe(Math.fround(1 / Math.fround(Math.sqrt(3))));
  });

  it('write into a tensor when told', () => {
    const t = tensor([1, 4]);
    expect(sqrt(t, { out: t })).toBe(t);
    expect(t.toFlat()).toEqual([1, 2]);
  });

  it('bitwiseNot turns bits and bools, not floats', () => {
    expect(bitwiseNot(tensor([1, 0], { dtype: 'int64' })).toFlat()).toEqual([-2, -1]);
    expect(bitwiseNot(tensor([1], { dtype: 'uint8' })).toFlat()).toEqual([254]);
    expect(bitwiseNot(tensor([true, false])).toNested()).toEqual([false, true]);
    expect(refusal(() => bitwiseNot(tensor([1])))).toEqual({ kind: 'unsupported', dtypes: ['float64'] });
  });
});

describe('exp and log', () => {
  // What CPython's math, that is the C library, prints.
  it.each([
    [0.1, 1.1051709180756477],
    [-0.3, 0.7408182206817179],
    [0.7, 2.0137527074704766],
    [2.5, 12.182493960703473],
    [-4.2, 0.014995576820477703],
    [7.97, 2892.857364220396],
    [-5.21, 0.005461673687640779],
    [-1.09, 0.33621649370673334],
    [1.48, 4.392945680918757],
    [-690, 2.171738281389827e-300],
    [0, 1],
    [-745, 5e-324],
    [710, inf],
    [nan, nan],
  ])('e to the power %d is %d to the last digit', (x, expected) => {
    expect(elementary.exp(x)).toBe(expected);
    expect(exp(tensor(x)).item()).toBe(expected);
  });

  it.each([
    [0.2, -1.6094379124341003],
    [0.3, -1.2039728043259361],
    [0.7, -0.35667494393873245],
    [2.5, 0.9162907318741551],
    [1.47, 0.3852624007906449],
    [1.58, 0.4574248470388755],
    [4.2, 1.4350845252893227],
    [1e308, 709.1962086421661],
    [inf, inf],
    [nan, nan],
  ])('the logarithm of %d is %d to the last digit', (x, expected) => {
    expect(elementary.log(x)).toBe(expected);
    expect(log(tensor(x)).item()).toBe(expected);
  });
});

describe('round', () => {
  // As NumPy 2.2 rounds: https://numpy.org/doc/stable/reference/generated/numpy.round.html
  it.each([
    [0, [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, -2.5], [0, 2, 2, -0, -2, 3, -2]],
    [0, [inf, -inf, nan, -0.2], [inf, -inf, nan, -0]],
    [1, [2.675, 1.005, 0.15, 0.25, 0.35], [2.7, 1, 0.2, 0.2, 0.4]],
    [2, [2.675, 1.005, 8.345], [2.68, 1, 8.35]],
    [-1, [15, 25, 1234], [20, 20, 1230]],
  ])('to %d decimals sends %j to %j', (decimals, from, expected) => {
    expect(round(tensor(from), decimals).toFlat()).toEqual(expected);
  });

  it('multiplies and divides in float32 for float32', () => {
    const t = tensor([2.675, 0.15, 0.25], { dtype: 'float32' });
    expect(round(t, 1).toFlat()).toEqual([2.7, 0.2, 0.2].map(Math.fround));
    const ties = tensor([0.35, 1.45], { dtype: 'float32' });
    expect(round(ties, 1).toFlat()).toEqual([0.4, 1.4].map(Math.fround));
  });

  it('keeps integers, but rounds their tens', () => {
    const t = tensor([15, 25, 35, -15], { dtype: 'int64' });
    expect(round(t, 2).toFlat()).toEqual([15, 25, 35, -15]);
    expect(round(tensor([2 ** 53 - 1], { dtype: 'int64' }), 1).item()).toBe(2 ** 53 - 1);
    expect(round(t, -1).toFlat()).toEqual([20, 20, 40, -20]);
  });
});
