import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  add,
  arange,
  astype,
  bmm,
  cross,
  type DType,
  divide,
  dot,
  index,
  inner,
  matmul,
  mm,
  mv,
  outer,
  reshape,
  type Shape,
  sizeOf,
  type Tensor,
  tensor,
  torchRules,
  transpose,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tensor([
  [1, 0],
  [0, 1],
  [2, 2],
]);
const v = tensor([1, 0, -1]);
const cube = reshape(arange(0, 24), [2, 3, 4]);

/** A tensor whose elements all differ and whose sums need rounding. */
function counted(shape: number[]): Tensor {
  return divide(add<number[], number[]>(reshape<number[]>(arange(0, sizeOf(shape)), shape), 1), 7);
}

describe('matmul', () => {
  // Shapes as https://numpy.org/doc/stable/reference/generated/numpy.matmul.html states them.
  it('multiplies matrices and vectors in all ranks', () => {
    expect(matmul(a, b).toNested()).toEqual([
      [7, 8],
      [16, 17],
    ]);
    expect(matmul(a, v).toNested()).toEqual([-2, -2]);
    expect(matmul(tensor([1, 2]), a).toNested()).toEqual([9, 12, 15]);
    expect(matmul(v, v).toNested()).toBe(2);
    expect(matmul(transpose(b), transpose(a)).toNested()).toEqual(transpose(matmul(a, b)).toNested());
  });

  it.each([
    [[2, 3, 4], [4], [2, 3]],
    [[3], [2, 3, 4], [2, 4]],
    [
      [2, 3, 4],
      [4, 5],
      [2, 3, 5],
    ],
    [
      [3, 4],
      [2, 4, 5],
      [2, 3, 5],
    ],
    [
      [7, 1, 3, 4],
      [2, 4, 5],
      [7, 2, 3, 5],
    ],
    [
      [2, 0],
      [0, 3],
      [2, 3],
    ],
    [
      [0, 2],
      [2, 3],
      [0, 3],
    ],
  ])('gives %j times %j the shape %j', (left, right, shape) => {
    expect(matmul(zeros(left), zeros(right)).shape).toEqual(shape);
  });

  it('looks at sizes before dtypes in PyTorch, but for two vectors', () => {
    const whole = tensor([1, 2], { dtype: 'int64' });
    expect(refusal(() => matmul<Shape, Shape>(v, whole, torchRules))).toMatchObject({ kind: 'inner-sizes' });
    expect(refusal(() => dot(v, whole, torchRules))).toMatchObject({ kind: 'differ' });
  });

  it('pairs the matrices of a batch', () => {
    const product = matmul(cube, reshape(arange(0, 8), [2, 4, 1]));
    expect(product.toNested()).toEqual([
      [[14], [38], [62]],
      [[302], [390], [478]],
    ]);
  });

  it.each([
    [[2, 3, 4], [4]],
    [[4], [2, 4, 3]],
    [
      [2, 3, 4],
      [4, 5],
    ],
    [
      [3, 4],
      [2, 4, 5],
    ],
    [
      [2, 1, 3, 4],
      [3, 4, 5],
    ],
    [
      [3, 3, 4],
      [2, 1, 4, 5],
    ],
  ])('stretches %j and %j to one batch', (left, right) => {
    const [x, y] = [counted(left), counted(right)];
    const product = matmul(x, y);
    const batch = product.shape.slice(
      0,
      product.rank - (left.length > 1 ? 1 : 0) - (right.length > 1 ? 1 : 0),
    );
    const places = batch.reduce<number[][]>(
      (all, size) => all.flatMap((place) => Array.from({ length: size }, (_, i) => [...place, i])),
      [[]],
    );
    for (const place of places) {
      const partOf = (t: Tensor) => {
        const own = place.slice(batch.length - Math.max(0, t.rank - 2));
        return index(
          t,
          own.map((i, axis) => Math.min(i, (t.shape[axis] as number) - 1)),
        );
      };
      expect(index(product, place).toNested()).toEqual(matmul(partOf(x), partOf(y)).toNested());
    }
  });

  it('sums first to last, however many there are', () => {
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 70 }), size, (m, k, n) => {
        const [x, y] = [counted([2, m, k]), counted([2, k, n])];
        const expected = Array.from({ length: 2 * m * n }, (_, place) => {
          const [row, column] = [Math.floor(place / n), place % n];
          let sum = 0;
          for (let p = 0; p < k; p++)
            sum += x.at(Math.floor(row / m), row % m, p) * y.at(Math.floor(row / m), p, column);
          return sum;
        });
        expect(matmul(x, y).toFlat()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['float64', [0.1, 0.2], [3, 3], 0.1 * 3 + 0.2 * 3],
    [
      'float32',
      [0.1, 0.2],
      [3, 3],
      Math.fround(Math.fround(Math.fround(0.1) * 3) + Math.fround(Math.fround(0.2) * 3)),
    ],
    ['int64', [2 ** 40, 1], [4, -1], 2 ** 42 - 1],
    ['int32', [2 ** 31 - 1, 1], [2 ** 31 - 1, 1], 2],
    ['uint8', [200, 100], [2, 1], 244],
    ['bool', [1, 0], [1, 1], 1],
  ] as [DType, number[], number[], number][])('sums in %s', (dtype, x, y, expected) => {
    const product = matmul(tensor(x, { dtype }), tensor(y, { dtype }));
    expect([product.dtype, product.item()]).toEqual([dtype, expected]);
  });

  it('never gives a wrong int64', () => {
    const big = tensor([2 ** 52, 2 ** 52, -(2 ** 52)], { dtype: 'int64' });
    expect(refusal(() => matmul(big, tensor([1, 1, 1], { dtype: 'int64' })))).toMatchObject({
      kind: 'integer-range',
    });
  });

  it('promotes in NumPy and refuses differing dtypes in PyTorch', () => {
    const whole = astype(v, 'int64');
    expect(matmul(a, whole).dtype).toBe('float64');
    expect(refusal(() => matmul(a, whole, torchRules))).toEqual({
      kind: 'differ',
      dtypes: ['float64', 'int64'],
    });
  });

  it('refuses sizes that do not meet, in the types too', () => {
    // @ts-expect-error matmul: inner sizes 3 and 2 differ
    expect(refusal(() => matmul(a, a))).toEqual({ kind: 'inner-sizes', sizes: [3, 2] });
    // @ts-expect-error matmul: inner sizes 3 and 2 differ
    expect(() => matmul(a, tensor([1, 2]))).toThrow(
      'matmul: inner sizes 3 and 2 differ (received [2, 3] and [2])',
    );
    // @ts-expect-error matmul: the second operand has no dimensions
    expect(refusal(() => matmul(a, tensor(1)))).toEqual({ kind: 'rank', operand: 1, expected: '1 or more' });
    // @ts-expect-error matmul: the first operand has no dimensions
    expect(refusal(() => matmul(tensor(1), a))).toEqual({ kind: 'rank', operand: 0, expected: '1 or more' });
    // @ts-expect-error broadcast: sizes 2 and 3 differ
    expect(refusal(() => matmul(zeros([2, 1, 3]), zeros([3, 3, 1])))).toMatchObject({ kind: 'broadcast' });
  });

  it('has a shape in types', () => {
    expectTypeOf(matmul(a, b)).toEqualTypeOf<Tensor<[2, 2]>>();
    expectTypeOf(matmul(a, v)).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(matmul(v, b)).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(matmul(v, v)).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(matmul(zeros([5, 2, 3]), b)).toEqualTypeOf<Tensor<[5, 2, 2]>>();
    expectTypeOf(matmul(zeros([5, 1, 2, 3]), zeros([4, 3, 7]))).toEqualTypeOf<Tensor<[5, 4, 2, 7]>>();
    expectTypeOf(matmul(zeros([2, 3] as number[]), b)).toEqualTypeOf<Tensor<number[]>>();
  });
});

