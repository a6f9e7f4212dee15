/** Planes, arrows, angles and warps: numbers in, numbers and SVG paths out. */
export { type AngleSpan, angleBetween, angleLabel, anglePath, directionDegrees } from './angle.ts';
export { type Arrow, type ArrowHead, anchorBeside, arrow, labelBeside, labelBeyond } from './arrow.ts';
export { roundUp, tidy } from './ladder.ts';
export {
  type BoxPx,
  boxesOverlap,
  type CirclePx,
  coversCircle,
  type LabelRequest,
  type Obstacles,
  placeLabels,
  placesAround,
  placesBeside,
  placesInCorners,
  type SizePx,
} from './placeLabels.ts';
export { type Plane, type PlaneFrame, plane, reachFor } from './plane.ts';
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
export { type PlaneTicks, planeTicks } from './ticks.ts';
export { type GridLine, image, towards, unitCircle, unitSquare, warpedGrid } from './warp.ts';
