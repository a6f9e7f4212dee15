import { distance, type PointPx } from './point.ts';

/**
 * Returns the small square that marks a right angle: three points, from one arm over the far corner to the other arm.
 * Nothing when an arm is shorter than the mark, where it would say more than can be seen.
 */
export function rightAngleMark(
  vertex: PointPx,
  alongOne: PointPx,
  alongOther: PointPx,
  sizePx = 9,
): readonly [PointPx, PointPx, PointPx] | undefined {
  const [one, other] = [distance(vertex, alongOne), distance(vertex, alongOther)];
  if (one <= sizePx || other <= sizePx) return undefined;
  const u = [((alongOne[0] - vertex[0]) / one) * sizePx, ((alongOne[1] - vertex[1]) / one) * sizePx] as const;
  const v = [
    ((alongOther[0] - vertex[0]) / other) * sizePx,
    ((alongOther[1] - vertex[1]) / other) * sizePx,
  ] as const;
  return [
    [vertex[0] + u[0], vertex[1] + u[1]],
    [vertex[0] + u[0] + v[0], vertex[1] + u[1] + v[1]],
    [vertex[0] + v[0], vertex[1] + v[1]],
  ];
}
