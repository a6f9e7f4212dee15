/** `int`, `float` and `bool`: their constructors and methods. */
import { PyTuple, UNSET } from '../objects/collections.ts';
import { pyError, typeError, valueError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { boolType, floatType, intType, strType, typeName } from '../objects/types.ts';
import { callSpecial } from '../operations/call.ts';
import { asFloat, toIndex } from '../operations/convert.ts';
import { bitLength } from '../operations/numbers.ts';
import { repr, str } from '../operations/text.ts';
import { isTrue } from '../operations/truth.ts';

type Whole = bigint | boolean;
const isWhole = (value: Value): value is Whole => typeof value === 'bigint' || typeof value === 'boolean';
const isFloat = (value: Value): value is number => typeof value === 'number';

function parseInteger(text: string, base: number): bigint {
  const bad = () => valueError(`invalid literal for int() with base ${base}: ${repr(text)}`);
  const match = /^([-+]?)(0[xX]_?|0[oO]_?|0[bB]_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(
    plainDigits(text.trim()),
  );
  if (match === null) throw bad();
  const [, sign, prefix = '', digits = ''] = match;
  const marked = { x: 16, o: 8, b: 2 }[prefix.charAt(1).toLowerCase()];
  if (prefix !== '' && base !== 0 && base !== marked) {
    if (marked !== 2 || base !== 16) throw bad();
  }
  const radix = base === 0 ? (marked ?? 10) : base;
  const wanted = prefix !== '' && base === 16 && marked === 2 ? `${prefix}${digits}` : digits;
  if (base === 0 && prefix === '' && /^0+[1-9]/.test(digits)) throw bad();
  let value = 0n;
  const plain = wanted.replaceAll('_', '');
  if (plain.length > 4300 && radix === 10)
    throw valueError(
      `Exceeds the limit (4300 digits) for integer string conversion: value has ${plain.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  for (const digit of plain) {
    const size = Number.parseInt(digit, 36);
    if (Number.isNaN(size) || size >= radix) throw bad();
    value = value * BigInt(radix) + BigInt(size);
  }
  return sign === '-' ? -value : value;
}

/** Other scripts' decimal digits count as the ASCII ones. */
function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    if (code < 128) return digit;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}

function toInteger(value: Value, base: Value): Value {
  if (base !== UNSET) {
    if (typeof value !== 'string') throw typeError("int() can't convert non-string with explicit base");
    const radix = Number(toIndex(base));
    if (radix !== 0 && (radix < 2 || radix > 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
    return parseInteger(value, radix);
  }
  if (typeof value === 'string') return parseInteger(value, 10);
  if (typeof value === 'number') return truncate(value);
  if (isWhole(value)) return BigInt(value);
  const own = callSpecial(value, '__int__') ?? callSpecial(value, '__index__');
  if (own !== undefined && own !== null) return own;
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function truncate(value: number): bigint {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

function toFloating(value: Value): number {
  if (typeof value === 'string') {
    const text = plainDigits(value.trim());
    const special = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text);
    if (special !== null) {
      const size = special[2]?.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
      return special[1] === '-' ? -size : size;
    }
    if (/^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i.test(text))
      return Number(text.replaceAll('_', ''));
    throw valueError(`could not convert string to float: ${repr(value)}`);
  }
  const float = asFloat(value);
  if (float === undefined)
    throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  return float;
}

/** Returns the exact fraction of a float. */
function integerRatio(value: number): PyTuple {
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert Infinity to integer ratio');
  let top = value;
  let halvings = 0n;
  while (!Number.isInteger(top)) {
    top *= 2;
    halvings++;
  }
  return new PyTuple([BigInt(top), 2n ** halvings]);
}

export function defineNumberMembers(): void {
  members(intType, isWhole)
    .constructs('x=0, base=?', (_type, x, base) => toInteger(x, base))
    .getter('real', (self) => BigInt(self))
    .getter('imag', () => 0n)
    .getter('numerator', (self) => BigInt(self))
    .getter('denominator', () => 1n)
    .method('bit_length', '', (self) => BigInt(bitLength(BigInt(self))))
    .method('bit_count', '', (self) =>
      BigInt([...BigInt(self).toString(2)].filter((bit) => bit === '1').length),
    )
    .method('conjugate', '', (self) => BigInt(self))
    .method('is_integer', '', () => true)
    .method('as_integer_ratio', '', (self) => new PyTuple([BigInt(self), 1n]));
  members(floatType, isFloat)
    .constructs('x=0.0, /', (_type, x) => toFloating(x))
    .getter('real', (self) => self)
    .getter('imag', () => 0)
    .method('is_integer', '', (self) => Number.isInteger(self))
    .method('conjugate', '', (self) => self)
    .method('as_integer_ratio', '', integerRatio)
    .method('hex', '', (self) => floatHex(self));
  members(boolType, isWhole).constructs('object=False, /', (_type, value) => isTrue(value));
  members(strType, (value): value is string => typeof value === 'string').constructs(
    "object='', encoding=?, errors=?",
    (_type, value) => str(value),
  );
}

function floatHex(value: number): string {
  if (!Number.isFinite(value)) return repr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  let size = Math.abs(value);
  if (size === 0) return `${sign}0x0.0p+0`;
  let exponent = 0;
  while (size >= 2) {
    size /= 2;
    exponent++;
  }
  while (size < 1 && exponent > -1022) {
    size *= 2;
    exponent--;
  }
  const fraction = BigInt(Math.round((size % 1) * 2 ** 52))
    .toString(16)
    .padStart(13, '0');
  return `${sign}0x${Math.trunc(size)}.${fraction}p${exponent < 0 ? '' : '+'}${exponent}`;
}
