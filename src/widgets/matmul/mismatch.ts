/** What is wrong when the inner sizes differ: the rule, the mend, and the words of both libraries. */
import { fromFlat, matmul, ShapeError } from '../../tensor/index.ts';
import type { Rows } from './model.ts';

export type Mismatch = {
  readonly rule: string;
  /** The messages as the libraries print them. */
  readonly numpy: string;
  readonly torch: string;
};

/** Nothing when the product exists. */
export function mismatch(left: Rows, right: Rows): Mismatch | undefined {
  try {
    matmul(asTensor(left), asTensor(right));
    return undefined;
  } catch (error) {
    if (!(error instanceof ShapeError) || error.problem.kind !== 'inner-sizes') throw error;
    return inWords(error.problem.sizes, error.shapes);
  }
}

function inWords(
  [inner, other]: readonly [number, number],
  shapes: readonly (readonly number[])[],
): Mismatch {
  const both = shapes.map((shape) => shape.join('x')).join(' and ');
  return {
    rule: `The inner sizes must be equal, and ${inner} is not ${other}. Make them equal, or transpose one matrix.`,
    numpy:
      'ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ' +
      `(n?,k),(k,m?)->(n?,m?) (size ${other} is different from ${inner})`,
    torch: `RuntimeError: mat1 and mat2 shapes cannot be multiplied (${both})`,
  };
}

function asTensor(rows: Rows) {
  return fromFlat(rows.flat(), [rows.length, rows[0]?.length ?? 0]);
}
