/** Why a matrix has no inverse, as LAPACK says it. */
import type { Tensor } from '../../../tensor/index.ts';

/**
 * Returns the first column, counted from 1, in which elimination with row exchanges finds only zeros; undefined where there is
 * none. PyTorch hands LAPACK the rows as columns.
 */
export function zeroPivot(matrix: Tensor): number | undefined {
  const n = matrix.shape[0] as number;
  const round = matrix.dtype === 'float32' ? Math.fround : (x: number) => x;
  const rows: Float64Array[] = Array.from({ length: n }, (_, column) =>
    Float64Array.from({ length: n }, (__, row) => matrix.at(row, column)),
  );
  for (let column = 0; column < n; column++) {
    const size = (row: number) => Math.abs(rows[row]?.[column] as number);
    let best = column;
    for (let row = column + 1; row < n; row++) if (size(row) > size(best)) best = row;
    if (size(best) === 0) return column + 1;
    const pivot = rows[best] as Float64Array;
    rows[best] = rows[column] as Float64Array;
    rows[column] = pivot;
    for (const row of rows.slice(column + 1)) {
      const factor = round((row[column] as number) / (pivot[column] as number));
      for (let k = column; k < n; k++)
        row[k] = round((row[k] as number) - round(factor * (pivot[k] as number)));
    }
  }
  return undefined;
}
