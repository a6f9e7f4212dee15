/** NumPy's rules for single elements: digits, exponents, widths, signs, nan and inf. */
import { describe, expect, it } from 'vitest';
import {
  numpyPrintDefaults,
  numpyRepr,
  numpyScalarRepr,
  numpyScalarStr,
  numpyStr,
  withNumpyOptions,
} from '../../../src/tensor/format/index.ts';
import { type DType, fromFlat } from '../../../src/tensor/index.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

function row(values: number[], dtype: DType = 'float64') {
  return fromFlat(values.map(dtype === 'float32' ? Math.fround : Number), [values.length], dtype);
}

describe('a NumPy float array', () => {
  it.each([
    // Exponents from 1e8 on.
    [[99999999, 100000], '[99999999.   100000.]'],
    [[1e8, 1e6], '[1.e+08 1.e+06]'],
    // Exponents below 1e-4.
    [[1e-4, 0.1], '[0.0001 0.1   ]'],
    [[9.99e-5, 0.05], '[9.99e-05 5.00e-02]'],
    // Exponents when the largest is over 1000 times the smallest; zeros do not count.
    [[1000, 1, 0], '[1000.    1.    0.]'],
    [[1001, 1], '[1.001e+03 1.000e+00]'],
    [[1, 1000.00001], '[1.00000000e+00 1.00000001e+03]'],
    // Shortest digits, cut at 8 decimals.
    [[1 / 3, 123.456789012], '[  0.33333333 123.45678901]'],
    [[0.999999999], '[1.]'],
    [[0.1 + 0.2], '[0.3]'],
    // Short fractions padded with blanks; whole values keep the point.
    [[7.5, 5], '[7.5 5. ]'],
    [[0, -0], '[ 0. -0.]'],
    // Exponents equalised in length.
    [[1e-300, 1e9], '[1.e-300 1.e+009]'],
    [[1.5e10, 2e-3], '[1.5e+10 2.0e-03]'],
    [[1.23456789999e9, 1], '[1.2345679e+09 1.0000000e+00]'],
    // nan and inf take the room of the digits, and widen only when they must.
    [[nan, 1.5], '[nan 1.5]'],
    [[inf, 1], '[inf  1.]'],
    [[-inf, 1], '[-inf   1.]'],
    [[nan, inf], '[nan inf]'],
    [[nan, 1e10], '[   nan 1.e+10]'],
  ])('of %j prints as %s', (values, text) => {
    expect(numpyStr(row(values))).toBe(text);
  });

  it.each([
    // float32 has its own shortest digits.
    [[0.1, 0.2], '[0.1 0.2]'],
    [[1e-4], '[0.0001]'],
    [[2 ** -149], '[1.e-45]'],
    [[2 ** 127], '[1.7014118e+38]'],
    [[2 ** -126], '[1.1754944e-38]'],
    // Whole digits are exact, though fewer would read back equal.
    [[16777216, 59782352], '[16777216. 59782352.]'],
    // An exponent form is filled up with digits of the exact value (6.9583287e-08, shortest 6.958329e-08).
    [[4878566424576, 6.958328668815739e-8], '[4.8785664e+12 6.9583287e-08]'],
  ])('of float32 %j prints as %s', (values, text) => {
    expect(numpyStr(row(values, 'float32'))).toBe(text);
  });

  it.each([
    // suppress lifts the rules for small values and ranges, not that of 1e8.
    [[1e-6, 2000], { suppress: true }, '[   0.000001 2000.      ]'],
    [[1e-10, 1], { suppress: true }, '[0. 1.]'],
    [[1e9, 1], { suppress: true }, '[1.e+09 1.e+00]'],
    // precision cuts, rounding the exact value half to even.
    [[0.125, 0.375], { precision: 2 }, '[0.12 0.38]'],
    [[1 / 3, 0.5], { precision: 0 }, '[0. 0.]'],
    [[5890.2, 1600], { precision: 0 }, '[5890. 1600.]'],
    // floatmode.
    [[1 / 3, 0.5], { floatmode: 'fixed', precision: 3 }, '[0.333 0.500]'],
    [[1 / 3, 0.5], { floatmode: 'maxprec', precision: 3 }, '[0.333 0.5  ]'],
    [[1 / 3, 0.5], { floatmode: 'unique' }, '[0.3333333333333333 0.5               ]'],
    [[0.25, 0.5], { floatmode: 'maxprec_equal' }, '[0.25 0.50]'],
    [[1.5, 10.5, 1.125], { floatmode: 'maxprec_equal' }, '[ 1.500 10.500  1.125]'],
    [[1.9996e10], { precision: 3 }, '[2.e+10]'],
    [[1e-10, 1.2345e-10], { floatmode: 'fixed', precision: 6 }, '[1.000000e-10 1.234500e-10]'],
    [[1e-10, 1.2345e-10], { floatmode: 'unique' }, '[1.0000e-10 1.2345e-10]'],
    // sign.
    [[1.5, -2], { sign: '+' }, '[+1.5 -2. ]'],
    [[1.5, 2], { sign: ' ' }, '[ 1.5  2. ]'],
    [[1.5, -2], { sign: ' ' }, '[ 1.5 -2. ]'],
    [[nan, inf, 1], { sign: '+' }, '[+nan +inf  +1.]'],
    [[inf, 0], { sign: ' ' }, '[ inf   0.]'],
    // nanstr and infstr.
    [[nan, inf, 1], { nanstr: 'NaN!', infstr: 'oo' }, '[NaN!   oo   1.]'],
  ])('of %j under %j prints as %s', (values, changes, text) => {
    expect(numpyStr(row(values), withNumpyOptions(numpyPrintDefaults, changes))).toBe(text);
  });

  it.each([
    // Next to a power of two the shortest digits are not always the exact value rounded; fixed asks for the latter.
    [{ floatmode: 'unique' }, '[7.120236347223045e-307]'],
    [{ floatmode: 'fixed', precision: 15 }, '[7.120236347223044e-307]'],
  ])('of 2^-1017 under %j prints as %s', (changes, text) => {
    expect(numpyStr(row([2 ** -1017]), withNumpyOptions(numpyPrintDefaults, changes))).toBe(text);
  });

  it('of float32 keeps its own shortest digits, however many decimals they take', () => {
    const options = withNumpyOptions(numpyPrintDefaults, { floatmode: 'unique', suppress: true });
    expect(numpyStr(row([2 ** -96], 'float32'), options)).toBe('[0.000000000000000000000000000012621775]');
  });

  it('of float32 lines up with more digits of the exact value under maxprec_equal', () => {
    const options = withNumpyOptions(numpyPrintDefaults, { floatmode: 'maxprec_equal' });
    expect(numpyStr(row([0.3, 0.12345678], 'float32'), options)).toBe('[0.30000001 0.12345678]');
  });
});

