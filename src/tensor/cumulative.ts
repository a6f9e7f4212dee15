import { alongAxis } from './along-axis.ts';
import { isFloat, settle } from './dtype.ts';
import type { Tensor } from './tensor.ts';
import { ravel } from './views.ts';

/**
 * Running sums along `axis`, or over all elements in row-major order without one. Bools and integers give int64.
 * @throws {ShapeError} `axis`; {NumericError} `integer-range`.
 */
export const cumsum = running('cumsum', (sum, x) => sum + x);

/** Running products, as `cumsum`. */
export const cumprod = running('cumprod', (product, x) => product * x);

function running(name: string, step: (before: number, x: number) => number) {
  return (t: Tensor, axis?: number): Tensor => {
    const dtype = isFloat(t.dtype) ? t.dtype : 'int64';
    return alongAxis(name, axis === undefined ? ravel(t) : t, axis ?? 0, { dtype }, (from, to) => {
      for (let i = 0; i < from.length; i++) {
        // The step before is read back: the array has rounded it to its dtype.
        to[i] = i === 0 ? (from[0] as number) : step(to[i - 1] as number, from[i] as number);
      }
      settle(to, dtype);
    });
  };
}
