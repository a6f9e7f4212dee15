/**
 * The order in which PyTorch meets the elements of a reduction on the CPU, on which the last digit of a sum depends.
 * From ATen's `TensorIterator` (aten/src/ATen/TensorIterator.cpp, `reorder_dimensions` and `coalesce_dimensions`): reduced
 * axes come first, then smaller strides; axes that follow each other without a gap become one. Kernels are called with the
 * first two of the axes that are left, for each position of the others.
 */

import { reserve } from '../meter/index.ts';
import type { Axes } from '../reduced-shape.ts';
import { resolveAxes, rowMajorStrides, type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** One axis of the loops: how often it is walked, and how far a step goes in the input and the output, in elements. */
type LoopAxis = { size: number; input: number; output: number };

/** What a kernel is called with: where input and output start, and the two innermost axes. */
export type Block = {
  readonly input: number;
  readonly output: number;
  readonly inner: Readonly<LoopAxis>;
  readonly outer: Readonly<LoopAxis>;
};

export type ReductionLoops = {
  /** The shape of the result. */
  readonly shape: Shape;
  /** The number of elements of the result. */
  readonly count: number;
  /** True if the elements of each result follow each other in memory without a gap. */
  readonly isContiguous: boolean;
  readonly blocks: readonly Block[];
};

/**
 * Plans the reduction of `t` over the axes `dim`, all unless given.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function reductionLoops(operation: string, t: Tensor, dim: Axes, keepdim: boolean): ReductionLoops {
  const every = t.shape.map((_, axis) => axis);
  const reduced = new Set(dim === undefined ? every : resolveAxes(operation, [dim].flat(), t.rank));
  const kept = t.shape.map((size, axis) => (reduced.has(axis) ? 1 : size));
  const outputStrides = rowMajorStrides(kept);
  const axes = every
    .map((axis) => ({
      size: t.shape[axis] as number,
      input: t.strides[axis] as number,
      output: reduced.has(axis) ? 0 : (outputStrides[axis] as number),
    }))
    .reverse();
  const loops = coalesced(ordered(axes));
  const shape = keepdim ? kept : kept.filter((_, axis) => !reduced.has(axis));
  const [first] = loops;
  return {
    shape,
    count: sizeOf(shape),
    isContiguous: first?.input === 1 && loops.findLastIndex(({ output }) => output === 0) === 0,
    blocks: t.size === 0 ? [] : blocksOf(loops, t.offset),
  };
}

/** Sorted by insertion, as ATen does, because the comparison is not transitive where strides are 0. */
function ordered(axes: readonly LoopAxis[]): LoopAxis[] {
  const sorted = [...axes];
  for (let i = 1; i < sorted.length; i++) {
    for (let at = i - 1, moving = i; at >= 0; at--) {
      const order = compare(sorted[at] as LoopAxis, sorted[moving] as LoopAxis);
      if (order < 0) break;
      if (order === 0) continue;
      [sorted[at], sorted[moving]] = [sorted[moving] as LoopAxis, sorted[at] as LoopAxis];
      moving = at;
    }
  }
  return sorted;
}

/** Positive if `b` belongs before `a`, negative if after, 0 if nothing decides. */
function compare(a: LoopAxis, b: LoopAxis): number {
  if ((a.output === 0) !== (b.output === 0)) return b.output === 0 ? 1 : -1;
  for (const [x, y] of [
    [a.output, b.output],
    [a.input, b.input],
  ] as const) {
    if (x === 0 || y === 0) continue;
    if (x !== y) return x - y;
    if (a.size > b.size) return 1;
  }
  return 0;
}

/** Joins an axis with the one before where both walk on in equal steps; axes of size 1 join any. */
function coalesced(axes: readonly LoopAxis[]): LoopAxis[] {
  const joined: LoopAxis[] = [];
  for (const axis of axes) {
    const before = joined.at(-1);
    if (before === undefined) joined.push({ ...axis });
    else if (before.size === 1) joined[joined.length - 1] = { ...axis };
    else if (
      axis.size !== 1 &&
      (before.size * before.input !== axis.input || before.size * before.output !== axis.output)
    )
      joined.push({ ...axis });
    else before.size *= axis.size;
  }
  return joined;
}

const ONE: LoopAxis = { size: 1, input: 0, output: 0 };

function blocksOf([inner = ONE, outer = ONE, ...rest]: readonly LoopAxis[], offset: number): Block[] {
  let places = [{ input: offset, output: 0 }];
  for (const axis of rest.reverse()) {
    reserve(places.length * axis.size);
    places = places.flatMap(({ input, output }) =>
      Array.from({ length: axis.size }, (_, i) => ({
        input: input + i * axis.input,
        output: output + i * axis.output,
      })),
    );
  }
  return places.map((place) => ({ ...place, inner, outer }));
}
