/** The small marks of a plane: angles, corners, dimensions, labels. */
import type { ReactNode } from 'react';
import type { Hue } from '../../explain/index.ts';
import {
  type AngleSpan,
  anglePath,
  offset,
  type PointPx,
  pathThrough,
  rightAngleMark,
  type SegmentPx,
  translation,
} from '../../geometry/index.ts';

/** A wedge at a vertex. */
export function AngleMark({
  vertex,
  span,
  radiusPx,
}: {
  readonly vertex: PointPx;
  readonly span: AngleSpan;
  readonly radiusPx: number;
}): ReactNode {
  return (
    <g className="angle">
      <path d={anglePath(span, radiusPx)} transform={translation(vertex)} />
    </g>
  );
}

/** The square in a right-angled corner, where there is room for it. */
export function CornerMark(props: {
  readonly at: PointPx;
  readonly one: PointPx;
  readonly other: PointPx;
}): ReactNode {
  const mark = rightAngleMark(props.at, props.one, props.other);
  return mark && <path className="corner" d={pathThrough(mark)} />;
}

/** A length laid beside what it measures, with an end stroke at either end, as in a technical drawing. */
export function Dimension({
  of,
  offsetPx,
  hue,
}: {
  readonly of: SegmentPx;
  readonly offsetPx: number;
  readonly hue: Hue;
}): ReactNode {
  const inner = offset(of, offsetPx - Math.sign(offsetPx) * 5);
  const outer = offset(of, offsetPx + Math.sign(offsetPx) * 5);
  const ends = [0, 1].map((k) => pathThrough([inner[k] ?? of[0], outer[k] ?? of[0]])).join('');
  return (
    <g className="dimension" data-hue={hue}>
      <path className="dimension-line" d={pathThrough(offset(of, offsetPx))} />
      <path className="dimension-end" d={ends} />
    </g>
  );
}
