/** The sentences below the vector and the product are true of every state: each claim is computed again from the state alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MatmulState,
  matmulFacts,
  matmulTwin,
  OPERANDS,
  repairMatmul,
  resize,
  startMatmul,
} from '../../src/widgets/matmul/pure.ts';
import { vectorTwin } from '../../src/widgets/vector/pure.ts';
import { point, quantity } from './arbitraries.ts';
import { expectNumbers } from './drawn.ts';
import { readWritten, stepValues } from './evaluate.ts';
import { LAYER } from './figures.ts';

const RUNS = { numRuns: 2000 };
/** Many times what a quiet machine takes. */
const TIME_MS = 60_000;

/** Expects "about" or "≈" where a text cuts digits of a value, and neither where it says all of them, to 15 digits. */
function expectHonest(text: string, values: readonly number[]): void {
  const written = (text.match(/−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/g) ?? []).map(readWritten);
  const cut = values.map((value, k) => Math.abs((written[k] ?? Number.NaN) - value) / Math.abs(value || 1));
  // Between them, the last bit of a root or a quotient decides.
  if (cut.some((share) => share > 1e-15 && share < 1e-14)) return;
  expect([text, /about|≈/.test(text)]).toEqual([text, cut.some((share) => share > 1e-14)]);
}

/** A quantity in exact decimal arithmetic. */
function tenBillionths(value: number): bigint {
  return BigInt(value.toFixed(10).replace('.', ''));
}

describe('the sentence of one vector', () => {
  it(
    'says its length and its direction, or that it has none',
    () => {
      fc.assert(
        fc.property(point, ([x, y]) => {
          const v = [x, y] as const;
          const { sentence } = vectorTwin({ mode: 'one', v, a: v, b: v, c: 1 });
          const [, length = '', direction = ''] = /^.* has length (.*?)\. (It .*)\.$/.exec(sentence) ?? [];
          const size = Math.hypot(x, y);
          expectNumbers(length, [size]);
          expectHonest(length, [size]);
          expect(direction.startsWith('It has no direction')).toBe(size === 0);
          if (size === 0) return;
          const [, degrees = '', unit = ''] =
            /^It points (.*)° from the first axis; the unit vector in that direction is (.*)$/.exec(
              direction,
            ) ?? [];
          expectNumbers(degrees, [(Math.atan2(y, x) * 180) / Math.PI], 1e-9, 2);
          expectNumbers(unit, [x / size, y / size], 1e-12);
          // Of the angles whose tangent is a fraction, only multiples of 45° are whole.
          const [less = 0, more = 1] = [Math.abs(x), Math.abs(y)].toSorted((one, other) => one - other);
          if (less === 0 || less === more) expect(degrees).not.toContain('about');
          else if (less / more > 1e-6 && less / more < 1 - 1e-6) expect(degrees).toContain('about');
          expectHonest(unit, [x / size, y / size]);
        }),
        { ...RUNS, examples: [[[0, 0]], [[0, -2]], [[-3, 0]], [[1e-9, 0]], [[3, 3]]] },
      );
    },
    TIME_MS,
  );
});

