/** From any value to an array: what `np.asarray` does, and what ufuncs do with their operands. */
import {
  type DType,
  exactElements,
  exactTensor,
  fromFlat,
  isExact,
  isFloat,
  numpyRules,
  Tensor,
  type Value as TensorValue,
  wrapped,
} from '../../../tensor/index.ts';
import {
  asFloat,
  callSpecial,
  PyList,
  PyObject,
  PyRange,
  PyTuple,
  pyError,
  Refusal,
  repr,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { type NestedSequence, readNested } from '../arrays/index.ts';
import { shapeText } from './errors.ts';
import { isArray, NdArray, ndarrayType } from './ndarray.ts';
import { isScalar, NumpyScalar, pythonValue } from './scalar.ts';

/** Returns an array of text, the only kind that holds no numbers. */
function isTextArray(value: Value): boolean {
  return value instanceof PyObject && !isArray(value) && value.type.isSubtypeOf(ndarrayType);
}

/** Returns the dtype that a leaf of a nested sequence has by itself; undefined for text and other objects. */
function leafDType(leaf: Value): DType | undefined {
  switch (typeof leaf) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return dtypeOfInteger(leaf);
    case 'number':
      return 'float64';
    case 'object':
      return leaf instanceof NumpyScalar ? leaf.dtype : undefined;
    default:
      return undefined;
  }
}

/** Returns the array that another library's object gives of itself, by its `__array__`: tensors do. */
export function foreignArray(value: Value): NdArray | undefined {
  if (value === null || typeof value !== 'object' || isArray(value)) return undefined;
  const made = callSpecial(value, '__array__');
  return made !== undefined && isArray(made) ? made : undefined;
}

function readArray(value: Value) {
  const array = isArray(value) ? value : foreignArray(value);
  if (array === undefined) return undefined;
  const { dtype, shape } = array.tensor;
  const elements = isExact(array.tensor) ? exactElements(array.tensor) : array.tensor.toFlat();
  return { shape, items: elements.map((each) => new NumpyScalar(each, dtype)) };
}

/** Returns the tensor that `np.asarray(value, dtype)` holds; arrays keep their memory where the dtype allows. */
export function toTensor(given: Value, dtype?: DType): Tensor {
  const value = foreignArray(given) ?? given;
  if (isArray(value) && (dtype === undefined || dtype === value.tensor.dtype)) return value.tensor;
  const nested = readNested(value, readArray);
  if (nested.ragged !== undefined) throw raggedError(nested, dtype);
  return tensorOfLeaves(nested, dtype);
}

/** `np.asarray(value, dtype)`: the array itself where it already is one. */
export function asArray(value: Value, dtype?: DType): NdArray {
  if (isArray(value) && (dtype === undefined || dtype === value.tensor.dtype)) return value;
  return new NdArray(toTensor(value, dtype));
}

function raggedError({ shape }: NestedSequence, dtype: DType | undefined) {
  if (dtype === undefined || shape.length > 0)
    return valueError(
      `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was ${shapeText(shape)} + inhomogeneous part.`,
    );
  return valueError('setting an array element with a sequence.');
}

function tensorOfLeaves({ shape, leaves }: NestedSequence, requested: DType | undefined): Tensor {
  const dtype = requested ?? commonDType(leaves);
  if ((dtype === 'int64' || dtype === 'uint64') && leaves.some(isBeyondDoubles))
    return exactTensor(
      leaves.map((leaf) => exactElement(leaf, dtype)),
      shape,
      dtype,
    );
  return fromFlat(
    leaves.map((leaf) => elementOf(leaf, dtype)),
    shape,
    dtype,
  );
}

function commonDType(leaves: readonly Value[]): DType {
  let common: DType | undefined;
  for (const leaf of leaves) {
    const dtype = leafDType(leaf);
    if (dtype === undefined) throw notNumeric(leaf);
    common =
      common === undefined || common === dtype
        ? dtype
        : numpyRules.promote({ dtype: common, from: 'array' }, { dtype, from: 'array' });
  }
  return common ?? 'float64';
}

function notNumeric(leaf: Value): Error {
  const what =
    typeof leaf === 'string' || isTextArray(leaf)
      ? 'text'
      : leaf === null
        ? 'None'
        : typeof leaf === 'bigint'
          ? 'integers beyond 64 bits'
          : `${typeName(leaf)} objects`;
  return new Refusal(`arrays of ${what} are not part of this book's NumPy`);
}

/** int64, uint64 for what only that holds, undefined for still larger integers, which stay Python's objects. */
function dtypeOfInteger(value: bigint): DType | undefined {
  if (BigInt.asIntN(64, value) === value) return 'int64';
  return BigInt.asUintN(64, value) === value ? 'uint64' : undefined;
}

function isBeyondDoubles(leaf: Value): boolean {
  if (typeof leaf === 'bigint') return !Number.isSafeInteger(Number(leaf));
  return isScalar(leaf) && leaf.exact !== undefined;
}

/** Returns a leaf as an element of int64 or uint64. */
function exactElement(leaf: Value, dtype: DType): bigint {
  if (isScalar(leaf) && leaf.exact !== undefined) return leaf.exact;
  if (typeof leaf === 'bigint') return checkedInteger(leaf, dtype);
  return BigInt(Math.trunc(elementOf(leaf, dtype)));
}

