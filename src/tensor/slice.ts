import { IndexError } from './errors.ts';

/** `start:stop:step`; null or absent is Python's default for the step's direction. */
export type Slice = {
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly step?: number | null;
};

/**
 * Returns the first index, the step and the count that a slice takes from an axis, as Python's `slice.indices`
 * (https://docs.python.org/3/reference/datamodel.html#slice.indices): bounds outside are cut, never refused.
 * @throws {IndexError} `zero-step`.
 */
export function resolveSlice(slice: Slice, size: number): { start: number; step: number; count: number } {
  const step = slice.step ?? 1;
  if (step === 0) throw new IndexError('index', { kind: 'zero-step' });
  // Walking back, one before the first element is the place to stop.
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const cut = (bound: number) => Math.min(Math.max(bound < 0 ? bound + size : bound, low), high);
  const start = cutOr(slice.start, step > 0 ? low : high);
  const stop = cutOr(slice.stop, step > 0 ? high : low);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };

  function cutOr(bound: number | null | undefined, otherwise: number): number {
    return bound === null || bound === undefined ? otherwise : cut(bound);
  }
}
