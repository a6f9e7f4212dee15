/** Characters stripped from the ends of a string, or added to them. */
import { allocateText } from '../limits.ts';
import { typeError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { toSmallIndex } from '../operations/convert.ts';
import { characters, codePointCount } from '../operations/items.ts';
import { isSpace } from '../operations/whitespace.ts';

export function strip(self: string, given: Value, sides: 'both' | 'left' | 'right', name: string): string {
  if (given !== null && typeof given !== 'string') throw typeError(`${name} arg must be None or str`);
  const all = characters(self);
  const drops = (character: string | undefined): boolean =>
    character !== undefined && (given === null ? isSpace(character) : given.includes(character));
  let [from, to] = [0, all.length];
  if (sides !== 'right') while (from < to && drops(all[from])) from++;
  if (sides !== 'left') while (to > from && drops(all[to - 1])) to--;
  return all.slice(from, to).join('');
}

export function pad(
  self: string,
  width: Value,
  fill: Value,
  place: 'left' | 'right' | 'center',
  name: string,
): string {
  const character = typeof fill === 'string' ? fill : undefined;
  if (character === undefined)
    throw typeError(`The fill character must be a unicode character, not ${typeName(fill)}`);
  if (codePointCount(character) !== 1)
    throw typeError('The fill character must be exactly one character long');
  const size = toSmallIndex(width);
  const missing = Math.max(0, size - codePointCount(self));
  allocateText(missing);
  // CPython puts the odd one to the left where the width is odd too.
  const left = name === 'center' ? (missing >> 1) + (missing & size & 1) : place === 'right' ? missing : 0;
  return character.repeat(left) + self + character.repeat(missing - left);
}

export function zeroFill(self: string, width: Value): string {
  const sign = /^[-+]/.exec(self)?.[0] ?? '';
  const missing = Math.max(0, toSmallIndex(width) - codePointCount(self));
  allocateText(missing);
  return sign + '0'.repeat(missing) + self.slice(sign.length);
}

export function expandTabs(self: string, size: Value): string {
  const width = toSmallIndex(size);
  let column = 0;
  return characters(self)
    .map((character) => {
      if (character === '\n' || character === '\r') column = -1;
      const length = character === '\t' ? (width <= 0 ? 0 : width - (column % width)) : 1;
      column += length;
      if (character !== '\t') return character;
      allocateText(length);
      return ' '.repeat(length);
    })
    .join('');
}
