/** + − × ÷ and their kin, element by element. Results round to the promoted dtype at every operation. */
import { binary, type Kernel } from './binary.ts';
import { type DType, isFloat } from './dtype.ts';
import { pow } from './elementary/index.ts';
import { DTypeError, NumericError } from './errors.ts';
import type { Rules } from './promotion.ts';

function refuseBool(operation: string, dtype: DType): void {
  if (dtype === 'bool') throw new DTypeError(operation, { kind: 'unsupported', dtypes: [dtype, dtype] });
}

/** Sum; on bools logical or. */
export const add = binary('add', () => ({ kernel: (x, y) => x + y }));

/** Difference. @throws {DTypeError} `unsupported` for bools, as in both libraries. */
export const subtract = binary('subtract', (dtype) => {
  refuseBool('subtract', dtype);
  return { kernel: (x, y) => x - y };
});

/** Product; on bools logical and. Integers of up to 32 bits wrap. */
export const multiply = binary('multiply', (dtype) => ({ kernel: times(dtype) }));

function times(dtype: DType): Kernel {
  // Other products of at most 32 bits are exact as doubles before they wrap.
  return dtype === 'int32' || dtype === 'uint32' ? Math.imul : (x, y) => x * y;
}

/** True division; integers and bools give float64 (NumPy) or float32 (PyTorch). Division by 0 gives ±inf or nan. */
export const divide = binary('divide', (dtype, rules) => ({
  kernel: (x, y) => x / y,
  compute: rules.floating(dtype),
}));

/**
 * The largest integer not above the quotient. Integers by 0 give 0 in NumPy.
 * @throws {NumericError} `division-by-zero` for integers in PyTorch; {DTypeError} `unsupported` for bools.
 */
export const floorDivide = binary('floorDivide', (dtype, rules) => {
  refuseBool('floorDivide', dtype);
  return { kernel: isFloat(dtype) ? floorQuotient : guarded('floorDivide', rules, wholeQuotient) };
});

/** From the exact remainder, as Python's divmod, so that 1 // 0.1 is 9. */
function wholeQuotient(x: number, y: number): number {
  const rest = x % y;
  return (x - rest) / y - (rest !== 0 && rest < 0 !== y < 0 ? 1 : 0);
}

function floorQuotient(x: number, y: number): number {
  if (y === 0) return x / y;
  const quotient = wholeQuotient(x, y);
  // A zero keeps the sign of the true quotient; the division may have been a rounding short of a whole number.
  return quotient === 0 ? 0 * (x / y) : Math.round(quotient);
}

/**
 * The remainder with the sign of the divisor, as in Python. Integers by 0 give 0 in NumPy.
 * @throws {NumericError} `division-by-zero` for integers in PyTorch; {DTypeError} `unsupported` for bools.
 */
export const remainder = binary('remainder', (dtype, rules) => {
  refuseBool('remainder', dtype);
  if (!isFloat(dtype)) return { kernel: guarded('remainder', rules, floorRest) };
  return { kernel: rules.library === 'torch' ? floorRest : signedRest };
});

/** NumPy gives a zero remainder the sign of the divisor; PyTorch lets it keep the dividend's. */
function signedRest(x: number, y: number): number {
  const rest = floorRest(x, y);
  return rest === 0 ? 0 * Math.sign(y) : rest;
}

function floorRest(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

function guarded(operation: string, { integerByZero }: Rules, kernel: Kernel): Kernel {
  return (x, y) => {
    if (y !== 0) return kernel(x, y);
    if (integerByZero === undefined) throw new NumericError(operation, { kind: 'division-by-zero' });
    return integerByZero;
  };
}

/**
 * Power. Integers stay integers and exact.
 * @throws {NumericError} `negative-power` for an integer to a negative integer; {DTypeError} `unsupported` for bools.
 */
export const power = binary('power', (dtype) => {
  refuseBool('power', dtype);
  return { kernel: isFloat(dtype) ? pow : integerPower(times(dtype)) };
});

/** By squaring, so that every product below 2^53 is exact. */
function integerPower(multiplied: Kernel): Kernel {
  return (x, y) => {
    if (y < 0) throw new NumericError('power', { kind: 'negative-power' });
    let result = 1;
    for (
      let rest = y, square = x;
      rest > 0;
      rest = Math.floor(rest / 2), square = multiplied(square, square)
    ) {
      if (rest % 2 === 1) result = multiplied(result, square);
    }
    return result;
  };
}

/** The larger of each pair; nan wins, and of equal zeros the second stays, as in both libraries. */
export const maximum = binary('maximum', () => ({ kernel: (x, y) => (x > y || Number.isNaN(x) ? x : y) }));

/** The smaller of each pair; nan wins, and of equal zeros the second stays. */
export const minimum = binary('minimum', () => ({ kernel: (x, y) => (x < y || Number.isNaN(x) ? x : y) }));
