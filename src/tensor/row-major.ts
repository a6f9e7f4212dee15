/** Reading a strided tensor in row-major order: what every kernel works on. */

import { allocate, type TypedArray } from './dtype.ts';
import { reserve } from './meter/index.ts';
import type { Tensor } from './tensor.ts';

/**
 * Returns the elements of `t` in row-major order. May be the storage itself, so never write to it.
 */
export function rowMajorData(t: Tensor): TypedArray {
  const { data } = t.storage;
  if (!t.isContiguous) return gather(data, t);
  return data.length === t.size ? data : data.subarray(t.offset, t.offset + t.size);
}

/** Returns the elements of `t` in row-major order, never shared. */
export function copyData(t: Tensor): TypedArray {
  if (!t.isContiguous) return gather(t.storage.data, t);
  reserve(t.size);
  return t.storage.data.slice(t.offset, t.offset + t.size);
}

function gather(data: TypedArray, t: Tensor): TypedArray {
  const result = allocate(t.dtype, t.size);
  let next = 0;
  visitLines(t, (start, step, count) => {
    for (let i = 0, place = start; i < count; i++, place += step) result[next++] = data[place] as number;
  });
  return result;
}

/**
 * Calls `line` for each line along the last axis, in row-major order: the storage place of its first element, the
 * distance from one to the next, and how many there are.
 */
export function visitLines(
  { shape, strides, offset }: Tensor,
  line: (start: number, step: number, count: number) => void,
): void {
  // (2 ** 31, 0) has as many lines, and nothing in any of them.
  if (shape.includes(0)) return;
  const last = shape.length - 1;
  const count = shape[last] ?? 1;
  const step = strides[last] ?? 0;
  const visit = (axis: number, start: number): void => {
    if (axis >= last) {
      line(start, step, count);
      return;
    }
    const stride = strides[axis] as number;
    for (let i = 0; i < (shape[axis] as number); i++) visit(axis + 1, start + i * stride);
  };
  visit(0, offset);
}
