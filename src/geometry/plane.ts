import { scaleLinear } from 'd3-scale';
import { roundUp } from './ladder.ts';
import type { Point, PointPx } from './point.ts';

/** What a plane is drawn on: the size of the drawing and how far it must reach from its centre. */
export type PlaneFrame = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The smallest distance, in units, that must be visible from the centre in every direction. */
  readonly reach: number;
  /** The point in the middle of the drawing; the origin unless given. */
  readonly centre?: Point;
};

/** A plane with the same unit on both axes, and the way between its points and pixels. */
export type Plane = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels for one unit, the same along both axes. */
  readonly unitPx: number;
  readonly xRange: readonly [left: number, right: number];
  readonly yRange: readonly [bottom: number, top: number];
  readonly toPx: (point: Point) => PointPx;
  readonly toUnits: (point: PointPx) => Point;
};

/**
 * Fits a plane of equal aspect into a drawing: the shorter side shows exactly `reach` units each way, the longer side
 * shows more.
 *
 * @throws RangeError when a size or the reach is not a positive finite number.
 */
export function plane({ widthPx, heightPx, reach, centre = [0, 0] }: PlaneFrame): Plane {
  for (const [name, value] of Object.entries({ widthPx, heightPx, reach })) {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`plane: ${name} must be a positive finite number, not ${value}`);
    }
  }
  const unitPx = Math.min(widthPx, heightPx) / 2 / reach;
  const [halfX, halfY] = [widthPx / 2 / unitPx, heightPx / 2 / unitPx];
  const x = scaleLinear([centre[0] - halfX, centre[0] + halfX], [0, widthPx]);
  const y = scaleLinear([centre[1] - halfY, centre[1] + halfY], [heightPx, 0]);
  return {
    widthPx,
    heightPx,
    unitPx,
    xRange: [centre[0] - halfX, centre[0] + halfX],
    yRange: [centre[1] - halfY, centre[1] + halfY],
    toPx: ([xUnits, yUnits]) => [x(xUnits), y(yUnits)],
    toUnits: ([xPx, yPx]) => [x.invert(xPx), y.invert(yPx)],
  };
}

/**
 * Returns the reach for showing `farthest` units: `smallest` as long as that is enough, else the next of 1, 2 and 5 times a power
 * of ten, so that zooming goes in few steps and never wobbles.
 */
export function reachFor(farthest: number, smallest: number): number {
  return farthest <= smallest ? smallest : roundUp(farthest);
}
