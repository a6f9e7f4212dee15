/** From values to the numbers that native code works with. */
import { pyError, typeError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { callSpecial } from './call.ts';

/** Returns a value as an integer without loss (int, bool, `__index__`), else undefined. */
export function asIndex(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value === null || typeof value !== 'object') return undefined;
  const index = callSpecial(value, '__index__');
  return typeof index === 'bigint' ? index : undefined;
}

/** Like `asIndex`, but throws CPython's TypeError. */
export function toIndex(value: Value): bigint {
  const index = asIndex(value);
  if (index === undefined) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  return index;
}

/** As `toIndex`, as a number that a JavaScript array can be indexed with; clamped to the safe range. */
export function toSmallIndex(value: Value): number {
  return clampToNumber(toIndex(value));
}

export function clampToNumber(index: bigint): number {
  return Number(BigInt.asIntN(54, index) === index ? index : index < 0n ? -(2n ** 53n) : 2n ** 53n);
}

/** Returns a number as a float (int, bool, float, `__float__`, `__index__`), else undefined. */
export function asFloat(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return intToFloat(value);
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value !== 'object') return undefined;
  const float = callSpecial(value, '__float__');
  if (typeof float === 'number') return float;
  const index = callSpecial(value, '__index__');
  return typeof index === 'bigint' ? intToFloat(index) : undefined;
}

/** Like `asFloat`, but throws CPython's TypeError `must be real number, not str`. */
export function toFloat(value: Value): number {
  const float = asFloat(value);
  if (float === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  return float;
}

export function intToFloat(value: bigint): number {
  const float = Number(value);
  if (!Number.isFinite(float)) throw pyError('OverflowError', 'int too large to convert to float');
  return float;
}
