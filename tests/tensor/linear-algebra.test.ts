import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allclose,
  arange,
  det,
  diagonal,
  diagonalMatrix,
  divide,
  eye,
  inv,
  matmul,
  matrixRank,
  multiply,
  type NormOrder,
  norm,
  reshape,
  slogdet,
  solve,
  stack,
  type Tensor,
  tensor,
  torchRules,
  trace,
  transpose,
  tril,
  triu,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const inf = Number.POSITIVE_INFINITY;
const a = tensor([
  [1, 2],
  [3, 4],
]);
const singular = tensor([
  [1, 2],
  [2, 4],
]);
const swap = tensor([
  [0, 1],
  [1, 0],
]);

describe('det', () => {
  it('prints the digits NumPy and PyTorch print', () => {
    expect(det(a).item()).toBe(-2.0000000000000004);
    expect(det(a, torchRules).item()).toBe(-2);
    expect(det(swap).item()).toBe(-1);
    expect(det(tensor([[-3]])).item()).toBeCloseTo(-3, 14);
    const m = tensor([
      [-3, -8],
      [2, -6],
    ]);
    expect([det(m).item(), det(m, torchRules).item()]).toEqual([34.00000000000001, 34]);
  });

  it.each([
    [[-1, 2], -2],
    [[-1, -2], 2],
    [[-1, -2, 3], 6],
    [[-2, -3, -5], -29.99999999999999],
  ])('of the diagonal %j is %d: every negative pivot turns the sign', (entries, expected) => {
    expect(det(diagonalMatrix(tensor(entries))).item()).toBe(expected);
  });

  it('is 0 for a singular matrix and 1 for an empty one', () => {
    expect(det(singular).item()).toBe(0);
    expect(det(zeros([2, 0, 0])).toFlat()).toEqual([1, 1]);
  });

  it('takes stacks, and float32 in float32', () => {
    expect(det(stack([eye(2), swap])).toFlat()).toEqual([1, -1]);
    expect(det(tensor([[0.1]], { dtype: 'float32' }), torchRules).item()).toBe(Math.fround(0.1));
    expect(det(tensor([[2]], { dtype: 'int64' }), torchRules).dtype).toBe('float32');
    const tenths = [
      [0.4, -0.1, -0.4],
      [-0.2, -0.5, -0.3],
      [0.2, -0.7, -0.5],
    ];
    expect(det(tensor(tenths, { dtype: 'float32' }), torchRules).item()).toBe(-0.06399999558925629);
  });
});

