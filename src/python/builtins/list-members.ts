/** The methods of list and tuple. */
import { allocate } from '../limits.ts';
import { PyList, PyTuple } from '../objects/collections.ts';
import { DerivedList, DerivedTuple } from '../objects/derived.ts';
import { pyError, valueError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { listType, tupleType } from '../objects/types.ts';
import { equals } from '../operations/compare.ts';
import { toSmallIndex } from '../operations/convert.ts';
import { deletePlainItem, itemOf, setPlainItem, sizeOf } from '../operations/items.ts';
import { iteratePlain, toArray } from '../operations/iterate.ts';
import { repr } from '../operations/text.ts';
import { isTrue } from '../operations/truth.ts';
import { sorted } from './iteration.ts';

const isList = (value: Value): value is PyList => value instanceof PyList;
const isTuple = (value: Value): value is PyTuple => value instanceof PyTuple;
const UNBOUNDED = 9223372036854775807n;

function find(items: readonly Value[], value: Value, from: Value, to: Value): number {
  const clamp = (index: number) =>
    Math.min(Math.max(index < 0 ? index + items.length : index, 0), items.length);
  const [start, stop] = [clamp(toSmallIndex(from)), clamp(toSmallIndex(to))];
  for (let index = start; index < stop; index++) if (equals(items[index] ?? null, value)) return index;
  return -1;
}

function count(items: readonly Value[], value: Value): bigint {
  return BigInt(items.filter((item) => equals(item, value)).length);
}

export function defineListMembers(): void {
  listType.extended = (type) => new DerivedList(type);
  members(listType, isList)
    .constructs('iterable=(), /', (type, iterable) =>
      type === listType ? new PyList(toArray(iterable)) : new DerivedList(type),
    )
    .method('__init__', 'iterable=(), /', (self, iterable) => {
      self.replace(toArray(iterable));
      return null;
    })
    .method('append', 'object, /', (self, value) => {
      allocate(1);
      self.append(value);
      return null;
    })
    .method('extend', 'iterable, /', (self, iterable) => {
      for (const item of toArray(iterable)) self.append(item);
      return null;
    })
    .method('insert', 'index, object, /', (self, index, value) => {
      const at = toSmallIndex(index);
      self.edit().splice(at < 0 ? Math.max(0, at + self.items.length) : at, 0, value);
      return null;
    })
    .method('pop', 'index=-1, /', (self, index) => {
      const { items } = self;
      if (items.length === 0) throw pyError('IndexError', 'pop from empty list');
      const at = toSmallIndex(index);
      const place = at < 0 ? at + items.length : at;
      if (place < 0 || place >= items.length) throw pyError('IndexError', 'pop index out of range');
      return self.edit().splice(place, 1)[0] ?? null;
    })
    .method('remove', 'value, /', (self, value) => {
      const at = self.items.findIndex((item) => equals(item, value));
      if (at === -1) throw valueError('list.remove(x): x not in list');
      self.edit().splice(at, 1);
      return null;
    })
    .method('clear', '', (self) => {
      self.replace([]);
      return null;
    })
    .method('copy', '', (self) => new PyList(toArray(self)))
    .method('count', 'value, /', (self, value) => count(self.items, value))
    .method('index', `value, start=0, stop=${UNBOUNDED}, /`, (self, ...args: Value[]) => {
      const [value = null, start = 0n, stop = UNBOUNDED] = args;
      const at = find(self.items, value, start, stop);
      if (at === -1) throw valueError(`${repr(value)} is not in list`);
      return BigInt(at);
    })
    .method('reverse', '', (self) => {
      self.edit().reverse();
      return null;
    })
    .method('sort', '*, key=None, reverse=False', (self, key, reverse) => {
      self.replace(sorted(self.items, key, isTrue(reverse)));
      return null;
    })
    .special('__iter__', iteratePlain)
    .special('__len__', sizeOf)
    .special('__getitem__', (self, key) => itemOf(self, key ?? null))
    .special('__setitem__', (self, key, value) => {
      setPlainItem(self, key ?? null, value ?? null);
      return null;
    })
    .special('__delitem__', (self, key) => {
      deletePlainItem(self, key ?? null);
      return null;
    })
    .special('__contains__', (self, item) => find(self.items, item ?? null, 0n, UNBOUNDED) !== -1)
    .constant('__hash__', null);
  members(tupleType, isTuple)
    .constructs('iterable=(), /', (type, iterable) =>
      type === tupleType ? new PyTuple(toArray(iterable)) : new DerivedTuple(type, toArray(iterable)),
    )
    .method('count', 'value, /', (self, value) => count(self.items, value))
    .method('index', `value, start=0, stop=${UNBOUNDED}, /`, (self, ...args: Value[]) => {
      const [value = null, start = 0n, stop = UNBOUNDED] = args;
      const at = find(self.items, value, start, stop);
      if (at === -1) throw valueError('tuple.index(x): x not in tuple');
      return BigInt(at);
    })
    .special('__iter__', iteratePlain)
    .special('__len__', sizeOf)
    .special('__getitem__', (self, key) => itemOf(self, key ?? null));
}
