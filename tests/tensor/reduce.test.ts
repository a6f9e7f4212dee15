import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  all,
  any,
  arange,
  argmax,
  argmin,
  argsort,
  contiguous,
  countNonzero,
  cumprod,
  cumsum,
  index,
  max,
  mean,
  median,
  min,
  prod,
  type Reduction,
  reshape,
  sort,
  standardDeviation,
  sum,
  type Tensor,
  tensor,
  topk,
  torchRules,
  transpose,
  unique,
  variance,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const t = tensor([
  [3, 1, 2],
  [6, 5, 4],
]);
const cube = reshape(arange(0, 24), [2, 3, 4]);

describe('reductions', () => {
  const cases: [string, Reduction, number, number[], number[]][] = [
    ['sum', sum, 21, [9, 6, 6], [6, 15]],
    ['prod', prod, 720, [18, 5, 8], [6, 120]],
    ['mean', mean, 3.5, [4.5, 3, 3], [2, 5]],
    ['max', max, 6, [6, 5, 4], [3, 6]],
    ['min', min, 1, [3, 1, 2], [1, 4]],
    ['argmax', argmax, 3, [1, 1, 1], [0, 0]],
    ['argmin', argmin, 1, [0, 0, 0], [1, 2]],
    ['median', median, 3.5, [4.5, 3, 3], [2, 5]],
    ['countNonzero', countNonzero, 6, [2, 2, 2], [3, 3]],
    ['any', any, 1, [1, 1, 1], [1, 1]],
    ['all', all, 1, [1, 1, 1], [1, 1]],
  ];
  it.each(cases)('%s goes over all, columns or rows', (_, reduce, whole, columns, rows) => {
    expect(reduce(t).toNested()).toEqual(reduce(t).dtype === 'bool' ? whole === 1 : whole);
    expect(reduce(t, { axis: 0 }).toFlat()).toEqual(columns);
    expect(reduce(t, { axis: -1 }).toFlat()).toEqual(rows);
    expect(reduce(t, { axis: 1, keepdims: true }).shape).toEqual([2, 1]);
    expect(reduce(t, { keepdims: true }).shape).toEqual([1, 1]);
  });

  it('take several axes', () => {
    expect(sum(cube, { axis: [0, -1] }).toFlat()).toEqual([60, 92, 124]);
    expect(sum(cube, { axis: [1, 2], keepdims: true }).toNested()).toEqual([[[66]], [[210]]]);
    expect(refusal(() => sum(cube, { axis: [0, -3] }))).toEqual({ kind: 'repeated-axis', axis: 0 });
  });

  it('refuse an axis out of range, in the types too', () => {
    // @ts-expect-error axis 2 is out of range for 2 dimensions
    expect(refusal(() => sum(t, { axis: 2 }))).toEqual({ kind: 'axis', axis: 2, rank: 2 });
    // @ts-expect-error axis -3 is out of range for 2 dimensions
    expect(refusal(() => mean(t, { axis: -3 }))).toEqual({ kind: 'axis', axis: -3, rank: 2 });
  });

  it('have a shape in types', () => {
    expectTypeOf(sum(t)).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(sum(t, { axis: 0 })).toEqualTypeOf<Tensor<[3]>>();
    expectTypeOf(sum(t, { axis: -1 })).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(max(zeros([2, 3, 4]), { axis: -2 })).toEqualTypeOf<Tensor<[2, 4]>>();
    expectTypeOf(mean(t, { axis: 0, keepdims: true })).toEqualTypeOf<Tensor<[1, 3]>>();
    expectTypeOf(mean(t, { keepdims: true })).toEqualTypeOf<Tensor<[1, 1]>>();
    expectTypeOf(sum(t, { axis: [0, 1] })).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(sum(zeros([2] as number[]), { axis: 0 })).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(variance(t, { axis: 1, ddof: 1 })).toEqualTypeOf<Tensor<[2]>>();
  });

  it('give integers and bools int64 sums, and floats for means', () => {
    const bools = tensor([true, true, false]);
    expect([sum(bools).dtype, sum(bools).item()]).toEqual(['int64', 2]);
    expect(prod(tensor([100, 100], { dtype: 'int32' })).dtype).toBe('int64');
    expect([mean(bools).dtype, mean(bools, { rules: torchRules }).dtype]).toEqual(['float64', 'float32']);
    expect(max(bools).toNested()).toBe(true);
    expect(sum(t, { dtype: 'float32' }).dtype).toBe('float32');
    expect(sum(tensor([0.6, 0.6]), { dtype: 'int64' }).item()).toBe(0);
    expect(mean(t, { dtype: 'float32' }).dtype).toBe('float32');
    const whole = tensor([1, 2], { dtype: 'int64' });
    expect([variance(whole).dtype, variance(whole, { rules: torchRules }).dtype]).toEqual([
      'float64',
      'float32',
    ]);
    expect([argmax(t).dtype, countNonzero(t).dtype, any(t).dtype]).toEqual(['int64', 'int64', 'bool']);
  });

  it('let nan win, the first one', () => {
    const holes = tensor([1, nan, 3, nan]);
    expect([max(holes).item(), min(holes).item(), argmax(holes).item(), argmin(holes).item()]).toEqual([
      nan,
      nan,
      1,
      1,
    ]);
    expect(argmax(tensor([nan, 5])).item()).toBe(0);
    expect([any(holes).item(), median(holes).item(), median(tensor([nan, 1, 2])).item()]).toEqual([
      1,
      nan,
      nan,
    ]);
  });

  it('count the first of equals, in row-major order of the view', () => {
    expect(argmax(tensor([1, 7, 7])).item()).toBe(1);
    expect(argmax(transpose(t)).item()).toBe(1);
  });

  it('have a value for nothing only where one makes sense', () => {
    const none = zeros([2, 0]);
    expect([sum(none).item(), prod(none).item(), mean(none).item()]).toEqual([0, 1, nan]);
    expect([any(none).toNested(), all(none).toNested()]).toEqual([false, true]);
    expect(sum(none, { axis: 1 }).toFlat()).toEqual([0, 0]);
    expect(mean(zeros([0, 2]), { axis: 1 }).shape).toEqual([0]);
    expect(max(none, { axis: 0 }).shape).toEqual([0]);
    expect(refusal(() => max(zeros([0, 0]), { axis: 0 }))).toEqual({ kind: 'empty-reduction' });
    expect(median(zeros([0, 0]), { axis: 0 }).shape).toEqual([0]);
    for (const reduce of [max, min, argmax, argmin, median]) {
      expect(refusal(() => reduce(none))).toEqual({ kind: 'empty-reduction' });
    }
    expect(variance(zeros([0])).item()).toBe(nan);
  });

  it('any and all tell where some and none are 0', () => {
    const some = tensor([
      [0, 1],
      [1, 1],
    ]);
    expect(all(some, { axis: 0 }).toNested()).toEqual([false, true]);
    expect(any(zeros([3])).toNested()).toBe(false);
    expect(countNonzero(some).item()).toBe(3);
  });
});

