/** The methods of dict, and its views. */
import { mergeMapping } from '../evaluate/mapping.ts';
import { NOT_IMPLEMENTED, PyTuple, UNSET } from '../objects/collections.ts';
import { DerivedDict } from '../objects/derived.ts';
import { PyDict } from '../objects/dict.ts';
import { pyError, typeError, valueError } from '../objects/exceptions.ts';
import { iteratorType, PyIterator } from '../objects/iterators.ts';
import { members } from '../objects/members.ts';
import { PyObject, PyType, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { dictType } from '../objects/types.ts';
import { equals } from '../operations/compare.ts';
import { deletePlainItem, itemOf, setPlainItem, sizeOf } from '../operations/items.ts';
import { checkedIterator, each, iteratePlain, toArray } from '../operations/iterate.ts';
import { combineSets } from '../operations/sets.ts';
import { repr } from '../operations/text.ts';

const isDict = (value: Value): value is PyDict => value instanceof PyDict;

/** `d.keys()`, `d.values()` or `d.items()`: shows the dict as it is when looked at. */
class DictView extends PyObject {
  readonly dict: PyDict;
  readonly #type: PyType;

  constructor(dict: PyDict, type: PyType) {
    super();
    this.dict = dict;
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }

  *values(): Generator<Value> {
    if (this.#type === keysType) yield* this.dict.keys();
    else if (this.#type === valuesType) yield* this.dict.values();
    else for (const entry of this.dict.entries()) yield new PyTuple(entry);
  }
}

const keysType = new PyType({ name: 'dict_keys' });
const valuesType = new PyType({ name: 'dict_values' });
const itemsType = new PyType({ name: 'dict_items' });

function defineView(type: PyType, iterator: string): void {
  const view = members(type, (value): value is DictView => value instanceof DictView)
    .special('__len__', (self) => BigInt(self.dict.size))
    .special('__iter__', (self) =>
      checkedIterator(iterator, self.dict, self.values(), 'dictionary changed size'),
    )
    .special('__repr__', (self) => `${type.name}([${[...self.values()].map(repr).join(', ')}])`)
    .special('__contains__', (self, item) => {
      if (type === keysType) return self.dict.has(item ?? null);
      for (const value of self.values()) if (equals(value, item ?? null)) return true;
      return false;
    });
  if (type === valuesType) return;
  for (const [name, operator] of [
    ['and', '&'],
    ['or', '|'],
    ['sub', '-'],
    ['xor', '^'],
  ] as const)
    view.special(`__${name}__`, (self, other) =>
      combineSets(operator, new PySet(self.values()), new PySet(toArray(other ?? null))),
    );
  view.special('__eq__', (self, other) => {
    if (!(other instanceof DictView) && !(other instanceof PySet)) return NOT_IMPLEMENTED;
    return equals(new PySet(self.values()), new PySet(toArray(other)));
  });
}

/** What `dict(…)` and `update` take: a mapping, or pairs. */
function merge(into: PyDict, source: Value): void {
  if (mergeMapping(source, (key, value) => into.set(key, value))) return;
  let index = 0;
  for (const pair of each(source)) {
    const items = pairItems(pair, index);
    if (items.length !== 2)
      throw valueError(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    into.set(items[0] ?? null, items[1] ?? null);
    index++;
  }
}

function pairItems(pair: Value, index: number): Value[] {
  if (typeof pair !== 'string' && (pair === null || typeof pair !== 'object'))
    throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  return toArray(pair);
}

function update(self: PyDict, args: PyTuple, keywords: PyDict, name: string): void {
  if (args.items.length > 1) throw typeError(`${name} expected at most 1 argument, got ${args.items.length}`);
  const [source] = args.items;
  if (source !== undefined) merge(self, source);
  for (const [key, value] of keywords.entries()) self.set(key, value);
}

export function defineDictMembers(): void {
  dictType.extended = (type) => new DerivedDict(type);
  defineView(keysType, 'dict_keyiterator');
  defineView(valuesType, 'dict_valueiterator');
  defineView(itemsType, 'dict_itemiterator');
  members(dictType, isDict)
    .constructs('*args, **keywords', (type, args, keywords) => {
      if (type !== dictType) return new DerivedDict(type);
      const made = new PyDict();
      update(made, args, keywords, 'dict');
      return made;
    })
    .method('__init__', '*args, **keywords', (self, args, keywords) => {
      update(self, args, keywords, 'dict');
      return null;
    })
    .method('keys', '', (self) => new DictView(self, keysType))
    .method('values', '', (self) => new DictView(self, valuesType))
    .method('items', '', (self) => new DictView(self, itemsType))
    .method('get', 'key, default=None, /', (self, key, absent) => {
      const value = self.get(key);
      return value === undefined ? absent : value;
    })
    .method('pop', 'key, default=?, /', (self, key, absent) => {
      const value = self.delete(key);
      if (value !== undefined) return value;
      if (absent === UNSET) throw pyError('KeyError', key);
      return absent;
    })
    .method('popitem', '', (self) => {
      const last = [...self.entries()].at(-1);
      if (last === undefined) throw pyError('KeyError', 'popitem(): dictionary is empty');
      self.delete(last[0]);
      return new PyTuple(last);
    })
    .method('setdefault', 'key, default=None, /', (self, key, absent) => {
      const known = self.get(key);
      if (known !== undefined) return known;
      self.set(key, absent);
      return absent;
    })
    .method('update', '*args, **keywords', (self, args, keywords) => {
      update(self, args, keywords, 'update');
      return null;
    })
    .method('clear', '', (self) => {
      self.clear();
      return null;
    })
    .method('copy', '', (self) => new PyDict(self.entries()))
    .classMethod('fromkeys', 'iterable, value=None, /', (_type, iterable, value) => {
      return new PyDict(toArray(iterable).map((key) => [key, value]));
    })
    .special('__iter__', iteratePlain)
    .special('__contains__', (self, key) => self.has(key ?? null))
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
    .special('__reversed__', (self) => {
      const keys = [...self.keys()];
      return new PyIterator(iteratorType('dict_keyiterator'), () => keys.pop());
    })
    .constant('__hash__', null);
}
