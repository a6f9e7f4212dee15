/** Reading and writing at places named by index tensors. */

import { stretch } from './assign.ts';
import { expand, mergeShapes } from './broadcast.ts';
import { copy } from './copy.ts';
import { allocate, convert } from './dtype.ts';
import { exactTensor } from './exact-integers.ts';
import { reserve } from './meter/index.ts';
import { rowMajorData, visitLines } from './row-major.ts';
import { type Shape, sizeOf } from './shape.ts';
import { fromData, resolveIndex, type Tensor, viewOf } from './tensor.ts';
import { permute } from './views.ts';

/** Indices along `axis` of the view, which is axis `of` of the tensor indexed. */
export type IndexArray = {
  readonly axis: number;
  readonly of: number;
  readonly shape: Shape;
  readonly indices: Tensor;
};

/** Returns the elements of `view` at each combination of `arrays`, copied. */
export function readArrays(view: Tensor, arrays: readonly IndexArray[], adjacent: boolean): Tensor {
  const { places, shape, order } = locate(view, arrays, adjacent);
  const { exact } = view.storage;
  if (exact !== undefined) {
    const picked = exactTensor(
      places.map((place) => exact[place] as bigint),
      shape,
      view.dtype,
    );
    return copy(permute(picked, order));
  }
  const data = allocate(view.dtype, places.length);
  for (let i = 0; i < data.length; i++) data[i] = view.storage.data[places[i] as number] as number;
  return copy(permute(fromData(data, shape, view.dtype), order));
}

/** Writes `value`, stretched to what `readArrays` would give, at those places; the last write to a place stays. */
export function writeArrays(
  view: Tensor,
  arrays: readonly IndexArray[],
  adjacent: boolean,
  value: Tensor,
): void {
  const { places, shape, order } = locate(view, arrays, adjacent);
  const target = order.map((axis) => shape[axis] as number);
  const back = order.map((_, axis) => order.indexOf(axis));
  const from = rowMajorData(copy(permute(stretch(value, target, 'assign'), back)));
  const { data } = view.storage;
  for (let i = 0; i < places.length; i++) data[places[i] as number] = convert(from[i] as number, view.dtype);
  view.storage.version++;
}

/**
 * Returns the storage place of each element named, with the axes of the index arrays first; `shape` has those axes first too,
 * and `order` says which of its axes goes where in the result.
 */
function locate(view: Tensor, arrays: readonly IndexArray[], adjacent: boolean) {
  const picked = arrays.reduce<Shape>((shape, { indices }) => mergeShapes(shape, indices.shape, 'index'), []);
  reserve(sizeOf(picked));
  const starts = new Array<number>(sizeOf(picked)).fill(view.offset);
  for (const { axis, of, shape, indices } of arrays) {
    const along = rowMajorData(expand(indices, picked));
    const stride = view.strides[axis] as number;
    for (let i = 0; i < starts.length; i++) {
      starts[i] = (starts[i] as number) + resolveIndex('index', along[i] as number, of, shape) * stride;
    }
  }
  const whole = (_: number, axis: number) => arrays.every((each) => each.axis !== axis);
  const rest = viewOf(view, view.shape.filter(whole), view.strides.filter(whole), 0);
  const places: number[] = [];
  for (const from of starts) {
    visitLines(rest, (start, step, count) => {
      for (let i = 0; i < count; i++) places.push(from + start + i * step);
    });
  }

  const lead = adjacent ? (arrays[0] as IndexArray).axis : 0;
  const count = picked.length;
  const shape = [...picked, ...rest.shape];
  const order = shape.map((_, axis) =>
    axis < lead ? axis + count : axis < lead + count ? axis - lead : axis,
  );
  return { places, shape, order };
}
