/** Finding, counting and replacing within a string. */
import { allocateText } from '../limits.ts';
import { PyTuple } from '../objects/collections.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { toSmallIndex } from '../operations/convert.ts';
import { characters, codePointCount } from '../operations/items.ts';

export function text(value: Value, what: string): string {
  if (typeof value !== 'string') throw typeError(`${what}, not ${typeName(value)}`);
  return value;
}

/** Returns the part of a string that `start` and `stop` of `find` and its like leave, and where it begins. */
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

export function find(
  self: string,
  wanted: Value,
  start: Value,
  stop: Value,
  last: boolean,
  name: string,
): bigint {
  const needle = text(wanted, `${name}() argument 1 must be str`);
  const { part, from, empty } = within(self, start, stop);
  if (empty) return -1n;
  const joined = part.join('');
  const at = last ? joined.lastIndexOf(needle) : joined.indexOf(needle);
  return at === -1 ? -1n : BigInt(codePointCount(joined.slice(0, at)) + from);
}

export function findOrThrow(...args: Parameters<typeof find>): bigint {
  const at = find(...args);
  if (at === -1n) throw valueError('substring not found');
  return at;
}

export function affix(
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

export function count(self: string, wanted: Value, start: Value, stop: Value): bigint {
  const needle = text(wanted, 'count() argument 1 must be str');
  const { part, empty } = within(self, start, stop);
  if (empty) return 0n;
  return BigInt(needle === '' ? part.length + 1 : part.join('').split(needle).length - 1);
}

export function replace(self: string, old: Value, fresh: Value, count: Value): string {
  const from = text(old, 'replace() argument 1 must be str');
  const to = text(fresh, 'replace() argument 2 must be str');
  const most = toSmallIndex(count);
  const pieces = from === '' ? ['', ...characters(self), ''] : self.split(from);
  if (most >= 0 && pieces.length > most + 1)
    pieces.splice(most, pieces.length, pieces.slice(most).join(from));
  allocateText(self.length + pieces.length * to.length);
  return pieces.join(to);
}
