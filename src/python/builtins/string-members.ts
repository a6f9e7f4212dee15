/** The methods of str. */

import { allocate } from '../limits.ts';
import { PyList, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import { type Members, members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { strType, typeName } from '../objects/types.ts';
import { toSmallIndex } from '../operations/convert.ts';
import { characters, codePointCount, getItem } from '../operations/items.ts';
import { iterate, toArray } from '../operations/iterate.ts';
import { isPrintable } from '../operations/quote.ts';
import { isTrue } from '../operations/truth.ts';
import { isSpace, linesWithEnds, withoutEnd } from '../operations/whitespace.ts';
import { formatTemplate } from './format-template.ts';

const isString = (value: Value): value is string => typeof value === 'string';

function text(value: Value, what: string): string {
  if (typeof value !== 'string') throw typeError(`${what}, not ${typeName(value)}`);
  return value;
}

/** The part of a string that `start` and `stop` of `find` and its like leave, and where it begins. */
function within(
  self: string,
  start: Value,
  stop: Value,
): { readonly part: readonly string[]; readonly from: number; readonly empty: boolean } {
  const all = characters(self);
  const clamp = (value: Value, absent: number): number => {
    if (value === null) return absent;
    const index = toSmallIndex(value);
    return index < 0 ? Math.max(0, index + all.length) : index;
  };
  const from = clamp(start, 0);
  const to = Math.min(clamp(stop, all.length), all.length);
  return { part: all.slice(from, to), from, empty: from > to };
}

function find(self: string, wanted: Value, start: Value, stop: Value, last: boolean, name: string): bigint {
  const needle = text(wanted, `${name}() argument 1 must be str`);
  const { part, from, empty } = within(self, start, stop);
  if (empty) return -1n;
  const joined = part.join('');
  const at = last ? joined.lastIndexOf(needle) : joined.indexOf(needle);
  return at === -1 ? -1n : BigInt(codePointCount(joined.slice(0, at)) + from);
}

function findOrThrow(...args: Parameters<typeof find>): bigint {
  const at = find(...args);
  if (at === -1n) throw valueError('substring not found');
  return at;
}

function affix(
  self: string,
  wanted: Value,
  start: Value,
  stop: Value,
  name: 'startswith' | 'endswith',
): boolean {
  const candidates = wanted instanceof PyTuple ? wanted.items : [wanted];
  const { part, empty } = within(self, start, stop);
  const joined = part.join('');
  return candidates.some((candidate) => {
    if (typeof candidate !== 'string')
      throw typeError(
        wanted instanceof PyTuple
          ? `tuple for ${name} must only contain str, not ${typeName(candidate)}`
          : `${name} first arg must be str or a tuple of str, not ${typeName(candidate)}`,
      );
    return !empty && (name === 'startswith' ? joined.startsWith(candidate) : joined.endsWith(candidate));
  });
}

function strip(self: string, given: Value, sides: 'both' | 'left' | 'right', name: string): string {
  if (given !== null && typeof given !== 'string') throw typeError(`${name} arg must be None or str`);
  const all = characters(self);
  const drops = (character: string | undefined): boolean =>
    character !== undefined && (given === null ? isSpace(character) : given.includes(character));
  let [from, to] = [0, all.length];
  if (sides !== 'right') while (from < to && drops(all[from])) from++;
  if (sides !== 'left') while (to > from && drops(all[to - 1])) to--;
  return all.slice(from, to).join('');
}

function split(self: string, separator: Value, limit: Value): PyList {
  const most = toSmallIndex(limit);
  if (separator === null) return new PyList(splitAtSpace(self, most));
  const mark = text(separator, 'must be str or None');
  if (mark === '') throw valueError('empty separator');
  const parts = self.split(mark);
  if (most >= 0 && parts.length > most + 1) parts.splice(most, parts.length, parts.slice(most).join(mark));
  allocate(parts.length);
  return new PyList(parts);
}

function splitAtSpace(self: string, most: number): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let at = 0; at <= self.length; at++) {
    const space = at === self.length || isSpace(self.charAt(at));
    if (!space && start === -1) start = at;
    if (start === -1) continue;
    if (most >= 0 && parts.length >= most)
      return [...parts, strip(self.slice(start), null, 'right', 'split')];
    if (!space) continue;
    parts.push(self.slice(start, at));
    start = -1;
  }
  return parts;
}

function splitFromRight(self: string, separator: Value, limit: Value): PyList {
  const most = toSmallIndex(limit);
  if (most < 0) return split(self, separator, -1n);
  const mirror = (value: string) => [...value].reverse().join('');
  const mirrored = split(mirror(self), typeof separator === 'string' ? mirror(separator) : separator, limit);
  return new PyList(mirrored.items.map((part) => mirror(part as string)).reverse());
}

