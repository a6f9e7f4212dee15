/** Shapes, strides and axes as plain arrays of integers. */
import { ShapeError } from './errors.ts';

/** Size of each dimension, outermost first; `[]` is a single number. */
export type Shape = readonly number[];

/** Returns how many elements a tensor of this shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i] as number;
  return size;
}

/** Row-major strides in elements: the last index moves fastest. */
export function rowMajorStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= Math.max(1, shape[axis] as number);
  }
  return strides;
}

/** Returns whether both shapes have the same sizes in the same order. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/**
 * `axis` counted from 0, where negative axes count from the end.
 * @throws {ShapeError} `axis` unless −rank ≤ axis < rank.
 */
export function resolveAxis(operation: string, axis: number, rank: number): number {
  if (axis < -rank || axis >= rank) throw new ShapeError(operation, { kind: 'axis', axis, rank });
  return axis < 0 ? axis + rank : axis;
}

/**
 * Several axes counted from 0, in the order given.
 * @throws {ShapeError} `axis` or `repeated-axis`.
 */
export function resolveAxes(operation: string, axes: readonly number[], rank: number): number[] {
  const resolved = axes.map((axis) => resolveAxis(operation, axis, rank));
  const twice = resolved.find((axis, place) => resolved.indexOf(axis) !== place);
  if (twice !== undefined) throw new ShapeError(operation, { kind: 'repeated-axis', axis: twice });
  return resolved;
}

/**
 * `requested` with its −1, if any, replaced by the size that makes it hold `size` elements.
 * @throws {ShapeError} `two-unknown-sizes`, `negative-size` or `reshape`.
 */
export function resolveShape(operation: string, requested: Shape, size: number, of: Shape): number[] {
  const unknown = requested.indexOf(-1);
  if (unknown !== requested.lastIndexOf(-1)) {
    throw new ShapeError(operation, { kind: 'two-unknown-sizes', requested }, [of]);
  }
  if (requested.some((each) => each < -1))
    throw new ShapeError(operation, { kind: 'negative-size', requested }, [of]);
  const shape = [...requested];
  if (unknown >= 0) {
    shape[unknown] = 1;
    // 0 × anything is 0: no number is then the missing size, and both libraries refuse.
    shape[unknown] = size / sizeOf(shape);
  }
  if (sizeOf(shape) !== size || !shape.every(Number.isInteger)) {
    throw new ShapeError(operation, { kind: 'reshape', requested, size }, [of]);
  }
  return shape;
}
