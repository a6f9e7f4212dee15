/** Arithmetic of int and float by CPython's rules. Ints are exact; a result too large is refused, not rounded. */
import { pow } from '../../tensor/elementary/index.ts';
import { allocate } from '../limits.ts';
import { pyError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { refuse } from '../refusal.ts';
import { intToFloat } from './convert.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type BitOperator = '<<' | '>>' | '&' | '|' | '^';

/** Bits that one int may have: enough for any sum, too few to fill the memory. */
const MAX_BITS = 4_000_000;

export function bitLength(value: bigint): number {
  const size = value < 0n ? -value : value;
  return size < 2n ** 52n ? (size === 0n ? 0 : Math.floor(Math.log2(Number(size))) + 1) : longBitLength(size);
}

function longBitLength(size: bigint): number {
  const hex = size.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}

export function intArithmetic(operator: ArithmeticOperator, a: bigint, b: bigint): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return multiply(a, b);
    case '/':
      return divideInts(a, b);
    case '//':
      if (b === 0n) throw pyError('ZeroDivisionError', 'integer division or modulo by zero');
      return floorDivide(a, b);
    case '%':
      if (b === 0n) throw pyError('ZeroDivisionError', 'integer modulo by zero');
      return modulo(a, b);
    case '**':
      return powerOfInts(a, b);
  }
}

function checkBits(bits: number): void {
  if (bits > MAX_BITS) refuse(`an int of more than ${MAX_BITS} bits`);
  if (bits > 1000) allocate(bits / 64);
}

function multiply(a: bigint, b: bigint): bigint {
  if (BigInt.asIntN(64, a) !== a || BigInt.asIntN(64, b) !== b) checkBits(bitLength(a) + bitLength(b));
  return a * b;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

export function modulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Returns the float nearest to the exact quotient, as CPython's true division gives. */
function divideInts(a: bigint, b: bigint): number {
  if (b === 0n) throw pyError('ZeroDivisionError', 'division by zero');
  if (a <= SAFE && a >= -SAFE && b <= SAFE && b >= -SAFE) return Number(a) / Number(b);
  const negative = a < 0n !== b < 0n;
  const top = a < 0n ? -a : a;
  const bottom = b < 0n ? -b : b;
  // 66 bits of quotient and a sticky last bit round once, correctly, on the way to a float.
  const shift = bitLength(top) - bitLength(bottom) - 66;
  if (shift < -1200) return negative ? -0 : 0;
  const scaledTop = shift < 0 ? top << BigInt(-shift) : top;
  const scaledBottom = shift > 0 ? bottom << BigInt(shift) : bottom;
  const quotient = scaledTop / scaledBottom;
  const sticky = quotient * scaledBottom === scaledTop ? quotient : quotient | 1n;
  const size = Number(sticky) * 2 ** Math.max(shift, -1000) * 2 ** Math.min(shift + 1000, 0);
  if (!Number.isFinite(size)) throw pyError('OverflowError', 'integer division result too large for a float');
  return negative ? -size : size;
}

function powerOfInts(a: bigint, b: bigint): Value {
  if (b < 0n) {
    if (a === 0n) throw pyError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return floatArithmetic('**', intToFloat(a), intToFloat(b));
  }
  if (a !== 0n && a !== 1n && a !== -1n) checkBits(bitLength(a) * Number(b));
  else if (b > SAFE) return a === -1n && b % 2n === 0n ? 1n : a;
  return a ** b;
}

/** `pow(a, b, m)`. */
export function powerModulo(base: bigint, exponent: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw valueError('pow() 3rd argument cannot be 0');
  if (exponent < 0n) return refuse('`pow` with a negative exponent and a modulus');
  let result = 1n;
  let square = modulo(base, divisor);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % divisor;
    square = (square * square) % divisor;
  }
  return modulo(result, divisor);
}

export function floatArithmetic(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw pyError('ZeroDivisionError', 'float division by zero');
      return a / b;
    case '//':
      if (b === 0) throw pyError('ZeroDivisionError', 'float floor division by zero');
      return floatFloorDivide(a, b);
    case '%':
      if (b === 0) throw pyError('ZeroDivisionError', 'float modulo by zero');
      return floatModulo(a, b);
    case '**':
      return floatPower(a, b);
  }
}

function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest !== 0) return rest < 0 !== b < 0 ? rest + b : rest;
  return Number.isNaN(rest) ? rest : b < 0 ? -0 : 0;
}

/** By the remainder, as CPython does, so that it never disagrees with `%`. */
function floatFloorDivide(a: number, b: number): number {
  if (!Number.isFinite(a) || Number.isNaN(b)) return Number.NaN;
  const rest = a % b;
  const adjusted = rest !== 0 && rest < 0 !== b < 0;
  const quotient = (a - rest) / b - (adjusted ? 1 : 0);
  if (quotient === 0) return a < 0 !== b < 0 && !Object.is(a / b, 0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): number {
  if (b === 0 || a === 1) return 1;
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1;
  if (a === 0 && b < 0) throw pyError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) refuse('a complex number');
  const result = pow(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b) && !Number.isNaN(result))
    throw pyError('OverflowError', 34n, 'Numerical result out of range');
  return result;
}

export function bitwise(operator: BitOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      if (b < 0n) throw valueError('negative shift count');
      if (a !== 0n) checkBits(bitLength(a) + Number(b));
      return a === 0n ? 0n : a << b;
    case '>>':
      if (b < 0n) throw valueError('negative shift count');
      return a >> b;
  }
}
