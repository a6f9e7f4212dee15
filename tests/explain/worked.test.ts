import { describe, expect, it } from 'vitest';
import {
  chainText,
  chainWords,
  explainAngle,
  explainBias,
  explainDeterminant,
  explainDot,
  explainEntry,
  explainLength,
  explainMultiple,
  explainRelu,
  explainShadow,
  explainSum,
  explainUnit,
  type Named,
  type Worked,
} from '../../src/explain/index.ts';

const a: Named = { name: 'a', hue: 'w', values: [3, 2] };
const b: Named = { name: 'b', hue: 'x', values: [1, 4] };
const v: Named = { name: 'v', values: [3, -4] };
const root13 = Math.sqrt(13);
const root17 = Math.sqrt(17);
const cosine = 11 / (root13 * root17);

const CASES: readonly [name: string, worked: Worked, text: string, words: string][] = [
  [
    'a dot product',
    explainDot(a, b, 11),
    'a · b = 3 · 1 + 2 · 4 = 3 + 8 = 11',
    'a dot b equals 3 times 1 plus 2 times 4 equals 3 plus 8 equals 11',
  ],
  [
    'a length',
    explainLength(v, 5),
    '‖v‖ = √(3² + (−4)²) = √25 = 5',
    'the length of v equals the square root of the sum of 3 squared and the square of minus 4 equals the square root of 25 equals 5',
  ],
  [
    'a unit vector',
    explainUnit(v, 5, [0.6, -0.8]),
    'v̂ = v / ‖v‖ = [3, −4] / 5 = [0.6, −0.8]',
    'v hat equals v over the length of v equals 3 comma minus 4 over 5 equals 0.6 comma minus 0.8',
  ],
  [
    'a shadow',
    explainShadow(a, b, { dot: 11, length: root13, shadow: 11 / root13 }),
    'a · b / ‖a‖ ≈ 11 / 3.6056 ≈ 3.0509',
    'a dot b over the length of a is about 11 over 3.6056 is about 3.0509',
  ],
  [
    'a difference',
    explainSum(a, v, '−', [0, 6]),
    'a − v = [3 − 3, 2 − (−4)] = [0, 6]',
    'a minus v equals 3 minus 3 comma 2 minus minus 4 equals 0 comma 6',
  ],
  [
    'a multiple',
    explainMultiple(2.5, a, [7.5, 5]),
    'c a = [2.5 · 3, 2.5 · 2] = [7.5, 5]',
    'c times a equals 2.5 times 3 comma 2.5 times 2 equals 7.5 comma 5',
  ],
  [
    'one entry of a product',
    explainEntry({ name: 'Z', row: 0, column: 1 }, [0.8, 0.3, 0.5], [0.8, 0.3, -0.4], ['x', 'w'], 0.53),
    'Z₀,₁ = 0.8 · 0.8 + 0.3 · 0.3 + 0.5 · (−0.4) = 0.64 + 0.09 + (−0.2) = 0.53',
    'Z 0 1 equals 0.8 times 0.8 plus 0.3 times 0.3 plus 0.5 times minus 0.4 equals 0.64 plus 0.09 plus minus 0.2 equals 0.53',
  ],
  [
    'a bias',
    explainBias({ name: 'Z', row: 1, column: 0 }, -0.41, 0.1, -0.31),
    'Z₁,₀ = −0.41 + 0.1 = −0.31',
    'Z 1 0 equals minus 0.41 plus 0.1 equals minus 0.31',
  ],
  [
    'ReLU',
    explainRelu({ name: 'A', row: 1, column: 0 }, -0.31, 0),
    'A₁,₀ = max(0, −0.31) = 0',
    'A 1 0 equals the larger of 0 and minus 0.31 equals 0',
  ],
  [
    'a determinant',
    explainDeterminant(
      'W',
      [
        [2, -1],
        [1, 3],
      ],
      7,
    ),
    'det W = 2 · 3 − (−1) · 1 = 6 − (−1) = 7',
    'the determinant of W equals 2 times 3 minus minus 1 times 1 equals 6 minus minus 1 equals 7',
  ],
];

describe('worked arithmetic', () => {
  it.each(CASES)('of %s reads as text and aloud', (_, { lines: [line = []] }, text, words) => {
    expect(chainText(line)).toBe(text);
    expect(chainWords(line)).toBe(words);
  });

  it('of an angle has a line for the cosine and one for the degrees', () => {
    const degrees = (Math.acos(cosine) * 180) / Math.PI;
    const { lines } = explainAngle(a, b, { dot: 11, lengths: [root13, root17], cosine, degrees });
    expect(lines.map(chainText)).toEqual([
      'cos θ = a · b / (‖a‖ ‖b‖) ≈ 11 / (3.6056 · 4.1231) ≈ 0.7399',
      'θ ≈ 42.27°',
    ]);
    expect(chainWords(lines[0] ?? [])).toBe(
      'the cosine of theta equals a dot b over the product of the length of a and the length of b ' +
        'is about 11 over the product of 3.6056 and 4.1231 is about 0.7399',
    );
  });

  it('never writes "=" beside a number whose digits were cut', () => {
    const { lines } = explainLength({ name: 'x', values: [0.8, 0.3, 0.5] }, 0.989949493661167);
    expect(lines.map(chainText)).toEqual(['‖x‖ = √(0.8² + 0.3² + 0.5²) = √0.98 ≈ 0.9899']);
  });

  it('leaves out a step that repeats the one before', () => {
    const { lines } = explainLength({ name: 'v', values: [5] }, 5);
    expect(lines.map(chainText)).toEqual(['‖v‖ = √(5²) = √25 = 5']);
    const single = explainDot({ ...a, values: [3] }, { ...b, values: [2] }, 6);
    expect(single.lines.map(chainText)).toEqual(['a · b = 3 · 2 = 6']);
  });
});
