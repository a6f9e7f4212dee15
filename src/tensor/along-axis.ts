/** Work on each line of elements along one axis. */

import { contiguous } from './copy.ts';
import { allocate, type DType, type TypedArray } from './dtype.ts';
import { work } from './meter/index.ts';
import { rowMajorData } from './row-major.ts';
import { resolveAxis, type Shape } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';
import { swapAxes } from './views.ts';

/**
 * Returns the tensor whose lines along `axis` are what `line` writes into `to` from `from`, both of the axis's size; in `count`
 * of them when the result is shorter. Row-major.
 * @throws {ShapeError} `axis`.
 */
export function alongAxis(
  operation: string,
  t: Tensor,
  axis: number,
  result: { dtype: DType; count?: number },
  line: (from: TypedArray, to: TypedArray) => void,
): Tensor {
  const place = resolveAxis(operation, axis, t.rank);
  const turned = swapAxes(t, place, -1);
  const size = t.shape[place] as number;
  const { dtype, count = size } = result;
  const from = rowMajorData(turned);
  const lines = turned.shape.slice(0, -1);
  const total = lines.reduce((product, each) => product * each, 1);
  const to = allocate(dtype, total * count);
  for (let i = 0; i < total; i++) {
    work(size);
    line(from.subarray(i * size, (i + 1) * size), to.subarray(i * count, (i + 1) * count));
  }
  const shape: Shape = [...lines, count];
  return contiguous(swapAxes(fromData(to, shape, dtype), place, -1));
}