describe('the other products', () => {
  it('dot and inner keep all other axes', () => {
    expect(dot(tensor(2), v).toFlat()).toEqual([2, 0, -2]);
    expect(dot(v, tensor(2)).toFlat()).toEqual([2, 0, -2]);
    expect(inner(tensor(2), v).toFlat()).toEqual([2, 0, -2]);
    expect(dot(a, b).shape).toEqual([2, 2]);
    const apart = dot(reshape(arange(0, 6), [2, 3]), cube);
    expect([apart.shape, apart.toFlat().slice(0, 6)]).toEqual([
      [2, 2, 4],
      [20, 23, 26, 29, 56, 59],
    ]);
    expect(dot(cube, tensor([1, 0, 0, 0])).toNested()).toEqual([
      [0, 4, 8],
      [12, 16, 20],
    ]);
    expect(dot(cube, zeros([5, 4, 2])).shape).toEqual([2, 3, 5, 2]);
    expect(dot(zeros([2, 2, 0]), zeros([0, 3])).shape).toEqual([2, 2, 3]);
    expect(inner(a, a).toNested()).toEqual([
      [14, 32],
      [32, 77],
    ]);
    expect(inner(a, tensor(2)).shape).toEqual([2, 3]);
    expect(refusal(() => dot(cube, a))).toEqual({ kind: 'inner-sizes', sizes: [4, 2] });
    expect(refusal(() => inner(a, b))).toEqual({ kind: 'inner-sizes', sizes: [3, 2] });
  });

  it('outer takes every pair', () => {
    expect(outer(tensor([1, 2]), v).toNested()).toEqual([
      [1, 0, -1],
      [2, 0, -2],
    ]);
  });

  it('cross is orthogonal to both vectors, which broadcast', () => {
    expect(cross(tensor([1, 0, 0]), tensor([0, 1, 0])).toFlat()).toEqual([0, 0, 1]);
    expect(cross(a, v).toNested()).toEqual([
      [-2, 4, -2],
      [-5, 10, -5],
    ]);
    expect(refusal(() => cross(v, tensor([1, 2])))).toEqual({ kind: 'vector-size', operand: 1, expected: 3 });
    expect(() => cross(tensor(1), v)).toThrow('the last axis of operand 0 must have size 3');
  });

  it.each<[string, (x: Tensor, y: Tensor, rules?: typeof torchRules) => Tensor]>([
    ['dot with a number', (x, y, rules) => dot(index(x, [0]), y, rules)],
    ['inner with a number', (x, y, rules) => inner(index(x, [0]), y, rules)],
    ['outer', outer],
    ['cross', cross],
    ['cross the other way round', (x, y, rules) => cross(y, x, rules)],
  ])('%s promotes as the library does', (_, operation) => {
    const whole = tensor([1, 2, 3], { dtype: 'int64' });
    const single = tensor([1, 0, 0.5], { dtype: 'float32' });
    expect([operation(whole, single).dtype, operation(whole, single, torchRules).dtype]).toEqual([
      'float64',
      'float32',
    ]);
  });

  it('mv, mm and bmm take exactly their ranks', () => {
    expect(mv(a, v).toFlat()).toEqual([-2, -2]);
    expect(mm(a, b).shape).toEqual([2, 2]);
    expect(bmm(cube, zeros([2, 4, 5])).shape).toEqual([2, 3, 5]);
    expect(refusal(() => mv(v, v))).toEqual({ kind: 'rank', operand: 0, expected: '2' });
    expect(refusal(() => mm(a, v))).toEqual({ kind: 'rank', operand: 1, expected: '2' });
    expect(refusal(() => bmm(cube, zeros([1, 4, 5])))).toEqual({ kind: 'sizes-differ', operand: 1, axis: 0 });
    expect(() => bmm(zeros([3, 3]), cube)).toThrow('bmm: operand 0 must have 3 dimensions');
    expect(() => bmm(cube, zeros([3, 4]))).toThrow('bmm: operand 1 must have 3 dimensions');
  });
});

