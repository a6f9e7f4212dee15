/** What a slice selects from a sequence of a given length (`slice.indices`). */
import type { PySlice } from '../objects/collections.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { asIndex, clampToNumber } from './convert.ts';

export type SliceBounds = {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** How many items it selects. */
  readonly length: number;
};

export function sliceBounds(slice: PySlice, length: number): SliceBounds {
  const step = slice.step === null ? 1 : bound(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const resolve = (value: Value, absent: number): number => {
    if (value === null) return absent;
    const index = bound(value);
    return index < 0 ? Math.max(index + length, lowest) : Math.min(index, highest);
  };
  const start = resolve(slice.start, step < 0 ? highest : lowest);
  const stop = resolve(slice.stop, step < 0 ? lowest : highest);
  const count = step < 0 ? Math.ceil((stop - start) / step) : Math.ceil((stop - start) / step);
  return { start, stop, step, length: Math.max(0, count) };
}

function bound(value: Value): number {
  const index = asIndex(value);
  if (index === undefined)
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return clampToNumber(index);
}

/** Returns the indices themselves, in order. */
export function sliceIndices({ start, step, length }: SliceBounds): number[] {
  return Array.from({ length }, (_, index) => start + index * step);
}
