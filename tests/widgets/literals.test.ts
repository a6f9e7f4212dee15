import { describe, expect, it } from 'vitest';
import { literalText } from '../../src/widgets/base/index.ts';
import { dotLiterals } from '../../src/widgets/dot-product/pure.ts';
import { matmulLiterals, startMatmul } from '../../src/widgets/matmul/pure.ts';
import { startTransform, transformLiterals } from '../../src/widgets/matrix-transform/pure.ts';
import { startVector, vectorLiterals } from '../../src/widgets/vector/pure.ts';
import { LAYER, PLANE } from './figures.ts';

const start = startVector(PLANE);

describe('a state handed to a listing', () => {
  it.each([
    ['one vector', vectorLiterals(start), ['x = np.array([3.0, 4.0])']],
    ['a multiple', vectorLiterals({ ...start, mode: 'multiple' }), ['a = np.array([3.0, 2.0])', 'c = 2.5']],
    [
      'a sum',
      vectorLiterals({ ...start, mode: 'sum' }),
      ['a = np.array([3.0, 2.0])', 'b = np.array([1.0, 4.0])'],
    ],
    [
      'two vectors',
      dotLiterals({ a: [-1.5, 0], b: [1e-9, 2] }),
      ['a = np.array([-1.5, 0.0])', 'b = np.array([1e-9, 2.0])'],
    ],
    [
      'a matrix',
      transformLiterals(startTransform({ x: [2, 1] })),
      ['W = np.array([[1.0, 0.0], [0.0, 1.0]])', 'b = np.array([0.0, 0.0])', 'x = np.array([2.0, 1.0])'],
    ],
  ])('is written as Python writes it: %s', (_, literals, expected) => {
    expect(literals.map((literal) => `${literal.name} = ${literalText(literal)}`)).toEqual(expected);
  });

  it('names the parts of a layer as the chapter does', () => {
    expect(matmulLiterals(startMatmul(LAYER)).map(({ name }) => name)).toEqual(['X', 'W', 'b']);
  });
});
