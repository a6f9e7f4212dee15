/** The `%` operator of strings: `'%s: %.2f' % (name, value)`. */
import { formatFloatSpec, formatIntSpec } from '../../tensor/format/index.ts';
import { PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { PyError, pyError, typeError, valueError } from '../objects/exceptions.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { asFloat, asIndex, clampToNumber } from './convert.ts';
import { escapeNonAscii } from './quote.ts';
import { bySpec, repr, str } from './text.ts';

const DIRECTIVE =
  /%(?:\((?<key>[^)]*)\))?(?<flags>[-+ #0]*)(?<width>\*|\d*)(?:\.(?<precision>\*|\d*))?[hlL]?(?<type>.?)/gsu;

/** Throws CPython's TypeError where values and directives do not match. */
export function percentFormat(template: string, given: Value): string {
  const values = given instanceof PyTuple ? given.items : [given];
  let used = 0;
  let byName = false;
  const next = (): Value => {
    const value = values[used++];
    if (value === undefined) throw typeError('not enough arguments for format string');
    return value;
  };
  const text = template.replace(DIRECTIVE, (...match) => {
    const groups = match.at(-1) as Partial<Record<'key' | 'flags' | 'width' | 'precision' | 'type', string>>;
    const offset = match.at(-3) as number;
    const { key, type = '' } = groups;
    if (type === '%' && match[0] === '%%') return '%';
    if (type === '') throw valueError('incomplete format');
    let flags = groups.flags ?? '';
    let width = groups.width === '*' ? starred(next()) : Number(groups.width ?? '');
    if (width < 0) {
      flags += '-';
      width = -width;
    }
    const dot = groups.precision;
    const precision = dot === undefined ? undefined : dot === '*' ? starred(next()) : Number(dot);
    if (type === '%') return '%';
    if (!'sradiuoxXeEfFgGc'.includes(type)) throw unsupported(type, offset + match[0].length - type.length);
    if (key !== undefined) byName = true;
    const value = key === undefined ? next() : named(given, key);
    return directive(value, type, flags, width, precision);
  });
  const mapping = given instanceof PyDict || (byName && given instanceof PyObject);
  if (used < values.length && !mapping && !(byName && used === 0))
    throw typeError('not all arguments converted during string formatting');
  return text;
}

function starred(value: Value): number {
  const size = typeof value === 'bigint' ? clampToNumber(value) : undefined;
  if (size === undefined) throw typeError('* wants int');
  return size;
}

function named(given: Value, key: string): Value {
  if (!(given instanceof PyDict)) throw typeError('format requires a mapping');
  const value = given.get(key);
  if (value === undefined) throw pyError('KeyError', key);
  return value;
}

function unsupported(type: string, index: number) {
  const code = (type.codePointAt(0) ?? 0).toString(16);
  return valueError(`unsupported format character '${type}' (0x${code}) at index ${index}`);
}

function directive(
  value: Value,
  type: string,
  flags: string,
  width: number,
  precision: number | undefined,
): string {
  const align = flags.includes('-') ? '<' : '>';
  const pad = (text: string): string =>
    align === '<' ? text.padEnd(Math.min(width, 100_000)) : text.padStart(Math.min(width, 100_000));
  if ('sra'.includes(type)) {
    const whole = type === 's' ? str(value) : type === 'r' ? repr(value) : escapeNonAscii(repr(value));
    return pad(precision === undefined ? whole : whole.slice(0, precision));
  }
  if (type === 'c') return pad(character(value));
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const alternate = flags.includes('#') ? '#' : '';
  const zero = flags.includes('0') && align === '>';
  const layout = `${zero ? '0=' : align}${sign}${alternate}${width === 0 ? '' : width}`;
  if ('diuoxX'.includes(type)) {
    const whole = 'diu'.includes(type);
    const number = whole ? wholeNumber(value, type) : integer(value, type);
    if (precision !== undefined) return withDigits(number, whole ? 'd' : type, { flags, width, precision });
    return bySpec(() => formatIntSpec(number, `${layout}${whole ? '' : type}`));
  }
  const number = asFloat(value);
  if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  return bySpec(() => formatFloatSpec(number, `${layout}.${precision ?? 6}${type}`));
}

type Widths = { readonly flags: string; readonly width: number; readonly precision: number };

/** Returns an int with at least `precision` digits: zeros stand between its sign or prefix and its digits. */
function withDigits(number: bigint, type: string, { flags, width, precision }: Widths): string {
  const plain = bySpec(() => formatIntSpec(number < 0n ? -number : number, type));
  const digits = plain.padStart(Math.min(precision, 100_000), '0');
  const prefix = flags.includes('#') && type !== 'd' ? `0${type}` : '';
  const sign = number < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const size = Math.min(width, 100_000);
  if (flags.includes('-')) return (sign + prefix + digits).padEnd(size);
  const zeros = flags.includes('0') ? digits.padStart(size - sign.length - prefix.length, '0') : digits;
  return (sign + prefix + zeros).padStart(size);
}

/** Returns the converted value; undefined where the conversion raises TypeError, which the caller words anew for the format. */
function unlessTypeError<Result>(convert: () => Result): Result | undefined {
  try {
    return convert();
  } catch (error) {
    if (error instanceof PyError && error.exception.type.name === 'TypeError') return undefined;
    throw error;
  }
}

function wholeNumber(value: Value, type: string): bigint {
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw pyError(
        Number.isNaN(value) ? 'ValueError' : 'OverflowError',
        Number.isNaN(value)
          ? 'cannot convert float NaN to integer'
          : 'cannot convert float infinity to integer',
      );
    return BigInt(Math.trunc(value));
  }
  const index = unlessTypeError(() => asIndex(value));
  if (index !== undefined) return index;
  const float = typeof value === 'string' ? undefined : unlessTypeError(() => asFloat(value));
  if (float === undefined)
    throw typeError(`%${type} format: a real number is required, not ${typeName(value)}`);
  return BigInt(Math.trunc(float));
}

function integer(value: Value, type: string): bigint {
  const index = unlessTypeError(() => asIndex(value));
  if (index === undefined) throw typeError(`%${type} format: an integer is required, not ${typeName(value)}`);
  return index;
}

function character(value: Value): string {
  if (typeof value === 'string' && [...value].length === 1) return value;
  const index = asIndex(value);
  if (index === undefined) throw typeError('%c requires int or char');
  if (index < 0n || index > 0x10ffffn) throw pyError('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(index));
}
