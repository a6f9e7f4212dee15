import type { ReactNode } from 'react';
import { arrow, labelBeyond, type PointPx, pathThrough, translation } from '../../geometry/index.ts';
import type { Hue } from '../../matrix/index.ts';

export type ArrowProps = {
  readonly from: PointPx;
  readonly to: PointPx;
  readonly hue?: Hue;
  /** How it is drawn; the style doubles the colour. */
  readonly style?: 'solid' | 'dashed' | 'thick';
  /** The letter at its tip; a vector's name is bold. */
  readonly name?: string | undefined;
  readonly hat?: boolean;
};

/** A vector in the plane: shaft, head, and its name beyond the tip. The zero vector is a dot. */
export function Arrow({ from, to, hue, style = 'solid', name, hat = false }: ArrowProps): ReactNode {
  const { shaft, head, lengthPx } = arrow(from, to);
  return (
    <g className="arrow" data-hue={hue} data-line={style}>
      {lengthPx === 0 ? (
        <circle className="arrow-zero" cx={to[0]} cy={to[1]} r={4} />
      ) : (
        <>
          <path className="arrow-shaft" d={pathThrough(shaft)} />
          <path className="arrow-head" d={pathThrough(head, true)} />
        </>
      )}
      {name !== undefined && (
        <text
          className="arrow-name"
          transform={translation(labelBeyond(from, to, 15))}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {name}
          {hat && '\u0302'}
        </text>
      )}
    </g>
  );
}
