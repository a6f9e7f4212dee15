/** Every number that a widget says agrees with the tensor core: picture, formula, table, sentence, accessible text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, chainWords, type Worked } from '../../src/explain/index.ts';
import { fromFlat, matmul, norm } from '../../src/tensor/index.ts';
import { planeFor } from '../../src/widgets/base/index.ts';
import {
  dotFacts,
  dotSums,
  dotTwin,
  neuronReading,
  verdictSentence,
} from '../../src/widgets/dot-product/pure.ts';
import {
  EFFECTS,
  startTransform,
  transformFacts,
  transformSums,
  transformTwin,
} from '../../src/widgets/matrix-transform/pure.ts';
import { factsOf, vectorLabels, vectorSums, vectorTwin } from '../../src/widgets/vector/pure.ts';
import { point } from './arbitraries.ts';

const RUNS = { numRuns: 2000 };
/** A tenth of it is what a quiet machine takes. */
const TIME_MS = 30_000;
const list = (values: readonly number[]) => fromFlat(values, [values.length]);

/** The numbers of a text as a reader reads them, each with the half of its last digit that rounding may take. */
function numbersOf(text: string): readonly { value: number; half: number; exact: boolean }[] {
  const pattern = /(≈ |about )?(−?)(\d+(?:\.(\d+))?)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/g;
  return [...text.matchAll(pattern)].map(([, cut, minus, digits = '', decimals = '', raised = '⁰']) => {
    const power = Number(
      [...raised].map((mark) => (mark === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark))).join(''),
    );
    const value = Number(`${minus ? '-' : ''}${digits}e${power}`);
    return { value, half: 0.5000001 * 10 ** (power - decimals.length), exact: cut === undefined };
  });
}

/** What a text must say, in its order; a number without "≈" or "about" says all of its digits. */
function expectNumbers(text: string, values: readonly number[], roughness = 0): void {
  const read = numbersOf(text);
  const faults = values.filter((value, k) => {
    const said = read[k];
    if (said === undefined) return true;
    const slack = said.exact ? 1e-12 * Math.max(1, Math.abs(value)) : said.half;
    return Math.abs(said.value - value) > slack + roughness;
  });
  if (faults.length > 0 || read.length !== values.length) expect({ text, values }).toEqual({ faults, read });
}

/** The last number of each line of a worked sum. */
function results(worked: readonly Worked[]): string[] {
  return worked.flatMap(({ lines }) => lines.map((line) => chainText(line.slice(-1)).replace(/^= /, '')));
}

