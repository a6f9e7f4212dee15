import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/explain/index.ts';
import { LIMIT, readNumber } from '../../src/widgets/base/index.ts';

describe('a number field', () => {
  it.each([
    ['3', 3],
    ['−0.5', -0.5],
    ['–2', -2],
    ['- 2', -2],
    ['1,5', 1.5],
    ['.25', 0.25],
    ['1/3', 1 / 3],
    ['−2 / 4', -0.5],
    ['1e6', 1e6],
    ['1e-6', 1e-6],
    ['1 × 10⁻⁶', 1e-6],
    ['2*10^3', 2000],
    ['-0', 0],
  ])('takes %s', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['', 'NaN', '0x10', '3 4', '1/0', '1/2/3', 'Infinity', '1..2', 'e5'])('refuses "%s"', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'refused' });
  });

  it.each([
    ['12345678901234567890', LIMIT],
    ['-1e300', -LIMIT],
  ])('holds %s at its limit', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'held', value });
  });

  it('takes every number as it is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: -LIMIT, max: LIMIT, noNaN: true }), (value) => {
        const read = readNumber(numberText(value));
        expect(read.kind).toBe('number');
        if (read.kind === 'number') expect(numberText(read.value)).toBe(numberText(value));
      }),
    );
  });
});
