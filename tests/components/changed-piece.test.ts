import { expect, it } from 'vitest';
import { changedPiece } from '../../src/components/listing/predict/changed-piece.ts';

it.each([
  ['z = W @ x', 'z = W @ x + b', ['z = W @ x', '', '']],
  ['z = W @ x + b', 'z = W @ x', ['z = W @ x', ' + b', '']],
  ['print(a * b)', 'print(np.dot(a, b))', ['print(', 'a * b', ')']],
  ['A = abs(Z)', 'A = relu(Z)', ['A = ', 'abs', '(Z)']],
  ['a = a', 'a = a', ['a = a', '', '']],
])('%j beside %j', (code, other, pieces) => {
  expect(changedPiece(code, other)).toEqual(pieces);
  expect(changedPiece(code, other).join('')).toBe(code);
});