function splitLines(self: string, keep: boolean): PyList {
  const lines = linesWithEnds(self);
  return new PyList(keep ? lines : lines.map(withoutEnd));
}

function partition(self: string, separator: Value, last: boolean): PyTuple {
  const mark = text(separator, 'must be str');
  if (mark === '') throw valueError('empty separator');
  const at = last ? self.lastIndexOf(mark) : self.indexOf(mark);
  if (at === -1) return new PyTuple(last ? ['', '', self] : [self, '', '']);
  return new PyTuple([self.slice(0, at), mark, self.slice(at + mark.length)]);
}

function join(self: string, iterable: Value): string {
  if (typeof iterable !== 'string' && (iterable === null || typeof iterable !== 'object'))
    throw typeError('can only join an iterable');
  const parts = toArray(iterable).map((part, index) => {
    if (typeof part !== 'string')
      throw typeError(`sequence item ${index}: expected str instance, ${typeName(part)} found`);
    return part;
  });
  allocate(parts.reduce((length, part) => length + part.length + self.length, 0) >> 3);
  return parts.join(self);
}

function replace(self: string, old: Value, fresh: Value, count: Value): string {
  const from = text(old, 'replace() argument 1 must be str');
  const to = text(fresh, 'replace() argument 2 must be str');
  const most = toSmallIndex(count);
  const pieces = from === '' ? ['', ...characters(self), ''] : self.split(from);
  if (most >= 0 && pieces.length > most + 1)
    pieces.splice(most, pieces.length, pieces.slice(most).join(from));
  allocate((self.length + pieces.length * to.length) >> 3);
  return pieces.join(to);
}

function pad(
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
  allocate(missing >> 3);
  // CPython puts the odd one to the left where the width is odd too.
  const left = name === 'center' ? (missing >> 1) + (missing & size & 1) : place === 'right' ? missing : 0;
  return character.repeat(left) + self + character.repeat(missing - left);
}

function title(self: string): string {
  return self.replace(
    /(\p{L})(\p{L}*)/gu,
    (_whole, first: string, rest: string) => capitalFirst(first) + rest.toLowerCase(),
  );
}

function capitalFirst(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length > letter.length ? upper.charAt(0) + upper.slice(1).toLowerCase() : upper;
}

function capitalize(self: string): string {
  const [first = '', ...rest] = characters(self);
  return capitalFirst(first) + rest.join('').toLowerCase();
}

function swapCase(self: string): string {
  return characters(self)
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');
}

function zeroFill(self: string, width: Value): string {
  const sign = /^[-+]/.exec(self)?.[0] ?? '';
  const missing = Math.max(0, toSmallIndex(width) - codePointCount(self));
  allocate(missing >> 3);
  return sign + '0'.repeat(missing) + self.slice(sign.length);
}

function count(self: string, wanted: Value, start: Value, stop: Value): bigint {
  const needle = text(wanted, 'count() argument 1 must be str');
  const { part, empty } = within(self, start, stop);
  if (empty) return 0n;
  return BigInt(needle === '' ? part.length + 1 : part.join('').split(needle).length - 1);
}

function expandTabs(self: string, size: Value): string {
  const width = toSmallIndex(size);
  let column = 0;
  return characters(self)
    .map((character) => {
      if (character === '\n' || character === '\r') column = -1;
      const length = character === '\t' ? (width <= 0 ? 0 : width - (column % width)) : 1;
      column += length;
      return character === '\t' ? ' '.repeat(length) : character;
    })
    .join('');
}

function translate(self: string, table: Value): string {
  return characters(self)
    .map((character) => {
      const key = BigInt(character.codePointAt(0) ?? 0);
      const found = table instanceof PyDict ? table.get(key) : getItem(table, key);
      if (found === undefined) return character;
      if (found === null) return '';
      return typeof found === 'bigint' ? String.fromCodePoint(Number(found)) : (found as string);
    })
    .join('');
}

