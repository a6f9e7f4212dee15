/** `np.c_`, `np.r_`, `np.mgrid`, `np.ogrid`, `np.ix_` and `np.indices`: a part of NumPy that is fetched where it is named. */

import type { DType, Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  members,
  PyObject,
  PySlice,
  PyTuple,
  PyType,
  Refusal,
  toArray,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { toTensor } from '../convert.ts';
import { asNumpy } from '../errors.ts';
import { define } from '../functions.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import { NdArray, result } from '../ndarray.ts';

/** An object that exists to be indexed. */
class Indexed extends PyObject {
  readonly #type: PyType;
  readonly build: (items: readonly Value[], isTuple: boolean) => Value;

  constructor(name: string, build: Indexed['build']) {
    super();
    this.#type = new PyType({ name, module: 'numpy.lib._index_tricks_impl' });
    this.build = build;
    members(this.#type, (value): value is Indexed => value instanceof Indexed).special(
      '__getitem__',
      (self, key) =>
        asNumpy(() =>
          key instanceof PyTuple ? self.build(key.items, true) : self.build([key ?? null], false),
        ),
    );
  }

  override get type(): PyType {
    return this.#type;
  }
}

/** Returns the numbers that a slice counts through, whole where its bounds are. */
function counted({ start, stop, step }: PySlice): Tensor {
  const bounds = [start ?? 0n, stop ?? 0n, step ?? 1n];
  const dtype: DType = bounds.every((each) => asIndex(each) !== undefined) ? 'int64' : 'float64';
  const [from, to, by] = bounds.map((each) => asFloat(each) ?? Number(asIndex(each) ?? 0n)) as [
    number,
    number,
    number,
  ];
  return core.arange(from, to, by, dtype) as Tensor;
}

function partOf(item: Value): Tensor {
  if (typeof item === 'string')
    throw new Refusal("directives of np.r_ and np.c_ in text are not part of this book's NumPy");
  return item instanceof PySlice ? counted(item) : toTensor(item);
}

/** Returns a number as a vector of one. */
const atLeastVector = (part: Tensor): Tensor => (part.rank === 0 ? core.reshape<Shape>(part, [1]) : part);
/** Returns a vector as a column. */
const atLeastColumn = (part: Tensor): Tensor =>
  part.rank < 2 ? core.reshape<Shape>(part, [part.size, 1]) : part;

const rows = (items: readonly Value[]): Value =>
  new NdArray(
    core.concatenate(
      items.map((item) => atLeastVector(partOf(item))),
      0,
    ),
  );
const columns = (items: readonly Value[]): Value =>
  new NdArray(
    core.concatenate(
      items.map((item) => atLeastColumn(partOf(item))),
      -1,
    ),
  );

/** Returns a vector along axis `axis` of `rank`. */
const along = (vector: Tensor, axis: number, rank: number): Tensor =>
  core.reshape<Shape>(
    vector,
    Array.from({ length: rank }, (_, each) => (each === axis ? vector.size : 1)),
  );

function slicesOf(items: readonly Value[]): Tensor[] {
  const vectors = items.map((item) => {
    if (item instanceof PySlice) return counted(item);
    throw new Refusal("np.mgrid of other than slices is not part of this book's NumPy");
  });
  const isFloat = vectors.some(({ dtype }) => dtype === 'float64');
  return isFloat ? vectors.map((each) => core.astype(each, 'float64')) : vectors;
}

/** Returns each vector stretched over the grid of all. */
function grid(vectors: readonly Tensor[]): Tensor[] {
  const shape = vectors.map(({ size }) => size);
  return vectors.map((vector, axis) =>
    core.contiguous(core.expand<Shape>(along(vector, axis, shape.length), shape)),
  );
}

const mesh = (items: readonly Value[], isTuple: boolean): Value => {
  const vectors = slicesOf(items);
  return new NdArray(isTuple ? core.stack(grid(vectors)) : (vectors[0] as Tensor));
};
const openMesh = (items: readonly Value[], isTuple: boolean): Value => {
  const vectors = slicesOf(items);
  if (!isTuple) return new NdArray(vectors[0] as Tensor);
  return new PyTuple(vectors.map((vector, axis) => new NdArray(along(vector, axis, vectors.length))));
};

function openIndices({ items }: PyTuple): Value {
  return new PyTuple(
    items.map((item, axis) => {
      const given = toTensor(item);
      if (given.rank !== 1) throw valueError('Cross index must be 1 dimensional');
      const vector =
        given.dtype === 'bool'
          ? (core.nonzero(given)[0] as Tensor)
          : given.size === 0
            ? core.astype(given, 'int64')
            : given;
      return new NdArray(along(vector, axis, items.length));
    }),
  );
}

function indices(dimensions: Value): Value {
  const sizes = toArray(dimensions).map((size) => Number(asIndex(size) ?? 0n));
  const vectors = sizes.map((size) => core.arange(0, size, 1, 'int64') as Tensor);
  return result(core.stack(grid(vectors)));
}

laterFunctions.set('r_', new Indexed('RClass', rows));
laterFunctions.set('c_', new Indexed('CClass', columns));
laterFunctions.set('mgrid', new Indexed('MGridClass', mesh));
laterFunctions.set('ogrid', new Indexed('OGridClass', openMesh));
for (const [name, value] of [
  define('ix_', '*args', openIndices),
  define('indices', 'dimensions, dtype=None!, sparse=False!', indices),
])
  laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const gridModules: Modules = new Map();
