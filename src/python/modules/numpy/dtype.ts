/** `np.dtype` objects, and reading a dtype from what a program names it by. */
import type { DType } from '../../../tensor/index.ts';
import {
  boolType,
  floatType,
  intType,
  members,
  NOT_IMPLEMENTED,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  Refusal,
  repr,
  typeError,
  type Value,
} from '../../objects/index.ts';
import { NdArray } from './ndarray.ts';
import { DTYPE_OF_TYPE, SCALAR_TYPES } from './scalar.ts';

export const dtypeType = new PyType({ name: 'dtype', module: 'numpy', hashesAs: (self) => repr(self) });

type Facts = { readonly kind: string; readonly char: string; readonly code: string; readonly size: number };
const FACTS: Readonly<Record<DType, Facts>> = {
  float64: { kind: 'f', char: 'd', code: '<f8', size: 8 },
  float32: { kind: 'f', char: 'f', code: '<f4', size: 4 },
  int64: { kind: 'i', char: 'l', code: '<i8', size: 8 },
  float16: { kind: 'f', char: 'e', code: '<f2', size: 2 },
  int32: { kind: 'i', char: 'i', code: '<i4', size: 4 },
  int16: { kind: 'i', char: 'h', code: '<i2', size: 2 },
  int8: { kind: 'i', char: 'b', code: '|i1', size: 1 },
  uint64: { kind: 'u', char: 'L', code: '<u8', size: 8 },
  uint32: { kind: 'u', char: 'I', code: '<u4', size: 4 },
  uint16: { kind: 'u', char: 'H', code: '<u2', size: 2 },
  uint8: { kind: 'u', char: 'B', code: '|u1', size: 1 },
  bool: { kind: 'b', char: '?', code: '|b1', size: 1 },
  // Only PyTorch has it.
  bfloat16: { kind: 'V', char: 'E', code: '<V2', size: 2 },
};

/** Returns the least and the greatest integer of a whole dtype; int64 as near as a double comes. */
export function integerRange(dtype: DType): { readonly min: number; readonly max: number } {
  const bits = 8 * FACTS[dtype].size;
  return dtype.startsWith('u')
    ? { min: 0, max: 2 ** bits - 1 }
    : { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 };
}

export class DTypeObject extends PyObject {
  readonly dtype: DType;
  readonly #type: PyType;

  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
    const name = `${dtype[0]?.toUpperCase()}${dtype.slice(1).replace('int', dtype[0] === 'u' ? 'Int' : 'int')}`;
    this.#type = new PyType({ name: `${name}DType`, module: 'numpy.dtypes', bases: [dtypeType] });
  }

  override get type(): PyType {
    return this.#type;
  }
}

/** A dtype that no array of numbers here has: `<U1` of text, `O` of other objects, uint64 of a sum. */
export class OtherDType extends PyObject {
  readonly code: string;

  constructor(code: string) {
    super();
    this.code = code;
  }

  override get type(): PyType {
    return this.code.startsWith('<U') ? strDTypeType : otherDTypeType;
  }
}
const strDTypeType = new PyType({ name: 'StrDType', module: 'numpy.dtypes', bases: [dtypeType] });
const otherDTypeType = new PyType({ name: 'OtherDType', module: 'numpy.dtypes', bases: [dtypeType] });

const DTYPES = (Object.keys(FACTS) as DType[]).filter((dtype) => dtype !== 'bfloat16');
const objects = new Map<DType, DTypeObject>(DTYPES.map((dtype) => [dtype, new DTypeObject(dtype)]));

/** Returns the one `np.dtype` object for a dtype. */
export function dtypeObject(dtype: DType): DTypeObject {
  return objects.get(dtype) as DTypeObject;
}

/** In bytes. */
export function itemSize(dtype: DType): number {
  return FACTS[dtype].size;
}

/** `f`, `i`, `u` or `b`. */
export function kindOf(dtype: DType): string {
  return FACTS[dtype].kind;
}

/** Names beside those of the dtypes themselves. */
const ALIASES: Readonly<Record<string, DType>> = {
  float: 'float64',
  double: 'float64',
  single: 'float32',
  int: 'int64',
  int_: 'int64',
  intp: 'int64',
  long: 'int64',
  longlong: 'int64',
  intc: 'int32',
  ubyte: 'uint8',
  byte: 'int8',
  short: 'int16',
  ushort: 'uint16',
  uintc: 'uint32',
  uint: 'uint64',
  ulong: 'uint64',
  ulonglong: 'uint64',
  uintp: 'uint64',
  half: 'float16',
  Q: 'uint64',
  P: 'uint64',
  bool_: 'bool',
  q: 'int64',
  p: 'int64',
};

