/** Sums, products and extremes of 64-bit integers, which wrap as in both libraries. */
import { alongAxis } from '../along-axis.ts';
import { type DType, isUnsigned } from '../dtype.ts';
import { exactElements, exactTensor, wrapped } from '../exact-integers.ts';
import { groupsOf, type ReduceOptions } from '../reduce-axes.ts';
import { sizeOf } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { ravel } from '../views.ts';
import { larger, smaller } from './operations.ts';

export type ExactReduction = 'sum' | 'prod' | 'max' | 'min';

const STEPS: Readonly<Record<ExactReduction, (total: bigint, each: bigint) => bigint>> = {
  sum: (total, each) => total + each,
  prod: (total, each) => total * each,
  max: larger,
  min: smaller,
};

/** Returns the places 0, 1, … in the shape of `t`: moved like its elements they tell where each has gone. */
function placesOf(t: Tensor): Tensor {
  const data = Float64Array.from({ length: t.size }, (_, place) => place);
  return fromData(data, t.shape, 'int64');
}

const longOf = ({ dtype }: Tensor): DType => (isUnsigned(dtype) ? 'uint64' : 'int64');

/** Returns the reduction of the integers of `t`, in int64, or in uint64 where they are unsigned. */
export function exactReduction(
  name: ExactReduction,
  t: Tensor,
  { axis, keepdims = false }: ReduceOptions = {},
): Tensor {
  const elements = exactElements(t);
  const { data, length, count, shape } = groupsOf(name, placesOf(t), axis, keepdims, true);
  const dtype = longOf(t);
  const results = Array.from({ length: count }, (_, group) => {
    const own = Array.from(
      data.subarray(group * length, (group + 1) * length),
      (place) => elements[place] ?? 0n,
    );
    if (name === 'prod') return own.reduce((total, each) => wrapped(total * each, dtype), 1n);
    return name === 'sum' ? own.reduce(STEPS.sum, 0n) : own.reduce(STEPS[name]);
  });
  return exactTensor(results, shape, dtype);
}

/** Returns the running sums or products along `axis`, or over all elements in row-major order without one. */
export function exactRunning(name: 'cumsum' | 'cumprod', t: Tensor, axis?: number): Tensor {
  const elements = exactElements(t);
  const source = axis === undefined ? ravel(placesOf(t)) : placesOf(t);
  const dtype = longOf(t);
  const step = name === 'cumsum' ? STEPS.sum : STEPS.prod;
  const results = new Array<bigint>(sizeOf(source.shape));
  // Each line of places comes out in its own place; what is computed of it is kept beside.
  alongAxis(name, source, axis ?? 0, { dtype: 'int64' }, (from, to) => {
    let total = name === 'cumsum' ? 0n : 1n;
    from.forEach((place, i) => {
      total = wrapped(step(total, elements[place] ?? 0n), dtype);
      results[place] = total;
      to[i] = place;
    });
  });
  return exactTensor(results, source.shape, dtype);
}