describe('the order of additions', () => {
  // Values NumPy 2.2 prints: pairwise within the fastest axis, one after another across it.
  // https://numpy.org/doc/stable/reference/generated/numpy.sum.html (Notes)
  const harmonic = (n: number) => Array.from({ length: n }, (_, i) => 1 / (i + 1));
  it.each([
    [3, 1.8333333333333333],
    [8, 2.7178571428571425],
    [9, 2.8289682539682537],
    [20, 3.597739657143682],
    [128, 5.433147092589173],
    [129, 5.440899030573669],
    [300, 6.282663880299504],
    [1000, 7.485470860550345],
  ])('of the first %d terms of the harmonic series gives %d', (n, expected) => {
    expect(sum(tensor(harmonic(n))).item()).toBe(expected);
  });

  it('takes lanes of 8 from eight elements on, and halves above 128', () => {
    const shifted = (n: number) => sum(tensor(Array.from({ length: n }, (_, i) => 1 / (i + 3)))).item();
    expect([shifted(8), shifted(128)]).toEqual([1.4289682539682538, 3.948591338265976]);
  });

  it('across rows is one after another, along them in pairs', () => {
    const square = reshape(tensor(harmonic(900)), [30, 30]);
    const pick = (values: Tensor) => [0, 7, 29].map((i) => values.at(i));
    expect(pick(sum(square, { axis: 0 }))).toEqual([
      1.1303082877338047, 0.24503721835141865, 0.13316623769734637,
    ]);
    expect(pick(sum(square, { axis: 1 }))).toEqual([
      3.994987130920391, 0.13323421646061798, 0.033882401805106065,
    ]);
    expect(pick(sum(transpose(square), { axis: 1 }))).toEqual([
      1.1303082877338047, 0.24503721835141865, 0.13316623769734637,
    ]);
    expect(sum(index(square, [{}, { step: 2 }])).item()).toBe(4.036378907273464);
    expect(sum(transpose(square)).item()).toBe(7.380165880900754);
    expect(sum(contiguous(transpose(square))).item()).toBe(7.380165880900753);
    expect(sum(reshape(tensor(harmonic(1000)), [1000, 1]), { axis: 0 }).item()).toBe(7.485470860550345);
    const both = sum(reshape(square, [3, 10, 30]), { axis: [0, 2] });
    expect([both.at(0), both.at(5)]).toEqual([4.138896459421455, 0.2854313427475127]);
  });

  it('in float32 rounds each of them', () => {
    expect(sum(tensor(harmonic(20), { dtype: 'float32' })).item()).toBe(3.5977399349212646);
  });

  it('starts from 0, so that negative zeros add up to 0', () => {
    expect(sum(tensor([-0, -0])).item()).toBe(0);
    expect(sum(zeros([0, 3, 2]), { axis: [0, 2] }).toFlat()).toEqual([0, 0, 0]);
  });
});

