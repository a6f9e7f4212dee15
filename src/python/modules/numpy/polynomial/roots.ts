/** The roots of a polynomial: eigenvalues of its companion matrix, as NumPy finds them. */
import { eigen } from '../../../../tensor/decompositions/eigen/index.ts';

type Complex = { readonly re: number; readonly im: number };

export const rootsOf = {
  /** The eigenvalues of a matrix of `n` rows and columns. */
  matrix: (data: Float64Array, n: number): readonly Complex[] => eigen({ rows: n, columns: n, data }).values,
  /** Returns the roots; the first coefficient is not 0. */
  polynomial(coefficients: readonly number[]): readonly Complex[] {
    const n = coefficients.length - 1;
    const data = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      data[i] = -(coefficients[i + 1] as number) / (coefficients[0] as number);
      if (i > 0) data[i * n + i - 1] = 1;
    }
    return rootsOf.matrix(data, n);
  },
};
