import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  angleBetween,
  angleLabel,
  anglePath,
  arrow,
  distance,
  footOn,
  labelBeside,
  labelBeyond,
  middle,
  offset,
  type Point,
  pathThrough,
  rightAngleMark,
  signedArea,
} from '../../src/geometry/index.ts';

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const points = fc.tuple(coordinate, coordinate);

describe('an arrow', () => {
  it('has a head that never exceeds half of it and ends at the tip', () => {
    fc.assert(
      fc.property(points, points, (tail, tip) => {
        const { head, shaft, lengthPx } = arrow(tail, tip);
        const base: Point = [(head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2];
        expect(head[0]).toEqual(tip);
        expect(distance(base, tip)).toBeLessThanOrEqual(lengthPx / 2 + 1e-9);
        expect(distance(shaft[0], shaft[1])).toBeLessThanOrEqual(lengthPx + 1e-9);
      }),
    );
  });

  it('of no length is a point', () => {
    expect(arrow([4, 4], [4, 4])).toEqual({
      shaft: [
        [4, 4],
        [4, 4],
      ],
      head: [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
      lengthPx: 0,
    });
  });

  it('keeps its label beyond the tip, or above when it has no direction', () => {
    expect(labelBeyond([0, 0], [30, -40], 10)).toEqual([36, -48]);
    expect(labelBeyond([5, 5], [5, 5], 10)).toEqual([5, -5]);
  });
});

describe('a segment', () => {
  it('has its label on the left of its middle, on the screen', () => {
    expect(labelBeside([0, 0], [10, 0], 4)).toEqual([5, -4]);
    expect(labelBeside([0, 0], [0, -10], 4)).toEqual([-4, -5]);
  });

  it('can be moved sideways without changing its length', () => {
    expect(
      offset(
        [
          [0, 0],
          [10, 0],
        ],
        3,
      ),
    ).toEqual([
      [0, -3],
      [10, -3],
    ]);
  });
});

describe('the angle between two vectors', () => {
  it.each<[Point, Point, number, number]>([
    [[1, 0], [0, 1], 0, 90],
    [[0, 1], [1, 0], 90, -90],
    [[1, 0], [-1, 0], 0, 180],
    [[-1, 1], [-1, -1], 135, 90],
    [[-1, -1], [-1, 1], -135, -90],
  ])('%s and %s starts at %s° and turns %s°', (from, to, fromDegrees, turnDegrees) => {
    expect(angleBetween(from, to)).toEqual({ fromDegrees, turnDegrees });
  });

  it('is not defined for a zero vector', () => {
    expect(angleBetween([0, 0], [1, 2])).toBeUndefined();
    expect(angleBetween([1, 2], [0, 0])).toBeUndefined();
  });

  it('is never more than half a turn', () => {
    fc.assert(
      fc.property(points, points, (from, to) => {
        expect(Math.abs(angleBetween(from, to)?.turnDegrees ?? 0)).toBeLessThanOrEqual(180);
      }),
    );
  });

  it('is drawn as a wedge with its label on the bisector', () => {
    expect(anglePath({ fromDegrees: 0, turnDegrees: 90 }, 20)).toBe('M20,0A20,20,0,0,0,0,-20L0,0Z');
    const [x, y] = angleLabel([100, 100], { fromDegrees: 0, turnDegrees: 90 }, 10);
    expect(x).toBeCloseTo(107.071, 3);
    expect(y).toBeCloseTo(92.929, 3);
  });
});

describe('a right-angle mark', () => {
  it('is a small square in the corner', () => {
    expect(rightAngleMark([0, 0], [50, 0], [0, -50], 9)).toEqual([
      [9, 0],
      [9, -9],
      [0, -9],
    ]);
  });

  it('is left out where an arm is too short to see it', () => {
    expect(rightAngleMark([0, 0], [5, 0], [0, -50], 9)).toBeUndefined();
  });
});

describe('the foot of a perpendicular', () => {
  it('lies on the line, and the rest is perpendicular to it', () => {
    fc.assert(
      fc.property(points, points, (direction, point) => {
        fc.pre(Math.hypot(...direction) > 1e-3);
        const foot = footOn(direction, point) ?? [Number.NaN, Number.NaN];
        const [restX, restY] = [point[0] - foot[0], point[1] - foot[1]];
        const across = (restX * direction[0] + restY * direction[1]) / Math.hypot(...direction);
        expect(Math.abs(across)).toBeLessThan(1e-6);
      }),
    );
  });

  it('does not exist on a line without direction', () => {
    expect(footOn([0, 0], [1, 2])).toBeUndefined();
  });
});

describe('a polygon', () => {
  const square: Point[] = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ];

  it('has an area whose sign is its orientation', () => {
    expect(signedArea(square)).toBe(4);
    expect(signedArea([...square].reverse())).toBe(-4);
    expect(signedArea([])).toBe(0);
  });

  it('has its middle where its label stands', () => {
    expect(middle(square)).toEqual([1, 1]);
  });

  it('becomes a path, closed when asked', () => {
    expect(pathThrough(square.slice(0, 3))).toBe('M0,0L2,0L2,2');
    expect(pathThrough(square.slice(0, 3), true)).toBe('M0,0L2,0L2,2Z');
    expect(pathThrough([], true)).toBe('');
  });
});
