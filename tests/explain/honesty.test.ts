/** What "=" and "≈" promise, for any numbers: each side is worked out anew from the digits that are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  core,
  type Expression,
  explainCells,
  explainDot,
  explainLayer,
  explainLength,
  explainMatmul,
  explainQuotient,
  explainTotal,
  type Worked,
} from '../../src/explain/index.ts';
import { sides, size } from './worth.ts';

const entry = fc.integer({ min: -999, max: 999 }).map((n) => n / 100);
const rough = fc.double({ min: -50, max: 50, noNaN: true });
const vectors = (value: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 4 }).chain((n) => {
    const vector = fc.array(value, { minLength: n, maxLength: n });
    return fc.tuple(vector, vector, vector);
  });

/** Every operation that can be worked out from two or three vectors of one length. */
function everything([a, b, c]: readonly [number[], number[], number[]]): Worked[] {
  const [first = 0] = a;
  const product = core.matmul([a, b], core.transpose([c, a]));
  return [
    explainDot({ name: 'a', values: a }, { name: 'b', values: b }, core.dot(a, b)),
    explainLength({ name: 'a', values: a }, core.norm(a)),
    explainQuotient({ name: 'a', values: a }, 3, core.divide(a, 3)),
    explainCells(
      a.map((_, k) => `c[${k}]`),
      { values: a },
      '+',
      { values: b },
      core.add(a, b),
    ),
    explainCells(
      a.map((_, k) => `c[${k}]`),
      { values: a },
      '·',
      { values: b },
      core.multiply(a, b),
    ),
    explainTotal(
      a,
      core.dot(
        a,
        a.map(() => 1),
      ),
    ),
    explainMatmul({ name: 'A', rows: [a, b] }, { name: 'B', rows: core.transpose([c, a]) }, product),
    explainLayer(
      { name: 'X', rows: [a, b] },
      { name: 'W', rows: [c] },
      { name: 'b', values: [first] },
      core.addToRows(core.matmul([a, b], core.transpose([c])), [first]),
    ),
  ];
}

describe('a worked sum', () => {
  it('equates only what is equal at the digits it shows', () => {
    fc.assert(
      fc.property(fc.oneof(vectors(entry), vectors(rough)), (given) => {
        for (const { lines } of everything(given))
          for (const line of lines)
            for (const { sign, left, right } of sides(line))
              if (sign === '=') expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-10 * size(line));
      }),
    );
  });

  it('says "about" only where some digits were cut', () => {
    const cut = (expression: Expression): boolean => JSON.stringify(expression).includes('"exact":false');
    fc.assert(
      fc.property(fc.oneof(vectors(entry), vectors(rough)), (given) => {
        for (const { lines } of everything(given))
          for (const line of lines)
            for (const [k, { sign, expression }] of line.entries()) {
              const before = line[k - 1];
              if (before === undefined) continue;
              if (sign === '≈') expect(cut(before.expression) || cut(expression)).toBe(true);
              else expect(cut(expression)).toBe(false);
            }
      }),
    );
  });
});
