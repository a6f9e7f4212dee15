import type { ReactNode } from 'react';
import type { Hue } from '../../explain/index.ts';
import { arrow, type PointPx, pathThrough } from '../../geometry/index.ts';

export type ArrowProps = {
  readonly from: PointPx;
  readonly to: PointPx;
  readonly hue?: Hue;
  /** How it is drawn; the style doubles the colour. */
  readonly style?: 'solid' | 'dashed' | 'thick';
  /** What it is, for tests and style sheets: the vector's letter. */
  readonly name?: string;
};

/** A vector in the plane: shaft and head. The zero vector is a dot. */
export function Arrow({ from, to, hue, style = 'solid', name }: ArrowProps): ReactNode {
  const { shaft, head, lengthPx } = arrow(from, to);
  return (
    <g className="arrow" data-hue={hue} data-line={style} data-name={name}>
      {lengthPx === 0 ? (
        <circle className="arrow-zero" cx={to[0]} cy={to[1]} r={4} />
      ) : (
        <>
          <path className="arrow-shaft" d={pathThrough(shaft)} />
          <path className="arrow-head" d={pathThrough(head, true)} />
        </>
      )}
    </g>
  );
}
