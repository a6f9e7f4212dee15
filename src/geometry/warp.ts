/** What a 2×2 matrix and an offset do to a plane's grid, and the way there from the identity. */
import type { Matrix2, Point } from './point.ts';

const IDENTITY: Matrix2 = [
  [1, 0],
  [0, 1],
];

/** Returns the image of a point under x ↦ Mx + offset. */
export function image([[a, b], [c, d]]: Matrix2, [x, y]: Point, [dx, dy]: Point = [0, 0]): Point {
  return [a * x + b * y + dx || 0, c * x + d * y + dy || 0];
}

/** Returns the images of the corners of the unit square, anticlockwise from the origin. */
export function unitSquare(matrix: Matrix2, offset: Point = [0, 0]): readonly [Point, Point, Point, Point] {
  return [
    image(matrix, [0, 0], offset),
    image(matrix, [1, 0], offset),
    image(matrix, [1, 1], offset),
    image(matrix, [0, 1], offset),
  ];
}

/** Returns the image of the unit circle as points, closed by the view. */
export function unitCircle(matrix: Matrix2, offset: Point = [0, 0], count = 72): readonly Point[] {
  return Array.from({ length: count }, (_, k) => {
    const turn = (2 * Math.PI * k) / count;
    return image(matrix, [Math.cos(turn), Math.sin(turn)], offset);
  });
}

/** One straight line of a grid, by its two ends. */
export type GridLine = {
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly ends: readonly [Point, Point];
};

/** Returns the images of the lines x = k and y = k for every multiple k of `step` from −reach to reach. */
export function warpedGrid(matrix: Matrix2, offset: Point, reach: number, step = 1): readonly GridLine[] {
  const count = Math.floor(reach / step);
  const whole = count * step;
  const at = Array.from({ length: 2 * count + 1 }, (_, k) => (k - count) * step);
  return at.flatMap((k): GridLine[] => [
    { along: 'y', at: k, ends: [image(matrix, [k, -whole], offset), image(matrix, [k, whole], offset)] },
    { along: 'x', at: k, ends: [image(matrix, [-whole, k], offset), image(matrix, [whole, k], offset)] },
  ]);
}

/**
 * Returns the matrix `share` of the way from the identity to `target`. A matrix that keeps orientation is taken apart into a
 * stretch followed by a turn, and both run together, so a rotation really turns instead of passing through a collapse;
 * one that flips or flattens must pass through a line, and its entries run straight.
 */
export function towards(target: Matrix2, share: number): Matrix2 {
  if (share <= 0) return IDENTITY;
  if (share >= 1) return target;
  const [[a, b], [c, d]] = target;
  if (a * d - b * c <= 1e-9) return blend(target, share);
  const turn = Math.atan2(c - b, a + d);
  const stretch = multiply(rotation(-turn), target);
  return multiply(rotation(turn * share), blend(stretch, share));
}

function blend([[a, b], [c, d]]: Matrix2, share: number): Matrix2 {
  return [
    [1 + (a - 1) * share, b * share],
    [c * share, 1 + (d - 1) * share],
  ];
}

function rotation(turn: number): Matrix2 {
  return [
    [Math.cos(turn), -Math.sin(turn)],
    [Math.sin(turn), Math.cos(turn)],
  ];
}

function multiply(left: Matrix2, [[e, f], [g, h]]: Matrix2): Matrix2 {
  const [first, second] = [image(left, [e, g]), image(left, [f, h])];
  return [
    [first[0], second[0]],
    [first[1], second[1]],
  ];
}
