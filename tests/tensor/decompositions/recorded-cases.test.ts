/** Decompositions and Einstein's summation against what NumPy computed: tests/goldens/decompositions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  eigh,
  type Matrix,
  matricesOf,
  qr,
  stacked,
  svd,
  transposed,
} from '../../../src/tensor/decompositions/index.ts';
import { EinsumError, einsum, readSubscripts } from '../../../src/tensor/einsum/index.ts';
import { fromFlat, type Shape, type Tensor } from '../../../src/tensor/index.ts';

type Plain = { readonly shape: Shape; readonly data: readonly number[] };
type Decomposition = {
  readonly operation: 'qr' | 'eigh' | 'svd' | 'cholesky';
  readonly a: Plain;
  readonly flag: boolean;
  readonly results: readonly Plain[];
};
type Sum = { readonly text: string; readonly arrays: readonly Plain[]; readonly result: Plain };

const file = new URL('../../goldens/decompositions/cases.json', import.meta.url);
const { decompositions, sums } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly decompositions: readonly Decomposition[];
  readonly sums: readonly Sum[];
};

const tensorOf = ({ shape, data }: Plain): Tensor => fromFlat<Shape>(data, shape, 'float64');
const matrixOf = (plain: Plain): Matrix => matricesOf(tensorOf(plain))[0] as Matrix;

/** Each number within 10⁻¹² of the expected one. */
function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs((actual[i] as number) - (expected[i] as number)), `element ${i}`).toBeLessThan(1e-12);
}

function product(a: Matrix, b: Matrix): number[] {
  return Array.from({ length: a.rows * b.columns }, (_, place) => {
    const [i, j] = [Math.floor(place / b.columns), place % b.columns];
    let sum = 0;
    for (let k = 0; k < a.columns; k++)
      sum += (a.data[i * a.columns + k] as number) * (b.data[k * b.columns + j] as number);
    return sum;
  });
}

const identity = (size: number): number[] =>
  Array.from({ length: size * size }, (_, place) => Number(place % (size + 1) === 0));

const of = (operation: Decomposition['operation']) =>
  decompositions
    .filter((each) => each.operation === operation)
    .map((each, i) => [`${i}: ${each.a.shape.join('×')}`, each] as const);

describe('qr has the signs of LAPACK', () => {
  it.each(of('qr'))('%s', (_name, { a, flag, results }) => {
    const { q, r } = qr(matrixOf(a), flag);
    expect([q.rows, q.columns, r.rows, r.columns]).toEqual(results.flatMap(({ shape }) => shape));
    expectClose(q.data, (results[0] as Plain).data);
    expectClose(r.data, (results[1] as Plain).data);
  });
});

describe('eigh has the values in order and the signs of LAPACK', () => {
  it.each(of('eigh'))('%s', (_name, { a, results }) => {
    const { values, vectors } = eigh(matrixOf(a));
    expectClose(values, (results[0] as Plain).data);
    expectClose(vectors.data, (results[1] as Plain).data);
  });

  it('reads the lower triangle only', () => {
    const lower = { rows: 2, columns: 2, data: Float64Array.of(1, 99, 2, 3) };
    const whole = { rows: 2, columns: 2, data: Float64Array.of(1, 2, 2, 3) };
    expect(eigh(lower)).toEqual(eigh(whole));
  });
});

describe('svd', () => {
  describe.each(of('svd'))('%s', (_name, { a, results }) => {
    const given = matrixOf(a);

    it('has the singular values of LAPACK, from the greatest', () => {
      expectClose(svd(given, false).values, (results[0] as Plain).data);
    });

    it.each([true, false])('gives orthonormal vectors whose product is the matrix (full: %s)', (full) => {
      const { u, values, vt } = svd(given, full);
      const side = full ? given.rows : values.length;
      expect([u.rows, u.columns]).toEqual([given.rows, side]);
      expectClose(product(transposed(u), u), identity(u.columns));
      expectClose(product(vt, transposed(vt)), identity(vt.rows));
      const scaled = { ...vt, rows: values.length, data: vt.data.slice(0, values.length * vt.columns) };
      scaled.data.forEach((value, place) => {
        scaled.data[place] = value * (values[Math.floor(place / vt.columns)] as number);
      });
      const narrow = {
        rows: u.rows,
        columns: values.length,
        data: Float64Array.from({ length: u.rows * values.length }, (_, place) => {
          const [i, j] = [Math.floor(place / values.length), place % values.length];
          return u.data[i * u.columns + j] as number;
        }),
      };
      expectClose(product(narrow, scaled), a.data);
    });
  });

  it('turns the first row of Vᵀ of positive numbers below 0', () => {
    const { vt } = svd({ rows: 2, columns: 2, data: Float64Array.of(3, 0, 4, 5) }, true);
    expectClose(vt.data, [-Math.SQRT1_2, -Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2]);
  });
});

