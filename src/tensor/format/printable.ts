/** What printing needs to know of an array, and walking over the elements that are shown. */
import type { DType } from '../dtype.ts';
import { reserve } from '../meter/index.ts';

/** Strided numbers seen as an array; every `Tensor` is one. Sizes, strides and offset are in elements. */
export type Printable = {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly storage: { readonly data: ArrayLike<number> };
  /** Formats an element whose number is an index, as in an array of texts. */
  readonly write?: (element: number) => string;
};

/** Returns how many elements `array` has; a 0-d array has one. */
export function countOf({ shape }: Printable): number {
  return shape.reduce((count, size) => count * size, 1);
}

/** Returns the indices along an axis of `size` that a summary with `edge` items at both ends shows. */
export function edgeIndices(size: number, edge: number): readonly number[] {
  const left = Math.min(size, edge);
  const right = Math.min(size - left, edge);
  reserve(left + right);
  return Array.from({ length: left + right }, (_, i) => (i < left ? i : size - right + i - left));
}

/** Returns the elements at the indices that `pick` chooses of each axis, in row-major order. */
export function valuesAt(array: Printable, pick: (size: number) => readonly number[]): number[] {
  let places = [array.offset];
  array.shape.forEach((size, axis) => {
    const steps = pick(size).map((i) => i * (array.strides[axis] as number));
    reserve(places.length * steps.length);
    places = places.flatMap((place) => steps.map((step) => place + step));
  });
  return places.map((place) => array.storage.data[place] as number);
}

/** Returns a Python tuple of sizes: `()`, `(3,)`, `(2, 3)`. */
export function shapeTuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
