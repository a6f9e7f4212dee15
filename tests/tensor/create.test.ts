import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  arange,
  astype,
  type DType,
  exactElements,
  eye,
  fromFlat,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  ShapeError,
  sum,
  type Tensor,
  tensor,
  zeros,
  zerosLike,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

describe('tensor', () => {
  it('takes shape and values from nested lists, known to the compiler when literal', () => {
    const t = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expectTypeOf(t).toEqualTypeOf<Tensor<[2, 3]>>();
    expect([t.shape, t.strides, t.dtype, t.rank, t.size]).toEqual([[2, 3], [3, 1], 'float64', 2, 6]);
    expect(t.toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('makes a number a 0-d tensor and keeps empty lists', () => {
    const scalar = tensor(3);
    expectTypeOf(scalar).toEqualTypeOf<Tensor<[]>>();
    expect([scalar.shape, scalar.item(), scalar.toNested()]).toEqual([[], 3, 3]);
    expect([tensor([]).shape, tensor([]).dtype]).toEqual([[0], 'float64']);
    expect(tensor([[], []]).shape).toEqual([2, 0]);
    expect(tensor([[], []]).toNested()).toEqual([[], []]);
  });

  it('degrades to unknown sizes for lists the compiler does not know', () => {
    const row: number[] = [1, 2];
    expectTypeOf(tensor(row)).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(tensor([row, row])).toEqualTypeOf<Tensor<number[]>>();
    expect(tensor([row, row]).shape).toEqual([2, 2]);
  });

  it('makes booleans alone bool, and mixtures float64', () => {
    expect(tensor([true, false]).dtype).toBe('bool');
    expect(tensor([true, false]).toNested()).toEqual([true, false]);
    expect(tensor([true, false]).toFlat()).toEqual([1, 0]);
    expect(tensor([true, 2.5]).toFlat()).toEqual([1, 2.5]);
  });

  it.each([
    [[[1, 2], [3]], { prefix: [2], expected: 2, received: 1 }],
    [[[1], 2], { prefix: [2], expected: 1, received: -1 }],
    [[1, [2]], { prefix: [2], expected: -1, received: 1 }],
    [
      [
        [[1], [2]],
        [[3], [4, 5]],
      ],
      { prefix: [2, 2], expected: 1, received: 2 },
    ],
  ])('refuses the ragged list %j', (nested, fields) => {
    expect(refusal(() => tensor(nested as number[]))).toEqual({ kind: 'ragged', ...fields });
  });

  it('words the refusal with the shape so far and both lengths', () => {
    expect(() => tensor([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => tensor([[1, 2], [3]])).toThrow(
      'tensor: lists differ in length after shape [2]: length 2 and length 1',
    );
    expect(() => tensor([[1], 2])).toThrow('length 1 and a number');
  });
});

describe('conversion to a dtype', () => {
  // C casts as NumPy and PyTorch make them; truth of NaN: https://docs.python.org/3/library/stdtypes.html#truth
  const cases: [DType, number, number][] = [
    ['float64', 0.1, 0.1],
    ['float32', 0.1, 0.10000000149011612],
    ['int64', -1.9, -1],
    ['int64', -0.5, 0],
    ['int32', 2 ** 31, -(2 ** 31)],
    ['int32', -1.9, -1],
    ['int16', 40000, 40000 - 2 ** 16],
    ['int8', 200, 200 - 2 ** 8],
    ['uint32', -1, 2 ** 32 - 1],
    ['uint16', -1, 2 ** 16 - 1],
    // IEEE 754 binary16: 10 bits after the point, the least number 2^-24, the largest 65504; ties go to the even one.
    ['float16', 0.1, 0.0999755859375],
    ['float16', 2049, 2048],
    ['float16', 65520, Number.POSITIVE_INFINITY],
    ['float16', 2 ** -25, 0],
    ['float16', 1.5 * 2 ** -24, 2 ** -23],
    ['bfloat16', 0.1, 0.10009765625],
    ['bfloat16', -257, -256],
    ['uint8', 300, 44],
    ['uint8', -1, 255],
    ['bool', 0.5, 1],
    ['bool', 256, 1],
    ['bool', Number.NaN, 1],
    ['bool', -0, 0],
  ];
  it.each(cases)('%s of %d is %d', (dtype, value, expected) => {
    expect(tensor(value, { dtype }).item()).toBe(expected);
    expect(full([2], value, dtype).toFlat()).toEqual([expected, expected]);
    expect(fromFlat([value], [1], dtype).item()).toBe(expected);
    expect(astype(tensor([value]), dtype).toFlat()).toEqual([expected]);
  });

  it.each([2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY])('refuses int64 of %d', (value) => {
    expect(refusal(() => tensor(value, { dtype: 'int64' }))).toEqual({ kind: 'integer-range', value });
  });

  // As NumPy converts on x86-64, recorded in tests/goldens/endings/exact.json.
  it.each([
    [2 ** 60, 2n ** 60n],
    [1e19, -(2n ** 63n)],
    [Number.NaN, -(2n ** 63n)],
  ])('converts %d to an int64 that doubles do not hold', (value, expected) => {
    const long = astype(tensor([value]), 'int64');
    expect(exactElements(long)).toEqual([expected]);
    expect(refusal(() => long.item()).kind).toBe('integer-range');
  });

  it('holds int64 exactly up to 2^53 − 1', () => {
    expect(tensor(2 ** 53 - 1, { dtype: 'int64' }).item()).toBe(9007199254740991);
  });
});

describe('filled tensors', () => {
  it('have the shape, dtype and value asked for', () => {
    expectTypeOf(zeros([2, 3])).toEqualTypeOf<Tensor<[2, 3]>>();
    expect(zeros([2, 0, 3]).toNested()).toEqual([[], []]);
    expect([ones([2], 'int64').dtype, fromFlat([1, 2], [2]).dtype]).toEqual(['int64', 'float64']);
    expect(full([2, 1], 7).toNested()).toEqual([[7], [7]]);
  });

  it('follow another tensor', () => {
    const t = tensor([[1, 2]], { dtype: 'float32' });
    expect(zerosLike(t).toNested()).toEqual([[0, 0]]);
    expect([onesLike(t).dtype, onesLike(t, 'bool').dtype]).toEqual(['float32', 'bool']);
    expect(fullLike(t, 0.1).at(0, 1)).toBe(Math.fround(0.1));
    expectTypeOf(fullLike(t, 3)).toEqualTypeOf<Tensor<[1, 2]>>();
  });

  it('refuse sizes below 0 and counts that do not fit', () => {
    expect(refusal(() => zeros([2, -1]))).toEqual({ kind: 'negative-size', requested: [2, -1] });
    expect(refusal(() => fromFlat([1, 2, 3], [2, 2]))).toEqual({
      kind: 'reshape',
      requested: [2, 2],
      size: 3,
    });
  });
});

describe('eye', () => {
  it('puts ones on diagonal k', () => {
    expectTypeOf(eye(2)).toEqualTypeOf<Tensor<[2, 2]>>();
    expect(eye(2).toNested()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(eye(2, 3, 1).toNested()).toEqual([
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(eye(3, 2, -1).toNested()).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('leaves rows and columns without a place on it empty', () => {
    expect(eye(4, 2).toFlat()).toEqual([1, 0, 0, 1, 0, 0, 0, 0]);
    expect(eye(3, 3, -2).toFlat()).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(eye(3, 3, 2).toFlat()).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect([sum(eye(2, 2, 3)).item(), sum(eye(2, 2, -3)).item()]).toEqual([0, 0]);
  });
});

describe('ranges', () => {
  it.each([
    [0, 5, 1, [0, 1, 2, 3, 4]],
    [0, 1, 0.3, [0, 0.3, 0.6, 0.8999999999999999]],
    [5, 0, -2, [5, 3, 1]],
    [3, 3, 1, []],
    [3, 0, 1, []],
  ])('arange(%d, %d, %d)', (start, stop, step, expected) => {
    expect(arange(start, stop, step).toFlat()).toEqual(expected);
  });

  it('arange takes steps in the dtype asked for', () => {
    expect(arange(0, 3, 1, 'int64').toFlat()).toEqual([0, 1, 2]);
  });

  it('arange refuses a step of 0 and endless ranges', () => {
    expect(refusal(() => arange(0, 1, 0))).toEqual({ kind: 'zero-step' });
    expect(() => arange(0, Number.POSITIVE_INFINITY)).toThrow('stop must be finite, is Infinity');
  });

  it.each([
    [0, 1, 5, [0, 0.25, 0.5, 0.75, 1]],
    [0, 1, 4, [0, 0.3333333333333333, 0.6666666666666666, 1]],
    [1, 2, 3, [1, 1.5, 2]],
    [2, 3, 1, [2]],
    [2, 3, 0, []],
  ])('linspace(%d, %d, %d)', (start, stop, count, expected) => {
    expect(linspace(start, stop, count).toFlat()).toEqual(expected);
  });

  it('linspace makes 50 numbers unless told', () => {
    expect(linspace(0, 49).toFlat()).toEqual(arange(0, 50).toFlat());
  });

  it('linspace ends exactly where it should, whatever its steps round to', () => {
    expect([linspace(0, 1).at(-1), linspace(-1, 0.1, 11).at(-1)]).toEqual([1, 0.1]);
  });
});
