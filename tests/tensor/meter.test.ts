/** Whoever runs programs over the core is asked before memory is taken, and told of work while it is done. */
import { afterEach, describe, expect, test } from 'vitest';
import * as core from '../../src/tensor/index.ts';
import { setMeter } from '../../src/tensor/meter/index.ts';

const nothing = { reserve: () => {}, work: () => {} };
afterEach(() => setMeter(nothing));

/** What `body` tells the meter, from one call to the next. */
function told(body: () => void): {
  readonly reserved: number;
  readonly worked: number;
  readonly most: number;
} {
  let [reserved, worked, most] = [0, 0, 0];
  setMeter({
    reserve: (elements) => {
      reserved += elements;
    },
    work: (elements) => {
      worked += elements;
      most = Math.max(most, elements);
    },
  });
  body();
  return { reserved, worked, most };
}

const square = core.ones([60, 60]);

describe('the meter', () => {
  test('is asked before memory is taken, and can refuse it', () => {
    const refuse = () => {
      throw new Error('too much');
    };
    setMeter({ ...nothing, reserve: refuse });
    expect(() => core.zeros([10 ** 6, 10 ** 6])).toThrow('too much');
    expect(() => core.copy(core.expand(square, [10 ** 6, 60, 60]))).toThrow('too much');
    expect(() => core.splitEvenly(core.arange(0, 0), 10 ** 12)).toThrow('too much');
    expect(() => square.toFlat()).toThrow('too much');
  });

  test.each([
    ['a product of matrices', () => core.matmul(square, square), 60 ** 3],
    [
      'a product of whole numbers',
      () => core.matmul(core.astype(square, 'int64'), core.astype(square, 'int64')),
      60 ** 3,
    ],
    ['an inverse', () => core.inv(core.add(square, core.eye(60))), 60 ** 3],
    ['a sum', () => core.sum(square), 60 ** 2],
    ['sorting', () => core.sort(square), 60 ** 2],
    ['singular values', () => core.matrixRank(core.add(square, core.eye(60))), 60 ** 3],
    ['an element-wise function', () => core.exp(core.ones([100, 100])), 100 ** 2],
    ['an element-wise operation', () => core.add(core.ones([100, 100]), 1), 100 ** 2],
    ['running sums', () => core.cumsum(square, 0), 60 ** 2],
    ['views', () => core.splitEvenly(core.arange(0, 600), 600), 600],
  ])('is told of the work of %s as it is done', (_, body, least) => {
    const { worked, most } = told(body);
    expect(worked).toBeGreaterThanOrEqual(least);
    expect(most).toBeLessThanOrEqual(10_000);
  });
});