describe('a NumPy array of integers or booleans', () => {
  it.each([
    ['int64', [-1, 10, 200], {}, '[ -1  10 200]'],
    ['int32', [3, 4], {}, '[3 4]'],
    ['uint8', [0, 255], { sign: '+' }, '[  +0 +255]'],
    ['int64', [0, 1], { sign: ' ' }, '[ 0  1]'],
    ['int64', [-3, 1], { sign: ' ' }, '[-3  1]'],
    ['bool', [1, 0], { sign: '+' }, '[ True False]'],
  ] as const)('%s of %j under %j prints as %s', (dtype, values, changes, text) => {
    expect(numpyStr(row([...values], dtype), withNumpyOptions(numpyPrintDefaults, changes))).toBe(text);
  });
});

describe('a NumPy scalar', () => {
  it.each([
    [0.5, 'float64', 'np.float64(0.5)', '0.5'],
    [1, 'float64', 'np.float64(1.0)', '1.0'],
    [-0, 'float64', 'np.float64(-0.0)', '-0.0'],
    [1e16, 'float64', 'np.float64(1e+16)', '1e+16'],
    [1e-4, 'float64', 'np.float64(0.0001)', '0.0001'],
    [nan, 'float64', 'np.float64(nan)', 'nan'],
    [-inf, 'float32', 'np.float32(-inf)', '-inf'],
    [0.1, 'float32', 'np.float32(0.1)', '0.1'],
    // Judged by the value, which lies a little below 1e-4.
    [1e-4, 'float32', 'np.float32(1e-04)', '1e-04'],
    [59782352, 'float32', 'np.float32(59782350.0)', '59782350.0'],
    [0, 'float32', 'np.float32(0.0)', '0.0'],
    [1, 'float32', 'np.float32(1.0)', '1.0'],
    // Halfway to the next float32 above (or below): it reads back equal as the mantissa is even.
    [500329984, 'float32', 'np.float32(500330000.0)', '500330000.0'],
    [2841904128, 'float32', 'np.float32(2841904000.0)', '2841904000.0'],
    [2 ** -96, 'float32', 'np.float32(1.2621775e-29)', '1.2621775e-29'],
    // Halfway as well, but the mantissa is odd: fewer digits would read back as a neighbour.
    [160000208, 'float32', 'np.float32(160000210.0)', '160000210.0'],
    [160000592, 'float32', 'np.float32(160000590.0)', '160000590.0'],
    [3, 'int64', 'np.int64(3)', '3'],
    [200, 'uint8', 'np.uint8(200)', '200'],
    [1, 'bool', 'np.True_', 'True'],
    [0, 'bool', 'np.False_', 'False'],
  ] as const)('%d of %s is %s, printed %s', (x, dtype, repr, str) => {
    const value = dtype === 'float32' ? Math.fround(x) : x;
    expect([numpyScalarRepr(value, dtype), numpyScalarStr(value, dtype)]).toEqual([repr, str]);
  });

  it.each([
    [0.5, 'float64', 'array(0.5)', '0.5'],
    [2, 'float64', 'array(2.)', '2.0'],
    [3, 'int64', 'array(3)', '3'],
    [1, 'bool', 'array(True)', 'True'],
    [0.5, 'float32', 'array(0.5, dtype=float32)', '0.5'],
  ] as const)('%d as a 0-d array of %s is %s, printed %s as the scalar', (x, dtype, repr, str) => {
    const array = fromFlat([x], [], dtype);
    expect([numpyRepr(array), numpyStr(array)]).toEqual([repr, str]);
  });
});

it('an array that stands for text is written by its own rule', () => {
  const names = ['red', 'blue'];
  const { storage, shape, strides, offset, dtype } = row([1, 0]);
  const array = { storage, shape, strides, offset, dtype, write: (place: number) => `'${names[place]}'` };
  expect(numpyStr(array)).toBe("['blue' 'red']");
});
