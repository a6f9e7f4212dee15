import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  add,
  assign,
  type BinaryOperation,
  bitwiseAnd,
  bitwiseOr,
  bitwiseXor,
  broadcastShapes,
  clip,
  type DType,
  divide,
  equal,
  expand,
  floorDivide,
  greater,
  greaterEqual,
  leftShift,
  less,
  lessEqual,
  logicalAnd,
  logicalOr,
  logicalXor,
  maximum,
  minimum,
  multiply,
  notEqual,
  power,
  remainder,
  reshape,
  rightShift,
  subtract,
  type Tensor,
  tensor,
  torchRules,
  transpose,
  where,
  zeros,
} from '../../src/tensor/index.ts';
import { arctan2, hypot } from '../../src/tensor/transcendental/index.ts';
import { refusal } from './refusal.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const integers = (...values: number[]) => tensor(values, { dtype: 'int64' });

describe('arithmetic on floats', () => {
  // Python's divmod rules, which both libraries follow: https://docs.python.org/3/library/functions.html#divmod
  const cases: [string, BinaryOperation, number, number, number][] = [
    ['+', add, 0.1, 0.2, 0.30000000000000004],
    ['-', subtract, 1, 3, -2],
    ['*', multiply, 3, -0.5, -1.5],
    ['/', divide, 1, 0, inf],
    ['/', divide, 0, 0, nan],
    ['arctan2', arctan2, 1, -1, (3 * Math.PI) / 4],
    ['arctan2', arctan2, -0, -1, -Math.PI],
    ['hypot', hypot, -3, 4, 5],
    ['hypot', hypot, 2, 3, 3.605551275463989],
    ['hypot', hypot, 1e300, inf, inf],
    ['hypot', hypot, 3e170, 4e170, 5e170],
    ['hypot', hypot, 3e-170, 4e-170, 5e-170],
    ['//', floorDivide, 1, 0.1, 9],
    ['//', floorDivide, -7, 2, -4],
    ['//', floorDivide, -0, 1, -0],
    ['//', floorDivide, 1, -inf, -1],
    ['//', floorDivide, 1, inf, 0],
    ['//', floorDivide, inf, 1, nan],
    ['//', floorDivide, 1, 0, inf],
    ['%', remainder, 7, -3, -2],
    ['%', remainder, -7, 3, 2],
    ['%', remainder, 6, -3, -0],
    ['%', remainder, -6, 3, 0],
    ['%', remainder, -1, inf, inf],
    ['%', remainder, 0, inf, 0],
    ['%', remainder, 1, 0, nan],
    ['**', power, 2, -1, 0.5],
    ['**', power, 1, nan, 1],
    ['**', power, -1, inf, 1],
    ['**', power, -1, 3, -1],
    ['**', power, 2, inf, inf],
    ['**', power, -1, -inf, 1],
    ['**', power, -8, 0.5, nan],
    ['maximum', maximum, 1, nan, nan],
    ['minimum', minimum, nan, 1, nan],
    ['maximum', maximum, 1, 2, 2],
    ['minimum', minimum, 1, 2, 1],
    ['maximum', maximum, 0, -0, -0],
    ['minimum', minimum, -0, 0, 0],
  ];
  it.each(cases)('%s', (_, operation, a, b, expected) => {
    expect(operation(tensor([a]), tensor([b])).toFlat()).toEqual([expected]);
  });

  it('lets a zero remainder keep the sign of the dividend in PyTorch', () => {
    expect(remainder(tensor([-4, 4]), 2, { rules: torchRules }).toFlat()).toEqual([-0, 0]);
  });

  it('rounds float32 at each operation', () => {
    const a = tensor([0.1], { dtype: 'float32' });
    expect(add(a, 0.2).item()).toBe(Math.fround(Math.fround(0.1) + Math.fround(0.2)));
    expect(add(a, integers(2 ** 24 + 1), { rules: torchRules }).item()).toBe(16777216);
  });
});

