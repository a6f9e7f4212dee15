import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  arange,
  concatenate,
  index,
  repeat,
  reshape,
  split,
  splitEvenly,
  stack,
  type Tensor,
  tensor,
  tile,
  torchRules,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const t = tensor([
  [1, 2],
  [3, 4],
]);

describe('concatenate and stack', () => {
  it('join along an old and a new axis', () => {
    expect(concatenate([t, tensor([[5, 6]])]).toFlat()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(concatenate([t, tensor([[5], [6]])], -1).toNested()).toEqual([
      [1, 2, 5],
      [3, 4, 6],
    ]);
    expect(stack([t, t]).shape).toEqual([2, 2, 2]);
    expect(stack([tensor([1, 2]), tensor([3, 4])], -1).toNested()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(stack([tensor(1), tensor(2)]).toFlat()).toEqual([1, 2]);
  });

  it('promote dtypes by the rules given', () => {
    const whole = tensor([1], { dtype: 'int64' });
    const single = tensor([2.5], { dtype: 'float32' });
    expect(concatenate([whole, single]).dtype).toBe('float64');
    expect(concatenate([whole, single, whole], 0, torchRules).dtype).toBe('float32');
    expect(concatenate([single, single, tensor([1])], 0, torchRules).dtype).toBe('float64');
    expect(concatenate([tensor([true])]).dtype).toBe('bool');
  });

  it('have a shape in types', () => {
    expectTypeOf(concatenate([t, zeros([3, 2])])).toEqualTypeOf<Tensor<[5, 2]>>();
    expectTypeOf(concatenate([t, t, zeros([2, 5])], 1)).toEqualTypeOf<Tensor<[2, 9]>>();
    expectTypeOf(concatenate([zeros([99]), zeros([25])], -1)).toEqualTypeOf<Tensor<[124]>>();
    expectTypeOf(concatenate([zeros([100]), zeros([25])])).toEqualTypeOf<Tensor<[number]>>();
    expectTypeOf(concatenate([t] as Tensor[])).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(concatenate([t, zeros([1, 2] as number[])])).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(stack([t, t, t])).toEqualTypeOf<Tensor<[3, 2, 2]>>();
    expectTypeOf(stack([zeros([4, 5]), zeros([4, 5])], 1)).toEqualTypeOf<Tensor<[4, 2, 5]>>();
    expectTypeOf(stack([zeros([4, 5]), zeros([4, 5])], -1)).toEqualTypeOf<Tensor<[4, 5, 2]>>();
    expectTypeOf(stack([t] as Tensor[])).toEqualTypeOf<Tensor<number[]>>();
    // @ts-expect-error concatenate: sizes 2 and 1 differ at axis 0
    expect(() => concatenate([t, zeros([1, 2])], 1)).toThrow('at axis 0');
  });

  it.each([
    [() => concatenate([]), { kind: 'no-operands' }],
    [() => stack([]), { kind: 'no-operands' }],
    [() => concatenate([tensor(1)]), { kind: 'axis', axis: 0, rank: 0 }],
    [() => concatenate<Tensor[]>([t, tensor([1])]), { kind: 'ranks-differ', operand: 1 }],
    [() => concatenate<Tensor[]>([t, t, zeros([2, 3])]), { kind: 'sizes-differ', operand: 2, axis: 1 }],
    [() => stack([t, zeros([2, 3])]), { kind: 'shapes-differ', operand: 1 }],
    [() => stack([t], 3), { kind: 'axis', axis: 3, rank: 3 }],
  ])('refuse what does not fit (%#)', (run, problem) => {
    expect(refusal(run)).toEqual(problem);
  });

  it('word each refusal', () => {
    expect(() => concatenate([])).toThrow('concatenate: needs at least one tensor');
    // @ts-expect-error concatenate: 2 and 1 dimensions differ
    expect(() => concatenate([t, tensor([1])])).toThrow(
      'operand 1 must have as many dimensions as operand 0',
    );
    // @ts-expect-error concatenate: sizes 2 and 3 differ at axis 1
    expect(() => concatenate([t, zeros([2, 3])])).toThrow('operand 1 must match operand 0 at axis 1');
    expect(() => stack([t, zeros([2, 3])])).toThrow(
      'operand 1 must have the shape of operand 0 (received [2, 2] and [2, 3])',
    );
  });
});

describe('split', () => {
  it('gives views of the sizes or the number asked for', () => {
    const line = arange(0, 6);
    expect(split(line, [1, 0, 5]).map((part) => part.toFlat())).toEqual([[0], [], [1, 2, 3, 4, 5]]);
    expect(splitEvenly(line, 3).map((part) => part.toFlat())).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(split(t, [1, 1], 1)[1]?.toFlat()).toEqual([2, 4]);
    expect(splitEvenly(line, 2)[0]?.storage).toBe(line.storage);
    expect(splitEvenly(line, 1).map((part) => part.shape)).toEqual([[6]]);
  });

  it.each([
    [() => splitEvenly(arange(0, 6), 4), 4],
    [() => splitEvenly(arange(0, 6), 0), 0],
    [() => splitEvenly(arange(0, 6), -3), -3],
    [() => split(arange(0, 6), [1, 2]), [1, 2]],
    [() => split(arange(0, 6), [7, -1]), [7, -1]],
  ])('refuses what does not add up (%#)', (run, sections) => {
    expect(refusal(run)).toEqual({ kind: 'split', axis: 0, size: 6, sections });
  });

  it('is undone by concatenate', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1 }), fc.constantFrom(0, 1), (sizes, axis) => {
        const size = sizes.reduce((a, b) => a + b, 0);
        const whole: Tensor = reshape(arange(0, size * 3), axis === 0 ? [size, 3] : [3, size]);
        expect(concatenate(split(whole, sizes, axis), axis).toNested()).toEqual(whole.toNested());
      }),
    );
  });
});

describe('repeat and tile', () => {
  it('repeat repeats elements', () => {
    expect(repeat(t, 2).toFlat()).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(repeat(t, 2, -1).toNested()).toEqual([
      [1, 1, 2, 2],
      [3, 3, 4, 4],
    ]);
    expect(repeat(t, 2, 0).shape).toEqual([4, 2]);
    expect(repeat(t, 0).shape).toEqual([0]);
    expect(refusal(() => repeat(t, -1))).toEqual({ kind: 'negative-size', requested: [-1] });
  });

  it('tile repeats the whole', () => {
    expect(tile(tensor([1, 2]), [2, 2]).toNested()).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ]);
    expect(tile(t, [2]).toNested()).toEqual([
      [1, 2, 1, 2],
      [3, 4, 3, 4],
    ]);
    expect(tile(t, [0, 1]).shape).toEqual([0, 2]);
    expect(refusal(() => tile(t, [-1, 2]))).toEqual({ kind: 'negative-size', requested: [-1, 2] });
  });

  it('share nothing with what they repeat', () => {
    const copyOfOne = repeat(t, 1, 0);
    copyOfOne.setAt([0, 0], 9);
    tile(t, [1]).setAt([0, 0], 9);
    expect(index(t, [0, 0]).item()).toBe(1);
  });
});
