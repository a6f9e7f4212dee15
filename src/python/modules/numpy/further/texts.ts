/** Numbers as text: `binary_repr`, `base_repr`, `format_float_positional`. */
import { allocate, toIndex, toSmallIndex, type Value, valueError } from '../../../objects/index.ts';
import { define, type Entry } from '../functions.ts';

/** Characters that take the room of one element. */
const CHARACTERS_PER_ELEMENT = 8;

function binary(num: Value, width: Value): string {
  const value = toIndex(num);
  const least = width === null ? undefined : toSmallIndex(width);
  allocate(Math.max(0, least ?? 0) / CHARACTERS_PER_ELEMENT);
  if (value >= 0n) {
    const text = value.toString(2);
    if (least !== undefined && text.length > least)
      throw valueError(`Insufficient bit width=${least} provided for binwidth=${text.length}`);
    return text.padStart(least ?? 0, '0');
  }
  if (least === undefined) return `-${(-value).toString(2)}`;
  const needed = (-value - 1n === 0n ? 0 : (-value - 1n).toString(2).length) + 1;
  if (needed > least) throw valueError(`Insufficient bit width=${least} provided for binwidth=${needed}`);
  return BigInt.asUintN(least, value).toString(2).padStart(least, '1');
}

function inBase(number: Value, base: Value, padding: Value): string {
  const [value, radix] = [toIndex(number), toSmallIndex(base)];
  if (radix > 36) throw valueError('Bases greater than 36 not handled in base_repr.');
  if (radix < 2) throw valueError('Bases less than 2 not handled in base_repr.');
  const size = value < 0n ? -value : value;
  const zeroCount = Math.max(0, toSmallIndex(padding));
  allocate(zeroCount / CHARACTERS_PER_ELEMENT);
  const zeros = '0'.repeat(zeroCount);
  const digits = size === 0n ? '' : size.toString(radix).toUpperCase();
  const text = zeros + digits;
  return `${value < 0n ? '-' : ''}${text === '' ? '0' : text}`;
}

export const textFunctions: readonly Entry[] = [
  define('binary_repr', 'num, width=None', binary),
  define('base_repr', 'number, base=2, padding=0', inBase),
];
