import { line } from 'd3-shape';
import type { Point, PointPx } from './point.ts';

/** Returns the signed area of a polygon (positive when its corners run anticlockwise in a plane whose y grows upwards). */
export function signedArea(corners: readonly Point[]): number {
  const twice = corners.reduce((sum, [x, y], k) => {
    const [nextX, nextY] = corners[(k + 1) % corners.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice / 2 || 0;
}

/** Returns the mean of the corners: the middle of a parallelogram, where its area is written. */
export function middle(corners: readonly Point[]): Point {
  const count = Math.max(corners.length, 1);
  const [x, y] = corners.reduce<Point>((sum, corner) => [sum[0] + corner[0], sum[1] + corner[1]], [0, 0]);
  return [x / count, y / count];
}

const joined = line<PointPx>().digits(2);

/** Returns the SVG path through pixels, open unless `closed`. */
export function pathThrough(points: readonly PointPx[], closed = false): string {
  const path = joined([...points]) ?? '';
  return closed && path !== '' ? `${path}Z` : path;
}

/**
 * Returns the SVG transform that moves what is drawn around (0, 0) to a point; unlike `x` and `y` it never lays text out anew.
 */
export function translation([x, y]: PointPx): string {
  return `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`;
}
