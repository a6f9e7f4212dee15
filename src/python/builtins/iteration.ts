/** `range`, `enumerate`, `zip`, `sorted` and other functions of iterables. */

import { PyGenerator } from '../evaluate/generator.ts';
import * as limits from '../limits.ts';
import { nativeFunction } from '../objects/callables.ts';
import { PyList, PyRange, PyTuple, UNSET } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { PyException, pyError, typeError, valueError } from '../objects/exceptions.ts';
import { iteratorType, PyIterator } from '../objects/iterators.ts';
import { members } from '../objects/members.ts';
import type { PyType, Value } from '../objects/object.ts';
import { generatorType, typeName } from '../objects/types.ts';
import { call, callSpecial, specialMethod } from '../operations/call.ts';
import { compare } from '../operations/compare.ts';
import { toIndex } from '../operations/convert.ts';
import { characters, getItem, lengthOf } from '../operations/items.ts';
import { each, iterate, toArray, untilStop } from '../operations/iterate.ts';
import { address } from '../operations/text.ts';
import { isTrue } from '../operations/truth.ts';
import { mergeSort } from './sort.ts';

const isIterator = (value: Value): value is PyIterator => value instanceof PyIterator;

/** `__iter__` and `__next__` for every native iterator, on first use of its type. */
function defineIterator(type: PyType): PyType {
  if (type.members.has('__next__')) return type;
  members(type, isIterator)
    .special('__iter__', (self) => self)
    .special('__next__', (self) => {
      const next = self.next();
      if (next === undefined) throw pyError('StopIteration');
      return next;
    });
  return type;
}

const NAMES = [
  'list_iterator',
  'tuple_iterator',
  'str_ascii_iterator',
  'range_iterator',
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
  'set_iterator',
  'iterator',
  'enumerate',
  'zip',
  'map',
  'filter',
  'reversed',
  'list_reverseiterator',
  'callable_iterator',
  'generator',
];

export function defineIteratorMembers(): void {
  for (const name of NAMES) defineIterator(iteratorType(name));
  members(iteratorType('generator'), isIterator).special(
    '__repr__',
    (self) => `<generator object ${self.madeBy ?? ''} at ${address(self)}>`,
  );
  defineIterator(generatorType);
  members(generatorType, (value): value is PyGenerator => value instanceof PyGenerator)
    .method('send', 'value, /', (self, value) => self.send(value))
    .method('throw', 'value, /', (self, given) => {
      const exception = given instanceof PyException ? given : call(given);
      if (!(exception instanceof PyException))
        throw typeError('exceptions must be classes or instances deriving from BaseException');
      return self.throw(exception);
    })
    .method('close', '', (self) => {
      self.close();
      return null;
    })
    .getter('__name__', (self) => self.name)
    .special('__repr__', (self) => `<generator object ${self.qualifiedName} at ${address(self)}>`);
  members(iteratorType('enumerate'), isIterator).constructs('iterable, start=0', (type, iterable, start) => {
    const source = iterate(iterable);
    let index = toIndex(start);
    return new PyIterator(type, () => {
      const item = source.next();
      return item === undefined ? undefined : new PyTuple([index++, item]);
    }, [source]);
  });
  members(iteratorType('zip'), isIterator).constructs('*iterables, strict=False', (type, iterables, strict) =>
    zip(type, iterables.items, isTrue(strict)),
  );
  members(iteratorType('map'), isIterator).constructs(
    'function, iterable, /, *iterables',
    (type, fn, first, rest) => {
      const sources = [first, ...rest.items].map(iterate);
      return new PyIterator(
        type,
        () => {
          const items = sources.map((source) => source.next());
          return items.includes(undefined) ? undefined : call(fn, items as Value[]);
        },
        sources,
      );
    },
  );
  members(iteratorType('filter'), isIterator).constructs('function, iterable, /', (type, test, iterable) => {
    const source = iterate(iterable);
    return new PyIterator(type, () => {
      for (let item = source.next(); item !== undefined; item = source.next()) {
        limits.step();
        if (isTrue(test === null ? item : call(test, [item]))) return item;
      }
      return undefined;
    }, [source]);
  });
  members(iteratorType('reversed'), isIterator).constructs('sequence, /', (type, sequence) =>
    reversed(type, sequence),
  );
}