describe('arithmetic on integers and bools', () => {
  it.each([
    [floorDivide, 7, -2, -4],
    [floorDivide, 6, -2, -3],
    [floorDivide, 2 ** 53 - 1, 2, 2 ** 52 - 1],
    [remainder, 7, -2, -1],
    [power, 3, 33, 5559060566555523],
    [power, 7, 0, 1],
    [floorDivide, 7, 0, 0],
    [remainder, 7, 0, 0],
    [multiply, 0, -1, 0],
  ] as [BinaryOperation, number, number, number][])('%o of %d and %d is %d', (operation, a, b, expected) => {
    const result = operation(integers(a), integers(b));
    expect([result.dtype, result.item()]).toEqual(['int64', expected]);
  });

  it('wraps int32 and uint8 exactly', () => {
    const big = tensor([2 ** 31 - 1], { dtype: 'int32' });
    expect(add(big, 1).item()).toBe(-(2 ** 31));
    expect(multiply(big, big).item()).toBe(1);
    expect(power(big, 3).item()).toBe(2 ** 31 - 1);
    expect(subtract(tensor([5], { dtype: 'uint8' }), tensor([6], { dtype: 'uint8' })).item()).toBe(255);
  });

  it('refuses what int64 cannot hold exactly', () => {
    expect(refusal(() => multiply(integers(2 ** 30), integers(2 ** 23)))).toMatchObject({
      kind: 'integer-range',
    });
    expect(refusal(() => power(integers(10), integers(16)))).toMatchObject({ kind: 'integer-range' });
  });

  it('refuses negative powers, and PyTorch divisions by zero', () => {
    expect(refusal(() => power(integers(2), -1))).toEqual({ kind: 'negative-power' });
    expect(refusal(() => floorDivide(integers(1), 0, { rules: torchRules }))).toEqual({
      kind: 'division-by-zero',
    });
    expect(refusal(() => remainder(integers(1), 0, { rules: torchRules }))).toEqual({
      kind: 'division-by-zero',
    });
  });

  it('adds bools as or, multiplies them as and, and refuses the rest', () => {
    const a = tensor([true, true, false]);
    const b = tensor([true, false, false]);
    expect(add(a, b).toNested()).toEqual([true, true, false]);
    expect(multiply(a, b).toNested()).toEqual([true, false, false]);
    for (const operation of [subtract, floorDivide, remainder, power]) {
      expect(refusal(() => operation(a, b))).toEqual({ kind: 'unsupported', dtypes: ['bool', 'bool'] });
    }
    expect(() => subtract(a, b)).toThrow('subtract: not defined for bool and bool');
  });
});

describe('comparison and logic', () => {
  const a = tensor([1, 2, 3, nan]);
  const b = tensor([2, 2, 2, nan]);
  it.each([
    [equal, [false, true, false, false]],
    [notEqual, [true, false, true, true]],
    [less, [true, false, false, false]],
    [lessEqual, [true, true, false, false]],
    [greater, [false, false, true, false]],
    [greaterEqual, [false, true, true, false]],
  ] as [BinaryOperation, boolean[]][])('%o', (operation, expected) => {
    expect(operation(a, b).toNested()).toEqual(expected);
    expect(operation(a, b).dtype).toBe('bool');
  });

  it.each([
    [logicalAnd, [false, false, false, true]],
    [logicalOr, [false, true, true, true]],
    [logicalXor, [false, true, true, false]],
  ] as [BinaryOperation, boolean[]][])('%o takes everything but 0 as true', (operation, expected) => {
    expect(operation(tensor([0, 0, 2, nan]), tensor([0, 0.5, 0, -1])).toNested()).toEqual(expected);
  });

  it('compares with a float in the dtype of a float tensor, with an integer exactly', () => {
    expect(equal(tensor([0.1], { dtype: 'float32' }), 0.1).toNested()).toEqual([true]);
    expect(equal(tensor([44], { dtype: 'uint8' }), 300).toNested()).toEqual([false]);
  });

  it('works on bits of integers and bools, beyond 32 of them', () => {
    expect(bitwiseAnd(integers(6, 2 ** 40 + 1), integers(3, 2 ** 40)).toFlat()).toEqual([2, 2 ** 40]);
    expect(bitwiseOr(integers(6), integers(-3)).toFlat()).toEqual([-1]);
    expect(bitwiseXor(integers(6), integers(3)).toFlat()).toEqual([5]);
    expect(leftShift(integers(1, -3), integers(40, 1)).toFlat()).toEqual([2 ** 40, -6]);
    expect(leftShift(integers(1, 1), integers(64, -1)).toFlat()).toEqual([0, 0]);
    expect(rightShift(integers(-3, 5, -3), integers(64, -1, -1)).toFlat()).toEqual([-1, 0, -1]);
    expect(rightShift(integers(2 ** 40, -3, 5), integers(38, 1, 0)).toFlat()).toEqual([4, -2, 5]);
    expect(leftShift(integers(5), 0).toFlat()).toEqual([5]);
    expect(bitwiseOr(tensor([true, false]), tensor([false, false])).toNested()).toEqual([true, false]);
    expect(refusal(() => leftShift(tensor([1]), tensor([3])))).toMatchObject({ kind: 'unsupported' });
    expect(refusal(() => bitwiseAnd(tensor([1]), tensor([3])))).toEqual({
      kind: 'unsupported',
      dtypes: ['float64', 'float64'],
    });
  });
});

