import { convert, type DType, type TypedArray } from './dtype.ts';
import { IndexError, ShapeError } from './errors.ts';
import { reserve, work } from './meter/index.ts';
import { rowMajorData } from './row-major.ts';
import { rowMajorStrides, type Shape, sizeOf } from './shape.ts';
import { Storage } from './storage.ts';

/** Nested arrays as Python's `tolist()` gives them; booleans for bool. */
export type NestedValues = number | boolean | NestedValues[];

/**
 * An n-dimensional array: shared storage seen through a shape, strides and an offset (all in elements).
 * Values are JavaScript numbers; a bool element reads as 0 or 1.
 */
export class Tensor<out S extends Shape = Shape> {
  readonly storage: Storage;
  readonly shape: S;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  /** Number of elements. */
  readonly size: number;

  /** Internal to the core: use `tensor`, `zeros`, a view or an operation. */
  constructor(storage: Storage, shape: S, strides: readonly number[], offset: number, dtype: DType) {
    this.storage = storage;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.dtype = dtype;
    this.size = sizeOf(shape);
  }

  /** Number of dimensions. */
  get rank(): number {
    return this.shape.length;
  }

  /** Whether elements follow each other in row-major order without gaps; strides of axes of size 1 do not count. */
  get isContiguous(): boolean {
    if (this.size === 0) return true;
    let step = 1;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const size = this.shape[axis] as number;
      if (size === 1) continue;
      if (this.strides[axis] !== step) return false;
      step *= size;
    }
    return true;
  }

  /**
   * Returns the one element, whatever the rank.
   * @throws {ShapeError} `not-one-element`.
   */
  item(): number {
    if (this.size !== 1) {
      throw new ShapeError('item', { kind: 'not-one-element', size: this.size }, [this.shape]);
    }
    return this.storage.data[this.offset] as number;
  }

  /**
   * Returns one element; negative indices count from the end.
   * @throws {IndexError} `too-many-indices` unless there is one index per dimension, or `out-of-bounds`.
   */
  at(...indices: readonly number[]): number {
    return this.storage.data[this.#place('at', indices)] as number;
  }

  /** Writes one element, converted to this tensor's dtype; seen by every view of the storage. Errors as for `at`. */
  setAt(indices: readonly number[], value: number): void {
    this.storage.data[this.#place('setAt', indices)] = convert(value, this.dtype);
    this.storage.version++;
  }

  /** Returns all elements in row-major order, copied. */
  toFlat(): number[] {
    reserve(this.size);
    return Array.from(rowMajorData(this));
  }

  /** Iterates over a snapshot of the elements in row-major order. */
  values(): IterableIterator<number> {
    return this.toFlat().values();
  }

  /** Nested arrays, booleans for bool; a bare number for a 0-d tensor. */
  toNested(): NestedValues {
    const flat = rowMajorData(this);
    const { shape, dtype } = this;
    const strides = rowMajorStrides(shape);
    const nest = (axis: number, start: number): NestedValues => {
      if (axis === shape.length) {
        const value = flat[start] as number;
        return dtype === 'bool' ? value === 1 : value;
      }
      reserve(shape[axis] as number);
      return Array.from({ length: shape[axis] as number }, (_, i) =>
        nest(axis + 1, start + i * (strides[axis] as number)),
      );
    };
    return nest(0, 0);
  }

  #place(operation: string, indices: readonly number[]): number {
    const { shape, strides, rank } = this;
    if (indices.length !== rank) {
      throw new IndexError(operation, { kind: 'too-many-indices', rank, given: indices.length }, [shape]);
    }
    let place = this.offset;
    for (let axis = 0; axis < rank; axis++) {
      place += resolveIndex(operation, indices[axis] as number, axis, shape) * (strides[axis] as number);
    }
    return place;
  }
}

/**
 * Returns an index along `axis` counted from 0.
 * @throws {IndexError} `out-of-bounds`.
 */
export function resolveIndex(operation: string, index: number, axis: number, shape: Shape): number {
  const size = shape[axis] as number;
  const place = index < 0 ? index + size : index;
  if (!(Number.isInteger(place) && place >= 0 && place < size)) {
    throw new IndexError(operation, { kind: 'out-of-bounds', index, axis, size }, [shape]);
  }
  return place;
}

/** Returns a new row-major tensor that owns `data`, which must already hold valid elements of `dtype`. */
export function fromData<S extends Shape>(data: TypedArray, shape: S, dtype: DType): Tensor<S> {
  return fromStorage(new Storage(data), shape, dtype);
}

/** Returns a new row-major tensor over the whole of `storage`. */
export function fromStorage<S extends Shape>(storage: Storage, shape: S, dtype: DType): Tensor<S> {
  return new Tensor(storage, shape, rowMajorStrides(shape), 0, dtype);
}

/** What a view counts as: about as long as that many elements take to copy. */
const VIEW = 32;

/** Another view of the storage of `base`. */
export function viewOf<S extends Shape>(
  base: Tensor,
  shape: S,
  strides: readonly number[],
  offset: number,
): Tensor<S> {
  work(VIEW);
  return new Tensor(base.storage, shape, strides, offset, base.dtype);
}
