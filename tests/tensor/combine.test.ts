/** Sums, products and quotients of three tensors, as PyTorch 2.6 computed them in float32 and float64. */
import { describe, expect, it } from 'vitest';
import {
  addProduct,
  addQuotient,
  addScaled,
  type DType,
  interpolate,
  tensor,
} from '../../src/tensor/index.ts';

/** Recorded with PyTorch 2.6.0 on the CPU without vector instructions (ATEN_CPU_CAPABILITY=default). */
const FLOAT32 = {
  product: [1.1200001239776611, -0.3699999749660492, -3.629999876022339],
  scaledProduct: [-0.20600005984306335, -0.7990000247955322, 5.378999710083008],
  quotient: [2.933333158493042, -0.4272727072238922, 3.183116912841797],
  scaledQuotient: [-0.75, -0.781818151473999, 3.3350648880004883],
  scaled: [0.11699999868869781, -0.6969999670982361, 3.2909998893737793],
  near: [0.2600000202655792, -0.5999999642372131, 2.879999876022339],
  middle: [0.9000000357627869, -0.19999998807907104, 1.1999999284744263],
  far: [1.2200000286102295, 0.0, 0.36000001430511475],
};
const FLOAT64 = {
  scaledProduct: [-0.206, -0.7989999999999999, 5.379],
  scaledQuotient: [-0.7500000000000001, -0.7818181818181817, 3.335064935064935],
  scaled: [0.117, -0.697, 3.291],
  near: [0.26, -0.6, 2.88],
  far: [1.22, -5.551115123125783e-17, 0.3600000000000002],
};

const operands = (dtype: DType) => {
  const of = (values: readonly number[]) => tensor(values, { dtype });
  return { a: of([0.1, -0.7, 3.3]), b: of([1.7, 0.3, -0.9]), c: of([0.6, 1.1, 7.7]) };
};

describe.each<DType>(['float32', 'float64'])('%s', (dtype) => {
  const { a, b, c } = operands(dtype);

  it('keeps shape and dtype, and leaves its operands as they were', () => {
    const before = [a, b, c].map((each) => each.toFlat());
    const matrix = tensor([[1, 2]], { dtype });
    const result = addProduct(matrix, matrix, matrix);
    addQuotient(a, b, c);
    expect({ shape: result.shape, dtype: result.dtype }).toEqual({ shape: [1, 2], dtype });
    expect(result.toFlat()).toEqual([2, 6]);
    expect([a, b, c].map((each) => each.toFlat())).toEqual(before);
  });
});

describe('in float32, rounded after each operation', () => {
  const { a, b, c } = operands('float32');

  it.each([
    ['addProduct', addProduct(a, b, c), FLOAT32.product],
    ['addProduct with a factor', addProduct(a, b, c, -0.3), FLOAT32.scaledProduct],
    ['addQuotient', addQuotient(a, b, c), FLOAT32.quotient],
    ['addQuotient with a factor', addQuotient(a, b, c, -0.3), FLOAT32.scaledQuotient],
    ['addScaled', addScaled(a, b, 0.01), FLOAT32.scaled],
    ['interpolate below 0.5', interpolate(a, b, 0.1), FLOAT32.near],
    ['interpolate at 0.5', interpolate(a, b, 0.5), FLOAT32.middle],
    ['interpolate above 0.5', interpolate(a, b, 0.7), FLOAT32.far],
    ['interpolate at 1', interpolate(a, b, 1), b.toFlat()],
  ])('%s', (_name, result, expected) => {
    expect(result.toFlat()).toEqual(expected);
  });
});

describe('in float64, without further rounding', () => {
  const { a, b, c } = operands('float64');

  it.each([
    ['addProduct', addProduct(a, b, c, -0.3), FLOAT64.scaledProduct],
    ['addQuotient', addQuotient(a, b, c, -0.3), FLOAT64.scaledQuotient],
    ['addScaled', addScaled(a, b, 0.01), FLOAT64.scaled],
    ['interpolate below 0.5', interpolate(a, b, 0.1), FLOAT64.near],
    ['interpolate above 0.5', interpolate(a, b, 0.7), FLOAT64.far],
  ])('%s', (_name, result, expected) => {
    expect(result.toFlat()).toEqual(expected);
  });
});