describe('spread and middle', () => {
  it('variance and standard deviation divide by the count less ddof', () => {
    expect(variance(t).item()).toBe(2.9166666666666665);
    expect(standardDeviation(t, { ddof: 1 }).item()).toBe(1.8708286933869707);
    expect(variance(t, { axis: 0 }).toFlat()).toEqual([2.25, 4, 1]);
    expect(standardDeviation(t, { axis: 1, keepdims: true }).shape).toEqual([2, 1]);
    expect(variance(tensor([0.1, 0.7, 0.2], { dtype: 'float32' })).item()).toBe(0.06888888776302338);
    expect(variance(tensor([1]), { ddof: 1 }).item()).toBe(nan);
  });

  it('median is the mean of the middle two in NumPy, the lower one in PyTorch', () => {
    const whole = tensor([4, 1, 3, 2], { dtype: 'int64' });
    expect([median(whole).item(), median(whole).dtype]).toEqual([2.5, 'float64']);
    const lower = median(whole, { rules: torchRules });
    expect([lower.item(), lower.dtype]).toEqual([2, 'int64']);
  });
});

describe('running sums and products', () => {
  it('go along an axis, or over all in row-major order', () => {
    expect(cumsum(t).toFlat()).toEqual([3, 4, 6, 12, 17, 21]);
    expect(cumsum(transpose(t)).toFlat()).toEqual([3, 9, 10, 15, 17, 21]);
    expect(cumsum(t, 0).toNested()).toEqual([
      [3, 1, 2],
      [9, 6, 6],
    ]);
    expect(cumsum(tensor([true, true])).dtype).toBe('int64');
    expect(cumsum(zeros([0])).shape).toEqual([0]);
    const nearlyFull = tensor([2 ** 53 - 1, 1], { dtype: 'int64' });
    expect(refusal(() => cumsum(nearlyFull))).toEqual({ kind: 'integer-range', value: 2 ** 53 });
    expect(cumprod(t).toFlat()).toEqual([3, 3, 6, 36, 180, 720]);
    expect(cumprod(tensor([true, false])).dtype).toBe('int64');
    expect(cumsum(tensor([0.1, 0.2, 0.3], { dtype: 'float32' })).at(2)).toBe(0.6000000238418579);
  });
});

