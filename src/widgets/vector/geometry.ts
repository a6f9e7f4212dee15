import {
  angleBetween,
  between,
  distance,
  ORIGIN,
  offset,
  type Plane,
  type Point,
} from '../../geometry/index.ts';

const UNIT_OFFSET_PX = 8;
/** A shorter arrow leaves no room for an angle and its label. */
const ROOM_FOR_ANGLE_PX = 44;

/** Where the parts of one vector's picture stand, in pixels. */
export function vectorPicture(plane: Plane, v: Point, unit: Point | undefined) {
  const { toPx, unitPx } = plane;
  const [origin, corner, tip] = [toPx(ORIGIN), toPx([v[0], 0]), toPx(v)];
  // The length and the unit vector stand on the side of the arrow where the angle is not.
  const side = v[1] >= 0 ? 1 : -1;
  const isLong = distance(origin, tip) >= ROOM_FOR_ANGLE_PX;
  const unitArrow = unit && offset([origin, toPx(unit)], side * UNIT_OFFSET_PX);
  return {
    origin,
    corner,
    tip,
    side: side as 1 | -1,
    unit: unitArrow,
    unitCirclePx: unitPx,
    angle: isLong ? angleBetween([1, 0], v) : undefined,
    angleRadiusPx: Math.min(22, Math.abs(v[0]) * unitPx * 0.6 || 22),
  };
}

/**
 * Returns where the operands of a mode and their result stand. At `progress` 0 the second operand still starts at the origin and
 * there is no result; at 1 it has slid to the first one's tip, where the result ends.
 */
export function operandPicture(
  { toPx }: Plane,
  mode: 'sum' | 'difference' | 'multiple',
  a: Point,
  b: Point,
  result: Point,
  progress: number,
) {
  const tail = between(ORIGIN, a, progress);
  const sign = mode === 'difference' ? -1 : 1;
  const end: Point = [tail[0] + sign * b[0], tail[1] + sign * b[1]];
  return {
    origin: toPx(ORIGIN),
    a: toPx(a),
    b: toPx(b),
    moved: mode === 'multiple' ? undefined : ([toPx(tail), toPx(end)] as const),
    result: toPx(between(mode === 'multiple' ? a : ORIGIN, result, progress)),
  };
}
