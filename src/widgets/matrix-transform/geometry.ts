import {
  image,
  type Matrix2,
  middle,
  type Plane,
  type Point,
  pathThrough,
  planeTicks,
  roundUp,
  towards,
  unitCircle,
  unitSquare,
  warpedGrid,
} from '../../geometry/index.ts';
import type { Composition } from './model.ts';

const IDENTITY: Matrix2 = [
  [1, 0],
  [0, 1],
];

/**
 * The plane on its way: at share 0 nothing has happened, at 1 all of it. With two matrices the first acts in the first
 * half and the second in the second, so that their order is seen.
 */
export function warpAt(W: Matrix2, V: Matrix2, composition: Composition, share: number): Matrix2 {
  if (composition === 'W') return towards(W, share);
  const [first, second] = composition === 'VW' ? [W, V] : [V, W];
  return share <= 0.5 ? towards(first, share * 2) : after(towards(second, share * 2 - 1), first);
}

/** Lines of the grid on either side of the origin. */
const LINES = 12;

/** Where everything stands once the plane has gone through x ↦ Mx + b, in pixels and paths. */
export function transformPicture(plane: Plane, M: Matrix2, b: Point, x: Point) {
  const { toPx } = plane;
  const path = (points: readonly Point[], closed = false) => pathThrough(points.map(toPx), closed);
  const square = unitSquare(M, b);
  // A far-reaching plane has a coarser grid, unless the matrix itself makes the cells large.
  const largest = Math.max(1, ...M.flat().map(Math.abs));
  const step = Math.max(1, roundUp(planeTicks(plane).step / 2 / largest));
  return {
    lines: warpedGrid(M, b, step * LINES, step)
      .map(({ ends }) => path(ends))
      .join(''),
    origin: toPx(b),
    first: toPx(image(M, [1, 0], b)),
    second: toPx(image(M, [0, 1], b)),
    square: path(square, true),
    stillSquare: path(unitSquare(IDENTITY), true),
    squareLabel: toPx(middle(square)),
    circle: path(unitCircle(M, b), true),
    from: toPx(x),
    to: toPx(image(M, x, b)),
  };
}

/** The matrix that does `first` and then `second`, for drawing. */
function after(second: Matrix2, [[a, b], [c, d]]: Matrix2): Matrix2 {
  const [left, right] = [image(second, [a, c]), image(second, [b, d])];
  return [
    [left[0], right[0]],
    [left[1], right[1]],
  ];
}