describe('sorting', () => {
  const mixed = tensor([2, nan, -inf, 2, -1, inf, inf]);

  it('puts nan last and keeps equal elements in their order', () => {
    expect(sort(mixed).toFlat()).toEqual([-inf, -1, 2, 2, inf, inf, nan]);
    expect(argsort(mixed).toFlat()).toEqual([2, 4, 0, 3, 5, 6, 1]);
    expect(sort(mixed, { descending: true }).toFlat()).toEqual([nan, inf, inf, 2, 2, -1, -inf]);
    expect(argsort(mixed, { descending: true }).toFlat()).toEqual([1, 5, 6, 0, 3, 4, 2]);
    expect(argsort(tensor([nan, nan])).toFlat()).toEqual([0, 1]);
  });

  it('works along any axis', () => {
    expect(sort(t, { axis: 0 }).toNested()).toEqual([
      [3, 1, 2],
      [6, 5, 4],
    ]);
    expect(sort(t).toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(argsort(t, { axis: -1 }).dtype).toBe('int64');
    expect(refusal(() => sort(t, { axis: 2 }))).toEqual({ kind: 'axis', axis: 2, rank: 2 });
  });

  it('topk gives the best with their places', () => {
    const { values, indices } = topk(t, 2);
    expect([values.toNested(), indices.toNested()]).toEqual([
      [
        [3, 2],
        [6, 5],
      ],
      [
        [0, 2],
        [0, 1],
      ],
    ]);
    expect(topk(t, 1, { axis: 0, largest: false }).values.toNested()).toEqual([[3, 1, 2]]);
    expect(topk(t, 0).indices.shape).toEqual([2, 0]);
    expect(refusal(() => topk(t, 4))).toMatchObject({ kind: 'argument', name: 'count' });
    expect(() => topk(t, -1)).toThrow('topk: count must be 0 to 3, is -1');
  });

  it('unique gives each value once, in order, with its count', () => {
    const { values, counts } = unique(
      tensor([
        [2, 1],
        [nan, 2],
        [nan, -0],
        [0, 2],
      ]),
    );
    expect(values.toFlat()).toEqual([-0, 1, 2, nan]);
    expect(counts.toFlat()).toEqual([2, 1, 3, 2]);
    expect(counts.dtype).toBe('int64');
    expect(unique(tensor([true, true])).values.dtype).toBe('bool');
    expect(unique(zeros([0])).values.shape).toEqual([0]);
  });
});

describe('laws of reductions', () => {
  const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  const filled = shape.chain((sizes) => {
    const size = sizes.reduce((a, b) => a * b, 1);
    return fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: size, maxLength: size })
      .map((values) => reshape<readonly number[]>(tensor(values, { dtype: 'int64' }), sizes));
  });

  it('reducing one axis after the other is reducing all', () => {
    fc.assert(
      fc.property(filled, (x) => {
        for (const reduce of [sum, max, min]) {
          let rest: Tensor = x;
          while (rest.rank > 0) rest = reduce(rest, { axis: -1 });
          expect(rest.item()).toBe(reduce(x).item());
        }
        expect(countNonzero(x).item()).toBe(x.toFlat().filter((v) => v !== 0).length);
      }),
    );
  });

  it('a reduction does not care about the order of axes in memory', () => {
    fc.assert(
      fc.property(filled, (x) => {
        const turned: Tensor = transpose(x);
        expect(sum(turned, { axis: 0 }).toFlat()).toEqual(transpose(sum(x, { axis: -1 }) as Tensor).toFlat());
        expect(x.toFlat()[argmax(x).item()]).toBe(max(x).item());
        expect(turned.toFlat().indexOf(max(x).item())).toBe(argmax(turned).item());
      }),
    );
  });

  it('sort orders, and argsort leads there', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        const x = tensor(values);
        const sorted = sort(x).toFlat();
        expect(
          argsort(x)
            .toFlat()
            .map((i) => values[i]),
        ).toEqual(sorted);
        expect(sorted.every((v, i) => i === 0 || Number.isNaN(v) || (sorted[i - 1] as number) <= v)).toBe(
          true,
        );
      }),
    );
  });
});
