/** NumPy's scalars and their classes: `np.float64` is a `float`, all are `np.generic`. */
import {
  astype,
  type DType,
  exactElements,
  exactTensor,
  fromFlat,
  isExact,
  isFloat,
  type NestedValues,
  type Tensor,
} from '../../../tensor/index.ts';
import {
  type Description,
  floatType,
  PyList,
  PyObject,
  PyType,
  Refusal,
  type SnapshotData,
  type Value,
} from '../../objects/index.ts';

export const genericType = new PyType({
  name: 'generic',
  module: 'numpy',
  nativeName: 'numpy.generic',
  hashesAs: (self) => scalarItem(self as NumpyScalar),
  describe: (self) => ({ shape: [], ...describeElements((self as NumpyScalar).tensor) }),
  watch: () => () => true,
});

const abstract = (name: string, base: PyType): PyType => new PyType({ name, module: 'numpy', bases: [base] });
export const numberType = abstract('number', genericType);
export const integerType = abstract('integer', numberType);
export const signedIntegerType = abstract('signedinteger', integerType);
export const unsignedIntegerType = abstract('unsignedinteger', integerType);
export const inexactType = abstract('inexact', numberType);
export const floatingType = abstract('floating', inexactType);

/** The class of the scalars of each dtype. */
export const SCALAR_TYPES: Readonly<Record<DType, PyType>> = {
  float64: new PyType({ name: 'float64', module: 'numpy', bases: [floatingType, floatType] }),
  float32: abstract('float32', floatingType),
  int64: abstract('int64', signedIntegerType),
  float16: abstract('float16', floatingType),
  // No array of NumPy has it.
  bfloat16: abstract('bfloat16', floatingType),
  int32: abstract('int32', signedIntegerType),
  int16: abstract('int16', signedIntegerType),
  int8: abstract('int8', signedIntegerType),
  uint64: abstract('uint64', unsignedIntegerType),
  uint32: abstract('uint32', unsignedIntegerType),
  uint16: abstract('uint16', unsignedIntegerType),
  uint8: abstract('uint8', unsignedIntegerType),
  bool: abstract('bool', genericType),
};

export const DTYPE_OF_TYPE: ReadonlyMap<PyType, DType> = new Map(
  Object.entries(SCALAR_TYPES).map(([dtype, type]) => [type, dtype as DType]),
);

export class NumpyScalar extends PyObject {
  readonly #value: number | bigint;
  readonly dtype: DType;

  /** `value` may be a bigint where `dtype` has 64 bits. */
  constructor(value: number | bigint, dtype: DType) {
    super();
    const near = Number(value);
    this.#value = typeof value === 'bigint' && Number.isSafeInteger(near) ? near : value;
    this.dtype = dtype;
  }

  /** The number; throws a refusal where no double is this integer. */
  get value(): number {
    if (typeof this.#value === 'number') return this.#value;
    throw new Refusal(
      `this use of ${this.#value}, an integer beyond 2**53, is not part of this book's NumPy`,
    );
  }

  /** The integer where no double holds it. */
  get exact(): bigint | undefined {
    return typeof this.#value === 'bigint' ? this.#value : undefined;
  }

  override get type(): PyType {
    return SCALAR_TYPES[this.dtype];
  }

  /** A 0-d tensor, made anew on each reading. */
  get tensor(): Tensor {
    const { exact } = this;
    return exact === undefined
      ? fromFlat([this.value], [], this.dtype)
      : exactTensor([exact], [], this.dtype);
  }
}

export const isScalar = (value: Value): value is NumpyScalar => value instanceof NumpyScalar;

/** Returns an element as Python's own value: `item()`. */
export function pythonValue(value: number, dtype: DType): boolean | number | bigint {
  if (dtype === 'bool') return value !== 0;
  return isFloat(dtype) ? value : BigInt(value);
}

export function scalarItem(scalar: NumpyScalar): boolean | number | bigint {
  return scalar.exact ?? pythonValue(scalar.value, scalar.dtype);
}

/** Returns the only element of a tensor as a scalar. */
export function scalarOf(tensor: Tensor): NumpyScalar {
  return new NumpyScalar(isExact(tensor) ? (exactElements(tensor)[0] ?? 0) : tensor.item(), tensor.dtype);
}

/** Nested lists of Python's own values: `tolist()`; the bare value of a 0-d array. */
export function nestedValues(tensor: Tensor): Value {
  const { dtype } = tensor;
  if (!isExact(tensor)) return nestedValue(tensor.toNested(), dtype);
  const elements = exactElements(tensor).values();
  const nest = ([size, ...rest]: readonly number[]): Value =>
    size === undefined
      ? (elements.next().value ?? 0n)
      : new PyList(Array.from({ length: size }, () => nest(rest)));
  return nest(tensor.shape);
}

function nestedValue(value: NestedValues, dtype: DType): Value {
  if (Array.isArray(value)) return new PyList(value.map((each) => nestedValue(each, dtype)));
  return pythonValue(Number(value), dtype);
}

/** Snapshots list the elements of arrays up to this size. */
const MAX_SNAPSHOT = 64;

/** Returns what a trace keeps of the elements. */
export function describeElements(tensor: Tensor): Description {
  const { dtype, size, shape } = tensor;
  const nearest = isExact(tensor) ? astype(tensor, 'float64') : tensor;
  // An empty array may still have billions of empty rows.
  const isSmall = size <= MAX_SNAPSHOT && shape.every((length) => length <= MAX_SNAPSHOT);
  return { dtype, ...(isSmall ? { data: snapshot(nearest.toNested()) } : {}) };
}

function snapshot(value: NestedValues): SnapshotData {
  if (Array.isArray(value)) return value.map(snapshot);
  if (typeof value === 'boolean' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}
