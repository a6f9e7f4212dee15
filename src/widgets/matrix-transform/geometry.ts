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
 * Returns the matrix partway through the animation: the identity at progress 0, complete at 1. With two matrices the first acts
 * in the first half and the second in the second, so that their order is seen.
 */
export function warpAt(W: Matrix2, V: Matrix2, composition: Composition, progress: number): Matrix2 {
  if (composition === 'W') return towards(W, progress);
  const [first, second] = composition === 'VW' ? [W, V] : [V, W];
  return progress <= 0.5 ? towards(first, progress * 2) : after(towards(second, progress * 2 - 1), first);
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
  const [everyX, everyY] = thinning(M, step * plane.unitPx);
  return {
    lines: warpedGrid(M, b, step * LINES, step)
      .filter(({ along, at }) => {
        const every = along === 'y' ? everyX : everyY;
        return Math.round(at / step) % every === 0;
      })
      .map(({ ends }) => path(ends))
      .join(''),
    origin: toPx(b),
    first: toPx(image(M, [1, 0], b)),
    second: toPx(image(M, [0, 1], b)),
    square: path(square, true),
    stillSquare: path(unitSquare(IDENTITY), true),
    squareMiddle: toPx(middle(square)),
    circle: path(unitCircle(M, b), true),
    from: toPx(x),
    to: toPx(image(M, x, b)),
  };
}

/** Lines closer than this would run into a solid band. */
const CLOSEST_PX = 5;

/**
 * Returns which multiples of the grid's step are drawn, so that the images of neighbouring lines stay apart however flat the
 * plane becomes: every first, every second, … of the lines x = k and of the lines y = k. Where they coincide only one is left.
 */
function thinning([[a, b], [c, d]]: Matrix2, stepPx: number): readonly [x: number, y: number] {
  const area = Math.abs(a * d - b * c);
  const every = (length: number) => {
    const spacingPx = length === 0 ? Number.POSITIVE_INFINITY : (area / length) * stepPx;
    return Math.min(LINES + 1, Math.max(1, Math.ceil(CLOSEST_PX / spacingPx)));
  };
  return [every(Math.hypot(b, d)), every(Math.hypot(a, c))];
}

/** Returns the matrix that does `first` and then `second`, for drawing. */
function after(second: Matrix2, [[a, b], [c, d]]: Matrix2): Matrix2 {
  const [left, right] = [image(second, [a, c]), image(second, [b, d])];
  return [
    [left[0], right[0]],
    [left[1], right[1]],
  ];
}
