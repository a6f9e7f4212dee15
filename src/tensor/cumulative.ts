import { alongAxis } from './along-axis.ts';
import { isFloat, settle } from './dtype.ts';
import type { Tensor } from './tensor.ts';
import { ravel } from './views.ts';

/**
 * Running sums along `axis`, or over all elements in row-major order without one. Bools and integers give int64.
 * @throws {ShapeError} `axis`; {NumericError} `integer-range`.
 */
export function cumsum(t: Tensor, axis?: number): Tensor {
  const dtype = isFloat(t.dtype) ? t.dtype : 'int64';
  return alongAxis('cumsum', axis === undefined ? ravel(t) : t, axis ?? 0, { dtype }, (from, to) => {
    let sum = 0;
    for (let i = 0; i < from.length; i++) {
      to[i] = i === 0 ? (from[0] as number) : sum + (from[i] as number);
      // Read back: the array has rounded it to its dtype.
      sum = to[i] as number;
    }
    settle(to, dtype);
  });
}
