/** What all reductions share: which axes go, in which order the elements are met, and the shape that is left. */
import type { DType, TypedArray } from './dtype.ts';
import type { Rules } from './promotion.ts';
import type { Axes } from './reduced-shape.ts';
import { rowMajorData } from './row-major.ts';
import { resolveAxes, type Shape, sizeOf } from './shape.ts';
import type { Tensor } from './tensor.ts';
import { permute } from './views.ts';

export type ReduceOptions<Axis extends Axes = Axes, Keep extends boolean = boolean> = {
  /** One axis or several, negative from the end; all of them unless given. */
  axis?: Axis;
  /** Keeps reduced axes with size 1. */
  keepdims?: Keep;
  /** Whose dtype rules hold; NumPy's unless given. */
  rules?: Rules;
  /** Converts the elements to this dtype first. */
  dtype?: DType;
};

/** Elements grouped for reduction: each result reduces `length` elements that follow each other in `data`. */
export type Groups = {
  readonly data: TypedArray;
  readonly length: number;
  readonly count: number;
  /** The shape of the result. */
  readonly shape: Shape;
  /** How many at the end of each group come last in memory order; 0 when the fastest axis is kept. */
  readonly run: number;
};

/**
 * Returns the elements of `t` grouped by what `axis` keeps; within a group in memory order, as NumPy adds them, or `byIndex`.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function groupsOf(
  operation: string,
  t: Tensor,
  axis: Axes,
  keepdims: boolean,
  byIndex?: boolean,
): Groups {
  const every = t.shape.map((_, each) => each);
  const reduced =
    axis === undefined ? every : resolveAxes(operation, typeof axis === 'number' ? [axis] : axis, t.rank);
  const isReduced = (each: number) => reduced.includes(each);
  // Memory order decides, as in NumPy, which of several reduced axes is met first and which runs are summed in pairs.
  const step = (each: number) => Math.abs(t.strides[each] as number);
  const inMemory = every.toSorted((a, b) => step(b) - step(a));
  const inner = (byIndex ? every : inMemory).filter(isReduced);
  const kept = every.filter((each) => !isReduced(each));
  const moved = permute(t, [...kept, ...inner]);
  const sizes = inner.map((each) => t.shape[each] as number);
  return {
    data: rowMajorData(moved),
    length: sizeOf(sizes),
    count: sizeOf(kept.map((each) => t.shape[each] as number)),
    shape: keepdims
      ? every.map((each) => (isReduced(each) ? 1 : (t.shape[each] as number)))
      : kept.map((each) => t.shape[each] as number),
    run: runLength(t, inMemory, isReduced),
  };
}

/** Returns the number of elements in the reduced axes that end the memory order; axes of size 1 do not count. */
function runLength(t: Tensor, inMemory: readonly number[], isReduced: (axis: number) => boolean): number {
  const axes = inMemory.filter((each) => t.shape[each] !== 1);
  const ending = axes.slice(axes.findLastIndex((each) => !isReduced(each)) + 1);
  return ending.length === 0 ? 0 : sizeOf(ending.map((each) => t.shape[each] as number));
}
