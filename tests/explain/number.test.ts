import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainText,
  chainWords,
  core,
  explainAngle,
  explainLength,
  formatNumber,
  numberWords,
  relation,
} from '../../src/explain/index.ts';

describe('a shown number', () => {
  it.each<[number, string, '=' | '≈']>([
    [11, '11', '='],
    [-0.5, '−0.5', '='],
    [-0, '0', '='],
    [0.1 + 0.2, '0.3', '='],
    [Math.sqrt(13), '3.6056', '≈'],
    [2 / 3, '0.6667', '≈'],
    [1.00004, '1', '≈'],
    [-0.00006, '−0.0001', '≈'],
    [0.00004, '4 × 10⁻⁵', '='],
    [-1e-9 / 3, '−3.333 × 10⁻¹⁰', '≈'],
    [12_345_678, '1.235 × 10⁷', '≈'],
    [20_000_000, '2 × 10⁷', '='],
    [Number.POSITIVE_INFINITY, '∞', '='],
    [Number.NaN, 'undefined', '='],
  ])('of %s is %s after %s', (value, text, sign) => {
    const result = formatNumber(value);
    expect(result.text).toBe(text);
    expect(relation(result)).toBe(sign);
  });

  it('keeps as many decimals as asked', () => {
    expect(formatNumber(42.2736890060937, 2)).toEqual({ text: '42.27', exact: false });
  });

  it('is never "-", −0 or NaN, and follows "=" only when nothing was cut', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const { text, exact } = formatNumber(value, decimals);
        expect(text).not.toMatch(/-|NaN|^−0(\.0*)?$/);
        if (exact && Number.isFinite(value) && !text.includes('×')) {
          expect(Number(text.replace('−', '-'))).toBeCloseTo(value, 5);
        }
      }),
    );
  });

  it('goes into speech', () => {
    expect(numberWords('−0.5')).toBe('minus 0.5');
    expect(numberWords('4 × 10⁻⁵')).toBe('4 times ten to the minus 5');
  });
});

describe('a power of a power of ten', () => {
  const [line] = explainLength({ name: 'v', values: [1e-6, -3] }, core.norm([1e-6, -3])).lines;

  it('is bracketed in writing and named as a whole in speech', () => {
    expect(chainText(line ?? [])).toBe('‖v‖ = √((1 × 10⁻⁶)² + (−3)²) ≈ √9 ≈ 3');
    expect(chainWords(line ?? [])).toContain(
      'the square of 1 times ten to the minus 6 and the square of minus 3',
    );
  });
});

describe('the sign before a result', () => {
  it.each([
    ['digits that were cut', 3, Math.sqrt(9 + 1e-12), '≈'],
    ['binary storage alone', 0.3, 0.1 + 0.2, '='],
  ] as const)('with %s', (_, shown, value, sign) => {
    expect(formatNumber(value)).toEqual({ text: String(shown), exact: sign === '=' });
  });

  it('is "=" where rounded digits come to a whole result all the same', () => {
    const [a, b] = [
      { name: 'a', values: [3, 2] },
      { name: 'b', values: [-2, 3] },
    ] as const;
    const lengths = [core.norm(a.values), core.norm(b.values)] as const;
    const { lines } = explainAngle(a, b, { dot: 0, lengths, cosine: 0, degrees: 90 });
    expect(lines.map(chainText)).toEqual([
      'cos θ = a · b / (‖a‖ ‖b‖) ≈ 0 / (3.6056 · 3.6056) = 0',
      'θ = 90°',
    ]);
  });

  it('drops what only rounding has left of a sum', () => {
    expect(core.withoutRounding([0.7 * 0.1, 0.1 * -0.7])).toBe(0);
    expect(core.withoutRounding([1, -1 + 1e-12])).not.toBe(0);
    expect(core.angleBetween([3, 1], [1.5, 0.5])).toBe(0);
  });
});
