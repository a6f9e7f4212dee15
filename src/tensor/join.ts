/** Tensors put together. */

import { assign } from './assign.ts';
import { expand } from './broadcast.ts';
import { copy } from './copy.ts';
import { zeros } from './create.ts';
import { ShapeError } from './errors.ts';
import { index } from './indexing.ts';
import type { ConcatenateCheck, Concatenated, ShapesOf, Stacked } from './joined-shape.ts';
import { inLayoutOf } from './layout.ts';
import { reserve } from './meter/index.ts';
import { operandOf } from './operand.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Operand, Rules } from './promotion.ts';
import { resolveAxis, type Shape, sameShape } from './shape.ts';
import type { Slice } from './slice.ts';
import type { Tensor } from './tensor.ts';
import { reshape, unsqueeze } from './views.ts';

/**
 * Returns the tensors one after another along an existing axis; dtypes promote.
 * @throws {ShapeError} `no-operands`, `axis`, `ranks-differ`, `sizes-differ`.
 */
export function concatenate<const T extends readonly Tensor[], const Axis extends number = 0>(
  tensors: T & ConcatenateCheck<ShapesOf<T>, Axis>,
  axis: Axis = 0 as Axis,
  rules: Rules = numpyRules,
): Tensor<Concatenated<ShapesOf<T>, Axis>> {
  return join(tensors, axis, rules) as Tensor<never>;
}

function join(tensors: readonly Tensor[], axis: number, rules: Rules): Tensor {
  const first = firstOf('concatenate', tensors);
  const place = resolveAxis('concatenate', axis, first.rank);
  const shapes = tensors.map((t) => t.shape);
  tensors.forEach((t, operand) => {
    if (t.rank !== first.rank) throw new ShapeError('concatenate', { kind: 'ranks-differ', operand }, shapes);
    const differing = t.shape.findIndex((size, each) => each !== place && size !== first.shape[each]);
    if (differing >= 0) {
      throw new ShapeError('concatenate', { kind: 'sizes-differ', operand, axis: differing }, shapes);
    }
  });
  const types = tensors.map(operandOf);
  const { dtype } = types.reduce((a, b): Operand => ({ dtype: rules.promote(a, b), from: 'array' }));
  const total = tensors.reduce((sum, t) => sum + (t.shape[place] as number), 0);
  const result: Tensor = zeros<Shape>(first.shape.with(place, total), dtype);
  let start = 0;
  for (const t of tensors) {
    const stop = start + (t.shape[place] as number);
    assign(part(result, place, start, stop), t);
    start = stop;
  }
  return rules.library === 'numpy' ? inLayoutOf(result, tensors, rules) : result;
}

/**
 * Returns the tensors side by side along a new axis.
 * @throws {ShapeError} `no-operands`, `shapes-differ`, `axis`.
 */
export function stack<const T extends readonly Tensor[], const Axis extends number = 0>(
  tensors: T,
  axis: Axis = 0 as Axis,
  rules: Rules = numpyRules,
): Tensor<Stacked<ShapesOf<T>, Axis>> {
  const first = firstOf('stack', tensors);
  const operand = tensors.findIndex((t) => !sameShape(t.shape, first.shape));
  if (operand >= 0) {
    throw new ShapeError(
      'stack',
      { kind: 'shapes-differ', operand },
      tensors.map((t) => t.shape),
    );
  }
  const place = resolveAxis('stack', axis, first.rank + 1);
  const apart = tensors.map((t) => unsqueeze(t, place));
  return join(apart, place, rules) as Tensor<never>;
}

function firstOf(operation: string, tensors: readonly Tensor[]): Tensor {
  const [first] = tensors;
  if (first === undefined) throw new ShapeError(operation, { kind: 'no-operands' });
  return first;
}

/** Returns the part of `t` from `start` to `stop` along `axis`, as a view. */
function part(t: Tensor, axis: number, start: number, stop: number): Tensor {
  return index(t, [...new Array<Slice>(axis).fill({}), { start, stop }]);
}

/**
 * Views of consecutive parts along `axis`, of the sizes given: `torch.split` with a list.
 * @throws {ShapeError} `axis`, or `split` unless the sizes add up to the axis's.
 */
export function split(t: Tensor, sizes: readonly number[], axis = 0): Tensor[] {
  const place = resolveAxis('split', axis, t.rank);
  const size = t.shape[place] as number;
  if (sizes.some((each) => each < 0) || sizes.reduce((sum, each) => sum + each, 0) !== size) {
    throw new ShapeError('split', { kind: 'split', axis: place, size, sections: sizes }, [t.shape]);
  }
  let start = 0;
  return sizes.map((each) => {
    start += each;
    return part(t, place, start - each, start);
  });
}

/**
 * Views of `sections` equal parts along `axis`: `numpy.split` with a number.
 * @throws {ShapeError} `axis`, or `split` unless the axis divides evenly.
 */
export function splitEvenly(t: Tensor, sections: number, axis = 0): Tensor[] {
  const place = resolveAxis('split', axis, t.rank);
  const size = t.shape[place] as number;
  if (!(sections >= 1 && size % sections === 0)) {
    throw new ShapeError('split', { kind: 'split', axis: place, size, sections }, [t.shape]);
  }
  reserve(sections);
  return split(t, new Array<number>(sections).fill(size / sections), place);
}

/**
 * Returns each element `times` times in a row, along `axis` or over all elements: `numpy.repeat`, `repeat_interleave`.
 * @throws {ShapeError} `axis`, `negative-size`.
 */
export function repeat(t: Tensor, times: number, axis?: number): Tensor {
  const source: Tensor = axis === undefined ? reshape(t, [t.size]) : t;
  const place = resolveAxis('repeat', axis ?? 0, source.rank);
  if (times < 0) throw new ShapeError('repeat', { kind: 'negative-size', requested: [times] }, [t.shape]);
  const shape = source.shape.toSpliced(place + 1, 0, times);
  const size = source.shape[place] as number;
  return copy(
    reshape<Shape>(expand(unsqueeze(source, place + 1), shape), source.shape.with(place, size * times)),
  );
}

/**
 * Returns the whole tensor `times[i]` times along axis i, counted from the last; the shorter of shape and `times` is filled
 * with leading ones: `numpy.tile`, `torch.Tensor.repeat`.
 * @throws {ShapeError} `negative-size`.
 */
export function tile(t: Tensor, times: readonly number[]): Tensor {
  if (times.some((each) => each < 0))
    throw new ShapeError('tile', { kind: 'negative-size', requested: times }, [t.shape]);
  const rank = Math.max(t.rank, times.length);
  const sizes = [...new Array<number>(rank - t.rank).fill(1), ...t.shape];
  const counts = [...new Array<number>(rank - times.length).fill(1), ...times];
  const interleaved = reshape<Shape>(
    t,
    sizes.flatMap((size) => [1, size]),
  );
  const stretched = expand(
    interleaved,
    sizes.flatMap((size, axis) => [counts[axis] as number, size]),
  );
  return copy(
    reshape<Shape>(
      stretched,
      sizes.map((size, axis) => size * (counts[axis] as number)),
    ),
  );
}
