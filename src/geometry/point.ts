/** Points of the plane, in its own units and in pixels of a drawing (y grows downwards there). */
export type Point = readonly [x: number, y: number];
export type PointPx = readonly [xPx: number, yPx: number];
/** The numbers of a 2×2 matrix, row by row. */
export type Matrix2 = readonly [readonly [a: number, b: number], readonly [c: number, d: number]];
/** The straight piece between two points, in pixels. */
export type SegmentPx = readonly [from: PointPx, to: PointPx];

export const ORIGIN: Point = [0, 0];

/** Returns the distance between two points, in whatever unit they are in. */
export function distance(from: Point | PointPx, to: Point | PointPx): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

/** Returns the point that lies `share` of the way from one point to another; 0 is the first, 1 the second. */
export function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