describe('the numbers of the vector widget', () => {
  it(
    'agree in table, picture and formula',
    () => {
      fc.assert(
        fc.property(point, (v) => {
          const state = { mode: 'one', v, a: v, b: v, c: 1 } as const;
          const [length, facts] = [norm(list(v)).item(), factsOf(v)];
          const rows = new Map(vectorTwin(state).rows.map(([name = '', value = '']) => [name, value]));
          expectNumbers(rows.get('Component v₀') ?? '', [v[0]]);
          expectNumbers(rows.get('Component v₁') ?? '', [v[1]]);
          expectNumbers(rows.get('Length ‖v‖') ?? '', [length]);
          const drawn = vectorLabels(planeFor(Math.max(5, ...v.map(Math.abs))), v, facts).map(
            ({ text }) => text,
          );
          for (const text of drawn.filter((label) => label.startsWith('‖v‖')))
            expect(text).toBe(`‖v‖ ${(rows.get('Length ‖v‖') ?? '').replace(/^(?!≈)/, '= ')}`);
          expectNumbers(results(vectorSums(state))[0] ?? '', [length]);
          const [heard = ''] = vectorSums(state).flatMap(({ lines }) => lines.map(chainWords));
          if (/[≈−]|NaN/.test(heard)) expect(heard).toBe('');
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

describe('the numbers and words of the dot product', () => {
  it(
    'agree with the core in every state',
    () => {
      fc.assert(
        fc.property(point, point, (a, b) => {
          const facts = dotFacts({ a, b });
          const rows = new Map(dotTwin({ a, b }, facts).rows.map(([name = '', value = '']) => [name, value]));
          const [first, second] = [a[0] * b[0], a[1] * b[1]];
          const rounding = 4 * Number.EPSILON * (Math.abs(first) + Math.abs(second));
          expectNumbers(rows.get('a · b') ?? '', [first + second], rounding);
          expectNumbers(results(dotSums({ a, b }, facts))[0] ?? '', [first + second], rounding);
          const [cosine, degrees] = [rows.get('Cosine of the angle') ?? '', rows.get('Angle') ?? ''];
          if (facts.angle === undefined) expect([cosine, degrees]).toEqual(['undefined', 'undefined']);
          else {
            const product = norm(list(a)).item() * norm(list(b)).item();
            expectNumbers(cosine, [(first + second) / product], 1e-9 + rounding / product);
            const angle = (Math.atan2(Math.abs(a[0] * b[1] - a[1] * b[0]), first + second) * 180) / Math.PI;
            expectNumbers(degrees, [angle], 1e-9);
          }
        }),
        RUNS,
      );
    },
    TIME_MS,
  );

  it(
    'claim what is true',
    () => {
      fc.assert(
        fc.property(point, point, (a, b) => {
          const facts = dotFacts({ a, b });
          const sentence = verdictSentence(facts.verdict);
          const angle = facts.angle?.degrees;
          const holds = {
            undefined: angle === undefined,
            same: angle === 0,
            opposite: angle === 180,
            perpendicular: facts.dot === 0 && angle !== undefined,
            // Near 90° the angle itself can round to 90; the sign of the product cannot.
            with: facts.dot > 0,
            against: facts.dot < 0,
            nearly: angle !== undefined && Math.abs(angle - 90) <= 5,
          };
          expect(/undefined/.test(sentence)).toBe(holds.undefined);
          expect(/same direction/.test(sentence)).toBe(holds.same);
          expect(/opposite/.test(sentence)).toBe(holds.opposite);
          expect(/are perpendicular/.test(sentence)).toBe(holds.perpendicular);
          expect(/nearly perpendicular/.test(sentence)).toBe(holds.nearly && !holds.perpendicular);
          if (/more with than/.test(sentence)) expect(holds.with).toBe(true);
          if (/more against than/.test(sentence)) expect(holds.against).toBe(true);
          expect(/goes against/.test(neuronReading(facts))).toBe(facts.dot < 0 && !holds.undefined);
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

describe('the numbers and words of the transform', () => {
  it(
    'agree with the core in every state, with the bias',
    () => {
      fc.assert(
        fc.property(fc.tuple(point, point), point, point, (W, b, x) => {
          const state = { ...startTransform({ x }), W, b };
          const facts = transformFacts(state);
          const rows = new Map(
            transformTwin(state, facts).rows.map(([name = '', value = '']) => [name, value]),
          );
          const product = matmul(fromFlat(W.flat(), [2, 2]), list(x)).toFlat();
          const size =
            Math.max(...W.flat().map(Math.abs)) * Math.max(...x.map(Math.abs)) + Math.max(...b.map(Math.abs));
          const image = product.map((value, k) => value + (b[k] ?? 0));
          const rounding = 8 * Number.EPSILON * size;
          for (const [k, value] of image.entries()) {
            const said =
              (rows.get('Its image') ?? '').replace(/[[\]]/g, '').replace(/^≈ /, '').split(', ')[k] ?? '';
            expectNumbers(`≈ ${said}`, [value], rounding);
            expectNumbers(results(transformSums(state, facts))[k] ?? '', [value], rounding);
          }
          const [ad, bc] = [W[0][0] * W[1][1], W[0][1] * W[1][0]];
          const area = 4 * Number.EPSILON * (Math.abs(ad) + Math.abs(bc));
          expectNumbers(rows.get('Determinant: signed area') ?? '', [ad - bc], area);
          const claim = EFFECTS[facts.effect];
          if (/keeps/.test(claim)) expect(ad - bc).toBeGreaterThan(0);
          if (/turned over/.test(claim)) expect(ad - bc).toBeLessThan(0);
          if (/onto a line|one point/.test(claim)) expect(Math.abs(ad - bc)).toBeLessThanOrEqual(area);
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});
