/** What is wrong when the inner sizes differ: the rule, how to fix it, and both libraries' error messages. */
import { matmul, type Shape, ShapeError, zeros } from '../../tensor/index.ts';
import { numpyMatmulMismatch, type Raised, torchMatmulMismatch } from '../../tensor/messages/index.ts';

export type Mismatch = {
  readonly rule: string;
  /** The messages as the libraries print them. */
  readonly numpy: Raised;
  readonly torch: Raised;
};

/** Returns what is wrong with the product of two arrays of these shapes; undefined where it exists. */
export function mismatch(left: Shape, right: Shape): Mismatch | undefined {
  try {
    matmul(zeros(left), zeros(right));
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
    rule:
      `The inner sizes must be equal, and ${inner} is not ${other}. ` +
      (left.length === 2 && right.length === 2
        ? 'Make them equal, or transpose one matrix.'
        : 'Make them equal: a vector has one axis, and transposing it changes nothing.'),
    numpy: numpyMatmulMismatch(sizes),
    torch: torchMatmulMismatch(left, right),
  };
}
