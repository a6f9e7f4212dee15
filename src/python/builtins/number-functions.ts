/** `abs`, `round`, `sum`, `min` and other functions of numbers. */
import { nativeFunction } from '../objects/callables.ts';
import { PyTuple, UNSET } from '../objects/collections.ts';
import { pyError, typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { binary, unary } from '../operations/binary.ts';
import { call, callSpecial } from '../operations/call.ts';
import { compare } from '../operations/compare.ts';
import { asIndex, toIndex } from '../operations/convert.ts';
import { each, toArray } from '../operations/iterate.ts';
import { powerModulo } from '../operations/numbers.ts';
import { roundFloat, roundInt } from '../operations/round.ts';
import { isTrue } from '../operations/truth.ts';

function absolute(value: Value): Value {
  if (typeof value === 'number') return Math.abs(value);
  const index = typeof value === 'boolean' || typeof value === 'bigint' ? BigInt(value) : undefined;
  if (index !== undefined) return index < 0n ? unary('-', index) : index;
  const own = callSpecial(value, '__abs__');
  if (own === undefined) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return own;
}

function round(value: Value, digits: Value): Value {
  if (typeof value === 'number')
    return digits === null ? roundFloat(value) : roundFloat(value, toIndex(digits));
  if (typeof value === 'bigint' || typeof value === 'boolean')
    return digits === null ? BigInt(value) : roundInt(BigInt(value), toIndex(digits));
  const own = digits === null ? callSpecial(value, '__round__') : callSpecial(value, '__round__', digits);
  if (own === undefined) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  return own;
}

/** Neumaier's compensated sum of floats, as CPython has it since 3.12. */
function sum(iterable: Value, start: Value): Value {
  if (typeof start === 'string') throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: Value = start;
  let compensation = 0;
  let compensated = false;
  for (const item of each(iterable)) {
    const isPlain = typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean';
    if (typeof total === 'number' && isPlain) {
      const x: number = Number(item);
      if (typeof item === 'number') {
        const next: number = total + x;
        compensation += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
        total = next;
        compensated = true;
      } else total += x;
      continue;
    }
    if (compensated && typeof total === 'number') total = settled(total, compensation);
    compensated = false;
    compensation = 0;
    total = binary('+', total, item) as typeof total;
  }
  return compensated && typeof total === 'number' ? settled(total, compensation) : total;
}

function settled(total: number, compensation: number): number {
  return compensation !== 0 && Number.isFinite(compensation) ? total + compensation : total;
}

function extreme(name: 'min' | 'max', args: PyTuple, key: Value, absent: Value): Value {
  const [only] = args.items;
  if (only === undefined) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (args.items.length > 1 && absent !== UNSET)
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  const items = args.items.length > 1 ? args.items : toArray(only);
  let best: Value = UNSET;
  let bestKey: Value = null;
  for (const item of items) {
    const itemKey = key === null ? item : call(key, [item]);
    if (best === UNSET || isTrue(compare(name === 'min' ? '<' : '>', itemKey, bestKey))) {
      best = item;
      bestKey = itemKey;
    }
  }
  if (best !== UNSET) return best;
  if (absent === UNSET) throw valueError(`${name}() iterable argument is empty`);
  return absent;
}

function divmod(a: Value, b: Value): Value {
  const own = callSpecial(a, '__divmod__', b) ?? callSpecial(b, '__rdivmod__', a);
  if (own !== undefined) return own;
  const isNumber = (value: Value) => ['number', 'bigint', 'boolean'].includes(typeof value);
  if (!isNumber(a) && typeof a !== 'object')
    throw typeError(`unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`);
  if ((typeof a === 'bigint' || typeof a === 'boolean') && asIndex(b) === 0n)
    throw pyError('ZeroDivisionError', 'integer division or modulo by zero');
  if (isNumber(a) && isNumber(b) && Number(b) === 0) throw pyError('ZeroDivisionError', 'float divmod()');
  return new PyTuple([binary('//', a, b), binary('%', a, b)]);
}

function based(value: Value, radix: number, prefix: string): string {
  const index = toIndex(value);
  return `${index < 0n ? '-' : ''}${prefix}${(index < 0n ? -index : index).toString(radix)}`;
}

export const numberFunctions = [
  nativeFunction('abs', 'x, /', absolute),
  nativeFunction('round', 'number, ndigits=None', round),
  nativeFunction('sum', 'iterable, /, start=0', sum),
  nativeFunction('min', '*args, key=None, default=?', (args, key, absent) =>
    extreme('min', args, key, absent),
  ),
  nativeFunction('max', '*args, key=None, default=?', (args, key, absent) =>
    extreme('max', args, key, absent),
  ),
  nativeFunction('divmod', 'x, y, /', divmod),
  nativeFunction('pow', 'base, exp, mod=None', (base, exponent, divisor) =>
    divisor === null
      ? binary('**', base, exponent)
      : powerModulo(toIndex(base), toIndex(exponent), toIndex(divisor)),
  ),
  nativeFunction('bin', 'number, /', (value) => based(value, 2, '0b')),
  nativeFunction('oct', 'number, /', (value) => based(value, 8, '0o')),
  nativeFunction('hex', 'number, /', (value) => based(value, 16, '0x')),
];
