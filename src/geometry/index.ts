/** Planes, arrows, angles and warps: numbers in, numbers and SVG paths out. */
export { type AngleSpan, angleBetween, angleLabel, anglePath } from './angle.ts';
export { arrow, labelBeside, labelBeyond } from './arrow.ts';
export { roundUp, tidy } from './ladder.ts';
export {
  type BoxPx,
  boxesOverlap,
  type CirclePx,
  coversCircle,
  placeLabels,
  placesAround,
  placesBeside,
  placesInCorners,
  type SizePx,
} from './placeLabels.ts';
export { type Plane, plane, reachFor } from './plane.ts';
export {
  between,
  distance,
  type Matrix2,
  ORIGIN,
  type Point,
  type PointPx,
  type SegmentPx,
} from './point.ts';
export { middle, pathThrough, signedArea, translation } from './polygon.ts';
export { footOn, offset } from './projection.ts';
export { rightAngleMark } from './rightAngle.ts';
export { planeTicks } from './ticks.ts';
export { image, towards, unitCircle, unitSquare, warpedGrid } from './warp.ts';
