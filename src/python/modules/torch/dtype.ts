/** `torch.dtype` objects. */
import { type DType, isFloat, isUnsigned } from '../../../tensor/index.ts';
import { boolType, floatType, intType, members, PyObject, PyType, type Value } from '../../objects/index.ts';

const dtypeType = new PyType({ name: 'dtype', module: 'torch' });

/** In bytes, and as the class of such tensors is called: `torch.FloatTensor`. */
const FACTS = {
  float32: { size: 4, scalar: 'Float', c: 'float' },
  float64: { size: 8, scalar: 'Double', c: 'double' },
  int64: { size: 8, scalar: 'Long', c: 'long int' },
  int32: { size: 4, scalar: 'Int', c: 'int' },
  int16: { size: 2, scalar: 'Short', c: 'short int' },
  int8: { size: 1, scalar: 'Char', c: 'signed char' },
  uint64: { size: 8, scalar: 'UInt64', c: 'uint64_t' },
  uint32: { size: 4, scalar: 'UInt32', c: 'uint32_t' },
  uint16: { size: 2, scalar: 'UInt16', c: 'uint16_t' },
  uint8: { size: 1, scalar: 'Byte', c: 'unsigned char' },
  float16: { size: 2, scalar: 'Half', c: 'c10::Half' },
  bfloat16: { size: 2, scalar: 'BFloat16', c: 'c10::BFloat16' },
  bool: { size: 1, scalar: 'Bool', c: 'bool' },
} as const satisfies Record<DType, { size: number; scalar: string; c: string }>;

export class DTypeObject extends PyObject {
  readonly dtype: DType;

  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
  }

  override get type(): PyType {
    return dtypeType;
  }
}

const objects = new Map((Object.keys(FACTS) as DType[]).map((dtype) => [dtype, new DTypeObject(dtype)]));

/** Returns the one `torch.dtype` object for a dtype. */
export function dtypeObject(dtype: DType): DTypeObject {
  return objects.get(dtype) as DTypeObject;
}

/** `Float`, as messages name dtypes. */
export const scalarTypeName = (dtype: DType): string => FACTS[dtype].scalar;
/** `double`, as some older messages do. */
export const cTypeName = (dtype: DType): string => FACTS[dtype].c;
/** `torch.FloatTensor`. */
export const tensorTypeName = (dtype: DType): string => `torch.${FACTS[dtype].scalar}Tensor`;
/** In bytes. */
export const itemSize = (dtype: DType): number => FACTS[dtype].size;

export function dtypeOfTensorTypeName(name: string): DType | undefined {
  return [...objects.keys()].find((dtype) => tensorTypeName(dtype) === name);
}

/** Returns a dtype object, or Python's own float, int or bool. */
export function readDType(value: Value): DType {
  if (value instanceof DTypeObject) return value.dtype;
  return value === floatType
    ? 'float64'
    : value === intType
      ? 'int64'
      : value === boolType
        ? 'bool'
        : 'float32';
}

members(dtypeType, (value): value is DTypeObject => value instanceof DTypeObject)
  .getter('itemsize', (self) => BigInt(FACTS[self.dtype].size))
  .getter('is_floating_point', (self) => isFloat(self.dtype))
  .getter('is_complex', () => false)
  .getter('is_signed', ({ dtype }) => dtype !== 'bool' && !isUnsigned(dtype))
  .special('__repr__', (self) => `torch.${self.dtype}`);

/** Under every name that `torch` gives them. */
export const DTYPES: readonly (readonly [string, Value])[] = [
  ...[...objects].map(([name, object]): [string, Value] => [name, object]),
  ['float', dtypeObject('float32')],
  ['double', dtypeObject('float64')],
  ['long', dtypeObject('int64')],
  ['int', dtypeObject('int32')],
  ['short', dtypeObject('int16')],
  ['half', dtypeObject('float16')],
  ['dtype', dtypeType],
];