describe('inv and solve', () => {
  it('give the digits NumPy gives', () => {
    expect(inv(a).toNested()).toEqual([
      [-1.9999999999999998, 1],
      [1.4999999999999998, -0.49999999999999994],
    ]);
    expect(solve(a, tensor([5, 6])).toFlat()).toEqual([-3.9999999999999987, 4.499999999999999]);
    expect(solve(stack([eye(2), diagonalMatrix(tensor([2, 2]))]), zeros([2, 1])).shape).toEqual([2, 2, 1]);
    expect(inv(a, torchRules).toNested()).toEqual([
      [-2, 1],
      [1.5, -0.5],
    ]);
    expect(inv(swap, torchRules).toNested()).toEqual(swap.toNested());
  });

  // Pivots of equal size and the order of subtractions decide the last digits.
  it.each<[number[][], typeof torchRules | undefined, number[]]>([
    [
      [
        [-1, -4, 4],
        [-1, -2, -3],
        [-1, -1, -3],
      ],
      undefined,
      [-4.428571428571429, 0.9999999999999999, 0.1428571428571428],
    ],
    [
      [
        [-2, 3, 3],
        [-2, 0, -4],
        [-5, 4, -1],
      ],
      undefined,
      [-4.999999999999997, -4.999999999999997, 1.9999999999999987],
    ],
    [
      [
        [4, -3, 4],
        [3, -2, 0],
        [-5, 3, -1],
      ],
      torchRules,
      [-8.799999999999999, -14.2, -1.5999999999999999],
    ],
    [
      [
        [-4, -2, -5],
        [0, 1, -4],
        [4, 1, 4],
      ],
      torchRules,
      [2.65, -2.8, -1.2000000000000004],
    ],
  ])('solve %j · x = [1, 2, 3] to the last digit', (matrix, rules, expected) => {
    expect(solve(tensor(matrix), tensor([1, 2, 3]), rules).toFlat()).toEqual(expected);
  });

  it('a stack gives the digits of each of its matrices', () => {
    const rows = [
      [-1, -4, 4, -1, -2, -3, -1, -1, -3],
      [4, -3, 4, 3, -2, 0, -5, 3, -1],
      [-2, 3, 3, -2, 0, -4, -5, 4, -1],
    ];
    const each = rows.map((row) => reshape(tensor(row), [3, 3]));
    for (const rules of [undefined, torchRules]) {
      for (const operation of [det, inv]) {
        const apart = each.flatMap((matrix) => operation(matrix, rules).toFlat());
        expect(operation(stack(each) as Tensor, rules).toFlat()).toEqual(apart);
      }
    }
  });

  it('solve takes one vector for a stack of matrices', () => {
    const diagonals = stack([diagonalMatrix(tensor([2, 4])), eye(2)]);
    expect(solve(diagonals, tensor([2, 4])).toNested()).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  it.each([
    [() => inv(singular), { kind: 'singular' }],
    [() => solve(singular, tensor([1, 2])), { kind: 'singular' }],
    [() => inv(zeros([2, 3])), { kind: 'not-square' }],
    [() => det(zeros([3])), { kind: 'rank', operand: 0, expected: '2 or more' }],
    [() => solve(a, zeros([3])), { kind: 'inner-sizes', sizes: [2, 3] }],
    [() => solve(a, tensor(1)), { kind: 'rank', operand: 0, expected: '2 or more' }],
  ])('refuse what has no answer (%#)', (run, problem) => {
    expect(refusal(run)).toEqual(problem);
  });

  it('the inverse times the matrix is the identity, and solve solves', () => {
    const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(entries, fc.constantFrom(undefined, torchRules), (values, rules) => {
        // A dominant diagonal keeps the matrix far from singular.
        const matrix = reshape(tensor(values.map((v, i) => (i % 4 === 0 ? v + 4 : v))), [3, 3]);
        expect(allclose(matmul(inv(matrix, rules), matrix), eye(3), { atol: 1e-12 })).toBe(true);
        const x = solve(matrix, tensor([1, 2, 3]), rules);
        expect(allclose(matmul(matrix, x) as Tensor, tensor([1, 2, 3]))).toBe(true);
      }),
    );
  });
});

describe('norm', () => {
  // Values of numpy.linalg.norm.
  it.each([
    [undefined, 5],
    [2, 5],
    [1, 7],
    [inf, 4],
    [-inf, 3],
    [0, 2],
    [3, 4.497941445275415],
  ] as [NormOrder | undefined, number][])('of the vector [3, -4] with ord %s is %d', (ord, expected) => {
    const options = ord === undefined ? {} : { ord };
    expect(norm(tensor([3, -4]), options).item()).toBeCloseTo(expected, 14);
    expect(norm(tensor([[3, -4]]), { axis: 1, ...options }).toFlat()[0]).toBeCloseTo(expected, 14);
  });

  it.each([
    [undefined, 5.477225575051661],
    ['fro', 5.477225575051661],
    ['nuc', 5.8309518948453],
    [1, 6],
    [-1, 4],
    [2, 5.464985704219043],
    [-2, 0.36596619062625746],
    [inf, 7],
    [-inf, 3],
  ] as [NormOrder | undefined, number][])(
    'of the matrix [[1, 2], [3, 4]] with ord %s is %d',
    (ord, expected) => {
      const options = ord === undefined ? {} : { ord };
      expect(norm(a, options).item()).toBeCloseTo(expected, 14);
      const kept = norm(a, { ...options, keepdims: true });
      expect([kept.shape, kept.toFlat()[0]]).toEqual([[1, 1], expect.closeTo(expected, 14)]);
    },
  );

  it.each([
    [
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 10],
      ],
      [17.412505166808597, 0.19686652111742997, 18.48453303803646],
    ],
    [
      [
        [1, 2],
        [-2, 1.5],
      ],
      [2.6084952830141512, 2.108495283014151, 4.7169905660283025],
    ],
    [
      [
        [1, 0, 0],
        [0, 2, 0],
      ],
      [2, 1, 3],
    ],
  ])('takes the largest, smallest and all singular values of %j', (matrix, expected) => {
    const orders: NormOrder[] = [2, -2, 'nuc'];
    expect(orders.map((ord) => norm(tensor(matrix), { ord }).item())).toEqual(
      expected.map((value) => expect.closeTo(value, 14)),
    );
  });

  it('works along axes of more', () => {
    const cube = reshape(arange(0, 8), [2, 2, 2]);
    expect(norm(cube, { axis: [0, 2] }).toFlat()).toEqual([6.48074069840786, 9.899494936611665]);
    expect(norm(cube, { ord: 'nuc', axis: [0, 2] }).toFlat()[1]).toBeCloseTo(10.295630140987, 12);
    expect(norm(cube, { ord: 2, axis: [2, 0], keepdims: true }).shape).toEqual([1, 2, 1]);
    expect(norm(cube, { ord: 1, axis: [1, 2] }).toFlat()).toEqual([4, 12]);
    expect(norm(diagonalMatrix(tensor([2, 3, 5])), { ord: -2 }).item()).toBe(2);
    expect(norm(zeros([2, 3, 4])).item()).toBe(0);
    expect(norm(tensor(5)).item()).toBe(5);
    expect([norm(zeros([0, 2]), { ord: 2 }).item(), norm(zeros([0, 2]), { ord: -2 }).item()]).toEqual([0, 0]);
    expect(
      norm(
        tensor([
          [Number.NaN, 1],
          [1, 1],
        ]),
        { ord: 2 },
      ).item(),
    ).toBe(Number.NaN);
  });

  it('adds squares in the order of a dot product without an axis, of a sum along one', () => {
    const sevenths = divide(arange(1, 10), 7);
    expect(norm(sevenths).item()).toBe(2.411706145162019);
    expect(norm(sevenths, { axis: 0 }).item()).toBe(2.4117061451620185);
  });

  it('keeps float32 and makes integers floats', () => {
    expect(norm(tensor([0.1, 0.2], { dtype: 'float32' })).item()).toBe(0.22360680997371674);
    expect(norm(tensor([3, 4], { dtype: 'int64' }), { rules: torchRules }).dtype).toBe('float32');
  });

  it('refuses orders that do not fit', () => {
    expect(refusal(() => norm(zeros([2, 2]), { ord: 3 }))).toMatchObject({
      kind: 'argument',
      name: 'ord',
      value: 3,
    });
    expect(refusal(() => norm(zeros([2]), { ord: 'fro' }))).toMatchObject({ kind: 'argument', value: 'fro' });
    expect(refusal(() => norm(zeros([2]), { ord: 'nuc' }))).toMatchObject({ kind: 'argument', value: 'nuc' });
    expect(refusal(() => norm(zeros([2, 2, 2]), { ord: 1 }))).toMatchObject({
      kind: 'rank',
      expected: '1 or 2',
    });
  });
});

