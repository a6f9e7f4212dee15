import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distance,
  image,
  type Matrix2,
  signedArea,
  towards,
  unitCircle,
  unitSquare,
  warpedGrid,
} from '../../src/geometry/index.ts';

const entry = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);
const matrices: fc.Arbitrary<Matrix2> = fc.tuple(fc.tuple(entry, entry), fc.tuple(entry, entry));
const determinant = ([[a, b], [c, d]]: Matrix2) => a * d - b * c;
const HALF_TURN: Matrix2 = [
  [-1, 0],
  [0, -1],
];

describe('a warped plane', () => {
  it('sends the unit square to a figure whose signed area is the determinant', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(signedArea(unitSquare(matrix))).toBeCloseTo(determinant(matrix), 9);
      }),
    );
  });

  it('sends the unit circle under the identity to itself', () => {
    const circle = unitCircle([
      [1, 0],
      [0, 1],
    ]);
    expect(circle).toHaveLength(72);
    for (const point of circle) expect(distance([0, 0], point)).toBeCloseTo(1, 12);
  });

  it('keeps the lines of the grid straight and moves them by the offset', () => {
    const lines = warpedGrid(
      [
        [2, 0],
        [0, 1],
      ],
      [1, 1],
      2,
    );
    expect(lines).toHaveLength(10);
    expect(lines.find(({ along, at }) => along === 'y' && at === 1)?.ends).toEqual([
      [3, -1],
      [3, 3],
    ]);
  });
});

describe('the grid of a far-reaching plane', () => {
  it('has lines at the multiples of its step only', () => {
    const lines = warpedGrid(HALF_TURN, [0, 0], 1000, 250);
    expect(lines.map(({ at }) => at).filter((at) => at > 0)).toEqual([
      250, 250, 500, 500, 750, 750, 1000, 1000,
    ]);
  });
});

describe('the way from the identity to a matrix', () => {
  it('starts at the identity and ends at the matrix', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(towards(matrix, 0)).toEqual([
          [1, 0],
          [0, 1],
        ]);
        expect(towards(matrix, 1)).toEqual(matrix);
      }),
    );
  });

  it('turns a rotation instead of collapsing the plane', () => {
    const [x, y] = image(towards(HALF_TURN, 0.5), [1, 0]);
    expect(x).toBeCloseTo(0, 12);
    expect(Math.abs(y)).toBeCloseTo(1, 12);
  });

  it('never flips a plane that ends unflipped', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0, max: 1, noNaN: true }), (matrix, share) => {
        fc.pre(determinant(matrix) > 1e-3);
        expect(determinant(towards(matrix, share))).toBeGreaterThan(-1e-9);
      }),
    );
  });
});
