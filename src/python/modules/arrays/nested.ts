/** The shape and the leaves of nested Python sequences, as `np.array` and `torch.tensor` read them. */
import { PyList, PyRange, PyTuple, toArray, type Value } from '../../objects/index.ts';

export type NestedSequence = {
  readonly shape: readonly number[];
  /** In row-major order; whatever is neither a sequence nor an array. */
  readonly leaves: readonly Value[];
  /**
   * Where sequences differ in length (or a number stands beside a sequence): the shape above is only what they agree on.
   * `received` is the length met where the first sibling had `expected`; −1 for a value that is no sequence.
   */
  readonly ragged?: { readonly expected: number; readonly received: number };
};

/** The shape and the row-major elements of an array found among the items. */
export type ArrayReader = (
  value: Value,
) => { readonly shape: readonly number[]; readonly items: readonly Value[] } | undefined;

/** Reads `value`; lists, tuples and ranges are sequences, and `readArray` tells arrays from other values. */
export function readNested(value: Value, readArray: ArrayReader): NestedSequence {
  const dims: number[] = [];
  const leaves: Value[] = [];
  let deepest = Number.POSITIVE_INFINITY;
  let ragged: { expected: number; received: number } | undefined;
  const differ = (depth: number, received: number): void => {
    if (ragged === undefined || depth < deepest) ragged = { expected: dims[depth] ?? -1, received };
    deepest = Math.min(deepest, depth);
  };
  const enter = (depth: number, size: number): boolean => {
    if (depth >= deepest) {
      if (ragged === undefined) differ(depth, size);
      return false;
    }
    if (dims[depth] === undefined) dims.push(size);
    else if (dims[depth] !== size) {
      differ(depth, size);
      return false;
    }
    return true;
  };
  const leaf = (item: Value, depth: number): void => {
    if (dims.length > depth) differ(depth, -1);
    else deepest = Math.min(deepest, depth);
    leaves.push(item);
  };
  const visit = (item: Value, depth: number): void => {
    const array = readArray(item);
    if (array !== undefined) {
      const fits = array.shape.every((size, axis) => enter(depth + axis, size));
      if (fits && dims.length > depth + array.shape.length) differ(depth + array.shape.length, -1);
      else if (fits) deepest = Math.min(deepest, depth + array.shape.length);
      for (const each of array.items) leaves.push(each);
    } else if (item instanceof PyList || item instanceof PyTuple || item instanceof PyRange) {
      const items = toArray(item);
      if (enter(depth, items.length)) for (const each of items) visit(each, depth + 1);
    } else leaf(item, depth);
  };
  visit(value, 0);
  if (ragged === undefined) return { shape: dims, leaves };
  return { shape: dims.slice(0, deepest), leaves, ragged };
}
