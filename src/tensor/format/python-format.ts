/** `format(x, spec)` for Python's floats, ints and strings. */
import { fixedDecimals, significantDigits } from './exact-decimal.ts';
import {
  type FormatSpec,
  FormatSpecError,
  layoutNumber,
  pad,
  parseFormatSpec,
  unknownCode,
} from './format-spec.ts';
import {
  exponentForm,
  minusSign,
  nonFiniteText,
  positionalForm,
  pythonFloatRepr,
  withPoint,
} from './python-float.ts';

const FLOAT_TYPES = 'eEfFgG%';

/**
 * Python's `format(x, spec)` for a float: types `e E f F g G n %` and none, correctly rounded (half to even on the
 * exact binary value), with fill, align, sign, `z`, `#`, zero padding, width, grouping and precision.
 *
 * @throws FormatSpecError with CPython's message when the spec is not one for floats.
 * @example formatFloatSpec(2.5, '.0f') is '2'; formatFloatSpec(1234.5, '>+12,.2f') is '   +1,234.50'
 */
export function formatFloatSpec(x: number, spec: string): string {
  const parsed = parseFormatSpec(spec, 'float');
  if (!`${FLOAT_TYPES}n`.includes(parsed.type)) throw unknownCode(parsed.type, 'float');
  return layoutFloat(x, parsed);
}

/**
 * Python's `format(x, spec)` for an int: types `b c d n o x X` and none, and the float types through a float.
 *
 * @throws FormatSpecError with CPython's message, an OverflowError when `x` is too large for a float or `c`.
 * @example formatIntSpec(255, '#06x') is '0x00ff'; formatIntSpec(12345, ',') is '12,345'
 */
export function formatIntSpec(x: number | bigint, spec: string): string {
  const parsed = parseFormatSpec(spec, 'int');
  const { type } = parsed;
  if (type !== '' && FLOAT_TYPES.includes(type)) {
    if (Number.isFinite(Number(x))) return layoutFloat(Number(x), parsed);
    throw new FormatSpecError('int too large to convert to float', 'OverflowError');
  }
  if (!'bcdnoxX'.includes(type)) throw unknownCode(type, 'int');
  if (parsed.precision !== undefined)
    throw new FormatSpecError('Precision not allowed in integer format specifier');
  if (parsed.zeroIsPositive)
    throw new FormatSpecError('Negative zero coercion (z) not allowed in integer format specifier');
  if (type === 'c') return formatCharacter(BigInt(x), parsed);
  const radix = { b: 2, o: 8, x: 16, X: 16 }[type] ?? 10;
  const size = x < 0 ? -BigInt(x) : BigInt(x);
  return layoutNumber(
    {
      sign: signText(x < 0, parsed),
      prefix: parsed.alternate && radix !== 10 ? `0${type}` : '',
      digits: cased(size.toString(radix), type),
      rest: '',
    },
    parsed,
  );
}

/**
 * Python's `format(text, spec)` for a str: fill, align, width, a precision that cuts, and type `s` or none.
 *
 * @throws FormatSpecError with CPython's message when the spec is not one for strings.
 * @example formatStringSpec('abc', '*^7.2') is '**ab***'
 */
export function formatStringSpec(text: string, spec: string): string {
  const parsed = parseFormatSpec(spec, 'str');
  const refuse = (what: string) => new FormatSpecError(`${what} not allowed in string format specifier`);
  if (!'s'.includes(parsed.type)) throw unknownCode(parsed.type, 'str');
  if (parsed.sign !== '') throw refuse(parsed.sign === ' ' ? 'Space' : 'Sign');
  if (parsed.zeroIsPositive) throw refuse('Negative zero coercion (z)');
  if (parsed.alternate) throw refuse('Alternate form (#)');
  if (parsed.align === '=') throw refuse("'=' alignment");
  return pad([...text].slice(0, parsed.precision).join(''), parsed);
}

function formatCharacter(code: bigint, spec: FormatSpec): string {
  const refuse = (what: string) =>
    new FormatSpecError(`${what} not allowed with integer format specifier 'c'`);
  if (spec.sign !== '') throw refuse('Sign');
  if (spec.alternate) throw refuse('Alternate form (#)');
  if (BigInt.asIntN(64, code) !== code)
    throw new FormatSpecError('Python int too large to convert to C long', 'OverflowError');
  if (code < 0n || code > 0x10ffffn)
    throw new FormatSpecError('%c arg not in range(0x110000)', 'OverflowError');
  return layoutNumber({ sign: '', prefix: '', digits: '', rest: String.fromCodePoint(Number(code)) }, spec);
}

function layoutFloat(x: number, spec: FormatSpec): string {
  const percent = spec.type === '%' ? '%' : '';
  const value = percent ? x * 100 : x;
  const text = cased(nonFiniteText(Math.abs(value)) ?? finiteText(Math.abs(value), spec), spec.type);
  const split = text.search(/\D|$/);
  const roundsToZero = /^[0.]+(e|$)/i.test(text);
  const negative = minusSign(value) !== '' && !(spec.zeroIsPositive && roundsToZero);
  return layoutNumber(
    {
      sign: signText(negative, spec),
      prefix: '',
      digits: text.slice(0, split),
      rest: text.slice(split) + percent,
    },
    spec,
  );
}

function finiteText(size: number, { type, precision, alternate }: FormatSpec): string {
  const text = typedText(size, type, precision, alternate);
  return alternate && !text.includes('.') ? text.replace(/\d+/, '$&.') : text;
}

function typedText(size: number, type: string, precision: number | undefined, keepsZeros: boolean): string {
  if ('eE'.includes(type) && type !== '') return exponentForm(significantDigits(size, (precision ?? 6) + 1));
  if ('fF%'.includes(type) && type !== '') return fixedDecimals(size, precision ?? 6);
  if (type === '' && precision === undefined) return pythonFloatRepr(size);
  return generalForm(size, Math.max(precision ?? 6, 1), keepsZeros, type === '');
}

/** `g`: `precision` significant digits, with an exponent where that reads better; a bare type keeps a fraction. */
function generalForm(size: number, precision: number, keepsZeros: boolean, keepsFraction: boolean): string {
  const { digits, exponent } = significantDigits(size, precision);
  const decimal = { digits: keepsZeros ? digits : digits.replace(/(?<=.)0+$/, ''), exponent };
  if (exponent < -4 || exponent >= precision - (keepsFraction ? 1 : 0)) return exponentForm(decimal);
  const text = positionalForm(decimal);
  return keepsFraction ? withPoint(text) : text;
}

function signText(negative: boolean, { sign }: FormatSpec): string {
  if (negative) return '-';
  return sign === '-' ? '' : sign;
}

function cased(text: string, type: string): string {
  return 'EFGX'.includes(type) && type !== '' ? text.toUpperCase() : text;
}
