import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFloatSpec,
  numpyPrintDefaults,
  numpyScalarStr,
  numpyStr,
  pythonFloatRepr,
  torchRepr,
  withNumpyOptions,
} from '../../../src/tensor/format/index.ts';
import { fromFlat } from '../../../src/tensor/index.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const single = fc.float({ noNaN: true, noDefaultInfinity: true });
const floats = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer({ min: -100, max: 100 }) },
);
/** A column of values, one row each, so that every printed line holds one. */
const column = fc.array(floats, { minLength: 1, maxLength: 12 });

function inColumn(values: number[]) {
  return fromFlat(values, [values.length, 1], 'float64');
}

/** Expects `digits` × 10^−`decimals` to be the nearest such decimal to |`x`|, with an even last digit where two are. */
function expectNearest(digits: bigint, decimals: number, x: number): void {
  let [whole, halvings] = [Math.abs(x), 0n];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  const unit = (10n ** BigInt(Math.max(0, -decimals))) << halvings;
  const apart = digits * unit - BigInt(whole) * 10n ** BigInt(Math.max(0, decimals));
  const twice = 2n * (apart < 0n ? -apart : apart);
  expect(twice <= unit).toBe(true);
  if (twice === unit) expect(digits % 2n).toBe(0n);
}

describe('printed numbers', () => {
  it('read back equal from repr', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(Number(pythonFloatRepr(x))).toBe(x);
      }),
    );
  });

  it('read back equal from a float32 scalar, in at most nine digits', () => {
    fc.assert(
      fc.property(single, (x) => {
        const text = numpyScalarStr(x, 'float32');
        expect(Math.fround(Number(text))).toBe(x);
        const digits = text
          .replace(/e.*/, '')
          .replace(/\D/g, '')
          .replace(/^0+|0+$/g, '');
        expect(digits.length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('read back equal from seventeen significant digits', () => {
    fc.assert(
      fc.property(finite, fc.constantFrom('.16e', '.17g'), (x, spec) => {
        expect(Number(formatFloatSpec(x, spec))).toBe(x);
      }),
    );
  });

  it('are the exact value rounded, half of a unit to the even digit', () => {
    // Half the cases lie exactly between two decimals: whole numbers of eighths, quarters, halves.
    const dyadic = fc.tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 0, max: 8 }));
    const numbers = fc.oneof(
      dyadic.map(([numerator, power]) => numerator / 2 ** power),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 12 }), (x, decimals) => {
        const fixed = formatFloatSpec(x, `.${decimals}f`);
        expectNearest(BigInt(fixed.replace(/[.-]/g, '')), decimals, x);
        const [digits = '', power] = formatFloatSpec(x, `.${decimals}e`).split('e');
        expectNearest(BigInt(digits.replace(/[.-]/g, '')), decimals - Number(power), x);
      }),
      { numRuns: 400 },
    );
  });

  it('lie within half a unit of the last decimal asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat({ max: 6 }), (x, decimals) => {
        const off = Math.abs(Number(formatFloatSpec(x, `.${decimals}f`)) - x);
        expect(off).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      }),
    );
  });
});

describe('a printed column', () => {
  it('has lines of one width in NumPy, whatever the options', () => {
    const options = fc.record({
      precision: fc.nat({ max: 20 }),
      suppress: fc.boolean(),
      sign: fc.constantFrom(' ', '+', '-'),
      floatmode: fc.constantFrom('fixed', 'unique', 'maxprec', 'maxprec_equal'),
      linewidth: fc.constant(1000),
    });
    fc.assert(
      fc.property(column, options, (values, changes) => {
        const text = numpyStr(inColumn(values), withNumpyOptions(numpyPrintDefaults, changes));
        const widths = text
          .slice(1, -1)
          .split('\n')
          .map((line) => line.trim().length);
        expect(new Set(widths).size).toBe(1);
      }),
    );
  });

  it('reads back equal from NumPy’s unique digits', () => {
    const options = withNumpyOptions(numpyPrintDefaults, { floatmode: 'unique', linewidth: 1000 });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 12 }), (values) => {
        const words = numpyStr(inColumn(values), options).match(/[^\s[\]]+/g) ?? [];
        expect(words.map(Number)).toEqual(values);
      }),
    );
  });

  it('has lines of one width in PyTorch when all values are finite and nonzero', () => {
    const values = fc.array(
      finite.filter((x) => x !== 0),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(values, (elements) => {
        const text = torchRepr(inColumn(elements)).match(/\[[^[\]]+\]/g) ?? [];
        expect(text).toHaveLength(elements.length);
        expect(new Set(text.map((line) => line.length)).size).toBe(1);
      }),
    );
  });
});
