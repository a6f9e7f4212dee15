import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plane, planeTicks, reachFor, roundUp } from '../../src/geometry/index.ts';

const frame = { widthPx: 420, heightPx: 350, reach: 5 };
const reaches = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

describe('a plane', () => {
  it('has the origin in the middle and y upwards', () => {
    const { toPx } = plane(frame);
    expect(toPx([0, 0])).toEqual([210, 175]);
    const [xPx, yPx] = toPx([1, 1]);
    expect(xPx).toBeCloseTo(245, 9);
    expect(yPx).toBeCloseTo(140, 9);
  });

  it('shows exactly its reach along the shorter side and more along the longer', () => {
    const { xRange, yRange, unitPx } = plane(frame);
    expect(yRange).toEqual([-5, 5]);
    expect(xRange).toEqual([-6, 6]);
    expect(unitPx).toBe(35);
  });

  it('goes to pixels and back without loss', () => {
    const { toPx, toUnits } = plane({ ...frame, centre: [2, 1] });
    const coordinates = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(coordinates, coordinates, (x, y) => {
        const [backX, backY] = toUnits(toPx([x, y]));
        expect(backX).toBeCloseTo(x, 9);
        expect(backY).toBeCloseTo(y, 9);
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a reach of %s', (reach) => {
    expect(() => plane({ ...frame, reach })).toThrow(RangeError);
  });
});

describe('the reach of a plane', () => {
  it.each([
    [3, 5, 5],
    [5, 5, 5],
    [5.1, 5, 10],
    [11, 5, 20],
    [600, 5, 1000],
  ])('for %s units, at least %s, is %s', (farthest, smallest, expected) => {
    expect(reachFor(farthest, smallest)).toBe(expected);
  });
});

describe('ticks', () => {
  it('stand on whole even numbers in the usual plane', () => {
    const { step, x, y, minorX } = planeTicks(plane(frame));
    expect(step).toBe(2);
    expect(x).toEqual([-6, -4, -2, 0, 2, 4, 6]);
    expect(y).toEqual([-4, -2, 0, 2, 4]);
    expect(minorX).toEqual([-5, -3, -1, 1, 3, 5]);
  });

  it('keep their distance at every zoom and stay round', () => {
    fc.assert(
      fc.property(reaches, (reach) => {
        const shown = plane({ ...frame, reach });
        const { step, x } = planeTicks(shown, 56);
        expect(step * shown.unitPx).toBeGreaterThanOrEqual(55.9);
        expect(step * shown.unitPx).toBeLessThan(56 * 2.51);
        expect(roundUp(step)).toBe(step);
        expect(x.some((value) => Object.is(value, -0))).toBe(false);
      }),
    );
  });
});
