/** `repr`, `format`, `ord` and other functions of text. */
import { nativeFunction } from '../objects/callables.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import { typeName } from '../objects/types.ts';
import { toIndex } from '../operations/convert.ts';
import { lengthOf } from '../operations/items.ts';
import { escapeNonAscii } from '../operations/quote.ts';
import { format, repr } from '../operations/text.ts';

export const textFunctions = [
  nativeFunction('repr', 'obj, /', repr),
  nativeFunction('ascii', 'obj, /', (value) => escapeNonAscii(repr(value))),
  nativeFunction('format', "value, format_spec='', /", (value, spec) => {
    if (typeof spec !== 'string') throw typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
    return format(value, spec);
  }),
  nativeFunction('len', 'obj, /', lengthOf),
  nativeFunction('ord', 'c, /', (character) => {
    if (typeof character !== 'string')
      throw typeError(`ord() expected string of length 1, but ${typeName(character)} found`);
    const length = lengthOf(character);
    if (length !== 1n) throw typeError(`ord() expected a character, but string of length ${length} found`);
    return BigInt(character.codePointAt(0) ?? 0);
  }),
  nativeFunction('chr', 'i, /', (code) => {
    const index = toIndex(code);
    if (index < 0n || index > 0x10ffffn) throw valueError('chr() arg not in range(0x110000)');
    return String.fromCodePoint(Number(index));
  }),
];
