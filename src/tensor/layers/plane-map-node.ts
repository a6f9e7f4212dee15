/** Linear maps of the planes of an image to others, each element of the result a weighted sum of few elements: resampling, windows as columns. */
import { operation } from '../autograd/operation.ts';
import { from, type Plan } from '../autograd/record.ts';
import type { Variable } from '../autograd/variable.ts';
import { allocate } from '../dtype.ts';
import { work } from '../meter/index.ts';
import { rowMajorData } from '../row-major.ts';
import type { Shape } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';

/** What each element of a plane of the result takes, and how much of it; places are counted by rows within a plane. */
export type PlaneTerm = { readonly to: number; readonly from: number; readonly weight: number };

/** Returns the planes of `x`, of `size` elements each, mapped to planes of `made` elements; products are added in double precision. */
function mapped(
  x: Tensor,
  size: number,
  made: number,
  shape: Shape,
  terms: readonly (readonly [to: number, from: number, weight: number])[],
): Tensor {
  const source = rowMajorData(x);
  const planes = x.size / Math.max(1, size);
  const sums = new Float64Array(planes * made);
  for (let plane = 0; plane < planes; plane++) {
    work(terms.length);
    for (const [to, place, weight] of terms) {
      const at = plane * made + to;
      sums[at] = (sums[at] as number) + weight * (source[plane * size + place] as number);
    }
  }
  const data = allocate(x.dtype, sums.length);
  data.set(sums);
  return fromData(data, shape, x.dtype);
}

/** Maps each plane of `self`, of `size` elements, to one of `made` elements; `node` is PyTorch's name of the operation. */
export const planeMap = operation(
  (
    self: Variable,
    size: number,
    made: number,
    shape: Shape,
    terms: readonly PlaneTerm[],
    node: string,
  ): Plan => {
    const forth = terms.map(({ to, from: place, weight }) => [to, place, weight] as const);
    const back = terms.map(({ to, from: place, weight }) => [place, to, weight] as const);
    return {
      node,
      value: mapped(self.value, size, made, shape, forth),
      inputs: [from(self, (g) => mapped(g, made, size, self.value.shape, back))],
    };
  },
);
