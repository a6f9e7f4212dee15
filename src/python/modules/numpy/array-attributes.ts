/** Attributes of arrays: shape, strides, flags, views of themselves. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  isTrue,
  type Members,
  members,
  PyObject,
  PyTuple,
  PyType,
  pyError,
  repr,
  toSmallIndex,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { readShape } from './axes.ts';
import { dtypeObject, itemSize } from './dtype.ts';
import { asNumpy } from './errors.ts';
import { method } from './methods.ts';
import { derived, isReceiver, NdArray, ndarrayType } from './ndarray.ts';
import { genericType, isScalar, NumpyScalar, scalarItem, scalarOf } from './scalar.ts';
import { matrixTransposed } from './shapes.ts';

/** `a.flags`: a snapshot, but for WRITEABLE, which is the array's own. */
class Flags extends PyObject {
  readonly entries: Map<string, boolean>;
  readonly array: NdArray | null;

  constructor(entries: readonly (readonly [string, boolean])[], array: NdArray | null) {
    super();
    this.entries = new Map(entries);
    this.array = array;
  }

  setWriteable(writeable: boolean): void {
    if (this.array === null) throw valueError('Cannot set flags on array scalars.');
    setWriteable(this.array, writeable);
    this.entries.set('WRITEABLE', writeable);
  }

  override get type(): PyType {
    return flagsType;
  }
}
/** Only an array that owns its memory, or a view of one that may be written, can be made writeable again. */
function setWriteable(array: NdArray, writeable: boolean): void {
  if (writeable && array.base?.readOnly === true)
    throw valueError('cannot set WRITEABLE flag to True of this array');
  array.readOnly = !writeable;
}

const flagsType = new PyType({ name: 'flagsobj', module: 'numpy._core.multiarray' });
const SHORT: Readonly<Record<string, string>> = {
  C: 'C_CONTIGUOUS',
  F: 'F_CONTIGUOUS',
  O: 'OWNDATA',
  W: 'WRITEABLE',
  A: 'ALIGNED',
  X: 'WRITEBACKIFCOPY',
};
const flagNames = ['C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY'];

const ofFlags = members(flagsType, (value): value is Flags => value instanceof Flags)
  .special('__getitem__', (self, key) => {
    const found = self.entries.get(SHORT[String(key)] ?? String(key));
    if (found === undefined) throw pyError('KeyError', 'Unknown flag');
    return found;
  })
  .special('__setitem__', (self, key, value) => {
    const name = SHORT[String(key)] ?? String(key);
    if (name !== 'WRITEABLE') throw pyError('KeyError', 'Unknown flag');
    self.setWriteable(isTrue(value));
    return null;
  })
  .special('__repr__', (self) => [...self.entries].map(([name, on]) => `  ${name} : ${repr(on)}\n`).join(''));
for (const name of flagNames)
  ofFlags.getter(
    name.toLowerCase(),
    (self) => self.entries.get(name) ?? false,
    ...(name === 'WRITEABLE' ? [(self: Flags, value: Value) => self.setWriteable(isTrue(value))] : []),
  );
ofFlags
  .getter('contiguous', (self) => self.entries.get('C_CONTIGUOUS') ?? false)
  .getter(
    'forc',
    ({ entries }) => entries.get('C_CONTIGUOUS') === true || entries.get('F_CONTIGUOUS') === true,
  );

function flagsOf(tensor: Tensor, owns: boolean, writeable: boolean, array: NdArray | null): Flags {
  const entries = [
    ['C_CONTIGUOUS', tensor.isContiguous],
    ['F_CONTIGUOUS', core.transpose(tensor).isContiguous],
    ['OWNDATA', owns],
    ['WRITEABLE', writeable],
    ['ALIGNED', true],
    ['WRITEBACKIFCOPY', false],
  ] as const;
  return new Flags(entries, array);
}

const integers = (of: readonly number[]): PyTuple => new PyTuple(of.map((each) => BigInt(each)));

function defineCommon<Self extends NdArray | NumpyScalar>(on: Members<Self>): void {
  const facts: Readonly<Record<string, (t: Tensor) => Value>> = {
    ndim: (t) => BigInt(t.rank),
    size: (t) => BigInt(t.size),
    dtype: (t) => dtypeObject(t.dtype),
    itemsize: (t) => BigInt(itemSize(t.dtype)),
    nbytes: (t) => BigInt(itemSize(t.dtype) * t.size),
    strides: (t) => integers(t.strides.map((step) => step * itemSize(t.dtype))),
    device: () => 'cpu',
  };
  for (const [name, read] of Object.entries(facts)) on.getter(name, (self) => read(self.tensor));
}

/** `a.shape = …` sees the same memory in another shape. */
function setShape(self: NdArray, value: Value): void {
  const sizes = readShape(value);
  const seen = asNumpy(() => core.reshape<Shape>(self.tensor, sizes));
  if (seen.storage !== self.tensor.storage)
    throw pyError(
      'AttributeError',
      'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
    );
  self.tensor = seen;
}

const ofArrays = members(ndarrayType, isReceiver)
  .getter('shape', (self) => integers(self.tensor.shape), setShape)
  .getter('T', (self) => derived(self, core.transpose(self.tensor)))
  .getter('mT', (self) => {
    if (self.tensor.rank < 2) throw valueError('matrix transpose with ndim < 2 is undefined');
    return matrixTransposed(self);
  })
  .getter('base', (self) => self.base)
  .getter('real', (self) => derived(self, self.tensor))
  .getter('imag', (self) => new NdArray(core.zerosLike(self.tensor)))
  .getter('flags', (self) => flagsOf(self.tensor, self.base === null, !self.readOnly, self));
defineCommon(ofArrays);

method('setflags', 'write=None, align=None, uic=None', (a, write) => {
  if (write !== null) setWriteable(a, isTrue(write));
  return null;
});

const ofScalars = members(genericType, isScalar)
  .getter('shape', () => new PyTuple([]))
  .getter('T', (self) => self)
  .getter('base', () => null)
  .getter('real', (self) => self)
  .getter('imag', (self) => new NumpyScalar(0, self.dtype))
  .getter('flags', (self) => flagsOf(self.tensor, true, false, null));
defineCommon(ofScalars);

/** One element as a Python number: `a.item()`, `a.item(3)`, `a.item(1, 2)`. */
method('item', '*args', (a, args) => {
  const { tensor } = a;
  const [first] = args.items;
  const indices = first instanceof PyTuple && args.items.length === 1 ? first.items : args.items;
  if (indices.length === 0) return scalarItem(scalarOf(tensor));
  const places = indices.map(toSmallIndex);
  if (places.length === 1 && tensor.rank !== 1) {
    const [place = 0] = places;
    const at = place < 0 ? place + tensor.size : place;
    if (at >= 0 && at < tensor.size) return scalarItem(scalarOf(core.index(core.ravel(tensor), [at])));
    throw pyError('IndexError', `index ${place} is out of bounds for size ${tensor.size}`);
  }
  if (places.length !== tensor.rank) throw valueError('incorrect number of indices for array');
  return scalarItem(scalarOf(core.index(tensor, places)));
});