describe('where and clip', () => {
  it('where chooses, broadcasts and promotes', () => {
    expect(where(tensor([[true], [false]]), integers(1, 2), 2.5).toNested()).toEqual([
      [1, 2],
      [2.5, 2.5],
    ]);
    expect(where(tensor([0, 3]), integers(1, 1), 0).dtype).toBe('int64');
    // NumPy wraps a number here, where arithmetic refuses it.
    expect(where(tensor([false]), tensor([1], { dtype: 'uint8' }), 300).toFlat()).toEqual([44]);
  });

  it('clip limits either side, the upper limit last', () => {
    const t = tensor([-1, 0.5, 2]);
    expect(clip(t, 0, 1).toFlat()).toEqual([0, 0.5, 1]);
    expect(clip(t, 0, null).toFlat()).toEqual([0, 0.5, 2]);
    expect(clip(t, null, 1).toFlat()).toEqual([-1, 0.5, 1]);
    expect(clip(t, 3, 1).toFlat()).toEqual([1, 1, 1]);
    expect(clip(integers(1, 2), 1.5, 3, {}).toFlat()).toEqual([1.5, 2]);
    expect(clip(tensor([-0]), 0, 1).item()).toBe(-0);
    expect(clip(tensor([0]), -1, -0, { rules: torchRules }).item()).toBe(0);
  });

  it('clip writes into a tensor', () => {
    const t = tensor([-1, 0.5, 2]);
    expect(clip(t, 0, 1, { out: t })).toBe(t);
    expect(t.toFlat()).toEqual([0, 0.5, 1]);
    clip(t, 0.5, null, { out: t });
    expect(t.toFlat()).toEqual([0.5, 0.5, 1]);
  });
});

describe('writing into a tensor', () => {
  it('converts the result to its dtype and shows it in views', () => {
    const t = integers(1, 2, 3);
    expect(multiply(t, 1.5, { out: t })).toBe(t);
    expect(t.toFlat()).toEqual([1, 3, 4]);
    const base = zeros([2, 2]);
    add(transpose(base), tensor([1, 2]), { out: transpose(base) });
    expect(base.toNested()).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(base.storage.version).toBe(1);
  });

  it('refuses a result of another shape', () => {
    const t = zeros([2]);
    expect(refusal(() => add(t, zeros([3, 2]), { out: t }))).toMatchObject({
      kind: 'expand',
      requested: [2],
    });
  });

  it('computes in another dtype when told', () => {
    expect(divide(tensor([1]), 3, { dtype: 'float32' }).item()).toBe(Math.fround(1 / 3));
  });
});

