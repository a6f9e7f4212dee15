/** `functools`: https://docs.python.org/3/library/functools.html */
import {
  address,
  Callable,
  call,
  compare,
  getAttribute,
  isTrue,
  iterate,
  type Keywords,
  members,
  NOT_IMPLEMENTED,
  nativeFunction,
  PyDict,
  PyInstance,
  PyObject,
  PyTuple,
  PyType,
  repr,
  toIndex,
  typeError,
  UNSET,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { cachedPropertyType } from './cached-property.ts';
import { fn, standardModule } from './module.ts';
import { namedTupleType } from './named-tuple.ts';
import { dispatchMembers } from './single-dispatch.ts';

const partialType = new PyType({ name: 'partial', module: 'functools' });
const cacheType = new PyType({ name: '_lru_cache_wrapper', module: 'functools' });

/** A callable with some arguments given before. */
class Partial extends Callable {
  readonly function: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;

  constructor(target: Value, args: readonly Value[], keywords: Keywords) {
    super();
    const inner = target instanceof Partial ? target : undefined;
    this.function = inner?.function ?? target;
    this.args = [...(inner?.args ?? []), ...args];
    this.keywords = new Map([...(inner?.keywords ?? []), ...keywords]);
  }

  override get type(): PyType {
    return partialType;
  }

  override get name(): string {
    return 'partial';
  }

  override get bindsToInstance(): boolean {
    return false;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return call(this.function, [...this.args, ...args], new Map([...this.keywords, ...keywords]));
  }
}

const keywordsOf = (given: PyDict): Keywords => {
  const found = new Map<string, Value>();
  for (const [key, value] of given.entries()) found.set(String(key), value);
  return found;
};

members(partialType, (value): value is Partial => value instanceof Partial)
  .constructs('func, /, *args, **keywords', (_type, target, args, keywords) => {
    if (!(target instanceof PyObject)) throw typeError('the first argument must be callable');
    return new Partial(target, args.items, keywordsOf(keywords));
  })
  .getter('func', (self) => self.function)
  .getter('args', (self) => new PyTuple(self.args))
  .getter('keywords', (self) => new PyDict(self.keywords))
  .special('__repr__', (self) => {
    const given = [
      ...self.args.map(repr),
      ...[...self.keywords].map(([name, value]) => `${name}=${repr(value)}`),
    ];
    return `functools.partial(${[repr(self.function), ...given].join(', ')})`;
  });

const cacheInfoType = namedTupleType('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], []);

/** A function that remembers its results, the last used `limit` of them. */
class Cached extends Callable {
  readonly wrapped: Value;
  readonly limit: number;
  hits = 0n;
  misses = 0n;
  results = new PyDict();
  readonly #attributes: Map<string, Value>;

  constructor(wrapped: Value, limit: number) {
    super();
    this.wrapped = wrapped;
    this.limit = limit;
    this.#attributes = attributesOf(wrapped);
  }

  override get type(): PyType {
    return cacheType;
  }

  override get name(): string {
    return this.wrapped instanceof Callable ? this.wrapped.name : 'wrapper';
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override get attributes(): Map<string, Value> {
    return this.#attributes;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const named = [...keywords].map(([name, value]) => new PyTuple([name, value]));
    const key = new PyTuple([...args, ...named, BigInt(keywords.size)]);
    const known = this.results.get(key);
    if (known !== undefined) {
      this.hits++;
      this.results.delete(key);
      this.results.set(key, known);
      return known;
    }
    this.misses++;
    const result = call(this.wrapped, args, keywords);
    if (this.limit > 0) this.results.set(key, result);
    if (this.results.size > this.limit) {
      const [oldest = null] = this.results.keys();
      this.results.delete(oldest);
    }
    return result;
  }
}

members(cacheType, (value): value is Cached => value instanceof Cached)
  .method('cache_info', '', (self) => {
    const limit = Number.isFinite(self.limit) ? BigInt(self.limit) : null;
    return call(cacheInfoType, [self.hits, self.misses, limit, BigInt(self.results.size)]);
  })
  .method('cache_clear', '', (self) => {
    self.hits = 0n;
    self.misses = 0n;
    self.results = new PyDict();
    return null;
  })
  .getter('__wrapped__', (self) => self.wrapped)
  .special('__repr__', (self) => `<functools._lru_cache_wrapper object at ${address(self)}>`);

const WRAPPED = ['__module__', '__name__', '__qualname__', '__doc__'];

/** Returns what a wrapper takes over from the function it wraps. */
function attributesOf(wrapped: Value): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const name of WRAPPED)
    try {
      found.set(name, getAttribute(wrapped, name));
    } catch {
      // A callable without this attribute, such as a partial, has none to give.
    }
  return found;
}

function update(wrapper: Value, wrapped: Value): Value {
  const attributes = wrapper instanceof PyObject ? wrapper.attributes : undefined;
  if (attributes === undefined) return wrapper;
  for (const [name, value] of attributesOf(wrapped)) setOn(wrapper, attributes, name, value);
  if (wrapped instanceof PyObject)
    for (const [name, value] of wrapped.attributes ?? []) attributes.set(name, value);
  attributes.set('__wrapped__', wrapped);
  return wrapper;
}

/** A function's own name is what its repr and traces show. */
function setOn(wrapper: Value, attributes: Map<string, Value>, name: string, value: Value): void {
  const named = wrapper as unknown as { name?: string; qualifiedName?: string; doc?: Value };
  if (name === '__name__' && typeof value === 'string' && 'name' in named) named.name = value;
  else if (name === '__qualname__' && typeof value === 'string' && 'qualifiedName' in named)
    named.qualifiedName = value;
  else if (name === '__doc__' && 'doc' in named) named.doc = value;
  else attributes.set(name, value);
}

/** `reduce(function, iterable[, initial])`. */
function reduce(operation: Value, iterable: Value, initial: Value): Value {
  const source = iterate(iterable);
  let total = initial === UNSET ? source.next() : initial;
  if (total === undefined) throw typeError('reduce() of empty iterable with no initial value');
  for (let item = source.next(); item !== undefined; item = source.next())
    total = call(operation, [total, item]);
  return total;
}

/** The comparisons that `total_ordering` derives from the one that a class has: from it, and whether equality decides. */
const DERIVED: Readonly<
  Record<string, readonly (readonly [name: string, negate: boolean, orEqual: boolean | null])[]>
> = {
  __lt__: [
    ['__gt__', true, false],
    ['__le__', false, true],
    ['__ge__', true, null],
  ],
  __le__: [
    ['__ge__', true, true],
    ['__lt__', false, false],
    ['__gt__', true, null],
  ],
  __gt__: [
    ['__lt__', true, false],
    ['__ge__', false, true],
    ['__le__', true, null],
  ],
  __ge__: [
    ['__le__', true, true],
    ['__gt__', false, false],
    ['__lt__', true, null],
  ],
};

function totalOrdering(type: Value): Value {
  if (!(type instanceof PyType)) throw typeError('total_ordering expects a class');
  const root = ['__lt__', '__le__', '__gt__', '__ge__'].find((name) => type.lookup(name) !== undefined);
  if (root === undefined) throw typeError('must define at least one ordering operation: < > <= >=');
  for (const [name, negated, orEqual] of DERIVED[root] ?? []) {
    if (type.lookup(name) !== undefined) continue;
    const derived = nativeFunction(name, 'self, other, /', (self, other) => {
      const answer = call(type.lookup(root) ?? null, [self, other]);
      if (answer === NOT_IMPLEMENTED) return answer;
      const holds = isTrue(answer);
      if (orEqual === null) return !holds;
      const equal = isTrue(compare('==', self, other));
      if (negated) return orEqual ? !holds || equal : !holds && !equal;
      return orEqual ? holds || equal : holds && !equal;
    });
    type.members.set(name, new MethodOf(derived));
  }
  return type;
}

/** A native function that becomes a method of the instance it is looked up on. */
class MethodOf extends Callable {
  readonly #function: Callable;

  constructor(target: Callable) {
    super();
    this.#function = target;
  }

  override get type(): PyType {
    return this.#function.type;
  }

  override get name(): string {
    return this.#function.name;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return this.#function.invoke(args, keywords);
  }
}

const keyType = new PyType({ name: 'KeyWrapper', module: 'functools' });
const isKey = (value: Value): value is PyInstance => value instanceof PyInstance && value.type === keyType;

/** `cmp_to_key(function)`: wraps a value so that `<` asks the function. */
function comparedBy(operation: Value): Value {
  return nativeFunction('K', 'obj', (value) => {
    const key = new PyInstance(keyType);
    key.attributes.set('obj', value);
    key.attributes.set('cmp', operation);
    return key;
  });
}
members(keyType, isKey).special('__lt__', (self, other) => {
  const of = (key: Value, name: string) => (key as PyInstance).attributes.get(name) ?? null;
  return isTrue(compare('<', call(of(self, 'cmp'), [of(self, 'obj'), of(other, 'obj')]), 0n));
});

/** `lru_cache` with and without arguments. */
function lruCache(limit: Value): Value {
  if (limit instanceof Callable) return new Cached(limit, 128);
  const size = limit === null ? Number.POSITIVE_INFINITY : Math.max(0, Number(toIndex(limit)));
  return nativeFunction('decorating_function', 'user_function', (wrapped) => new Cached(wrapped, size));
}

const MEMBERS = (): [string, Value][] => [
  ...dispatchMembers,
  ['cached_property', cachedPropertyType],
  ['partial', partialType],
  ['reduce', nativeFunction('reduce', 'function, iterable, initial=?, /', reduce, { module: '_functools' })],
  fn('functools', 'lru_cache', 'maxsize=128, typed=False', (limit) => lruCache(limit)),
  fn('functools', 'cache', 'user_function, /', (wrapped) => new Cached(wrapped, Number.POSITIVE_INFINITY)),
  fn('functools', 'wraps', 'wrapped, assigned=(), updated=()', (wrapped) =>
    nativeFunction('wraps', 'wrapper', (wrapper) => update(wrapper, wrapped)),
  ),
  fn('functools', 'update_wrapper', 'wrapper, wrapped, assigned=(), updated=()', (wrapper, wrapped) =>
    update(wrapper, wrapped),
  ),
  fn('functools', 'total_ordering', 'cls', totalOrdering),
  fn('functools', 'cmp_to_key', 'mycmp', comparedBy),
];

export const functoolsModules: Modules = standardModule(
  'functools',
  MEMBERS,
  'partialmethod singledispatchmethod',
);
