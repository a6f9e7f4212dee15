import { expect, it } from 'vitest';
import { numpyMatmulMismatch, torchMatmulMismatch } from '../../../src/tensor/messages/index.ts';

it('a product whose inner sizes differ raises what NumPy 2.2 and PyTorch 2.6 raise', () => {
  expect(numpyMatmulMismatch([3, 2])).toEqual({
    type: 'ValueError',
    message:
      'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)',
  });
  expect(torchMatmulMismatch([2, 3], [2, 3])).toEqual({
    type: 'RuntimeError',
    message: 'mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)',
  });
});