describe('the sentence of two vectors', () => {
  const modes = fc.constantFrom('sum', 'difference', 'multiple');
  it(
    'works the result out, entry by entry',
    () => {
      fc.assert(
        fc.property(modes, point, point, quantity, (mode, a, b, c) => {
          const { sentence } = vectorTwin({ mode, v: a, a, b, c });
          const entry = (k: 0 | 1) => {
            const [left, right, factor] = [tenBillionths(a[k]), tenBillionths(b[k]), tenBillionths(c)];
            if (mode === 'multiple') return Number(left * factor) / 1e20;
            return Number(mode === 'sum' ? left + right : left - right) / 1e10;
          };
          const size = Math.max(...a.map(Math.abs), ...b.map(Math.abs)) * Math.max(1, Math.abs(c));
          const steps = sentence.replace(/\.$/, '').split(/ (?=[=≈] )/);
          expect(steps[0]?.replace('·', '').replace(/\s+/g, ' ')).toBe(
            { sum: 'a + b', difference: 'a − b', multiple: steps[0]?.replace(/\s+/g, ' ') ?? '' }[mode],
          );
          const result = steps.at(-1) ?? '';
          expectNumbers(result, [entry(0), entry(1)], 8 * Number.EPSILON * size);
          expectHonest(result, [entry(0), entry(1)]);
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

describe('the sentence of a product', () => {
  const size = fc.integer({ min: 1, max: 4 });
  const states: fc.Arbitrary<MatmulState> = fc
    .record({
      sizes: fc.record({ samples: size, features: size, weights: size, neurons: size }),
      isFitting: fc.boolean(),
      operands: fc.constantFrom(...OPERANDS),
      view: fc.constantFrom('entries', 'columns', 'outer', 'axes'),
      bias: fc.boolean(),
      relu: fc.boolean(),
      step: fc.nat(64),
    })
    .map(({ sizes, isFitting, step, ...rest }) => {
      const fitting = isFitting ? { ...sizes, weights: sizes.features } : sizes;
      return repairMatmul({ ...resize({ ...startMatmul(LAYER), ...rest }, fitting), step });
    });

  it(
    'says the shapes, what meets, and the step, or that there is no product',
    () => {
      fc.assert(
        fc.property(states, (state) => {
          const { sentence } = matmulTwin(state, matmulFacts(state));
          const { X, W, operands, view, step } = state;
          const [isLeftVector, isRightVector] = [/sample|dot/.test(operands), /neuron|dot/.test(operands)];
          const [rows, columns] = [isLeftVector ? 1 : X.length, isRightVector ? 1 : W.length];
          const [inner = 0, weights = 0] = [X[0]?.length, W[0]?.length];
          const shape = (...sizes: readonly number[]) =>
            `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;
          const left = isLeftVector ? shape(inner) : shape(rows, inner);
          const right = isRightVector ? shape(weights) : shape(weights, columns);
          expect(sentence).toContain(
            `${isLeftVector ? 'x' : 'X'} of shape ${left} times ${isRightVector ? 'w' : 'Wᵀ'} of shape ${right}`,
          );
          expect(sentence.includes('does not exist')).toBe(inner !== weights);
          expect(sentence.includes(`${inner} is not ${weights}`)).toBe(inner !== weights);
          if (inner !== weights) return;
          const result = [...(isLeftVector ? [] : [rows]), ...(isRightVector ? [] : [columns])];
          const kind = ['one number', 'a vector', 'a matrix'][result.length];
          expect(sentence).toContain(
            `is ${kind}${result.length === 0 ? ',' : ''} of shape ${shape(...result)}:`,
          );
          expect(sentence.includes(', plus b')).toBe(state.bias);
          expect(sentence.includes(', through ReLU')).toBe(state.relu);
          expect(sentence.includes('every row of X')).toBe(!isLeftVector);
          expect(sentence.includes('every column of Wᵀ')).toBe(!isRightVector);
          expect(sentence.includes('no axis is left')).toBe(result.length === 0);
          const all = { entries: rows * columns * inner, columns: columns * inner, outer: inner, axes: 3 }[
            view
          ];
          const said = /Step (\d+) of (\d+) is shown/.exec(sentence)?.slice(1).map(Number);
          expect(said).toEqual(step < all ? [step, all] : undefined);
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

it('a step of a worked sum that is written as equal is equal', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const { sentence } = vectorTwin({ mode: 'sum', v: a, a, b, c: 1 });
      const entries = sentence.match(/\[[^\]]*\]/g) ?? [];
      for (const k of [0, 1]) {
        const written = entries.map((entry) => entry.slice(1, -1).split(', ')[k] ?? '');
        const values = written.flatMap((each) => stepValues(each));
        const [first = 0] = values;
        if (!sentence.includes('≈'))
          for (const value of values)
            expect(Math.abs(value - first)).toBeLessThanOrEqual(1e-9 * Math.abs(first));
      }
    }),
  );
});
