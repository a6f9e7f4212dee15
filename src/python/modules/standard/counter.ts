/** `collections.Counter`, `defaultdict` and `OrderedDict`: dicts with types of their own. */

import { sorted } from '../../builtins/iteration.ts';
import { mergeMapping } from '../../evaluate/mapping.ts';
import {
  binary,
  call,
  compare,
  dictType,
  each,
  isTrue,
  iteratorOver,
  members,
  NOT_IMPLEMENTED,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  pyError,
  repr,
  toArray,
  toIndex,
  typeError,
  type Value,
} from '../../objects/index.ts';

const dictSubtype = (name: string): PyType => new PyType({ name, module: 'collections', bases: [dictType] });

export const counterType = dictSubtype('Counter');
export const defaultDictType = dictSubtype('defaultdict');
export const orderedDictType = dictSubtype('OrderedDict');

class PyCounter extends PyDict {
  override get type(): PyType {
    return counterType;
  }
}

class PyDefaultDict extends PyDict {
  readonly factory: Value;

  constructor(factory: Value, entries: Iterable<readonly [Value, Value]> = []) {
    super(entries);
    this.factory = factory;
  }

  override get type(): PyType {
    return defaultDictType;
  }
}

class PyOrderedDict extends PyDict {
  override get type(): PyType {
    return orderedDictType;
  }
}

/** Fills a dict from what `dict(…)` takes: a mapping or pairs, and keywords. */
function fill(dict: PyDict, args: readonly Value[], keywords: PyDict): void {
  const [source] = args;
  if (source !== undefined && !mergeMapping(source, (key, value) => dict.set(key, value)))
    for (const pair of each(source)) {
      const [key = null, value = null] = toArray(pair);
      dict.set(key, value);
    }
  for (const [key, value] of keywords.entries()) dict.set(key, value);
}

const countOf = (self: PyDict, key: Value): Value => {
  const found = self.get(key);
  return found === undefined ? 0n : found;
};

/** Adds counts to a counter, or takes them off. */
function addCounts(self: PyDict, args: readonly Value[], keywords: PyDict, sign: '+' | '-'): void {
  const add = (key: Value, number: Value): void => self.set(key, binary(sign, countOf(self, key), number));
  const [source] = args;
  if (source !== undefined && source !== null && !mergeMapping(source, add))
    for (const item of each(source)) add(item, 1n);
  for (const [key, number] of keywords.entries()) add(key, number);
}

function mostCommon(self: PyDict, limit: Value): PyList {
  const entries = [...self.entries()];
  const order = sorted(
    entries.map(([, number]) => number),
    null,
    true,
  );
  const used = new Set<number>();
  // A stable order: of equal counts the one met first comes first.
  const ranked = order.map((number) => {
    const at = entries.findIndex(
      ([, each], index) => !used.has(index) && compare('==', each, number) === true,
    );
    used.add(at);
    return new PyTuple(entries[at] ?? []);
  });
  return new PyList(limit === null ? ranked : ranked.slice(0, Math.max(0, Number(toIndex(limit)))));
}

/** Returns a counter of the counts above 0 that `combine` makes of those of two. */
function combined(a: PyDict, b: PyDict, combine: (x: Value, y: Value) => Value): PyCounter {
  const result = new PyCounter();
  for (const key of new PyDict([...a.entries(), ...b.entries()]).keys()) {
    const number = combine(countOf(a, key), countOf(b, key));
    if (isTrue(compare('>', number, 0n))) result.set(key, number);
  }
  return result;
}

const isCounter = (value: Value): value is PyCounter => value instanceof PyCounter;

