import { expand } from './broadcast.ts';
import { convert } from './dtype.ts';
import { ShapeError } from './errors.ts';
import { isExact, writeExact } from './exact-integers.ts';
import { rowMajorData, visitLines } from './row-major.ts';
import { type Shape, sameShape } from './shape.ts';
import { type Tensor, viewOf } from './tensor.ts';

/**
 * Writes `value`, stretched to the shape of `target` and converted to its dtype, into `target`, and returns `target`;
 * every view of its storage sees it. Whether the conversion is allowed is the caller's rule. Reads all before it
 * writes, so overlapping views are safe.
 * @throws {ShapeError} `expand`; {NumericError} `integer-range`.
 */
export function assign<S extends Shape>(target: Tensor<S>, value: Tensor, operation = 'assign'): Tensor<S> {
  const stretched = stretch(value, target.shape, operation);
  if ((target.dtype === 'int64' || target.dtype === 'uint64') && (isExact(target) || isExact(value))) {
    writeExact(target, stretched);
    return target;
  }
  const source = rowMajorData(stretched);
  const from = value.storage === target.storage ? source.slice() : source;
  const { data } = target.storage;
  let next = 0;
  visitLines(target, (start, step, count) => {
    for (let i = 0; i < count; i++) data[start + i * step] = convert(from[next++] as number, target.dtype);
  });
  target.storage.version++;
  return target;
}

/** `value` as a view of `shape`; leading axes of size 1 that `shape` lacks are dropped, as both libraries do. */
export function stretch(value: Tensor, shape: Shape, operation: string): Tensor {
  if (sameShape(value.shape, shape)) return value;
  const extra = Math.max(0, value.rank - shape.length);
  const axis = shape.findIndex((size, each) => {
    const from = value.shape[each - shape.length + value.rank];
    return from !== undefined && from !== 1 && from !== size;
  });
  if (axis >= 0 || value.shape.slice(0, extra).some((size) => size !== 1)) {
    throw new ShapeError(operation, { kind: 'expand', requested: shape, axis }, [value.shape, shape]);
  }
  return expand(viewOf(value, value.shape.slice(extra), value.strides.slice(extra), value.offset), shape);
}
