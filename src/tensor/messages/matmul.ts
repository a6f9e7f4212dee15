/**
 * What NumPy and PyTorch raise for a matrix product whose inner sizes differ. Their Python modules raise these errors, and
 * figures show them; nothing else words them.
 */
import type { Shape } from '../shape.ts';

/** An exception as a library raises it. */
export type Raised<T extends string = string> = { readonly type: T; readonly message: string };

/** NumPy's `a @ b`, where the last size of `a` is `left` and the one of `b` that it meets is `right`. */
export function numpyMatmulMismatch([left, right]: readonly [
  left: number,
  right: number,
]): Raised<'ValueError'> {
  return {
    type: 'ValueError',
    message: `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${right} is different from ${left})`,
  };
}

/** PyTorch's `a @ b` of two matrices, by their shapes. */
export function torchMatmulMismatch(a: Shape, b: Shape): Raised<'RuntimeError'> {
  return {
    type: 'RuntimeError',
    message: `mat1 and mat2 shapes cannot be multiplied (${a.join('x')} and ${b.join('x')})`,
  };
}
