import { arc } from 'd3-shape';
import type { Point, PointPx } from './point.ts';

/** The part of a turn between two directions, always the smaller one, in degrees counted anticlockwise from east. */
export type AngleSpan = {
  readonly fromDegrees: number;
  /** Signed: positive when the turn is anticlockwise; between −180 and 180. */
  readonly turnDegrees: number;
};

/** Returns the direction of a vector in degrees, from −180 to 180, anticlockwise from the first axis; 0 for no vector. */
function directionDegrees([x, y]: Point): number {
  return (Math.atan2(y, x) * 180) / Math.PI || 0;
}

/** Returns the smaller turn from one vector to another; nothing when either has no direction. */
export function angleBetween(from: Point, to: Point): AngleSpan | undefined {
  if ((from[0] === 0 && from[1] === 0) || (to[0] === 0 && to[1] === 0)) return undefined;
  const fromDegrees = directionDegrees(from);
  const raw = directionDegrees(to) - fromDegrees;
  const turnDegrees = raw > 180 ? raw - 360 : raw <= -180 ? raw + 360 : raw;
  return { fromDegrees, turnDegrees };
}

/** Returns the path of an angle's wedge around the point (0, 0), for a group that is moved to the vertex. */
export function anglePath({ fromDegrees, turnDegrees }: AngleSpan, radiusPx: number): string {
  const wedge = arc().digits(2);
  const shape = {
    innerRadius: 0,
    outerRadius: radiusPx,
    startAngle: clockAngle(fromDegrees),
    endAngle: clockAngle(fromDegrees + turnDegrees),
  };
  return wedge(shape) ?? '';
}

/** Returns where an angle's label stands: on its bisector, `radiusPx` from the vertex. */
export function angleLabel(vertex: PointPx, span: AngleSpan, radiusPx: number): PointPx {
  const middle = ((span.fromDegrees + span.turnDegrees / 2) * Math.PI) / 180;
  return [vertex[0] + radiusPx * Math.cos(middle), vertex[1] - radiusPx * Math.sin(middle)];
}

/** D3 counts angles clockwise from twelve o'clock, in radians. */
function clockAngle(degrees: number): number {
  return ((90 - degrees) * Math.PI) / 180;
}
