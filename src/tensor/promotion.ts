/** Where NumPy and PyTorch differ about dtypes and values, as one policy object that operations take. */
import { bitsOf, type DType, isFloat, isHalf, isInteger, isUnsigned } from './dtype.ts';

/** What promotion looks at: a dtype and whether it comes from an array, a 0-d one or a bare Python number. */
export type Operand = { readonly dtype: DType; readonly from: 'array' | 'zero-dimensional' | 'python' };

export interface Rules {
  readonly library: 'numpy' | 'torch';
  /** The dtype that an operation on both computes in. */
  promote(a: Operand, b: Operand): DType;
  /** The dtype of true division, exp and the like for operands of `dtype`. */
  floating(dtype: DType): DType;
  /**
   * A Python number as an element of `dtype`.
   * @throws {NumericError} `scalar-range` (NumPy) when an integer does not fit an integer dtype.
   */
  scalar(value: number, dtype: DType): number;
  /** What integer division and remainder by 0 give; an error when undefined. */
  readonly integerByZero: 0 | undefined;
  /** Whether an integer beside index arrays is one of them (it then decides where their axes go) or selects first. */
  readonly integerJoinsIndexArrays: boolean;
}

const order: readonly DType[] = [
  'bool',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'uint64',
  'int64',
  'bfloat16',
  'float16',
  'float32',
  'float64',
];

/** Returns the later of two dtypes in the order bool, integers by width, floats by width. */
function later(a: DType, b: DType): DType {
  return order.indexOf(a) < order.indexOf(b) ? b : a;
}

/**
 * Returns the least dtype that has the elements of both, of those that both libraries promote alike: of a signed and an unsigned
 * integer of the same width or a wider unsigned one, the signed integer of twice the unsigned width. Two different half
 * precisions give float32.
 */
export function larger(a: DType, b: DType): DType {
  if (isHalf(a) && isHalf(b) && a !== b) return 'float32';
  if (isInteger(a) && isInteger(b) && isUnsigned(a) !== isUnsigned(b)) {
    const [unsigned, signed] = isUnsigned(a) ? [a, b] : [b, a];
    const bits = Math.max(2 * bitsOf(unsigned), bitsOf(signed));
    return bits > 64 ? 'float64' : (`int${bits}` as DType);
  }
  return later(a, b);
}

/** 0 for bool, 1 for integers, 2 for floats. */
export function category(dtype: DType): 0 | 1 | 2 {
  return dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1;
}
