/** Sorting; nan counts as the largest, as in both libraries. */

import { alongAxis } from './along-axis.ts';
import { allocate } from './dtype.ts';
import { NumericError } from './errors.ts';
import { reserve, work } from './meter/index.ts';
import { rowMajorData } from './row-major.ts';
import { resolveAxis, type Shape } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';

export type SortOptions = {
  /** The axis whose lines are sorted, each for itself; the last unless given. */
  axis?: number;
  descending?: boolean;
};

/** Negative, 0 or positive as x comes before, with or after y. */
function compare(x: number, y: number): number {
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
  // Equal infinities differ by nan; they are equal.
  return Number.isNaN(y) ? -1 : x - y || 0;
}

/** Returns the places of a line in the order that sorts it; equal elements keep their order. */
function ordered(line: ArrayLike<number>, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  reserve(line.length);
  const places = Array.from(line, (_, i) => i);
  return places.sort((i, j) => {
    work(1);
    return sign * compare(line[i] as number, line[j] as number);
  });
}

/** Returns a copy with each line along `axis` in order. @throws {ShapeError} `axis`. */
export function sort<S extends Shape>(
  t: Tensor<S>,
  { axis = -1, descending = false }: SortOptions = {},
): Tensor<S> {
  return alongAxis('sort', t, axis, { dtype: t.dtype }, (from, to) => {
    to.set(ordered(from, descending).map((i) => from[i] as number));
  }) as Tensor as Tensor<S>;
}

/** Returns the indices that sort each line along `axis`, equal elements in their order; int64. @throws {ShapeError} `axis`. */
export function argsort<S extends Shape>(
  t: Tensor<S>,
  { axis = -1, descending = false }: SortOptions = {},
): Tensor<S> {
  return alongAxis('argsort', t, axis, { dtype: 'int64' }, (from, to) => {
    to.set(ordered(from, descending));
  }) as Tensor as Tensor<S>;
}

/**
 * Returns the `count` largest (or smallest) elements of each line along `axis`, best first, with their indices: `torch.topk`.
 * @throws {ShapeError} `axis`; {NumericError} `argument` when a line has fewer.
 */
export function topk(
  t: Tensor,
  count: number,
  { axis = -1, largest = true }: { axis?: number; largest?: boolean } = {},
): { values: Tensor; indices: Tensor } {
  const size = t.shape[resolveAxis('topk', axis, t.rank)] as number;
  if (count < 0 || count > size) {
    throw new NumericError('topk', {
      kind: 'argument',
      name: 'count',
      value: count,
      expected: `0 to ${size}`,
    });
  }
  return {
    values: alongAxis('topk', t, axis, { dtype: t.dtype, count }, (from, to) => {
      to.set(
        ordered(from, largest)
          .slice(0, count)
          .map((i) => from[i] as number),
      );
    }),
    indices: alongAxis('topk', t, axis, { dtype: 'int64', count }, (from, to) => {
      to.set(ordered(from, largest).slice(0, count));
    }),
  };
}

/** Returns the different elements in rising order (nan once), with how often each occurs (int64). */
export function unique(t: Tensor): { values: Tensor<[number]>; counts: Tensor<[number]> } {
  const data = rowMajorData(t);
  const values: number[] = [];
  const counts: number[] = [];
  for (const place of ordered(data, false)) {
    const value = data[place] as number;
    if (counts.length > 0 && compare(values.at(-1) as number, value) === 0) {
      counts[counts.length - 1] = (counts.at(-1) as number) + 1;
    } else {
      values.push(value);
      counts.push(1);
    }
  }
  const kept = allocate(t.dtype, values.length);
  kept.set(values);
  return {
    values: fromData(kept, [values.length], t.dtype),
    counts: fromData(Float64Array.from(counts), [counts.length], 'int64'),
  };
}
