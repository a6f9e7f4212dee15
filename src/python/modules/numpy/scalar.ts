/** NumPy's scalars and their classes: `np.float64` is a `float`, all are `np.generic`. */
import { type DType, fromFlat, isFloat, type NestedValues, type Tensor } from '../../../tensor/index.ts';
import {
  type Description,
  floatType,
  PyList,
  PyObject,
  PyType,
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
  readonly value: number;
  readonly dtype: DType;

  constructor(value: number, dtype: DType) {
    super();
    this.value = value;
    this.dtype = dtype;
  }

  override get type(): PyType {
    return SCALAR_TYPES[this.dtype];
  }

  /** A 0-d tensor, made anew on each reading. */
  get tensor(): Tensor {
    return fromFlat([this.value], [], this.dtype);
  }
}

export const isScalar = (value: Value): value is NumpyScalar => value instanceof NumpyScalar;

/** An element as Python's own value: `item()`. */
export function pythonValue(value: number, dtype: DType): boolean | number | bigint {
  if (dtype === 'bool') return value !== 0;
  return isFloat(dtype) ? value : BigInt(value);
}

export function scalarItem({ value, dtype }: NumpyScalar): boolean | number | bigint {
  return pythonValue(value, dtype);
}

/** Nested lists of Python's own values: `tolist()`; the bare value of a 0-d array. */
export function nestedValue(value: NestedValues, dtype: DType): Value {
  if (Array.isArray(value)) return new PyList(value.map((each) => nestedValue(each, dtype)));
  return pythonValue(Number(value), dtype);
}

/** Snapshots list the elements of arrays up to this size. */
const MAX_SNAPSHOT = 64;

/** What a trace keeps of the elements. */
export function describeElements(tensor: Tensor): Description {
  const { dtype, size, shape } = tensor;
  // An empty array may still have billions of empty rows.
  const isSmall = size <= MAX_SNAPSHOT && shape.every((length) => length <= MAX_SNAPSHOT);
  return { dtype, ...(isSmall ? { data: snapshot(tensor.toNested()) } : {}) };
}

function snapshot(value: NestedValues): SnapshotData {
  if (Array.isArray(value)) return value.map(snapshot);
  if (typeof value === 'boolean' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}
