import { describe, expect, it } from 'vitest';
import {
  FormatSpecError,
  formatFloatSpec,
  formatIntSpec,
  formatStringSpec,
} from '../../../src/tensor/format/index.ts';

/** The error that `run` throws, as Python would show it. */
function raised(run: () => string): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof FormatSpecError)) throw error;
    expect(error.name).toBe('FormatSpecError');
    return `${error.pythonType}: ${error.message}`;
  }
  throw new Error('expected a FormatSpecError');
}

describe('format of a Python float', () => {
  it.each([
    // f: ties on the exact binary value go to the even digit.
    [0.5, '.0f', '0'],
    [1.5, '.0f', '2'],
    [2.5, '.0f', '2'],
    [0.125, '.2f', '0.12'],
    [2.675, '.2f', '2.67'],
    [1234567.891, 'f', '1234567.891000'],
    [1e22, '.1f', '10000000000000000000000.0'],
    [0.0004, '.3f', '0.000'],
    [2.5, '#.0f', '2.'],
    // e: at least two exponent digits; a carry moves the exponent.
    [12345, 'e', '1.234500e+04'],
    [9.9996, '.3e', '1.000e+01'],
    [0, '.2e', '0.00e+00'],
    [1e23, '.16e', '9.9999999999999992e+22'],
    [1e23, '.3e', '1.000e+23'],
    [1e22, '.3e', '1.000e+22'],
    [-1e22, '.3E', '-1.000E+22'],
    [5e-324, '.3E', '4.941E-324'],
    [1e16, '#.0e', '1.e+16'],
    // g: an exponent below -4 or from the precision on, trailing zeros dropped unless #.
    [123456, 'g', '123456'],
    [1234567, 'g', '1.23457e+06'],
    [0.0001, 'g', '0.0001'],
    [0.00001, 'G', '1E-05'],
    [100, '.0g', '1e+02'],
    [123, '#g', '123.000'],
    [1234.5, 'n', '1234.5'],
    // No type: like g, but one digit after the point.
    [123, '', '123.0'],
    [1e16, '#', '1.e+16'],
    [100, '.3', '1e+02'],
    [100, '.4', '100.0'],
    [0, '.1', '0e+00'],
    // Percent.
    [0.256, '.1%', '25.6%'],
    [1e308, '%', 'inf%'],
    [0.5, '#.0%', '50.%'],
    // Sign; z turns a rounded negative zero positive.
    [1.5, '+.1f', '+1.5'],
    [1.5, ' .1f', ' 1.5'],
    [1.5, '-.1f', '1.5'],
    [-0.04, '.1f', '-0.0'],
    [-0.04, 'z.1f', '0.0'],
    [-0, 'z.1e', '0.0e+00'],
    [-10, 'z.1f', '-10.0'],
    // Width, fill and alignment.
    [3.14, '8.1f', '     3.1'],
    [3.14, '<8.1f', '3.1     '],
    [3.14, '*^8.1f', '**3.1***'],
    [-3.14, '=8.1f', '-    3.1'],
    [-3.14, '08.1f', '-00003.1'],
    // Grouping, zeros included.
    [1234567.891, ',.2f', '1,234,567.89'],
    [1234567.891, '_', '1_234_567.891'],
    [1234.5, '010,.1f', '0,001,234.5'],
    [1234.5, '011,.1f', '0,001,234.5'],
    [1e16, '012,', '0,000,001e+16'],
    [1234.5, '0<12,', '1,234.500000'],
    [1234.5, '*=12,', '*****1,234.5'],
    // nan and inf.
    [Number.NaN, '.2f', 'nan'],
    [Number.NaN, '+F', '+NAN'],
    [Number.NEGATIVE_INFINITY, '08', '-0000inf'],
    [Number.POSITIVE_INFINITY, '012,', '000000000inf'],
  ])('format(%d, %j) is %j', (x, spec, text) => {
    expect(formatFloatSpec(x, spec)).toBe(text);
  });

  it.each([
    ['d', "ValueError: Unknown format code 'd' for object of type 'float'"],
    ['5 ', "ValueError: Unknown format code '\\x20' for object of type 'float'"],
    ['\x01', "ValueError: Unknown format code '\\x1' for object of type 'float'"],
    ['\x7f', "ValueError: Unknown format code '\x7f' for object of type 'float'"],
    ['\x80', "ValueError: Unknown format code '\\x80' for object of type 'float'"],
    ['é', "ValueError: Unknown format code '\\xe9' for object of type 'float'"],
    ['ee', "ValueError: Invalid format specifier 'ee' for object of type 'float'"],
    ['.f', 'ValueError: Format specifier missing precision'],
    [',_', "ValueError: Cannot specify both ',' and '_'."],
    ['_,', "ValueError: Cannot specify both ',' and '_'."],
    [',,', "ValueError: Cannot specify ',' with ','."],
    ['_n', "ValueError: Cannot specify '_' with 'n'."],
    [
      '.100001f',
      'ValueError: width and precision of a format specifier may be at most 100000 here, got 100001',
    ],
  ])('refuses %j', (spec, error) => {
    expect(raised(() => formatFloatSpec(1.5, spec))).toBe(error);
  });
});