function makeTranslation(from: Value, to: Value, drop: Value): PyDict {
  const table = new PyDict();
  if (to === null) {
    if (!(from instanceof PyDict))
      throw typeError('if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of from.entries())
      table.set(typeof key === 'string' ? BigInt(key.codePointAt(0) ?? 0) : key, value);
    return table;
  }
  const [old, fresh] = [
    characters(text(from, 'maketrans() argument 1 must be str')),
    characters(text(to, 'maketrans() argument 2 must be str')),
  ];
  if (old.length !== fresh.length)
    throw valueError('the first two maketrans arguments must have equal length');
  const code = (character: string | undefined) => BigInt(character?.codePointAt(0) ?? 0);
  for (const [index, character] of old.entries()) table.set(code(character), code(fresh[index]));
  for (const character of typeof drop === 'string' ? drop : '') table.set(code(character), null);
  return table;
}

const TESTS: Readonly<Record<string, (character: string) => boolean>> = {
  isdigit: (character) => /[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u.test(character),
  isdecimal: (character) => /\p{Nd}/u.test(character),
  isnumeric: (character) => /\p{N}/u.test(character),
  isalpha: (character) => /\p{L}/u.test(character),
  isalnum: (character) => /[\p{L}\p{N}]/u.test(character),
  isspace: isSpace,
};

function defineTests(define: Members<string>): void {
  for (const [name, test] of Object.entries(TESTS))
    define.method(name, '', (self) => self !== '' && characters(self).every(test));
  define
    .method('isascii', '', (self) => characters(self).every((character) => character < '\u0080'))
    .method('isprintable', '', (self) => characters(self).every(isPrintable))
    .method('isidentifier', '', (self) =>
      /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}_]*$/u.test(self),
    )
    .method('isupper', '', (self) => /\p{Lu}/u.test(self) && !/\p{Ll}/u.test(self))
    .method('islower', '', (self) => /\p{Ll}/u.test(self) && !/\p{Lu}/u.test(self))
    .method('istitle', '', (self) => /\p{L}/u.test(self) && title(self) === self);
}

export function defineStringMembers(): void {
  const define = members(strType, isString);
  defineTests(define);
  define
    .method('upper', '', (self) => self.toUpperCase())
    .method('lower', '', (self) => self.toLowerCase())
    .method('casefold', '', (self) => self.toLowerCase().replaceAll('ß', 'ss'))
    .method('title', '', title)
    .method('capitalize', '', capitalize)
    .method('swapcase', '', swapCase)
    .method('strip', 'chars=None, /', (self, chars) => strip(self, chars, 'both', 'strip'))
    .method('lstrip', 'chars=None, /', (self, chars) => strip(self, chars, 'left', 'lstrip'))
    .method('rstrip', 'chars=None, /', (self, chars) => strip(self, chars, 'right', 'rstrip'))
    .method('split', 'sep=None, maxsplit=-1', split)
    .method('rsplit', 'sep=None, maxsplit=-1', splitFromRight)
    .method('splitlines', 'keepends=False', (self, keep) => splitLines(self, isTrue(keep)))
    .method('partition', 'sep, /', (self, separator) => partition(self, separator, false))
    .method('rpartition', 'sep, /', (self, separator) => partition(self, separator, true))
    .method('join', 'iterable, /', join)
    .method('replace', 'old, new, /, count=-1', replace)
    .method('find', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      find(self, sub, start, stop, false, 'find'),
    )
    .method('rfind', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      find(self, sub, start, stop, true, 'rfind'),
    )
    .method('index', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      findOrThrow(self, sub, start, stop, false, 'index'),
    )
    .method('rindex', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      findOrThrow(self, sub, start, stop, true, 'rindex'),
    )
    .method('count', 'sub, start=None, end=None, /', count)
    .method('startswith', 'prefix, start=None, end=None, /', (self, prefix, start, stop) =>
      affix(self, prefix, start, stop, 'startswith'),
    )
    .method('endswith', 'suffix, start=None, end=None, /', (self, suffix, start, stop) =>
      affix(self, suffix, start, stop, 'endswith'),
    )
    .method('removeprefix', 'prefix, /', (self, prefix) => {
      const start = text(prefix, 'removeprefix() argument must be str');
      return self.startsWith(start) ? self.slice(start.length) : self;
    })
    .method('removesuffix', 'suffix, /', (self, suffix) => {
      const end = text(suffix, 'removesuffix() argument must be str');
      return end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self;
    })
    .method('center', "width, fillchar=' ', /", (self, width, fill) =>
      pad(self, width, fill, 'center', 'center'),
    )
    .method('ljust', "width, fillchar=' ', /", (self, width, fill) => pad(self, width, fill, 'left', 'ljust'))
    .method('rjust', "width, fillchar=' ', /", (self, width, fill) =>
      pad(self, width, fill, 'right', 'rjust'),
    )
    .method('zfill', 'width, /', zeroFill)
    .method('expandtabs', 'tabsize=8', expandTabs)
    .method('translate', 'table, /', translate)
    .staticMethod('maketrans', "x, y=None, z='', /", makeTranslation)
    .method('format', '*args, **keywords', (self, args, keywords) =>
      formatTemplate(self, args.items, keywords),
    )
    .method('format_map', 'mapping, /', (self, mapping) => {
      if (!(mapping instanceof PyDict)) throw typeError('format_map() takes a dict here');
      return formatTemplate(self, [], mapping);
    })
    .special('__iter__', iterate);
  strType.notOffered = { names: new Set(['encode']), library: 'Python' };
}
