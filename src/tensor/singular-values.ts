/** Singular values by one-sided Jacobi rotations (Hestenes 1958), to full precision for the small matrices shown here. */

import { ShapeError } from './errors.ts';
import { work } from './meter/index.ts';
import { rowMajorData } from './row-major.ts';
import type { Tensor } from './tensor.ts';

/** Returns the singular values of a matrix, largest first. @throws {ShapeError} `rank` unless there are two dimensions. */
export function singularValues(operation: string, t: Tensor): number[] {
  if (t.rank !== 2) throw new ShapeError(operation, { kind: 'rank', operand: 0, expected: '2' }, [t.shape]);
  const [rows, columns] = t.shape as [number, number];
  const data = rowMajorData(t);
  // Work on the shorter side: the values of a matrix and its transpose are the same.
  const vectors =
    columns <= rows
      ? Array.from({ length: columns }, (_, j) =>
          Array.from({ length: rows }, (_, i) => data[i * columns + j] as number),
        )
      : Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
  while (sweep(vectors));
  return vectors.map((v) => Math.hypot(...v)).sort((a, b) => b - a);
}

/** Turns each pair of vectors until they are orthogonal; false when none needed turning. */
function sweep(vectors: number[][]): boolean {
  let turned = false;
  vectors.forEach((a, i) => {
    for (const b of vectors.slice(i + 1)) {
      work(3 * a.length);
      const along = inner(a, b);
      const [aa, bb] = [inner(a, a), inner(b, b)];
      // Written so that nan and overflow, which no rotation changes, count as orthogonal.
      if (!(Math.abs(along) > Number.EPSILON * Math.sqrt(aa * bb))) continue;
      turned = true;
      const zeta = (bb - aa) / (2 * along);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const cosine = 1 / Math.hypot(1, tangent);
      const sine = cosine * tangent;
      a.forEach((x, k) => {
        const y = b[k] as number;
        a[k] = cosine * x - sine * y;
        b[k] = sine * x + cosine * y;
      });
    }
  });
  return turned;
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}