describe('format of a Python int', () => {
  it.each([
    [0, '+', '+0'],
    [12345, '', '12345'],
    [12345, 'd', '12345'],
    [12345, 'n', '12345'],
    [-12345, ',', '-12,345'],
    [12345, '08,', '0,012,345'],
    [255, 'x', 'ff'],
    [255, '#X', '0XFF'],
    [-5, '#b', '-0b101'],
    [8, 'o', '10'],
    [12345, '_b', '11_0000_0011_1001'],
    [12345, '#010_x', '0x000_3039'],
    [97, '>3c', '  a'],
    [0, 'c', '\0'],
    [0x10ffff, 'c', '\u{10ffff}'],
    [7, '+', '+7'],
    [7, '^5', '  7  '],
    [3, '.2f', '3.00'],
    [3, '%', '300.000000%'],
    [10n ** 25n, ',', '10,000,000,000,000,000,000,000,000'],
    [10n ** 25n, '.1f', '10000000000000000905969664.0'],
  ])('format(%d, %j) is %j', (x, spec, text) => {
    expect(formatIntSpec(x, spec)).toBe(text);
  });

  it.each([
    [1, 's', "ValueError: Unknown format code 's' for object of type 'int'"],
    [1, '.2', 'ValueError: Precision not allowed in integer format specifier'],
    [1, 'z', 'ValueError: Negative zero coercion (z) not allowed in integer format specifier'],
    [1, ',x', "ValueError: Cannot specify ',' with 'x'."],
    [1, '+c', "ValueError: Sign not allowed with integer format specifier 'c'"],
    [1, '#c', "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"],
    [-1, 'c', 'OverflowError: %c arg not in range(0x110000)'],
    [0x110000, 'c', 'OverflowError: %c arg not in range(0x110000)'],
    [2n ** 63n, 'c', 'OverflowError: Python int too large to convert to C long'],
    [10n ** 400n, 'f', 'OverflowError: int too large to convert to float'],
  ])('refuses format(%d, %j)', (x, spec, error) => {
    expect(raised(() => formatIntSpec(x, spec))).toBe(error);
  });
});

describe('format of a Python str', () => {
  it('is up to 100000 wide', () => {
    expect(formatStringSpec('abc', '100000')).toHaveLength(100_000);
  });

  it.each([
    ['abc', '', 'abc'],
    ['abc', '5s', 'abc  '],
    ['abc', '>5', '  abc'],
    ['abc', '*^6', '*abc**'],
    ['abc', '.2', 'ab'],
    ['abc', '05', 'abc00'],
    ['a😀b', '4.2', 'a😀  '],
    ['a', '😀<3', 'a😀😀'],
    ['a', '\n>3', '\n\na'],
  ])('format(%j, %j) is %j', (value, spec, text) => {
    expect(formatStringSpec(value, spec)).toBe(text);
  });

  it.each([
    ['d', "ValueError: Unknown format code 'd' for object of type 'str'"],
    ['+', 'ValueError: Sign not allowed in string format specifier'],
    [' ', 'ValueError: Space not allowed in string format specifier'],
    ['z', 'ValueError: Negative zero coercion (z) not allowed in string format specifier'],
    ['#', 'ValueError: Alternate form (#) not allowed in string format specifier'],
    ['=5', "ValueError: '=' alignment not allowed in string format specifier"],
    [',', "ValueError: Cannot specify ',' with 's'."],
  ])('refuses %j', (spec, error) => {
    expect(raised(() => formatStringSpec('abc', spec))).toBe(error);
  });
});
