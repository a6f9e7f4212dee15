/** `collections.deque`. */
import {
  compare,
  equals,
  iteratorType,
  members,
  NOT_IMPLEMENTED,
  PyIterator,
  PyList,
  PyObject,
  PyType,
  pyError,
  repr,
  toArray,
  toIndex,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';

export const dequeType = new PyType({ name: 'deque', module: 'collections' });

class PyDeque extends PyObject {
  items: Value[] = [];
  readonly limit: number | undefined;

  constructor(limit: number | undefined) {
    super();
    this.limit = limit;
  }

  override get type(): PyType {
    return dequeType;
  }

  append(value: Value): void {
    this.items.push(value);
    if (this.limit !== undefined && this.items.length > this.limit) this.items.shift();
  }

  appendLeft(value: Value): void {
    this.items.unshift(value);
    if (this.limit !== undefined && this.items.length > this.limit) this.items.pop();
  }
}

function made(items: readonly Value[], limit: number | undefined): PyDeque {
  const deque = new PyDeque(limit);
  for (const item of items) deque.append(item);
  return deque;
}

const isDeque = (value: Value): value is PyDeque => value instanceof PyDeque;

function place(self: PyDeque, key: Value): number {
  const index = Number(toIndex(key));
  const at = index < 0 ? index + self.items.length : index;
  if (at < 0 || at >= self.items.length) throw pyError('IndexError', 'deque index out of range');
  return at;
}

function iteratorOf(self: PyDeque, items: readonly Value[]): PyIterator {
  const size = self.items.length;
  let at = 0;
  return new PyIterator(iteratorType('iterator'), () => {
    if (self.items.length !== size) throw pyError('RuntimeError', 'deque mutated during iteration');
    return items[at++];
  });
}

const taken = (value: Value | undefined): Value => {
  if (value === undefined) throw pyError('IndexError', 'pop from an empty deque');
  return value;
};

const define = members(dequeType, isDeque)
  .constructs('iterable=(), maxlen=None', (_type, iterable, limit) => {
    if (limit !== null && (typeof limit !== 'bigint' || limit < 0n)) {
      if (typeof limit === 'bigint') throw valueError('maxlen must be non-negative');
      throw typeError('an integer is required');
    }
    return made(toArray(iterable), limit === null ? undefined : Number(limit));
  })
  .getter('maxlen', (self) => (self.limit === undefined ? null : BigInt(self.limit)))
  .method('append', 'item, /', (self, item) => {
    self.append(item);
    return null;
  })
  .method('appendleft', 'item, /', (self, item) => {
    self.appendLeft(item);
    return null;
  })
  .method('pop', '', (self) => taken(self.items.pop()))
  .method('popleft', '', (self) => taken(self.items.shift()))
  .method('clear', '', (self) => {
    self.items = [];
    return null;
  })
  .method('copy', '', (self) => made(self.items, self.limit))
  .method('count', 'value, /', (self, value) =>
    BigInt(self.items.filter((item) => equals(item, value)).length),
  )
  .method('index', 'value, /', (self, value) => {
    const at = self.items.findIndex((item) => equals(item, value));
    if (at === -1) throw valueError(`${repr(value)} is not in deque`);
    return BigInt(at);
  })
  .method('remove', 'value, /', (self, value) => {
    const at = self.items.findIndex((item) => equals(item, value));
    if (at === -1) throw valueError('deque.remove(x): x not in deque');
    self.items.splice(at, 1);
    return null;
  })
  .method('reverse', '', (self) => {
    self.items.reverse();
    return null;
  })
  .method('rotate', 'n=1, /', (self, n) => {
    const size = self.items.length;
    if (size === 0) return null;
    const by = ((Number(toIndex(n)) % size) + size) % size;
    self.items = [...self.items.slice(size - by), ...self.items.slice(0, size - by)];
    return null;
  })
  .method('insert', 'index, item, /', (self, index, item) => {
    self.items.splice(Number(toIndex(index)), 0, item);
    return null;
  })
  .method('extend', 'iterable, /', (self, iterable) => {
    for (const item of toArray(iterable)) self.append(item);
    return null;
  })
  .method('extendleft', 'iterable, /', (self, iterable) => {
    for (const item of toArray(iterable)) self.appendLeft(item);
    return null;
  })
  .special('__len__', (self) => BigInt(self.items.length))
  .special('__iter__', (self) => iteratorOf(self, self.items))
  .special('__reversed__', (self) => iteratorOf(self, [...self.items].reverse()))
  .special('__contains__', (self, value) => self.items.some((item) => equals(item, value)))
  .special('__getitem__', (self, key) => self.items[place(self, key)] ?? null)
  .special('__setitem__', (self, key, value) => {
    self.items[place(self, key)] = value;
    return null;
  })
  .special('__delitem__', (self, key) => {
    self.items.splice(place(self, key), 1);
    return null;
  })
  .special('__add__', (self, other) =>
    isDeque(other) ? made([...self.items, ...other.items], self.limit) : NOT_IMPLEMENTED,
  )
  .special('__repr__', (self) => {
    const items = `[${self.items.map(repr).join(', ')}]`;
    return self.limit === undefined ? `deque(${items})` : `deque(${items}, maxlen=${self.limit})`;
  })
  .constant('__hash__', null);
for (const [name, operator] of [
  ['eq', '=='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
] as const)
  define.special(`__${name}__`, (self, other) =>
    isDeque(other) ? compare(operator, new PyList(self.items), new PyList(other.items)) : NOT_IMPLEMENTED,
  );
