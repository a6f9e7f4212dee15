import { allocate } from '../../objects/index.ts';

/** Sizes below this are charged when the array is made. */
const LARGE = 1e6;

/** To be called before a large array is made: the budget must refuse it before the memory is asked for. */
export function reserve(shape: readonly number[]): void {
  const elements = shape.reduce((product, size) => product * Math.max(0, size), 1);
  if (elements > LARGE) allocate(elements);
}
