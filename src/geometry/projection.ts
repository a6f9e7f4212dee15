import type { Point, PointPx, SegmentPx } from './point.ts';

/**
 * Returns the foot of the perpendicular from a point to the line through the origin along `direction`;
 * nothing when the direction is the zero vector.
 */
export function footOn(direction: Point, point: Point): Point | undefined {
  const squared = direction[0] ** 2 + direction[1] ** 2;
  if (squared === 0) return undefined;
  const share = (direction[0] * point[0] + direction[1] * point[1]) / squared;
  return [direction[0] * share || 0, direction[1] * share || 0];
}

/**
 * Returns the same segment moved sideways by `offsetPx`, to its left as seen walking along it; used to draw two things that
 * coincide side by side.
 */
export function offset([from, to]: SegmentPx, offsetPx: number): SegmentPx {
  const lengthPx = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (lengthPx === 0) return [from, to];
  const [dx, dy] = [((to[1] - from[1]) / lengthPx) * offsetPx, ((from[0] - to[0]) / lengthPx) * offsetPx];
  const move = ([x, y]: PointPx): PointPx => [x + dx, y + dy];
  return [move(from), move(to)];
}
