/** `itertools`: https://docs.python.org/3/library/itertools.html */
import {
  binary,
  call,
  equals,
  isTrue,
  iterate,
  members,
  PyIterator,
  PyTuple,
  PyType,
  pyError,
  toArray,
  toIndex,
  typeError,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

type Next = () => Value | undefined;

const types = new Map<string, PyType>();

/** Returns the class `itertools.name`. */
function typeNamed(name: string): PyType {
  const type = types.get(name) ?? new PyType({ name, module: 'itertools' });
  types.set(name, type);
  return type;
}

/** Returns an iterator of the class `itertools.name`. */
function iterator(name: string, next: Next): PyIterator {
  const type = typeNamed(name);
  if (!type.members.has('__next__'))
    members(type, (value): value is PyIterator => value instanceof PyIterator)
      .special('__iter__', (self) => self)
      .special('__next__', (self) => {
        const value = self.next();
        if (value === undefined) throw pyError('StopIteration');
        return value;
      });
  return new PyIterator(type, next);
}

const over = (name: string, values: Generator<Value>): PyIterator =>
  iterator(name, () => {
    const { done, value } = values.next();
    return done === true ? undefined : value;
  });

/** Items of an iterable, taken as they are asked for. */
function* items(iterable: Value): Generator<Value> {
  const source = iterate(iterable);
  for (let item = source.next(); item !== undefined; item = source.next()) yield item;
}

const count = (value: Value, name: string): number => {
  const number = Number(toIndex(value));
  if (number < 0) throw valueError(`${name} must be non-negative`);
  return number;
};

function* picks(
  pool: readonly Value[],
  size: number,
  next: (from: number, used: readonly number[]) => number[],
) {
  const chosen: number[] = [];
  function* extend(from: number): Generator<Value> {
    if (chosen.length === size) {
      yield new PyTuple(chosen.map((index) => pool[index] ?? null));
      return;
    }
    for (const index of next(from, chosen)) {
      chosen.push(index);
      yield* extend(index);
      chosen.pop();
    }
  }
  yield* extend(-1);
}

const indicesFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

function* product(pools: readonly (readonly Value[])[]): Generator<Value> {
  const chosen: Value[] = [];
  function* extend(depth: number): Generator<Value> {
    if (depth === pools.length) yield new PyTuple([...chosen]);
    else
      for (const value of pools[depth] ?? []) {
        chosen[depth] = value;
        yield* extend(depth + 1);
      }
  }
  yield* extend(0);
}

function* accumulate(iterable: Value, operation: Value, initial: Value): Generator<Value> {
  let total: Value | undefined = initial === null ? undefined : initial;
  if (total !== undefined) yield total;
  for (const item of items(iterable)) {
    if (total === undefined) total = item;
    else total = operation === null ? binary('+', total, item) : call(operation, [total, item]);
    yield total;
  }
}

function* groups(iterable: Value, key: Value): Generator<Value> {
  const source = iterate(iterable);
  let item = source.next();
  const keyOf = (value: Value): Value => (key === null ? value : call(key, [value]));
  let current: Value | undefined = item === undefined ? undefined : keyOf(item);
  while (item !== undefined) {
    const shared = current as Value;
    const group = iterator('_grouper', () => {
      if (item === undefined || !equals(current ?? null, shared)) return undefined;
      const value = item;
      item = source.next();
      if (item !== undefined) current = keyOf(item);
      return value;
    });
    yield new PyTuple([shared, group]);
    while (group.next() !== undefined);
  }
}

function* zipLongest(sources: readonly PyIterator[], fill: Value): Generator<Value> {
  const open = new Set(sources);
  for (;;) {
    const row = sources.map((source) => {
      const value = open.has(source) ? source.next() : undefined;
      if (value === undefined) open.delete(source);
      return value ?? (value === null ? null : fill);
    });
    if (open.size === 0) return;
    yield new PyTuple(row);
  }
}

function* sliced(iterable: Value, start: number, stop: number, step: number): Generator<Value> {
  let [at, next] = [0, start];
  if (stop <= start) return;
  for (const item of items(iterable)) {
    if (at === next) {
      yield item;
      next += step;
    }
    at++;
    if (at >= stop || next >= stop) return;
  }
}

function* counting(start: Value, step: Value): Generator<Value> {
  for (let value = start; ; value = binary('+', value, step)) yield value;
}

function* cycled(iterable: Value): Generator<Value> {
  const seen: Value[] = [];
  for (const item of items(iterable)) {
    seen.push(item);
    yield item;
  }
  while (seen.length > 0) yield* seen;
}

function* selected(iterable: Value, test: Value, wanted: boolean): Generator<Value> {
  for (const item of items(iterable))
    if (isTrue(test === null ? item : call(test, [item])) === wanted) yield item;
}

function* taken(iterable: Value, test: Value): Generator<Value> {
  for (const item of items(iterable)) {
    if (!isTrue(call(test, [item]))) return;
    yield item;
  }
}

function* dropped(iterable: Value, test: Value): Generator<Value> {
  let dropping = true;
  for (const item of items(iterable)) {
    dropping &&= isTrue(call(test, [item]));
    if (!dropping) yield item;
  }
}

function* pairs(iterable: Value): Generator<Value> {
  let before: Value | undefined;
  for (const item of items(iterable)) {
    if (before !== undefined) yield new PyTuple([before, item]);
    before = item;
  }
}

function* batches(iterable: Value, size: number): Generator<Value> {
  if (size < 1) throw valueError('n must be at least one');
  let batch: Value[] = [];
  for (const item of items(iterable)) {
    batch.push(item);
    if (batch.length < size) continue;
    yield new PyTuple(batch);
    batch = [];
  }
  if (batch.length > 0) yield new PyTuple(batch);
}

function* chained(iterables: Iterable<Value>): Generator<Value> {
  for (const iterable of iterables) yield* items(iterable);
}

/** Copies of an iterator that share what was taken from it. */
function tee(iterable: Value, copies: number): PyTuple {
  const source = iterate(iterable);
  const seen: Value[] = [];
  return new PyTuple(
    Array.from({ length: copies }, () => {
      let at = 0;
      return iterator('_tee', () => {
        if (at === seen.length) {
          const value = source.next();
          if (value === undefined) return undefined;
          seen.push(value);
        }
        return seen[at++];
      });
    }),
  );
}

/** All but `tee` are classes. */
function define<const S extends string>(
  name: string,
  signature: S,
  body: Parameters<typeof fn<S>>[3],
): [string, Value] {
  if (name === 'tee') return fn('itertools', name, signature, body);
  const type = typeNamed(name);
  const run = body as unknown as (...args: Value[]) => Value;
  members(type, (value): value is PyIterator => value instanceof PyIterator).constructs(
    signature as string,
    (_type, ...args) => run(...args),
  );
  return [name, type];
}

/** `chain` is a class with the class method `from_iterable`. */
function chainType() {
  const type = typeNamed('chain');
  members(type, (value): value is PyIterator => value instanceof PyIterator)
    .constructs('*iterables', (_type, iterables) => over('chain', chained(iterables.items)))
    .classMethod('from_iterable', 'iterable, /', (_type, iterable) =>
      over('chain', chained(items(iterable))),
    );
  return type;
}

const MEMBERS = () => [
  ['chain', chainType()] as [string, Value],
  define('count', 'start=0, step=1', (start, step) => over('count', counting(start, step))),
  define('cycle', 'iterable, /', (iterable) => over('cycle', cycled(iterable))),
  define('repeat', 'object, times=?', (value, times) => {
    let left = times === UNSET ? Number.POSITIVE_INFINITY : Number(toIndex(times));
    return iterator('repeat', () => (left-- > 0 ? value : undefined));
  }),
  define('accumulate', 'iterable, func=None, *, initial=None', (iterable, operation, initial) =>
    over('accumulate', accumulate(iterable, operation, initial)),
  ),
  define('islice', 'iterable, start, stop=?, step=?, /', (iterable, first, second, third) => {
    const [start, stop] = second === UNSET ? [null, first] : [first, second];
    const index = (value: Value, absent: number) => {
      if (value === null || value === UNSET) return absent;
      if (typeof value !== 'bigint' || value < 0n)
        throw valueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
      return Number(value);
    };
    return over(
      'islice',
      sliced(iterable, index(start, 0), index(stop, Number.POSITIVE_INFINITY), index(third, 1)),
    );
  }),
  define('product', '*iterables, repeat=1', (iterables, repeat) => {
    const pools = iterables.items.map(toArray);
    return over('product', product(Array.from({ length: Number(toIndex(repeat)) }, () => pools).flat()));
  }),
  define('permutations', 'iterable, r=None', (iterable, r) => {
    const pool = toArray(iterable);
    const size = r === null ? pool.length : count(r, 'r');
    return over(
      'permutations',
      picks(pool, size, (_from, used) =>
        indicesFrom(0, pool.length).filter((index) => !used.includes(index)),
      ),
    );
  }),
  define('combinations', 'iterable, r', (iterable, r) => {
    const pool = toArray(iterable);
    return over(
      'combinations',
      picks(pool, count(r, 'r'), (from) => indicesFrom(from + 1, pool.length)),
    );
  }),
  define('combinations_with_replacement', 'iterable, r', (iterable, r) => {
    const pool = toArray(iterable);
    return over(
      'combinations_with_replacement',
      picks(pool, count(r, 'r'), (from) => indicesFrom(Math.max(0, from), pool.length)),
    );
  }),
  define('groupby', 'iterable, key=None', (iterable, key) => over('groupby', groups(iterable, key))),
  define('zip_longest', '*iterables, fillvalue=None', (iterables, fill) =>
    over('zip_longest', zipLongest(iterables.items.map(iterate), fill)),
  ),
  define('starmap', 'function, iterable, /', (operation, iterable) => {
    const source = iterate(iterable);
    return iterator('starmap', () => {
      const item = source.next();
      return item === undefined ? undefined : call(operation, toArray(item));
    });
  }),
  define('takewhile', 'predicate, iterable, /', (test, iterable) => over('takewhile', taken(iterable, test))),
  define('dropwhile', 'predicate, iterable, /', (test, iterable) =>
    over('dropwhile', dropped(iterable, test)),
  ),
  define('filterfalse', 'function, iterable, /', (test, iterable) =>
    over('filterfalse', selected(iterable, test, false)),
  ),
  define('compress', 'data, selectors', (data, selectors) => {
    const [values, chosen] = [iterate(data), iterate(selectors)];
    return iterator('compress', () => {
      for (;;) {
        const [value, select] = [values.next(), chosen.next()];
        if (value === undefined || select === undefined) return undefined;
        if (isTrue(select)) return value;
      }
    });
  }),
  define('pairwise', 'iterable, /', (iterable) => over('pairwise', pairs(iterable))),
  define('batched', 'iterable, n, *, strict=False', (iterable, size) =>
    over('batched', batches(iterable, Number(toIndex(size)))),
  ),
  define('tee', 'iterable, n=2, /', (iterable, copies) => {
    const number = Number(toIndex(copies));
    if (number < 0) throw typeError('n must be >= 0');
    return tee(iterable, number);
  }),
];

export const itertoolsModules: Modules = standardModule('itertools', MEMBERS);
