/** Worked arithmetic of whole operations, as programs do them. */
import { describe, expect, it } from 'vitest';
import {
  chainText,
  chainWords,
  explainCells,
  explainComparison,
  explainFunction,
  explainIndex,
  explainLayer,
  explainMatmul,
  explainMatrixVector,
  explainNumbers,
  explainProducts,
  explainQuotient,
  explainReluCells,
  explainReshape,
  explainTotal,
  explainTranspose,
  explainVectorMatrix,
  type NamedRows,
  type Worked,
} from '../../src/explain/index.ts';

const W: NamedRows = {
  name: 'W',
  hue: 'w',
  rows: [
    [0.2, -0.5, 0.1],
    [0.8, 0.3, -0.4],
  ],
};
const x = { name: 'x', hue: 'x', values: [0.8, 0.3, 0.5] } as const;
const b = { name: 'b', hue: 'b', values: [0.1, -0.1] } as const;
const I: NamedRows = {
  name: 'I',
  rows: [
    [1, 0],
    [0, 1],
  ],
};

const CASES: readonly [name: string, worked: Worked, lines: readonly string[]][] = [
  [
    'a matrix times a vector goes row by row',
    explainMatrixVector(W, x, [0.06, 0.53]),
    [
      'W[0] · x = 0.2 · 0.8 + (−0.5) · 0.3 + 0.1 · 0.5 = 0.16 + (−0.15) + 0.05 = 0.06',
      'W[1] · x = 0.8 · 0.8 + 0.3 · 0.3 + (−0.4) · 0.5 = 0.64 + 0.09 + (−0.2) = 0.53',
    ],
  ],
  [
    'the identity changes nothing',
    explainMatrixVector(I, { name: 'v', values: [3, -4] }, [3, -4]),
    ['I[0] · v = 1 · 3 + 0 · (−4) = 3 + 0 = 3', 'I[1] · v = 0 · 3 + 1 · (−4) = 0 + (−4) = −4'],
  ],
  [
    'a vector times a matrix goes column by column',
    explainVectorMatrix({ name: 'v', values: [1, 2] }, W, [1.8, 0.1, -0.7]),
    [
      'v · W[:, 0] = 1 · 0.2 + 2 · 0.8 = 0.2 + 1.6 = 1.8',
      'v · W[:, 1] = 1 · (−0.5) + 2 · 0.3 = −0.5 + 0.6 = 0.1',
      'v · W[:, 2] = 1 · 0.1 + 2 · (−0.4) = 0.1 + (−0.8) = −0.7',
    ],
  ],
  [
    'a matrix times a transpose pairs rows with rows',
    explainMatmul(
      { name: 'X', rows: [[1, 2]] },
      {
        name: 'A.T',
        rows: [
          [3, 5],
          [4, 6],
        ],
      },
      [[11, 17]],
    ),
    ['X[0] · A[0] = 1 · 3 + 2 · 4 = 3 + 8 = 11', 'X[0] · A[1] = 1 · 5 + 2 · 6 = 5 + 12 = 17'],
  ],
  [
    'a layer adds the bias to each product',
    explainLayer({ name: 'x', rows: [x.values] }, W, b, [[0.16, 0.43]]),
    [
      'x · W[0] + b[0] = 0.8 · 0.2 + 0.3 · (−0.5) + 0.5 · 0.1 + 0.1 = 0.06 + 0.1 = 0.16',
      'x · W[1] + b[1] = 0.8 · 0.8 + 0.3 · 0.3 + 0.5 · (−0.4) + (−0.1) = 0.53 + (−0.1) = 0.43',
    ],
  ],
  [
    'a broadcast bias is added cell by cell',
    explainCells(
      ['z[0]', 'z[1]'],
      { values: [0.06, 0.53] },
      '+',
      { values: [0.1, -0.1], hue: 'b' },
      [0.16, 0.43],
    ),
    ['z[0] = 0.06 + 0.1 = 0.16', 'z[1] = 0.53 + (−0.1) = 0.43'],
  ],
  [
    'ReLU looks at each cell alone',
    explainReluCells(['A[0, 0]', 'A[1, 0]'], { values: [0.16, -0.31] }, [0.16, 0]),
    ['A[0, 0] = max(0, 0.16) = 0.16', 'A[1, 0] = max(0, −0.31) = 0'],
  ],
  [
    'a comparison says of each cell whether it holds',
    explainComparison({ values: [0, 0.17] }, '≠', { values: [-0.31, 0.17] }, [true, false]),
    ['0 ≠ −0.31: True', '0.17 ≠ 0.17: False'],
  ],
  ['a count adds ones', explainTotal([0, 1, 1], 2), ['0 + 1 + 1 = 2']],
  ['two numbers are added', explainNumbers(0.06, '+', 0.1, 0.16), ['0.06 + 0.1 = 0.16']],
  [
    'a quotient divides each component',
    explainQuotient({ name: 'v', values: [3, 4] }, 2, [1.5, 2]),
    ['[3, 4] / 2 = [1.5, 2]'],
  ],
  [
    'products stay apart',
    explainProducts({ name: 'a', values: [3, 2] }, { name: 'b', values: [1, 4] }, [3, 8]),
    ['[3 · 1, 2 · 4] = [3, 8]'],
  ],
  [
    'a function is named',
    explainFunction('arccos', 0.7399400733959437, 0.7378150601204649),
    ['arccos 0.7399 ≈ 0.7378'],
  ],
  [
    'rows of a transpose are columns',
    explainTranspose('W.T', W, [
      [0.2, 0.8],
      [-0.5, 0.3],
      [0.1, -0.4],
    ]),
    ['W.T[0] = W[:, 0] = [0.2, 0.8]', 'W.T[1] = W[:, 1] = [−0.5, 0.3]', 'W.T[2] = W[:, 2] = [0.1, −0.4]'],
  ],
  ['an index picks', explainIndex('W[0, 1]', -0.5), ['W[0, 1] = −0.5']],
  [
    'flattening lays rows end to end',
    explainReshape('flat', [6], { name: 'image', shape: [2, 3] }, [0.1, 0.5, 0.9, 0.2, 0.4, 0.8]),
    ['flat[0:3] = image[0] = [0.1, 0.5, 0.9]', 'flat[3:6] = image[1] = [0.2, 0.4, 0.8]'],
  ],
  [
    'folding fills row after row',
    explainReshape('grid', [2, 3], { name: 'v', shape: [6] }, [0, 1, 2, 3, 4, 5]),
    ['grid[0] = v[0:3] = [0, 1, 2]', 'grid[1] = v[3:6] = [3, 4, 5]'],
  ],
  [
    'between two tables the order of places is spelt out',
    explainReshape('B', [2, 2], { name: 'A', shape: [1, 4] }, [1, 2, 3, 4]),
    ['B[0] = A[0, 0], A[0, 1] = [1, 2]', 'B[1] = A[0, 2], A[0, 3] = [3, 4]'],
  ],
];

describe('worked arithmetic of a whole operation', () => {
  it.each(CASES)('%s', (_, worked, lines) => {
    expect(worked.lines.map(chainText)).toEqual(lines);
  });

  it('says comparisons', () => {
    const [compared = []] = explainComparison({ values: [0] }, '≠', { values: [1] }, [true]).lines;
    expect(chainWords(compared)).toBe('0 not equal to 1 is true');
  });
});
