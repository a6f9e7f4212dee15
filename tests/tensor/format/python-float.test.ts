import { describe, expect, it } from 'vitest';
import { pythonFloatRepr } from '../../../src/tensor/format/index.ts';

describe('repr of a Python float', () => {
  it.each([
    // At least one digit after the point, the sign of zero kept (float.__repr__).
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-2.5, '-2.5'],
    [100, '100.0'],
    // The fewest digits that read back equal.
    [0.1, '0.1'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1 / 3, '0.3333333333333333'],
    [2 ** -44, '5.684341886080802e-14'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    // Positional for exponents from -4 to 15.
    [1e-4, '0.0001'],
    [1.5e-5, '1.5e-05'],
    [1e15, '1000000000000000.0'],
    [9999999999999998, '9999999999999998.0'],
    [1e16, '1e+16'],
    [1.25e16, '1.25e+16'],
    [1e23, '1e+23'],
    [1e100, '1e+100'],
    [Number.NaN, 'nan'],
    [Number.POSITIVE_INFINITY, 'inf'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ])('of %d is %s', (x, text) => {
    expect(pythonFloatRepr(x)).toBe(text);
  });
});
