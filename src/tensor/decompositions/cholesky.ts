import { work } from '../meter/index.ts';
import { at, type Matrix, matrix, put } from './matrix.ts';

/**
 * Returns the lower triangular L with L Lᵀ = `a`, or the order of the leading minor that is not positive definite. Only the lower
 * triangle of `a` is read.
 */
export function cholesky(a: Matrix): { factor: Matrix } | { failedAt: number } {
  const factor = matrix(a.rows, a.rows);
  for (let j = 0; j < a.rows; j++)
    for (let i = j; i < a.rows; i++) {
      work(j + 1);
      let sum = at(a, i, j);
      for (let k = 0; k < j; k++) sum -= at(factor, i, k) * at(factor, j, k);
      if (i === j && !(sum > 0)) return { failedAt: j + 1 };
      put(factor, i, j, i === j ? Math.sqrt(sum) : sum / at(factor, j, j));
    }
  return { factor };
}
