/** Samplers: the order in which a DataLoader takes items. Their random numbers are those of PyTorch's generator. */
import {
  asIndex,
  call,
  each,
  getAttribute,
  iteratorOver,
  lengthOf,
  members,
  PyInstance,
  PyList,
  PyType,
  pyError,
  repr,
  str,
  toArray,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { DTYPES } from '../dtype.ts';
import { defaultGenerator, GeneratorObject } from '../generator.ts';

const isObject = (value: Value): value is PyInstance => value instanceof PyInstance;
const DOUBLE = new Map(DTYPES).get('float64') ?? null;

const sampler = (name: string, base?: PyType): PyType =>
  new PyType({
    name,
    module: 'torch.utils.data.sampler',
    ...(base === undefined ? {} : { bases: [base] }),
    subclassable: true,
  });

const samplerType = sampler('Sampler');
export const sequentialType = sampler('SequentialSampler', samplerType);
export const randomType = sampler('RandomSampler', samplerType);
export const batchType = sampler('BatchSampler', samplerType);
const subsetType = sampler('SubsetRandomSampler', samplerType);
const weightedType = sampler('WeightedRandomSampler', samplerType);

/** Returns a number that seeds something else, as `torch.empty((), dtype=torch.int64).random_()` draws it: 63 bits. */
export function drawSeed(generator: Value): bigint {
  const { source } = generator instanceof GeneratorObject ? generator : defaultGenerator();
  const [high, low] = source.next64();
  return (BigInt(high & 0x7fffffff) << 32n) | BigInt(low);
}

/** Returns the items of `torch.name(*args, **keywords)`. */
const drawn = (
  name: string,
  args: readonly Value[],
  keywords: readonly (readonly [string, Value])[],
): Value[] =>
  toArray(call(getAttribute(call(torchFunctions.get(name) ?? null, args, new Map(keywords)), 'tolist')));

const keep = (self: PyInstance, entries: readonly (readonly [string, Value])[]): null => {
  for (const [name, value] of entries) self.attributes.set(name, value);
  return null;
};
const kept = (self: PyInstance, name: string): Value => getAttribute(self, name);

members(samplerType, isObject, 'python')
  .method('__init__', 'data_source=None', () => null)
  .special('__iter__', (_self) => {
    throw pyError('NotImplementedError', '');
  })
  .classMethod('__class_getitem__', 'item, /', (type) => type);

function* indices(count: bigint): Generator<Value> {
  for (let i = 0n; i < count; i++) yield i;
}

members(sequentialType, isObject, 'python')
  .method('__init__', 'data_source', (self, source) => keep(self, [['data_source', source]]))
  .special('__iter__', (self) => iteratorOver('range_iterator', indices(lengthOf(kept(self, 'data_source')))))
  .special('__len__', (self) => lengthOf(kept(self, 'data_source')));

const sampleCount = (self: PyInstance): Value => {
  const count = kept(self, '_num_samples');
  return count === null ? lengthOf(kept(self, 'data_source')) : count;
};

function requireCount(count: Value, allowBool: boolean): void {
  const whole = typeof count === 'bigint' || (allowBool && typeof count === 'boolean');
  if (!whole || BigInt(count as bigint) <= 0n)
    throw valueError(`num_samples should be a positive integer value, but got num_samples=${str(count)}`);
}

/** PyTorch draws indices with replacement in groups of this many. */
const GROUP = 32n;

/** Returns the indices of a RandomSampler. The numbers are drawn when the first is asked for. */
function* shuffled(self: PyInstance): Generator<Value> {
  const size = lengthOf(kept(self, 'data_source'));
  const given = kept(self, 'generator');
  const generator = given instanceof GeneratorObject ? given : new GeneratorObject(drawSeed(null));
  const keywords = [['generator', generator]] as const;
  const count = asIndex(sampleCount(self)) ?? 0n;
  if (kept(self, 'replacement') === true) {
    for (let left = count; ; left -= GROUP) {
      const group = left < GROUP ? left : GROUP;
      yield* drawn('randint', [size, new PyList([group])], keywords);
      if (left < GROUP) return;
    }
  }
  for (let left = count; ; left -= size) {
    const order = drawn('randperm', [size], keywords);
    yield* left < size ? order.slice(0, Number(left)) : order;
    if (left < size) return;
  }
}

members(randomType, isObject, 'python')
  .method(
    '__init__',
    'data_source, replacement=False, num_samples=None, generator=None',
    (self, source, replacement, count, generator) => {
      keep(self, [
        ['data_source', source],
        ['replacement', replacement],
        ['_num_samples', count],
        ['generator', generator],
      ]);
      if (typeof replacement !== 'boolean')
        throw typeError(`replacement should be a boolean value, but got replacement=${str(replacement)}`);
      requireCount(sampleCount(self), true);
      return null;
    },
  )
  .getter('num_samples', sampleCount)
  .special('__iter__', (self) => iteratorOver('generator', shuffled(self)))
  .special('__len__', sampleCount);

members(subsetType, isObject, 'python')
  .method('__init__', 'indices, generator=None', (self, chosen, generator) =>
    keep(self, [
      ['indices', chosen],
      ['generator', generator],
    ]),
  )
  .special('__iter__', (self) => {
    const chosen = toArray(kept(self, 'indices'));
    const generator = kept(self, 'generator');
    function* permuted(): Generator<Value> {
      const keywords = generator === null ? [] : ([['generator', generator]] as const);
      for (const place of drawn('randperm', [BigInt(chosen.length)], keywords))
        yield chosen[Number(place)] ?? null;
    }
    return iteratorOver('generator', permuted());
  })
  .special('__len__', (self) => lengthOf(kept(self, 'indices')));

members(weightedType, isObject, 'python')
  .method(
    '__init__',
    'weights, num_samples, replacement=True, generator=None',
    (self, weights, count, replacement, generator) => {
      requireCount(count, false);
      if (typeof replacement !== 'boolean')
        throw valueError(`replacement should be a boolean value, but got replacement=${str(replacement)}`);
      const tensor = call(torchFunctions.get('as_tensor') ?? null, [weights], new Map([['dtype', DOUBLE]]));
      return keep(self, [
        ['weights', tensor],
        ['num_samples', count],
        ['replacement', replacement],
        ['generator', generator],
      ]);
    },
  )
  .special('__iter__', (self) => {
    const generator = kept(self, 'generator');
    function* weighted(): Generator<Value> {
      const args = [kept(self, 'weights'), kept(self, 'num_samples'), kept(self, 'replacement')];
      yield* drawn('multinomial', args, generator === null ? [] : [['generator', generator]]);
    }
    return iteratorOver('generator', weighted());
  })
  .special('__len__', (self) => kept(self, 'num_samples'));

/** Returns the indices of `source` in lists of `size`. */
function* batches(source: Value, size: number, dropLast: boolean): Generator<Value> {
  let batch: Value[] = [];
  for (const index of each(source)) {
    batch.push(index);
    if (batch.length < size) continue;
    yield new PyList(batch);
    batch = [];
  }
  if (batch.length > 0 && !dropLast) yield new PyList(batch);
}

members(batchType, isObject, 'python')
  .method('__init__', 'sampler, batch_size, drop_last', (self, source, size, dropLast) => {
    if (typeof size !== 'bigint' || size <= 0n)
      throw valueError(`batch_size should be a positive integer value, but got batch_size=${str(size)}`);
    if (typeof dropLast !== 'boolean')
      throw valueError(`drop_last should be a boolean value, but got drop_last=${repr(dropLast)}`);
    return keep(self, [
      ['sampler', source],
      ['batch_size', size],
      ['drop_last', dropLast],
    ]);
  })
  .special('__iter__', (self) =>
    iteratorOver(
      'generator',
      batches(kept(self, 'sampler'), Number(kept(self, 'batch_size')), kept(self, 'drop_last') === true),
    ),
  )
  .special('__len__', (self) => {
    const [length, size] = [lengthOf(kept(self, 'sampler')), kept(self, 'batch_size') as bigint];
    return kept(self, 'drop_last') === true ? length / size : (length + size - 1n) / size;
  });

export const SAMPLERS: readonly Entry[] = [
  ['Sampler', samplerType],
  ['SequentialSampler', sequentialType],
  ['RandomSampler', randomType],
  ['SubsetRandomSampler', subsetType],
  ['WeightedRandomSampler', weightedType],
  ['BatchSampler', batchType],
];
