/**
 * What NumPy and PyTorch raise for a product whose inner sizes differ. Their Python modules raise these errors, and
 * figures show them; nothing else words them.
 */
import type { Shape } from '../shape.ts';
import { crossedShape, listedShape, type Raised } from './raised.ts';

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

/**
 * PyTorch's `a @ b` by the shapes of the operands, vectors or matrices. It words the error of two vectors as `dot`, that of a
 * matrix and a vector as `mv`, and puts a row of its own around a vector on the left.
 */
export function torchMatmulMismatch(a: Shape, b: Shape): Raised<'RuntimeError'> {
  return { type: 'RuntimeError', message: torchMessage(a, b) };
}

function torchMessage(a: Shape, b: Shape): string {
  if (b.length === 1)
    return a.length === 1
      ? `inconsistent tensor size, expected tensor ${listedShape(a)} and src ${listedShape(b)} to have the same number of elements, but got ${a[0]} and ${b[0]} elements respectively`
      : `size mismatch, got input (${a[0]}), mat (${crossedShape(a)}), vec (${b[0]})`;
  const left = a.length === 1 ? [1, ...a] : a;
  return `mat1 and mat2 shapes cannot be multiplied (${crossedShape(left)} and ${crossedShape(b)})`;
}
