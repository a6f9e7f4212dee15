import { expect, test } from 'vitest';
import { comparedParts } from '../../src/python/index.ts';

test.each([
  ['a + 1 < b', ['a + 1', 'b']],
  ['0 < x[0] <= f(y, "a<b")', ['x[0]', 'f(y, "a<b")']],
  ['(A != Z).sum() == 2', ['(A != Z).sum()']],
  ['not (a == b) and c > 1 or d', ['a', 'b', 'c', 'd']],
  ['np.allclose(a, b)', ['np.allclose(a, b)']],
])('of %s', (condition, parts) => {
  expect(comparedParts(condition)).toEqual(parts);
});
