/** `DataLoader`: goes through a dataset in batches. https://pytorch.org/docs/stable/data.html */
import {
  call,
  each,
  getAttribute,
  getItem,
  isInstance,
  isTrue,
  iterate,
  iteratorType,
  lengthOf,
  members,
  nativeFunction,
  PyInstance,
  PyIterator,
  PyList,
  PyType,
  repr,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { collate, convert } from './collate.ts';
import { itemsAt, iterableType } from './datasets.ts';
import { batchType, drawSeed, randomType, sequentialType } from './samplers.ts';

const loaderType = new PyType({
  name: 'DataLoader',
  module: 'torch.utils.data.dataloader',
  subclassable: true,
});
const isLoader = (value: Value): value is PyInstance => value instanceof PyInstance;

const DEFAULT_COLLATE = nativeFunction(
  'default_collate',
  'batch, /',
  (batch) => collate(batch instanceof PyList ? batch : new PyList([...each(batch)])),
  { module: 'torch.utils.data._utils.collate' },
);
const DEFAULT_CONVERT = nativeFunction('default_convert', 'data, /', convert, {
  module: 'torch.utils.data._utils.collate',
});

const kept = (self: PyInstance, name: string): Value => getAttribute(self, name);

/** Options that cannot go together, in the order in which PyTorch looks. */
function requireCompatible(options: ReadonlyMap<string, Value>): void {
  const of = (name: string): Value => options.get(name) ?? null;
  if (toFloat(of('num_workers')) < 0)
    throw valueError(
      'num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.',
    );
  if (toFloat(of('timeout')) < 0) throw valueError('timeout option should be non-negative');
  const isIterable = isInstance(of('dataset'), iterableType);
  for (const name of isIterable ? ['shuffle', 'sampler', 'batch_sampler'] : [])
    if (name === 'shuffle' ? isTrue(of(name)) : of(name) !== null)
      throw valueError(
        `DataLoader with IterableDataset: expected unspecified ${name} option, but got ${name}=${repr(of(name))}`,
      );
  if (of('sampler') !== null && isTrue(of('shuffle')))
    throw valueError('sampler option is mutually exclusive with shuffle');
  if (of('batch_sampler') !== null) {
    if (of('batch_size') !== 1n || isTrue(of('shuffle')) || of('sampler') !== null || isTrue(of('drop_last')))
      throw valueError(
        'batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last',
      );
  } else if (of('batch_size') === null && isTrue(of('drop_last')))
    throw valueError(
      'batch_size=None option disables auto-batching and is mutually exclusive with drop_last',
    );
}

function start(self: PyInstance, options: ReadonlyMap<string, Value>): void {
  requireCompatible(options);
  const of = (name: string): Value => options.get(name) ?? null;
  const dataset = of('dataset');
  const isIterable = isInstance(dataset, iterableType);
  let sampler = of('sampler');
  if (sampler === null && !isIterable)
    sampler = isTrue(of('shuffle'))
      ? call(randomType, [dataset], new Map([['generator', of('generator')]]))
      : call(sequentialType, [dataset]);
  let batches = of('batch_sampler');
  if (batches === null && of('batch_size') !== null)
    batches = call(batchType, [sampler, of('batch_size'), of('drop_last')]);
  const isBatched = batches !== null;
  const names =
    'dataset num_workers prefetch_factor pin_memory pin_memory_device timeout worker_init_fn multiprocessing_context in_order';
  for (const name of names.split(' ')) self.attributes.set(name, of(name));
  self.attributes.set('batch_size', of('batch_sampler') === null ? of('batch_size') : null);
  self.attributes.set('drop_last', of('drop_last'));
  self.attributes.set('sampler', sampler);
  self.attributes.set('batch_sampler', batches);
  self.attributes.set('generator', of('generator'));
  self.attributes.set('collate_fn', of('collate_fn') ?? (isBatched ? DEFAULT_COLLATE : DEFAULT_CONVERT));
  self.attributes.set('persistent_workers', of('persistent_workers'));
}

/** Returns each batch, or each sample where the loader makes no batches, from the indices of `order`. */
function* fetched(self: PyInstance, order: PyIterator): Generator<Value> {
  const [dataset, batching] = [kept(self, 'dataset'), kept(self, 'batch_sampler') !== null];
  const make = kept(self, 'collate_fn');
  for (const index of each(order))
    yield call(make, [batching ? new PyList(itemsAt(dataset, [...each(index)])) : getItem(dataset, index)]);
}

/** Returns the same of a dataset that is gone through from its start. */
function* streamed(self: PyInstance, items: PyIterator): Generator<Value> {
  const size = kept(self, 'batch_size');
  const make = kept(self, 'collate_fn');
  let batch: Value[] = [];
  for (const item of each(items)) {
    if (size === null) {
      yield call(make, [item]);
      continue;
    }
    batch.push(item);
    if (batch.length < Number(size)) continue;
    yield call(make, [new PyList(batch)]);
    batch = [];
  }
  if (batch.length > 0 && !isTrue(kept(self, 'drop_last'))) yield call(make, [new PyList(batch)]);
}

function startPass(self: PyInstance): PyIterator {
  const dataset = kept(self, 'dataset');
  const isIterable = isInstance(dataset, iterableType);
  const batches = kept(self, 'batch_sampler');
  const order = isIterable ? iterate(dataset) : iterate(batches === null ? kept(self, 'sampler') : batches);
  // Each pass draws the seed that its workers would start from, also where there are none.
  drawSeed(kept(self, 'generator'));
  const source = isIterable ? streamed(self, order) : fetched(self, order);
  const pass = new PyIterator(iteratorType('_SingleProcessDataLoaderIter'), () => {
    const { done, value } = source.next();
    return done === true ? undefined : value;
  });
  pass.raisesAtEnd = true;
  return pass;
}

const SIGNATURE =
  "dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None, multiprocessing_context=None, generator=None, *, prefetch_factor=None, persistent_workers=False, pin_memory_device='', in_order=True";
const NAMES = SIGNATURE.split(', ')
  .flatMap((word) => word.split('=')[0] ?? [])
  .filter((word) => word !== '*');

members(loaderType, isLoader, 'python')
  .method('__init__', SIGNATURE as string, (self: PyInstance, ...given: Value[]) => {
    start(self, new Map(NAMES.map((name, i) => [name, given[i] ?? null])));
    return null;
  })
  .special('__iter__', startPass)
  .special('__len__', (self) => {
    const dataset = kept(self, 'dataset');
    if (!isInstance(dataset, iterableType)) {
      const batches = kept(self, 'batch_sampler');
      return lengthOf(batches === null ? kept(self, 'sampler') : batches);
    }
    const [length, size] = [lengthOf(dataset), kept(self, 'batch_size')];
    if (typeof size !== 'bigint') return length;
    return isTrue(kept(self, 'drop_last')) ? length / size : (length + size - 1n) / size;
  })
  .classMethod('__class_getitem__', 'item, /', (type) => type);

export const LOADER: readonly Entry[] = [
  ['DataLoader', loaderType],
  ['default_collate', DEFAULT_COLLATE],
  ['default_convert', DEFAULT_CONVERT],
];