function defineCounter(): void {
  const counter = members(counterType, isCounter)
    .constructs('*args, **keywords', (_type, args, keywords) => {
      const made = new PyCounter();
      addCounts(made, args.items, keywords, '+');
      return made;
    })
    .special('__missing__', (_self, _key) => 0n)
    .special('__repr__', (self) =>
      self.size === 0
        ? 'Counter()'
        : `Counter({${mostCommon(self, null)
            .items.map((entry) => (entry as PyTuple).items.map(repr).join(': '))
            .join(', ')}})`,
    )
    .method('most_common', 'n=None', mostCommon)
    .method('elements', '', (self) =>
      iteratorOver(
        'itertools.chain',
        [...self.entries()].flatMap(([key, number]) =>
          Array.from({ length: Math.max(0, Number(number)) }, () => key),
        ),
      ),
    )
    .method('total', '', (self) =>
      [...self.values()].reduce<Value>((sum, number) => binary('+', sum, number), 0n),
    )
    .method('update', '*args, **keywords', (self, args, keywords) => {
      addCounts(self, args.items, keywords, '+');
      return null;
    })
    .method('subtract', '*args, **keywords', (self, args, keywords) => {
      addCounts(self, args.items, keywords, '-');
      return null;
    })
    .method('copy', '', (self) => {
      const made = new PyCounter();
      for (const [key, value] of self.entries()) made.set(key, value);
      return made;
    });
  counter
    .special('__pos__', (self) => combined(self, new PyCounter(), (x) => x))
    .special('__neg__', (self) => combined(new PyCounter(), self, (x, y) => binary('-', x, y)));
  const smaller = (x: Value, y: Value) => (isTrue(compare('<', x, y)) ? x : y);
  const larger = (x: Value, y: Value) => (isTrue(compare('<', x, y)) ? y : x);
  for (const [name, combine] of [
    ['add', (x, y) => binary('+', x, y)],
    ['sub', (x, y) => binary('-', x, y)],
    ['and', smaller],
    ['or', larger],
  ] as [string, (x: Value, y: Value) => Value][])
    counter.special(`__${name}__`, (self, other) =>
      isCounter(other ?? null) ? combined(self, other as PyCounter, combine) : NOT_IMPLEMENTED,
    );
}

function defineDefaultDict(): void {
  members(defaultDictType, (value): value is PyDefaultDict => value instanceof PyDefaultDict)
    .constructs('*args, **keywords', (_type, args, keywords) => {
      const [factory = null, ...rest] = args.items;
      if (factory !== null && typeof factory !== 'object')
        throw typeError('first argument must be callable or None');
      const made = new PyDefaultDict(factory);
      fill(made, rest, keywords);
      return made;
    })
    .getter('default_factory', (self) => self.factory)
    .special('__missing__', (self, key) => {
      if (self.factory === null) throw pyError('KeyError', key);
      const made = call(self.factory);
      self.set(key, made);
      return made;
    })
    .special('__repr__', (self) => `defaultdict(${repr(self.factory)}, ${repr(new PyDict(self.entries()))})`)
    .method('copy', '', (self) => new PyDefaultDict(self.factory, self.entries()));
}

function defineOrderedDict(): void {
  members(orderedDictType, (value): value is PyOrderedDict => value instanceof PyOrderedDict)
    .constructs('*args, **keywords', (_type, args, keywords) => {
      const made = new PyOrderedDict();
      fill(made, args.items, keywords);
      return made;
    })
    .special('__repr__', (self) =>
      self.size === 0 ? 'OrderedDict()' : `OrderedDict(${repr(new PyDict(self.entries()))})`,
    )
    .method('move_to_end', 'key, last=True', (self, key, last) => {
      const value = self.delete(key);
      if (value === undefined) throw pyError('KeyError', key);
      const rest = isTrue(last) ? [] : [...self.entries()];
      for (const [each] of rest) self.delete(each);
      self.set(key, value);
      for (const [each, kept] of rest) self.set(each, kept);
      return null;
    })
    .method('popitem', 'last=True', (self, last) => {
      const entry = [...self.entries()].at(isTrue(last) ? -1 : 0);
      if (entry === undefined) throw pyError('KeyError', 'dictionary is empty');
      self.delete(entry[0]);
      return new PyTuple(entry);
    })
    .method('copy', '', (self) => {
      const made = new PyOrderedDict();
      for (const [key, value] of self.entries()) made.set(key, value);
      return made;
    });
}

defineCounter();
defineDefaultDict();
defineOrderedDict();