describe('assign', () => {
  it('stretches, drops leading axes of size 1 and reads before it writes', () => {
    const t = zeros([2, 2]);
    assign(t, tensor([[[1, 2]]]));
    expect(t.toFlat()).toEqual([1, 2, 1, 2]);
    assign(t, tensor(7));
    expect(t.toFlat()).toEqual([7, 7, 7, 7]);
    const square = tensor([
      [1, 2],
      [3, 4],
    ]);
    assign(square, transpose(square));
    expect(square.toFlat()).toEqual([1, 3, 2, 4]);
  });

  it.each([
    [[3], 1],
    [[3, 2], 0],
    [[2, 2, 2], -1],
  ])('refuses shape %j for [2, 2]', (shape, axis) => {
    expect(refusal(() => assign(zeros([2, 2]), zeros(shape)))).toEqual({
      kind: 'expand',
      requested: [2, 2],
      axis,
    });
  });
});

describe('shapes in types', () => {
  it('are those of the broadcast result', () => {
    const a = zeros([2, 3]);
    expectTypeOf(add(a, zeros([3]))).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(add(a, 1)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(add(1, a)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(multiply(zeros([4, 1]), zeros([3]))).toEqualTypeOf<Tensor<[4, 3]>>();
    expectTypeOf(add(a, zeros([3] as number[]))).toEqualTypeOf<Tensor<number[]>>();
    // @ts-expect-error broadcast: sizes 3 and 2 differ
    expect(() => add(a, zeros([2]))).toThrow('add: sizes 3 and 2 at axis 1');
  });
});

describe('broadcasting', () => {
  it('repeats what stands between stretched axes in the right order', () => {
    const between = reshape(tensor([1, 2]), [1, 2, 1]);
    expect(add(between, zeros([2, 1, 2, 2])).toFlat()).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
  });
});

describe('laws of broadcasting', () => {
  const pair = fc
    .array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 })
    .chain((shape) =>
      fc
        .tuple(
          ...[0, 1].map(() =>
            fc.tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })),
          ),
        )
        .map((cuts) => cuts.map(([from, ones]) => shape.slice(from).map((size, i) => (ones[i] ? 1 : size)))),
    );
  const filled = (shape: readonly number[], seed: number) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return reshape<readonly number[]>(tensor(Array.from({ length: size }, (_, i) => i * 7 + seed)), shape);
  };

  it('an operation equals the naive one on each index', () => {
    fc.assert(
      fc.property(pair, ([left = [], right = []]) => {
        const a = filled(left, 1);
        const b = filled(right, 3);
        const shape: readonly number[] = broadcastShapes(left, right);
        const at = (t: Tensor, place: number[]) =>
          t.at(
            ...place
              .slice(place.length - t.rank)
              .map((i, axis) => Math.min(i, (t.shape[axis] as number) - 1)),
          );
        const expected: number[] = [];
        const walk = (place: number[]) => {
          if (place.length === shape.length) expected.push(at(a, place) - 2 * at(b, place));
          else for (let i = 0; i < (shape[place.length] as number); i++) walk([...place, i]);
        };
        walk([]);
        const result: Tensor = subtract<readonly number[], readonly number[]>(
          a,
          multiply<readonly number[], []>(b, 2),
        );
        expect([result.shape, result.toFlat()]).toEqual([shape, expected]);
        expect(expand(a, shape).toFlat()).toEqual(
          add<readonly number[], readonly number[]>(a, zeros(shape)).toFlat(),
        );
      }),
    );
  });

  it('addition and multiplication commute, and int64 distributes', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(values, values, values, (x, y, z) => {
        const [a, b, c] = [integers(...x), integers(...y), integers(...z)] as [Tensor, Tensor, Tensor];
        expect(add(a, b).toFlat()).toEqual(add(b, a).toFlat());
        expect(multiply(a, add(b, c)).toFlat()).toEqual(add(multiply(a, b), multiply(a, c)).toFlat());
      }),
    );
  });

  it('quotient times divisor plus remainder gives the integer back', () => {
    const whole = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(
        whole,
        whole.filter((n) => n !== 0),
        fc.constantFrom<DType>('int64', 'float64'),
        (x, y, dtype) => {
          const [a, b] = [tensor([x], { dtype }), tensor([y], { dtype })];
          const back = add(multiply(floorDivide(a, b), b), remainder(a, b));
          expect(back.item() + 0).toBe(x);
        },
      ),
    );
  });
});
