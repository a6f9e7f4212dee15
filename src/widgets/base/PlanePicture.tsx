import { memo, type ReactNode } from 'react';
import { numberText } from '../../explain/index.ts';
import { type Plane, planeTicks } from '../../geometry/index.ts';
import { labelledTicks } from './label-places.ts';

/** A drawing of the plane as one image with words; what can be moved lies in a layer of its own above it. */
export function PlanePicture({
  plane,
  label,
  children,
  under,
}: {
  readonly plane: Plane;
  /** What the picture shows, in a sentence with its numbers. */
  readonly label: string;
  readonly children: ReactNode;
  /** What lies under the numbers of the ticks too, such as a warped grid, whose lines would else strike them out. */
  readonly under?: ReactNode;
}): ReactNode {
  const { widthPx, heightPx } = plane;
  return (
    <svg
      className="plane"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      role="img"
    >
      <title>{label}</title>
      <Axes plane={plane} />
      {under}
      <Ticks plane={plane} />
      {children}
    </svg>
  );
}

/** Grid and axes; drawn again only when the plane itself changes. */
const Axes = memo(function Axes({ plane }: { readonly plane: Plane }): ReactNode {
  const { widthPx, heightPx, toPx } = plane;
  const { x, y, minorX, minorY } = planeTicks(plane);
  const [originX, originY] = toPx([0, 0]);
  const atX = (value: number) => round(toPx([value, 0])[0]);
  const atY = (value: number) => round(toPx([0, value])[1]);
  const down = (value: number) => `M${atX(value)},0V${heightPx}`;
  const across = (value: number) => `M0,${atY(value)}H${widthPx}`;
  return (
    <g className="plane-axes">
      <path className="plane-minor" d={minorX.map(down).join('') + minorY.map(across).join('')} />
      <path className="plane-major" d={x.map(down).join('') + y.map(across).join('')} />
      <path className="plane-axis" d={`M${round(originX)},0V${heightPx}M0,${round(originY)}H${widthPx}`} />
    </g>
  );
});

/** The numbers along the axes. */
const Ticks = memo(function Ticks({ plane }: { readonly plane: Plane }): ReactNode {
  return (
    <g className="plane-axes">
      {labelledTicks(plane).map(({ value, at, anchor }) => (
        <text
          className="plane-tick"
          key={`${anchor} ${value}`}
          x={round(at[0])}
          y={round(at[1])}
          textAnchor={anchor}
        >
          {numberText(value)}
        </text>
      ))}
    </g>
  );
});

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