describe('laws of the matrix product', () => {
  const size = fc.integer({ min: 0, max: 6 });
  const entry = fc.integer({ min: -9, max: 9 });
  const matrix = (m: number, n: number, dtype: DType) =>
    fc
      .array(entry, { minLength: m * n, maxLength: m * n })
      .map((values) => reshape<readonly number[]>(tensor(values, { dtype }), [m, n]));

  it('equals the sums of products, and is associative and distributive on integers', () => {
    const chosen = fc.tuple(
      size,
      size,
      size,
      size,
      fc.constantFrom<DType>('float64', 'float32', 'int64', 'int32'),
    );
    const three = chosen.chain(([m, k, n, p, dtype]) =>
      fc.tuple(matrix(m, k, dtype), matrix(k, n, dtype), matrix(k, n, dtype), matrix(n, p, dtype)),
    );
    fc.assert(
      fc.property(three, ([x, y, z, w]) => {
        const product: Tensor = matmul(x, y);
        const [m, k] = x.shape as readonly number[];
        for (let i = 0; i < (m as number); i++) {
          for (let j = 0; j < (y.shape[1] as number); j++) {
            let sum = 0;
            for (let p = 0; p < (k as number); p++) sum += x.at(i, p) * y.at(p, j);
            expect(product.at(i, j)).toBe(sum + 0);
          }
        }
        expect(matmul(product, w).toFlat()).toEqual(matmul(x, matmul(y, w)).toFlat());
        expect(matmul(x, add(y, z)).toFlat()).toEqual(add(product, matmul(x, z) as Tensor).toFlat());
      }),
    );
  });
});
