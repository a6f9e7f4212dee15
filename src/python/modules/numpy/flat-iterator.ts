/**
 * `a.flat`: the elements of an array in row-major order, to go through, to index and to write. A part of NumPy that is
 * fetched where it is named.
 */
import type { Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { iteratorOver, members, PyObject, PyType, type Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { getItem } from './array-items.ts';
import { toTensor } from './convert.ts';
import { asNumpy } from './errors.ts';
import './index.ts';
import { isArray, isReceiver, NdArray, ndarrayType, result } from './ndarray.ts';
import { checkWriteable } from './writeable.ts';

class FlatIterator extends PyObject {
  readonly array: NdArray;

  constructor(array: NdArray) {
    super();
    this.array = array;
  }

  override get type(): PyType {
    return flatType;
  }

  /** A row-major vector of the elements; of the array's own memory where it is row-major. */
  get vector(): Tensor {
    return core.ravel(this.array.tensor) as Tensor;
  }
}

const flatType = new PyType({ name: 'flatiter', module: 'numpy' });

function* scalars(vector: Tensor): Generator<Value> {
  for (let i = 0; i < vector.size; i++) yield result(core.index(vector, [i]) as Tensor);
}

/** Writes `vector`, changed, back into the array. */
function write(array: NdArray, change: (vector: Tensor) => void): void {
  checkWriteable(array, 'assignment destination');
  const vector = core.copy(core.ravel(array.tensor) as Tensor);
  change(vector);
  core.assign(array.tensor, core.reshape<core.Shape>(vector, array.tensor.shape));
}

/** `values` over and over, as many as there are places for. */
function repeated(values: Tensor, count: number): Tensor {
  const flat = values.toFlat();
  const made = Array.from({ length: count }, (_, i) => flat[i % flat.length] as number);
  return core.fromFlat(made, [count], values.dtype);
}

/** `a.flat = values`. */
function assignFlat(array: NdArray, values: Value): void {
  asNumpy(() => write(array, (vector) => core.assign(vector, repeated(toTensor(values), vector.size))));
}

members(flatType, (value): value is FlatIterator => value instanceof FlatIterator)
  .getter('base', (self) => self.array)
  .method('copy', '', (self) => new NdArray(core.copy(self.vector)))
  .special('__len__', (self) => BigInt(self.array.tensor.size))
  .special('__iter__', (self) => iteratorOver('flatiter', scalars(self.vector)))
  .special('__array__', (self) => new NdArray(core.copy(self.vector)))
  .special('__getitem__', (self, key) => {
    const found = getItem(new NdArray(self.vector), key);
    return isArray(found) ? new NdArray(core.copy(found.tensor)) : found;
  })
  .special('__setitem__', (self, key, value) => {
    asNumpy(() =>
      write(self.array, (vector) => {
        const places = core.fromFlat(
          Array.from({ length: vector.size }, (_, i) => i),
          [vector.size],
          'int64',
        );
        const chosen = getItem(new NdArray(places), key);
        const wanted = isArray(chosen)
          ? chosen.tensor.toFlat()
          : [Number(chosen === null ? 0 : toTensor(chosen).item())];
        core.assignAt(
          vector,
          [core.fromFlat(wanted, [wanted.length], 'int64')],
          repeated(toTensor(value), wanted.length),
        );
      }),
    );
    return null;
  });

members(ndarrayType, isReceiver).getter('flat', (self) => new FlatIterator(self), assignFlat);

/** The part adds to a type that is there and has no module of its own. */
export const flatModules: Modules = new Map();