/** Returns a 0-d tensor of one leaf as an element of `dtype`. */
export function elementTensor(leaf: Value, dtype: DType): Tensor {
  if (!isBeyondDoubles(leaf)) return fromFlat([elementOf(leaf, dtype)], []);
  return dtype === 'int64' || dtype === 'uint64'
    ? exactTensor([exactElement(leaf, dtype)], [], dtype)
    : fromFlat([elementOf(leaf, dtype)], []);
}

/** Returns a leaf as an element of `dtype`, converted as an assignment converts it. */
function elementOf(leaf: Value, dtype: DType): number {
  if (typeof leaf === 'bigint') {
    if (isFloat(dtype) || dtype === 'bool') return Number(leaf);
    return Number(checkedInteger(leaf, dtype));
  }
  if (typeof leaf === 'number' || typeof leaf === 'boolean') return Number(leaf);
  if (isScalar(leaf)) return leaf.exact === undefined ? leaf.value : Number(leaf.exact);
  if (typeof leaf === 'string') return textElement(leaf, dtype);
  if (dtype === 'bool') return leaf === null ? 0 : 1;
  if (isFloat(dtype) && leaf === null) return Number.NaN;
  const float = asFloat(leaf);
  if (float !== undefined) return float;
  if (isFloat(dtype))
    throw typeError(`float() argument must be a string or a real number, not '${typeName(leaf)}'`);
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(leaf)}'`,
  );
}

/** Returns a Python integer that must fit `dtype`. */
function checkedInteger(value: bigint, dtype: DType): bigint {
  if (value === wrapped(value, dtype)) return value;
  if (dtype === 'int64') throw pyError('OverflowError', 'Python int too large to convert to C long');
  throw pyError('OverflowError', `Python integer ${value} out of bounds for ${dtype}`);
}

/** Returns the number that a text spells; `quote` writes the text in the message when it spells none. */
export function textElement(text: string, dtype: DType, quote: (text: string) => string = repr): number {
  const trimmed = text.trim().replace(/(?<=\d)_(?=\d)/g, '');
  if (dtype === 'bool') return text === '' ? 0 : 1;
  if (isFloat(dtype)) {
    if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) return Number(trimmed);
    const word = /^([-+]?)(nan|inf(?:inity)?)$/i.exec(trimmed);
    if (word === null) throw valueError(`could not convert string to float: ${quote(text)}`);
    const size = word[2]?.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return word[1] === '-' ? -size : size;
  }
  if (/^[-+]?\d+$/.test(trimmed)) return Number(checkedInteger(BigInt(trimmed), dtype));
  throw valueError(`invalid literal for int() with base 10: ${quote(text)}`);
}

/** Something an array operation takes as one operand, or undefined for text, None, dict and other objects. */
export function operandOf(value: Value): TensorValue | undefined {
  if (isArray(value) || isScalar(value)) return value.tensor;
  switch (typeof value) {
    case 'boolean':
      return { python: 'bool', value: Number(value) };
    case 'bigint':
      return wholeOperand(value);
    case 'number':
      return { python: 'float', value };
    default:
  }
  if (!(value instanceof PyList || value instanceof PyTuple || value instanceof PyRange)) return undefined;
  const nested = readNested(value, readArray);
  if (nested.ragged !== undefined) throw raggedError(nested, undefined);
  if (nested.leaves.some((leaf) => leafDType(leaf) === undefined)) return undefined;
  return tensorOfLeaves(nested, undefined);
}

function wholeOperand(value: bigint): TensorValue {
  if (!isBeyondDoubles(value)) return { python: 'int', value: Number(value) };
  if (dtypeOfInteger(value) !== undefined) return { python: 'int', value: Number(value), exact: value };
  throw new Refusal(`${value} beside an array: integers beyond 64 bits are not part of this book's NumPy`);
}

/** Returns an operand as a tensor of its own dtype; a Python number is int64, float64 or bool. */
export function operandTensor(value: TensorValue): Tensor {
  if (value instanceof Tensor) return value;
  if (typeof value !== 'object') return fromFlat([Number(value)], []);
  if (value.exact !== undefined)
    return exactTensor([value.exact], [], dtypeOfInteger(value.exact) ?? 'uint64');
  return fromFlat(
    [value.value],
    [],
    value.python === 'int' ? 'int64' : value.python === 'bool' ? 'bool' : 'float64',
  );
}

/** Returns the first leaf that has no dtype, for messages such as `'float' and 'NoneType'`. */
export function firstObject(value: Value): Value {
  if (isTextArray(value)) return '';
  if (!(value instanceof PyList || value instanceof PyTuple)) return value;
  return readNested(value, readArray).leaves.find((leaf) => leafDType(leaf) === undefined) ?? null;
}

/** Python's class of the elements of an operand: what object arithmetic names in messages. */
export function elementTypeName(value: Value): string {
  const operand = operandOf(value);
  if (operand === undefined) return typeName(firstObject(value));
  const { dtype } = operandTensor(operand);
  return typeName(pythonValue(0, dtype));
}
