/** Comparisons and logic, element by element; comparisons and `logical…` give bool. */
import { type BinaryOperation, binary, type Kernel } from './binary.ts';
import { isFloat } from './dtype.ts';
import { DTypeError } from './errors.ts';

function predicate(name: string, test: (x: number, y: number) => boolean): BinaryOperation {
  const kernel: Kernel = (x, y) => (test(x, y) ? 1 : 0);
  // PyTorch converts a number to the dtype first, so that −1 is 255 beside uint8.
  return binary(name, (_dtype, rules) => ({ kernel, result: 'bool', exact: rules.library === 'numpy' }));
}

/** a == b; nan equals nothing. */
export const equal = predicate('equal', (x, y) => x === y);
/** a != b. */
export const notEqual = predicate('notEqual', (x, y) => x !== y);
/** a < b. */
export const less = predicate('less', (x, y) => x < y);
/** a <= b. */
export const lessEqual = predicate('lessEqual', (x, y) => x <= y);
/** a > b. */
export const greater = predicate('greater', (x, y) => x > y);
/** a >= b. */
export const greaterEqual = predicate('greaterEqual', (x, y) => x >= y);
/** Whether both are true; everything but 0 is, nan too. */
export const logicalAnd = predicate('logicalAnd', (x, y) => x !== 0 && y !== 0);
/** Whether either is true. */
export const logicalOr = predicate('logicalOr', (x, y) => x !== 0 || y !== 0);
/** Whether exactly one is true. */
export const logicalXor = predicate('logicalXor', (x, y) => (x !== 0) !== (y !== 0));

function bitwise(name: string, combine: (x: bigint, y: bigint) => bigint): BinaryOperation {
  // Through bigint, because JavaScript's own operators cut int64 to 32 bits.
  const kernel: Kernel = (x, y) => Number(combine(BigInt(x), BigInt(y)));
  return binary(name, (dtype) => {
    if (isFloat(dtype)) throw new DTypeError(name, { kind: 'unsupported', dtypes: [dtype, dtype] });
    return { kernel };
  });
}

/** a & b on integers and bools. @throws {DTypeError} `unsupported` for floats. */
export const bitwiseAnd = bitwise('bitwiseAnd', (x, y) => x & y);
/** a | b on integers and bools. @throws {DTypeError} `unsupported` for floats. */
export const bitwiseOr = bitwise('bitwiseOr', (x, y) => x | y);
/** a ^ b on integers and bools. @throws {DTypeError} `unsupported` for floats. */
export const bitwiseXor = bitwise('bitwiseXor', (x, y) => x ^ y);

/** Returns whether NumPy shifts by `y` at all; else every bit leaves, to the left or the right. */
const withinWord = (y: bigint): boolean => y >= 0n && y < 64n;
/** a · 2^b on integers. @throws {DTypeError} `unsupported` for floats. */
export const leftShift = bitwise('leftShift', (x, y) => (withinWord(y) ? x << y : 0n));
/** ⌊a / 2^b⌋ on integers. @throws {DTypeError} `unsupported` for floats. */
export const rightShift = bitwise('rightShift', (x, y) => x >> (withinWord(y) ? y : 64n));