describe('rank, trace, triangles, diagonals', () => {
  it('matrixRank counts independent rows', () => {
    expect(
      [matrixRank(a), matrixRank(singular), matrixRank(zeros([2, 3])), matrixRank(zeros([0, 0]))].map(
        (rank) => rank.item(),
      ),
    ).toEqual([2, 1, 0, 0]);
    expect(
      matrixRank(
        tensor(
          [
            [1, 0, 0],
            [0, 1e-9, 0],
          ],
          { dtype: 'float32' },
        ),
      ).item(),
    ).toBe(1);
    for (const [x, y, z] of [
      [1, 3, 5],
      [5, 3, 1],
    ] as const)
      expect(
        matrixRank(
          tensor([
            [x, 2],
            [y, 4],
            [z, 7],
          ]),
        ).item(),
      ).toBe(2);
    expect(
      norm(
        tensor([
          [2, 1],
          [1, -3],
        ]),
        { ord: 2 },
      ).item(),
    ).toBeCloseTo(3.192582403567252, 14);
    expect(
      norm(
        tensor([
          [-3, 1],
          [1, 2],
        ]),
        { ord: 2 },
      ).item(),
    ).toBeCloseTo(3.192582403567252, 14);
    expect(refusal(() => matrixRank(zeros([2])))).toEqual({
      kind: 'rank',
      operand: 0,
      expected: '2 or more',
    });
  });

  it('matrixRank counts for each matrix of a stack', () => {
    expect(matrixRank(stack([eye(2), zeros([2, 2])])).toFlat()).toEqual([2, 0]);
  });

  it('slogdet keeps determinants that are too small for a float', () => {
    const tiny = slogdet(multiply(eye(500), 0.1));
    expect(tiny.sign.item()).toBe(1);
    expect(tiny.logarithm.item()).toBeCloseTo(500 * Math.log(0.1), 9);
    const none = slogdet(singular);
    expect([none.sign.item(), none.logarithm.item()]).toEqual([0, Number.NEGATIVE_INFINITY]);
    const negative = slogdet(
      tensor([
        [0, 2],
        [3, 0],
      ]),
      torchRules,
    );
    expect(negative.sign.item()).toBe(-1);
    expect(negative.logarithm.item()).toBeCloseTo(Math.log(6), 12);
  });

  it('matrixRank takes as 0 what the longer side and the dtype leave uncertain', () => {
    const long = (second: number) => multiply(eye(2, 50), tensor([[1], [second]]));
    expect(matrixRank(long(10 * Number.EPSILON)).item()).toBe(1);
    expect(matrixRank(long(100 * Number.EPSILON)).item()).toBe(2);
    expect(matrixRank(diagonalMatrix(tensor([1, 1e-9]))).item()).toBe(2);
  });

  it('trace sums the diagonal', () => {
    expect(trace(a).item()).toBe(5);
    expect(
      trace(
        tensor([
          [true, false],
          [false, true],
        ]),
      ).item(),
    ).toBe(2);
  });

  it('tril and triu keep one side of diagonal k', () => {
    const t = reshape(arange(0, 6), [2, 3]);
    expect(tril(t, 1).toNested()).toEqual([
      [0, 1, 0],
      [3, 4, 5],
    ]);
    expect(triu(t, 1).toNested()).toEqual([
      [0, 1, 2],
      [0, 0, 5],
    ]);
    expect(tril(stack([a, a])).toFlat()).toEqual([1, 0, 3, 4, 1, 0, 3, 4]);
    expect(triu(a).toFlat()).toEqual([1, 2, 0, 4]);
    expect(refusal(() => tril(tensor([1])))).toMatchObject({ kind: 'rank' });
  });

  it.each([
    [0, [0, 4]],
    [-1, [3]],
    [2, [2]],
    [3, []],
    [-2, []],
  ])('diagonal %d of [[0, 1, 2], [3, 4, 5]] is %j', (k, expected) => {
    const t = reshape(arange(0, 6), [2, 3]);
    expect(diagonal(t, k).toFlat()).toEqual(expected);
    expect(diagonal(t, k).storage).toBe(t.storage);
    expect(diagonal(transpose(t), -k).toFlat()).toEqual(expected);
  });

  it('diagonalMatrix puts a vector on a diagonal', () => {
    expect(diagonalMatrix(tensor([1, 2]), 1).toNested()).toEqual([
      [0, 1, 0],
      [0, 0, 2],
      [0, 0, 0],
    ]);
    expect(diagonalMatrix(tensor([1]), -1).toFlat()).toEqual([0, 0, 1, 0]);
    expect(refusal(() => diagonalMatrix(a))).toMatchObject({ kind: 'rank', expected: '1' });
    expect(refusal(() => diagonal(tensor([1])))).toMatchObject({ kind: 'rank', expected: '2' });
  });
});