describe('cholesky', () => {
  it.each(of('cholesky'))('%s', (_name, { a, results }) => {
    const found = cholesky(matrixOf(a));
    expectClose('factor' in found ? found.factor.data : [], (results[0] as Plain).data);
  });

  it('says where a matrix turns out not to be positive definite', () => {
    expect(cholesky({ rows: 2, columns: 2, data: Float64Array.of(1, 2, 2, 1) })).toEqual({ failedAt: 2 });
    expect(cholesky({ rows: 1, columns: 1, data: Float64Array.of(0) })).toEqual({ failedAt: 1 });
  });
});

describe('stacks of matrices', () => {
  it('are taken apart and put together', () => {
    const stack = fromFlat<Shape>([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], 'float32');
    const parts = matricesOf(stack).map(({ data }) => data);
    expect(parts.map((part) => [...part])).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    const again = stacked(parts, [2], [2, 2], 'float32');
    expect([again.shape, again.dtype, again.toFlat()]).toEqual([[2, 2, 2], 'float32', stack.toFlat()]);
  });

  it('of empty matrices are none', () => {
    expect(matricesOf(fromFlat<Shape>([], [0, 2], 'float64'))).toEqual([]);
  });
});

describe('einsum', () => {
  it.each(sums.map((each) => [each.text, each] as const))('%s', (text, { arrays, result }) => {
    const tensors = arrays.map(tensorOf);
    const read = readSubscripts(
      text,
      tensors.map(({ shape }) => shape),
    );
    const summed = einsum(read, tensors, 'float64');
    expect(summed.shape).toEqual(result.shape);
    expectClose(summed.toFlat(), result.data);
  });

  it('rounds products to float32', () => {
    const x = fromFlat<Shape>([0.1], [1], 'float32');
    const read = readSubscripts('i,i,i->', [[1], [1], [1]]);
    expect(einsum(read, [x, x, x], 'float32').item()).toBe(
      Math.fround(Math.fround(Math.fround(0.1) * Math.fround(0.1)) * Math.fround(0.1)),
    );
  });

  it.each([
    ['ij,jk', [[2, 3]], { kind: 'operands', more: false }],
    ['ij', [[2, 3], [2]], { kind: 'operands', more: true }],
    ['i', [[2, 3]], { kind: 'rank', operand: 0, letters: 1, rank: 2 }],
    ['ijk', [[2, 3]], { kind: 'rank', operand: 0, letters: 3, rank: 2 }],
    ['...ijk', [[2, 3]], { kind: 'rank', operand: 0, letters: 3, rank: 2 }],
    ['ij->k', [[2, 3]], { kind: 'unknown-output', letter: 'k' }],
    ['ij->ii', [[2, 3]], { kind: 'repeated-output', letter: 'i' }],
    ['i1', [[2, 3]], { kind: 'letter', letter: '1' }],
    [
      'ij,jk',
      [
        [2, 3],
        [4, 5],
      ],
      { kind: 'size', letter: 'j', operand: 1, size: 4, known: 3 },
    ],
  ] as const)('refuses %s of shapes %j', (text, shapes, problem) => {
    try {
      readSubscripts(text, shapes);
    } catch (error) {
      expect(error).toBeInstanceOf(EinsumError);
      expect((error as EinsumError).problem).toEqual(problem);
      return;
    }
    throw new Error('nothing was refused');
  });
});
