import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allclose,
  arrayEqual,
  cosineSimilarity,
  isclose,
  leakyRelu,
  linear,
  logSoftmax,
  meanSquaredError,
  relu,
  sigmoid,
  softmax,
  sum,
  type Tensor,
  tensor,
  torchRules,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const single = (values: number[]) => tensor(values, { dtype: 'float32' });

describe('activations', () => {
  // Values of PyTorch 2.6, float32.
  it('are those of PyTorch', () => {
    expect(relu(tensor([-0, nan, -1, 2])).toFlat()).toEqual([-0, nan, 0, 2]);
    expect(relu(tensor([1, -2], { dtype: 'int64' })).dtype).toBe('int64');
    expect(leakyRelu(tensor([-1, 2, nan])).toFlat()).toEqual([-0.01, 2, nan]);
    expect(leakyRelu(single([-1]), 0.5, torchRules).toFlat()).toEqual([-0.5]);
    expect(sigmoid(single([0.5, -1.5])).toFlat()).toEqual([0.622459352016449, 0.18242552876472473]);
    expect(sigmoid(tensor([0], { dtype: 'int64' }), torchRules).dtype).toBe('float32');
    expect(sigmoid(tensor([-1000, 1000])).toFlat()).toEqual([0, 1]);
    expect(softmax(single([1, 2, 3])).toFlat()).toEqual([
      0.09003057330846786, 0.2447284758090973, 0.6652409434318542,
    ]);
    expect(logSoftmax(single([1, 2, 3])).toFlat()).toEqual([
      -2.4076058864593506, -1.4076058864593506, -0.40760594606399536,
    ]);
  });

  it('softmax adds up to 1 along its axis and does not overflow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (x) => {
          const t = tensor([x, x]);
          expect(allclose(sum(softmax(t, 1), { axis: 1 }), 1)).toBe(true);
          expect(softmax(t, 0).toFlat()).toEqual(new Array(8).fill(0.5));
        },
      ),
    );
  });
});

describe('the dtype of a result', () => {
  const whole = tensor([[1, 2]], { dtype: 'int64' });
  const row = single([0.5, 1]);
  it.each<[string, (rules?: typeof torchRules) => Tensor]>([
    ['leakyRelu', (rules) => leakyRelu(whole, 0.5, rules)],
    ['softmax', (rules) => softmax(whole, 1, rules)],
    ['logSoftmax', (rules) => logSoftmax(whole, 1, rules)],
    ['cosineSimilarity', (rules) => cosineSimilarity(whole, whole, 1, 1e-8, rules)],
    ['linear', (rules) => linear(whole, whole, single([0.5]), rules)],
    ['meanSquaredError of integers', (rules) => meanSquaredError(whole, whole, rules)],
    ['meanSquaredError of mixed dtypes', (rules) => meanSquaredError(whole, row, rules)],
  ])('of %s is float64 for integers in NumPy, float32 in PyTorch', (_, run) => {
    expect([run().dtype, run(torchRules).dtype]).toEqual(['float64', 'float32']);
  });
});

describe('layers and losses', () => {
  it('linear is x · Wᵀ + b', () => {
    const weight = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(linear(tensor([1, 0, -1]), weight).toFlat()).toEqual([-2, -2]);
    expect(linear(zeros([4, 3]), weight, tensor([1, 2])).toFlat()).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
    expect(refusal(() => linear(tensor([1, 2]), weight))).toEqual({ kind: 'inner-sizes', sizes: [2, 3] });
  });

  it('meanSquaredError averages squared differences', () => {
    expect(meanSquaredError(tensor([1, 2, 3]), tensor([1, 4, 7])).item()).toBe(20 / 3);
  });

  it('cosineSimilarity is the cosine, and 0 for a zero vector', () => {
    expect(cosineSimilarity(single([1, 2, 3]), single([4, 5, 6]), 0, 1e-8, torchRules).item()).toBe(
      0.9746317863464355,
    );
    expect(
      cosineSimilarity(
        tensor([
          [3, 4],
          [0, 0],
        ]),
        tensor([1, 0]),
      ).toFlat(),
    ).toEqual([0.6, 0]);
    const rows = tensor([
      [3, 4],
      [5, 12],
    ]);
    expect(cosineSimilarity(rows, tensor([1, 0])).toFlat()).toEqual([0.6, 5 / 13]);
  });
});

describe('closeness', () => {
  // https://numpy.org/doc/stable/reference/generated/numpy.isclose.html
  it.each([
    [1, 1 + 1e-6, true],
    [1, 1 + 1e-4, false],
    [0, 1e-9, true],
    [inf, inf, true],
    [inf, -inf, false],
    [inf, 1e300, false],
    [1e300, inf, false],
    [nan, nan, false],
    [nan, 1, false],
  ])('of %d to %d is %s', (a, b, expected) => {
    expect(isclose(a, tensor([b])).toNested()).toEqual([expected]);
    expect(allclose(tensor([0, a]), tensor([0, b]))).toBe(expected);
  });

  it('takes tolerances, relative to the second', () => {
    expect(allclose(100, 101, { rtol: 0.01, atol: 0 })).toBe(true);
    expect(allclose(101, 100, { rtol: 0.00995, atol: 0 })).toBe(false);
    expect(allclose(1, 2, { atol: 1 })).toBe(true);
    expect(allclose(1, 1.5, { rtol: 0, atol: 0.5 })).toBe(true);
    expect(isclose(tensor([nan, nan, 1]), tensor([nan, 1, nan]), { equalNan: true }).toNested()).toEqual([
      true,
      false,
      false,
    ]);
    expect(allclose(tensor([1], { dtype: 'uint8' }), 257)).toBe(false);
  });

  it('arrayEqual wants the same shape and elements', () => {
    expect(arrayEqual(tensor([1, 2]), tensor([1, 2], { dtype: 'int64' }))).toBe(true);
    expect(arrayEqual(tensor([1, 2]), tensor([[1, 2]]))).toBe(false);
    expect(arrayEqual(tensor([1, 2]), tensor([1, 3]))).toBe(false);
    expect(arrayEqual(tensor([nan]), tensor([nan]))).toBe(false);
  });
});
