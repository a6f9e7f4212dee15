/** The methods of set and frozenset. */
import type { PyTuple } from '../objects/collections.ts';
import { pyError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { PyType, Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { frozensetType, setType } from '../objects/types.ts';
import { iterate, toArray } from '../operations/iterate.ts';
import { combineSets, isSubset } from '../operations/sets.ts';

const isSet = (value: Value): value is PySet => value instanceof PySet;

function asSet(iterable: Value): PySet {
  return iterable instanceof PySet ? iterable : new PySet(toArray(iterable));
}

function combineAll(operator: '&' | '|' | '-', self: PySet, others: PyTuple): PySet {
  let result = combineSets('|', self, new PySet());
  for (const other of others.items) result = combineSets(operator, result, asSet(other));
  return result;
}

function defineShared(type: PyType): void {
  const set = members(type, isSet);
  const named = { intersection: '&', union: '|', difference: '-' } as const;
  for (const [name, operator] of Object.entries(named))
    set.method(name, '*others', (self, others) => combineAll(operator, self, others));
  set
    .method('symmetric_difference', 'other, /', (self, other) => combineSets('^', self, asSet(other)))
    .method('issubset', 'other, /', (self, other) => isSubset(self, asSet(other)))
    .method('issuperset', 'other, /', (self, other) => isSubset(asSet(other), self))
    .method('isdisjoint', 'other, /', (self, other) => combineSets('&', self, asSet(other)).size === 0)
    .method('copy', '', (self) => combineSets('|', self, new PySet()))
    .special('__iter__', iterate);
}

export function defineSetMembers(): void {
  defineShared(setType);
  defineShared(frozensetType);
  members(frozensetType, isSet).constructs(
    'iterable=(), /',
    (_type, iterable) => new PySet(iterable instanceof PySet ? iterable : toArray(iterable), true),
  );
  members(setType, isSet)
    .constructs(
      'iterable=(), /',
      (_type, iterable) => new PySet(iterable instanceof PySet ? iterable : toArray(iterable)),
    )
    .method('add', 'object, /', (self, value) => {
      self.add(value);
      return null;
    })
    .method('discard', 'object, /', (self, value) => {
      self.delete(value);
      return null;
    })
    .method('remove', 'object, /', (self, value) => {
      if (!self.delete(value)) throw pyError('KeyError', value);
      return null;
    })
    .method('pop', '', (self) => {
      for (const first of self.values()) {
        self.delete(first);
        return first;
      }
      throw pyError('KeyError', 'pop from an empty set');
    })
    .method('clear', '', (self) => {
      self.clear();
      return null;
    })
    .method('update', '*others', (self, others) => {
      for (const other of others.items) for (const item of toArray(other)) self.add(item);
      return null;
    })
    .method('intersection_update', '*others', (self, others) => {
      self.become(combineAll('&', self, others));
      return null;
    })
    .method('difference_update', '*others', (self, others) => {
      self.become(combineAll('-', self, others));
      return null;
    })
    .method('symmetric_difference_update', 'other, /', (self, other) => {
      self.become(combineSets('^', self, asSet(other)));
      return null;
    })
    .constant('__hash__', null);
}
