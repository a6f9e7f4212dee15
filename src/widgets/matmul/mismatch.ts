/** What is wrong when the inner sizes differ: the rule, the mend, and the words of both libraries. */
import { fromFlat, matmul, type Shape, ShapeError } from '../../tensor/index.ts';
import { numpyMatmulMismatch, type Raised, torchMatmulMismatch } from '../../tensor/messages/index.ts';
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
  sizes: readonly [inner: number, other: number],
  [left = [], right = []]: readonly Shape[],
): Mismatch {
  const [inner, other] = sizes;
  return {
    rule: `The inner sizes must be equal, and ${inner} is not ${other}. Make them equal, or transpose one matrix.`,
    numpy: printed(numpyMatmulMismatch(sizes)),
    torch: printed(torchMatmulMismatch(left, right)),
  };
}

/** The last line of a traceback. */
function printed({ type, message }: Raised): string {
  return `${type}: ${message}`;
}

function asTensor(rows: Rows) {
  return fromFlat(rows.flat(), [rows.length, rows[0]?.length ?? 0]);
}
