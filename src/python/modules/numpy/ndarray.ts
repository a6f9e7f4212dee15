/** The array object. Its members are defined in `array-members.ts` and its neighbours. */
import type { Tensor } from '../../../tensor/index.ts';
import { PyObject, PyType, Refusal, type Value } from '../../objects/index.ts';
import { describeElements, type NumpyScalar, scalarOf } from './scalar.ts';
import { session } from './session.ts';

export const ndarrayType = new PyType({
  name: 'ndarray',
  module: 'numpy',
  describe: (self) => {
    const { tensor } = self as NdArray;
    return { shape: tensor.shape, stride: tensor.strides, ...describeElements(tensor) };
  },
  watch: (self) => watchArray(self as NdArray),
  memory: (self) => {
    const { storage, offset } = (self as NdArray).tensor;
    return { buffer: storage, offset, elements: storage.length };
  },
});

/** An array reads as before while nothing is written to its buffer and the print options stay. */
function watchArray(array: NdArray): () => boolean {
  const { tensor } = array;
  const { version } = tensor.storage;
  const { print } = session();
  return () => array.tensor === tensor && tensor.storage.version === version && session().print === print;
}

export class NdArray extends PyObject {
  /** Replaced only by `a.shape = …`. */
  tensor: Tensor;
  /** The array that owns the memory this one looks into; null for an owner. */
  readonly base: NdArray | null;
  /** Nothing may be written through it; views of it start so too. */
  readOnly = false;

  constructor(tensor: Tensor, base: NdArray | null = null) {
    super();
    this.tensor = tensor;
    this.base = base;
  }

  override get type(): PyType {
    return ndarrayType;
  }
}

export const isArray = (value: Value): value is NdArray => value instanceof NdArray;

/** Returns what NumPy returns of a computation: a scalar instead of a 0-d array. */
export function result(tensor: Tensor): NdArray | NumpyScalar {
  return tensor.rank === 0 ? scalarOf(tensor) : new NdArray(tensor);
}

/** Returns an array over `tensor`, which may look into the memory of `source`. */
export function derived(source: NdArray, tensor: Tensor): NdArray {
  const isView = tensor.storage === source.tensor.storage;
  const made = new NdArray(tensor, isView ? (source.base ?? source) : null);
  made.readOnly = isView && source.readOnly;
  return made;
}

/** As `derived`, through which nothing may be written: NumPy's diagonals and broadcast arrays. */
export function readOnlyView(source: NdArray, tensor: Tensor): NdArray {
  const made = derived(source, tensor);
  made.readOnly = tensor.storage === source.tensor.storage;
  return made;
}

/** Tells arrays of numbers for the members of the type; an array of text has those of its own type alone. */
export function isReceiver(value: Value): value is NdArray {
  if (isArray(value)) return true;
  if (value instanceof PyObject && value.type.isSubtypeOf(ndarrayType))
    throw new Refusal("this is not part of this book's NumPy for arrays of text");
  return false;
}
