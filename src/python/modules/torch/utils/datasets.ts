/** Datasets: `torch.utils.data.Dataset` for programs to derive from, and those made of tensors or of other datasets. */
import {
  asIndex,
  call,
  each,
  findAttribute,
  getAttribute,
  getItem,
  lengthOf,
  members,
  PyInstance,
  PyList,
  PyTuple,
  PyType,
  pyError,
  toArray,
  toSmallIndex,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';

const isObject = (value: Value): value is PyInstance => value instanceof PyInstance;

const dataset = (name: string, base?: PyType): PyType =>
  new PyType({
    name,
    module: 'torch.utils.data.dataset',
    ...(base === undefined ? {} : { bases: [base] }),
    subclassable: true,
  });

const datasetType = dataset('Dataset');
export const iterableType = dataset('IterableDataset', datasetType);
const tensorType = dataset('TensorDataset', datasetType);
export const subsetType = dataset('Subset', datasetType);
const concatType = dataset('ConcatDataset', datasetType);

/** Returns an attribute that the dataset's `__init__` set. */
const attribute = (self: PyInstance, name: string): Value => getAttribute(self, name);

const concatenated = (datasets: Value): Value => call(concatType, [datasets]);

members(datasetType, isObject, 'python')
  .special('__getitem__', (_self, _index) => {
    throw pyError('NotImplementedError', 'Subclasses of Dataset should implement __getitem__.');
  })
  .special('__add__', (self, other) => concatenated(new PyList([self, other ?? null])))
  .classMethod('__class_getitem__', 'item, /', (type) => type);

members(iterableType, isObject, 'python').special('__iter__', (_self) => {
  throw pyError('NotImplementedError', 'Subclasses of IterableDataset should implement __iter__.');
});

const sizeOf = (tensor: Value): Value => call(getAttribute(tensor, 'size'), [0n]);

members(tensorType, isObject, 'python')
  .method('__init__', '*tensors', (self, tensors) => {
    const sizes = new Set(tensors.items.map(sizeOf));
    if (sizes.size > 1) throw pyError('AssertionError', 'Size mismatch between tensors');
    self.attributes.set('tensors', tensors);
    return null;
  })
  .special(
    '__getitem__',
    (self, index) =>
      new PyTuple(toArray(attribute(self, 'tensors')).map((tensor) => getItem(tensor, index ?? null))),
  )
  .special('__len__', (self) => sizeOf(getItem(attribute(self, 'tensors'), 0n)));

/** Returns the items of a dataset at these indices, through its own `__getitems__` where it has one. */
export function itemsAt(from: Value, indices: readonly Value[]): Value[] {
  const several = findAttribute(from, '__getitems__') ?? null;
  if (several !== null) return toArray(call(several, [new PyList([...indices])]));
  return indices.map((index) => getItem(from, index));
}

members(subsetType, isObject, 'python')
  .method('__init__', 'dataset, indices', (self, of, indices) => {
    self.attributes.set('dataset', of);
    self.attributes.set('indices', indices);
    return null;
  })
  .special('__getitem__', (self, index) => {
    const [of, indices] = [attribute(self, 'dataset'), attribute(self, 'indices')];
    if (index instanceof PyList)
      return getItem(of, new PyList(index.items.map((each_) => getItem(indices, each_))));
    return getItem(of, getItem(indices, index ?? null));
  })
  .method('__getitems__', 'indices', (self, chosen) => {
    const indices = attribute(self, 'indices');
    const places = toArray(chosen).map((place) => getItem(indices, place));
    return new PyList(itemsAt(attribute(self, 'dataset'), places));
  })
  .special('__len__', (self) => lengthOf(attribute(self, 'indices')));

members(concatType, isObject, 'python')
  .method('__init__', 'datasets', (self, datasets) => {
    const parts = [...each(datasets)];
    if (parts.length === 0) throw pyError('AssertionError', 'datasets should not be an empty iterable');
    let total = 0n;
    const ends = parts.map((part) => {
      total += lengthOf(part);
      return total;
    });
    self.attributes.set('datasets', new PyList(parts));
    self.attributes.set('cumulative_sizes', new PyList(ends));
    return null;
  })
  .special('__getitem__', (self, index) => {
    const ends = toArray(attribute(self, 'cumulative_sizes')).map(Number);
    const length = ends.at(-1) ?? 0;
    const given =
      asIndex(index ?? null) === undefined ? toSmallIndex(index ?? null) : Number(asIndex(index ?? null));
    if (-given > length) throw valueError('absolute value of index should not exceed dataset length');
    const place = given < 0 ? given + length : given;
    const part = ends.findIndex((end) => end > place);
    if (part < 0) throw pyError('IndexError', 'list index out of range');
    const start = part === 0 ? 0 : (ends[part - 1] as number);
    return getItem(getItem(attribute(self, 'datasets'), BigInt(part)), BigInt(place - start));
  })
  .special('__len__', (self) => toArray(attribute(self, 'cumulative_sizes')).at(-1) ?? 0n);

export const DATASETS: readonly Entry[] = [
  ['Dataset', datasetType],
  ['IterableDataset', iterableType],
  ['TensorDataset', tensorType],
  ['Subset', subsetType],
  ['ConcatDataset', concatType],
];
