import { describe, expect, it } from 'vitest';
import { AutogradError, backward, operations as o, Variable } from '../../../src/tensor/autograd/index.ts';
import { type Nested, tensor } from '../../../src/tensor/index.ts';
import { refusal } from '../refusal.ts';

const leaf = (nested: Nested) => new Variable(tensor(nested, { dtype: 'float32' })).requireGrad();
const constant = (nested: Nested) => new Variable(tensor(nested, { dtype: 'float32' }));

describe('results that are no views', () => {
  it.each([
    ['repeat', () => [constant([1, 2]), (x: Variable) => o.repeat(x, [1])]],
    ['the largest of a number', () => [constant(1), (x: Variable) => o.maxAlong(x, 0).values]],
    ['a sorted number', () => [constant(1), (x: Variable) => o.sort(x).values]],
    [
      'gathered numbers',
      () => [constant(1), (x: Variable) => o.gather(x, 0, tensor([0], { dtype: 'int64' }))],
    ],
    ['clone', () => [constant([1, 2]), (x: Variable) => o.clone(x)]],
    ['a permutation that moves nothing', () => [constant([1, 2]), (x: Variable) => o.roll(x, 0)]],
  ] as [string, () => [Variable, (x: Variable) => Variable]][])('%s shares nothing', (_, make) => {
    const [x, f] = make();
    const before = x.value.toFlat();
    o.zero.inPlace(f(x));
    expect(x.value.toFlat()).toEqual(before);
  });
});

describe('axes', () => {
  const x = leaf([
    [1, 2],
    [3, 4],
  ]);
  it.each([
    ['select', () => o.select(x, -3, 0), -3],
    ['slice', () => o.slice(x, 2, {}), 2],
    ['unbind', () => o.unbind(x, 2), 2],
    ['squeeze', () => o.squeeze(x, 5), 5],
    ['gather', () => o.gather(x, 2, tensor([[0]], { dtype: 'int64' })), 2],
    ['sum', () => o.sum(x, { dim: -3 }), -3],
    ['cat', () => o.cat([x, x], 2), 2],
  ] as [string, () => unknown, number][])('%s refuses one that is not there', (_, run, axis) => {
    expect(refusal(run)).toEqual({ kind: 'axis', axis, rank: 2 });
  });

  it.each([
    ['unbind', () => o.unbind(leaf(1))],
    ['select', () => o.select(leaf(1), 0, 0)],
  ])('a number has none to %s', (_, run) => {
    expect(refusal(run)).toEqual({ kind: 'axis', axis: 0, rank: 0 });
  });

  it('split refuses sizes that do not add up', () => {
    expect(refusal(() => o.split(x, [1, 2]))).toMatchObject({ kind: 'split', size: 2, sections: [1, 2] });
  });

  it('of a number are 0 and -1', () => {
    expect(o.squeeze(leaf(1), -1).value.shape).toEqual([]);
    expect(refusal(() => o.squeeze(leaf(1), 1))).toEqual({ kind: 'axis', axis: 1, rank: 1 });
  });

  it('t exchanges at most two', () => {
    expect(refusal(() => o.t(leaf([[[1]]])))).toEqual({ kind: 'rank', operand: 0, expected: 'at most 2' });
  });
});

describe('an error', () => {
  it('says which operation refused and why, in PyTorch’s words', () => {
    const x = leaf([1, 2]);
    try {
      backward([o.mul(x, 2)]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AutogradError);
      const { operation, problem, message } = error as AutogradError;
      expect([operation, problem]).toEqual(['backward', { kind: 'not-scalar' }]);
      expect(message).toBe('grad can be implicitly created only for scalar outputs');
    }
  });
});
