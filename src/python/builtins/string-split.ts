/** Taking strings apart and putting them together. */
import { allocate, allocateText } from '../limits.ts';
import { PyList, PyTuple } from '../objects/collections.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { toSmallIndex } from '../operations/convert.ts';
import { toArray } from '../operations/iterate.ts';
import { isSpace, linesWithEnds, withoutEnd } from '../operations/whitespace.ts';
import { strip } from './string-padding.ts';
import { text } from './string-search.ts';

export function split(self: string, separator: Value, limit: Value): PyList {
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

export function splitFromRight(self: string, separator: Value, limit: Value): PyList {
  const most = toSmallIndex(limit);
  if (most < 0) return split(self, separator, -1n);
  const mirror = (value: string) => [...value].reverse().join('');
  const mirrored = split(mirror(self), typeof separator === 'string' ? mirror(separator) : separator, limit);
  return new PyList(mirrored.items.map((part) => mirror(part as string)).reverse());
}

export function splitLines(self: string, keep: boolean): PyList {
  const lines = linesWithEnds(self);
  return new PyList(keep ? lines : lines.map(withoutEnd));
}

export function partition(self: string, separator: Value, last: boolean): PyTuple {
  const mark = text(separator, 'must be str');
  if (mark === '') throw valueError('empty separator');
  const at = last ? self.lastIndexOf(mark) : self.indexOf(mark);
  if (at === -1) return new PyTuple(last ? ['', '', self] : [self, '', '']);
  return new PyTuple([self.slice(0, at), mark, self.slice(at + mark.length)]);
}

export function join(self: string, iterable: Value): string {
  if (typeof iterable !== 'string' && (iterable === null || typeof iterable !== 'object'))
    throw typeError('can only join an iterable');
  const parts = toArray(iterable).map((part, index) => {
    if (typeof part !== 'string')
      throw typeError(`sequence item ${index}: expected str instance, ${typeName(part)} found`);
    return part;
  });
  allocateText(parts.reduce((length, part) => length + part.length + self.length, 0));
  return parts.join(self);
}
