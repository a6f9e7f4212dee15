/**
 * The random choices of `draw`. They are those of CPython's `random.Random`, so that a program draws the same under real
 * Python, where `tests/goldens/exercises/book.py` stands in for this module.
 */
import {
  type PyError,
  PyList,
  pyError,
  toIndex,
  toSmallIndex,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { toArray } from '../../operations/iterate.ts';
import type { RandomObject } from '../random/generator.ts';

/** Returns a whole number from `low` to `high` − 1, as `random.randrange` draws it; not 0 where that is asked for. */
export function drawInteger(random: RandomObject, low: Value, high: Value, nonzero: boolean): bigint {
  const [from, end] = [toIndex(low), toIndex(high)];
  if (end <= from) throw valueError(`low >= high: there is no integer from ${from} to ${end - 1n}`);
  if (nonzero && from === 0n && end === 1n) throw valueError('the only integer from 0 to 0 is zero');
  for (;;) {
    const drawn = from + random.randBelow(end - from);
    if (drawn !== 0n || !nonzero) return drawn;
  }
}

/** Integers in nested lists of this shape; the last axis is drawn first to last, then the next row. */
export function drawNested(shape: readonly number[], next: () => bigint): Value {
  const [length, ...rest] = shape;
  if (length === undefined) return next();
  return new PyList(Array.from({ length }, () => drawNested(rest, next)));
}

/** Returns the lengths that a shape of NumPy names: a whole number, or a tuple of them. */
export function shapeLengths(shape: Value): number[] {
  if (typeof shape === 'bigint') return [toSmallIndex(shape)];
  return toArray(shape).map(toSmallIndex);
}

/** Returns the items in another order: Fisher and Yates, as `random.shuffle` does it. */
export function shuffled(random: RandomObject, items: readonly Value[]): Value[] {
  const mixed = [...items];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Number(random.randBelow(BigInt(place + 1)));
    const [left, right] = [mixed[other] ?? null, mixed[place] ?? null];
    mixed[place] = left;
    mixed[other] = right;
  }
  return mixed;
}

/** Returns one of the items. @throws {PyError} IndexError where there is none */
export function chosen(random: RandomObject, items: readonly Value[]): Value {
  if (items.length === 0) throw pyError('IndexError', 'one_of() needs something to choose from');
  return items[Number(random.randBelow(BigInt(items.length)))] ?? null;
}

/** `TypeName: message` of an exception of Python, as the last line of a traceback. */
export function lastLine(error: PyError, message: string): string {
  const { name } = error.exception.type;
  return message === '' ? name : `${name}: ${message}`;
}