function byName(name: string): DType | undefined {
  const bare = name.replace(/^[<=|]/, '');
  return (
    DTYPES.find(
      (dtype) => dtype === name || FACTS[dtype].char === bare || FACTS[dtype].code.slice(1) === bare,
    ) ?? (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined)
  );
}

/** Those of the real library that this one lacks. */
const NOT_OFFERED =
  /^[<>=|]?(float128|c?longdouble|complex(64|128|256)?|csingle|cdouble|object_?|O|str_?|bytes_?|void|datetime64.*|timedelta64.*|[efgFDGbhHIlLqQSUVMma]\d*|[iufc]\d+)$/;

/** Returns the dtype that `value` names: a dtype, a scalar type, Python's own types, or a string. */
export function readDType(value: Value): DType {
  if (value instanceof DTypeObject) return value.dtype;
  if (value === null || value === floatType) return 'float64';
  if (value === intType) return 'int64';
  if (value === boolType) return 'bool';
  if (value instanceof PyType) {
    const known = DTYPE_OF_TYPE.get(value);
    if (known !== undefined) return known;
    throw new Refusal(`arrays of ${value.name} are not part of this book's NumPy`);
  }
  if (typeof value === 'string') {
    const known = byName(value);
    if (known !== undefined) return known;
    if (NOT_OFFERED.test(value)) throw new Refusal(`the dtype ${value} is not part of this book's NumPy`);
    throw typeError(`data type ${repr(value)} not understood`);
  }
  if (value instanceof PyList && value.items.length > 0) throw fieldError(value);
  if (value instanceof NdArray) throw typeError('Cannot construct a dtype from an array');
  throw typeError(`Cannot interpret '${repr(value)}' as a data type`);
}

/** Returns the error for a list as dtype, which NumPy reads as the fields of a record. `np.array([1, 2], [3, 4])` leads here. */
function fieldError({ items }: PyList): Error {
  const wrong = items.find((item) => !(item instanceof PyTuple));
  return wrong === undefined
    ? new Refusal("arrays of records are not part of this book's NumPy")
    : typeError(`Field elements must be 2- or 3-tuples, got '${repr(wrong)}'`);
}

/** As `readDType`, undefined for None, where a function then decides for itself. */
export function optionalDType(value: Value): DType | undefined {
  return value === null ? undefined : readDType(value);
}

function sameDType(self: DTypeObject, other: Value): Value {
  if (other instanceof DTypeObject) return self === other;
  if (typeof other !== 'string' && !(other instanceof PyType) && other !== null) return NOT_IMPLEMENTED;
  return self.dtype === readDType(other);
}

const isDType = (value: Value): value is DTypeObject => value instanceof DTypeObject;

members(dtypeType, isDType)
  .constructs('dtype, align=False, copy=False', (_type, dtype) => dtypeObject(readDType(dtype)))
  .getter('name', (self) => self.dtype)
  .getter('kind', (self) => FACTS[self.dtype].kind)
  .getter('char', (self) => FACTS[self.dtype].char)
  .getter('str', (self) => FACTS[self.dtype].code)
  .getter('itemsize', (self) => BigInt(FACTS[self.dtype].size))
  .getter('type', (self) => SCALAR_TYPES[self.dtype])
  .getter('ndim', () => 0n)
  .special('__eq__', sameDType)
  .special('__ne__', (self, other) => {
    const same = sameDType(self, other);
    return typeof same === 'boolean' ? !same : same;
  })
  .special('__str__', (self) => self.dtype)
  .special('__repr__', (self) => `dtype('${self.dtype}')`);
for (const type of [strDTypeType, otherDTypeType])
  members(type, (value): value is OtherDType => value instanceof OtherDType)
    .special('__str__', (self) => (self.code === 'O' ? 'object' : self.code))
    .special('__repr__', (self) => `dtype('${self.code}')`);
dtypeType.notOffered = {
  library: 'NumPy',
  names: new Set(
    'alignment base byteorder descr fields flags hasobject isalignedstruct isbuiltin isnative metadata names newbyteorder num shape subdtype'.split(
      ' ',
    ),
  ),
};
