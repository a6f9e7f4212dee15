/** Elements moved to mean 0 and scaled to variance 1 in groups, as layer and batch normalisation do. */
import { allocate } from '../dtype.ts';
import { reserve, work } from '../meter/index.ts';
import { rowMajorData } from '../row-major.ts';
import type { Shape } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';

/** Mean, variance (divided by the count) and 1 / √(variance + ε) of each group. */
export type Moments = {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly scale: Float64Array;
};

/** Which group the element at a place in row-major order belongs to. */
export type GroupOf = (place: number) => number;

/** Rows of the last axes: the group of layer normalisation. */
export const rowsOf =
  (size: number): GroupOf =>
  (place) =>
    Math.floor(place / size);

/** Channels, axis 1 of `shape`: the group of batch normalisation. */
export function channelsOf(shape: Shape): GroupOf {
  const channels = shape[1] as number;
  const inner = shape.slice(2).reduce((product, size) => product * size, 1);
  return (place) => Math.floor(place / inner) % channels;
}

/** Returns the sums of `values` by group. */
function sumsBy(group: GroupOf, count: number, size: number, value: (place: number) => number): Float64Array {
  reserve(count);
  work(size);
  const sums = new Float64Array(count);
  for (let place = 0; place < size; place++) {
    const at = group(place);
    sums[at] = (sums[at] as number) + value(place);
  }
  return sums;
}

export function moments(x: Tensor, group: GroupOf, count: number, epsilon: number): Moments {
  const from = rowMajorData(x);
  const each = x.size / count;
  const mean = sumsBy(group, count, x.size, (place) => from[place] as number).map((sum) => sum / each);
  const variance = sumsBy(group, count, x.size, (place) => {
    const distance = (from[place] as number) - (mean[group(place)] as number);
    return distance * distance;
  }).map((sum) => sum / each);
  return { mean, variance, scale: scaleOf(variance, epsilon) };
}

/** 1 / √(variance + ε). */
export const scaleOf = (variance: Float64Array, epsilon: number): Float64Array =>
  variance.map((each) => 1 / Math.sqrt(each + epsilon));

/** (x − mean) · scale of each element's group. */
export function standardise(x: Tensor, group: GroupOf, { mean, scale }: Moments): Tensor {
  const from = rowMajorData(x);
  const data = allocate(x.dtype, x.size);
  for (let place = 0; place < data.length; place++) {
    const at = group(place);
    data[place] = ((from[place] as number) - (mean[at] as number)) * (scale[at] as number);
  }
  return fromData(data, x.shape, x.dtype);
}

/**
 * Returns the gradient of the elements from that of the standardised ones, mean and variance being functions of the elements:
 * (g − mean(g) − y · mean(g · y)) · scale.
 */
export function standardiseGradient(gradient: Tensor, x: Tensor, group: GroupOf, of: Moments): Tensor {
  const [g, from] = [rowMajorData(gradient), rowMajorData(x)];
  const count = of.mean.length;
  const each = x.size / count;
  const standard = (place: number, at: number): number =>
    ((from[place] as number) - (of.mean[at] as number)) * (of.scale[at] as number);
  const sums = sumsBy(group, count, x.size, (place) => g[place] as number);
  const products = sumsBy(
    group,
    count,
    x.size,
    (place) => (g[place] as number) * standard(place, group(place)),
  );
  const data = allocate(x.dtype, x.size);
  for (let place = 0; place < data.length; place++) {
    const at = group(place);
    const part = (sums[at] as number) / each + (standard(place, at) * (products[at] as number)) / each;
    data[place] = ((g[place] as number) - part) * (of.scale[at] as number);
  }
  return fromData(data, x.shape, x.dtype);
}
