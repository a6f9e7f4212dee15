/** Sizes of windows as layers take them: one number for all axes, or one for each. */

import type { Pair } from '../../../../tensor/layers/index.ts';
import { asIndex, getItem, lengthOf, PyList, PyTuple, type Value } from '../../../objects/index.ts';

/** Returns the numbers of `value`, for each of `count` axes. */
export function sizes(value: Value, count: number): number[] {
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) {
    const size = Number(asIndex(value) ?? 0n);
    return new Array<number>(count).fill(size);
  }
  const items = value.items.map((item) => Number(asIndex(item) ?? 0n));
  return items.length === 1 ? new Array<number>(count).fill(items[0] as number) : items;
}

/** Returns the same as vertical and horizontal; a single axis lies horizontally, beside one of `alone`. */
export function pair(value: Value, axes: 1 | 2, alone: number): Pair {
  const [first = alone, second = alone] = sizes(value, axes);
  return axes === 1 ? [alone, first] : [first, second];
}

/** As a layer keeps it: a tuple with a number for each axis. */
export function spreadOver(value: Value, axes: number): PyTuple {
  if (value instanceof PyTuple || value instanceof PyList) return new PyTuple([...value.items]);
  return new PyTuple(new Array<Value>(axes).fill(value));
}

/** Returns whether every number of a size is `number`. */
export function isAll(value: Value, number: bigint): boolean {
  for (let i = 0n; i < lengthOf(value); i++) if (getItem(value, i) !== number) return false;
  return true;
}
