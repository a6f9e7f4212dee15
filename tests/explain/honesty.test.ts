/** What "=" and "≈" promise, for any numbers: each side is worked out anew from the digits that are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chain,
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

/** The value of an expression by its shown digits alone; undefined where it holds a symbol. */
function worth(expression: Expression): number | undefined {
  const all = (parts: readonly Expression[], combine: (a: number, b: number) => number, start: number) =>
    parts
      .map(worth)
      .reduce((a, b) => (a === undefined || b === undefined ? undefined : combine(a, b)), start);
  switch (expression.kind) {
    case 'number':
      return fromShown(expression.shown.text);
    case 'sum':
      return all(expression.terms, (a, b) => a + b, 0);
    case 'product':
      return all(expression.factors, (a, b) => a * b, 1);
    case 'power': {
      const base = worth(expression.base);
      return base === undefined ? undefined : base ** expression.exponent;
    }
    case 'root': {
      const of = worth(expression.of);
      return of === undefined ? undefined : Math.sqrt(of);
    }
    case 'difference':
    case 'quotient': {
      const [one, other] =
        expression.kind === 'quotient'
          ? [expression.top, expression.bottom]
          : [expression.left, expression.right];
      const [a, b] = [worth(one), worth(other)];
      if (a === undefined || b === undefined) return undefined;
      return expression.kind === 'quotient' ? a / b : a - b;
    }
    default:
      return undefined;
  }
}

function fromShown(text: string): number {
  const [digits = '', power] = text.replaceAll('−', '-').split(' × 10');
  const exponent = [...(power ?? '⁰')]
    .map((mark) => (mark === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark)))
    .join('');
  return Number(`${digits}e${exponent}`);
}

/** Both sides of each sign of a line that can be worked out. */
function* sides(line: Chain) {
  for (const [k, step] of line.entries()) {
    const before = line[k - 1];
    const [left, right] = [before && worth(before.expression), worth(step.expression)];
    if (left !== undefined && right !== undefined) yield { sign: step.sign, left, right, line };
  }
}

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

const size = (line: Chain): number =>
  Math.max(
    1,
    ...line.flatMap(
      ({ expression }) =>
        JSON.stringify(expression)
          .match(/-?\d+(\.\d+)?/g)
          ?.map((n) => Math.abs(Number(n)) ** 2) ?? [],
    ),
  );

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
              if (before !== undefined) expect(sign === '≈').toBe(cut(before.expression) || cut(expression));
            }
      }),
    );
  });
});
