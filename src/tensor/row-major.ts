/** Reading a strided tensor in row-major order: what every kernel works on. */
import { allocate, type TypedArray } from './dtype.ts';
import type { Tensor } from './tensor.ts';

/**
 * The elements of `t` in row-major order. May be the storage itself, so never write to it.
 */
export function rowMajorData(t: Tensor): TypedArray {
  const { data } = t.storage;
  if (!t.isContiguous) return gather(data, t);
  return data.length === t.size ? data : data.subarray(t.offset, t.offset + t.size);
}

/** The elements of `t` in row-major order, never shared. */
export function copyData(t: Tensor): TypedArray {
  return t.isContiguous ? t.storage.data.slice(t.offset, t.offset + t.size) : gather(t.storage.data, t);
}

function gather(data: TypedArray, t: Tensor): TypedArray {
  const result = allocate(t.dtype, t.size);
  let next = 0;
  visit(t, (place) => {
    result[next++] = data[place] as number;
  });
  return result;
}

/** Calls `at` with the storage place of each element, in row-major order. */
export function visit({ shape, strides, offset, size }: Tensor, at: (place: number) => void): void {
  if (size === 0) return;
  const last = shape.length - 1;
  if (last < 0) {
    at(offset);
    return;
  }
  const width = shape[last] as number;
  const step = strides[last] as number;
  const index = new Array<number>(last).fill(0);
  let row = offset;
  for (;;) {
    for (let i = 0, place = row; i < width; i++, place += step) at(place);
    let axis = last - 1;
    // The next row: count up like an odometer, undoing each wheel that wraps.
    for (; axis >= 0; axis--) {
      const count = (index[axis] as number) + 1;
      row += strides[axis] as number;
      if (count < (shape[axis] as number)) {
        index[axis] = count;
        break;
      }
      row -= count * (strides[axis] as number);
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}
