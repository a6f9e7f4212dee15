/** What stands between the brackets of `array[…]`, from Python's objects to the core's index type. */
import type { Index, Tensor } from '../../../tensor/index.ts';
import {
  asIndex,
  clampToNumber,
  ELLIPSIS,
  PySlice,
  PyTuple,
  typeError,
  type Value,
} from '../../objects/index.ts';

/** Reads an index that is neither an int, a slice, `...` nor None; throws the library's own error. */
export type IndexReader = (value: Value) => number | Tensor;

/** Returns the core's indices for `key`; a tuple lists several. */
export function readIndices(key: Value, readOther: IndexReader): Index[] {
  const parts = key instanceof PyTuple ? key.items : [key];
  return parts.map((part) => {
    if (typeof part === 'bigint') return clampToNumber(part);
    if (part === null) return null;
    if (part === ELLIPSIS) return '...';
    if (part instanceof PySlice)
      return { start: bound(part.start), stop: bound(part.stop), step: bound(part.step) };
    return readOther(part);
  });
}

function bound(value: Value): number | null {
  if (value === null) return null;
  const index = asIndex(value);
  if (index === undefined)
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return clampToNumber(index);
}
