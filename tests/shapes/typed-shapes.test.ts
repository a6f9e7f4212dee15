import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedTuple, readShapes, writeShapes } from '../../src/shapes/index.ts';

describe('shapes typed where arrays stand', () => {
  it.each([
    ['(4,3) @ (3,2) + (2,)', 'np.zeros((4, 3)) @ np.zeros((3, 2)) + np.zeros((2,))'],
    ['() * (3,)', 'np.zeros(()) * np.zeros((3,))'],
    ['(batch: 4, in=3).T', 'np.zeros((4, 3)).T'],
    ['(out: 2)', 'np.zeros((2,))'],
    ['X @ W.T', 'X @ W.T'],
    ['(2) * (4, 3)', '(2) * np.zeros((4, 3))'],
    ['X.reshape((4, 3))', 'X.reshape((4, 3))'],
    ['X.sum(axis=(0, 1))', 'X.sum(axis=(0, 1))'],
    ['np.zeros((4, 3)) @ (3, 2)', 'np.zeros((4, 3)) @ np.zeros((3, 2))'],
    ['np.maximum(0, (4, 3) @ (3, 2))', 'np.maximum(0, np.zeros((4, 3)) @ np.zeros((3, 2)))'],
    ['((4, 3) @ (3, 2)).sum(0)', '(np.zeros((4, 3)) @ np.zeros((3, 2))).sum(0)'],
    ['(4, 3', '(4, 3'],
    ['(4, -3) + 1', '(4, -3) + 1'],
  ])('%s is run as %s', (typed, written) => {
    expect(writeShapes(typed, 'np').text).toBe(written);
  });

  it('come back with the names of their axes', () => {
    const shape = fc.array(
      fc.record({
        size: fc.integer({ min: 0, max: 12 }),
        name: fc.option(fc.constantFrom('batch', 'in', 'out'), { nil: undefined }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), (shapes) => {
        const typed = shapes
          .map((axes) =>
            namedTuple({ sizes: axes.map(({ size }) => size), names: axes.map(({ name }) => name) }),
          )
          .join(' + ');
        const written = writeShapes(typed, 'torch');
        expect(written.shapes).toHaveLength(shapes.length);
        expect(readShapes(written.text, written.shapes)).toBe(typed);
      }),
    );
  });
});