function zip(type: PyType, iterables: readonly Value[], strict: boolean): PyIterator {
  const sources = iterables.map((iterable, index) => {
    if (typeof iterable !== 'string' && !looksIterable(iterable))
      throw typeError(`'${typeName(iterable)}' object is not iterable`);
    return { source: iterate(iterable), index };
  });
  return new PyIterator(
    type,
    () => {
      const items: Value[] = [];
      for (const { source, index } of sources) {
        const item = source.next();
        if (item === undefined) {
          if (strict)
            checkStrict(
              sources.map((entry) => entry.source),
              index,
            );
          return undefined;
        }
        items.push(item);
      }
      return items.length === 0 ? undefined : new PyTuple(items);
    },
    sources.map(({ source }) => source),
  );
}

function looksIterable(value: Value): boolean {
  iterate(value);
  return true;
}

function checkStrict(sources: readonly PyIterator[], ended: number): void {
  const earlier = (count: number) => (count === 1 ? 'argument 1' : `arguments 1-${count}`);
  if (ended > 0) throw valueError(`zip() argument ${ended + 1} is shorter than ${earlier(ended)}`);
  for (const [index, source] of sources.entries())
    if (index > 0 && source.next() !== undefined)
      throw valueError(`zip() argument ${index + 1} is longer than ${earlier(index)}`);
}

function reversed(type: PyType, sequence: Value): Value {
  const own = callSpecial(sequence, '__reversed__');
  if (own !== undefined) return own;
  if (sequence instanceof PyRange) {
    const { start, step, length } = sequence;
    return iterate(new PyRange(start + (length - 1n) * step, start - step, -step));
  }
  const items =
    sequence instanceof PyList || sequence instanceof PyTuple
      ? sequence.items
      : typeof sequence === 'string'
        ? characters(sequence)
        : sequence instanceof PyDict
          ? [...sequence.keys()]
          : undefined;
  const list = sequence instanceof PyList ? iteratorType('list_reverseiterator') : type;
  if (items !== undefined) {
    let at = items.length;
    return new PyIterator(list, () => items[--at], [sequence]);
  }
  if (
    specialMethod(sequence, '__getitem__') === undefined ||
    specialMethod(sequence, '__len__') === undefined
  )
    throw typeError(`'${typeName(sequence)}' object is not reversible`);
  let at = lengthOf(sequence);
  return new PyIterator(type, () => (at <= 0n ? undefined : getItem(sequence, --at)));
}

/** Stable, comparing with `<` only, as Python's sort does. */
export function sorted(items: readonly Value[], key: Value, reverse: boolean): Value[] {
  const keyed = items.map((item) => ({ item, key: key === null ? item : call(key, [item]) }));
  const less = (a: Value, b: Value): boolean => isTrue(compare('<', a, b));
  if (reverse) keyed.reverse();
  const result = mergeSort(keyed, (a, b) => less(a.key, b.key));
  if (reverse) result.reverse();
  return result.map(({ item }) => item);
}

export const iterationFunctions = [
  nativeFunction(
    'sorted',
    'iterable, /, *, key=None, reverse=False',
    (iterable, key, reverse) => new PyList(sorted(toArray(iterable), key, isTrue(reverse))),
  ),
  nativeFunction('any', 'iterable, /', (iterable) => {
    for (const item of each(iterable)) if (isTrue(item)) return true;
    return false;
  }),
  nativeFunction('all', 'iterable, /', (iterable) => {
    for (const item of each(iterable)) if (!isTrue(item)) return false;
    return true;
  }),
  nativeFunction('iter', 'object, sentinel=?, /', (object, sentinel) => {
    if (sentinel === UNSET) {
      if (object instanceof PyIterator || specialMethod(object, '__iter__') === undefined)
        return iterate(object);
      return call(specialMethod(object, '__iter__') ?? null, [object]);
    }
    return new PyIterator(iteratorType('callable_iterator'), () => {
      const value = call(object);
      return isTrue(compare('==', value, sentinel)) ? undefined : value;
    });
  }),
  nativeFunction('next', 'iterator, default=?, /', (iterator, absent) => {
    if (!(iterator instanceof PyIterator) && specialMethod(iterator, '__next__') === undefined)
      throw typeError(`'${typeName(iterator)}' object is not an iterator`);
    // A native iterator gives its next value itself; that of a class of the program has `__next__`.
    const take = (): Value => call(specialMethod(iterator, '__next__') ?? null, [iterator]);
    if (absent !== UNSET) {
      const next = iterator instanceof PyIterator ? iterator.next() : untilStop(take);
      return next === undefined ? absent : next;
    }
    if (!(iterator instanceof PyIterator)) return take();
    const next = iterator.next();
    if (next !== undefined) return next;
    const result = iterator instanceof PyGenerator ? iterator.result : null;
    throw result === null ? pyError('StopIteration') : pyError('StopIteration', result);
  }),
];
