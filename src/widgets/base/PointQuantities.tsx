import { memo, type ReactNode, useMemo } from 'react';
import type { Hue } from '../../explain/index.ts';
import type { Point } from '../../geometry/index.ts';
import { Quantity } from './Quantity.tsx';
import { scaleFor } from './steps.ts';

export type PointQuantitiesProps<N extends string> = {
  /** What the vector is called: "a". */
  readonly name: N;
  readonly hue: Hue;
  readonly at: Point;
  /** How far the plane reaches. */
  readonly reach: number;
  readonly disabled: boolean;
  /** One component has another value; must stay the same from render to render. */
  readonly onMove: (name: N, to: Point, gesture: string) => void;
  readonly onSettle: () => void;
};

/** Both components of a vector. While another vector moves they are not drawn again. */
export const PointQuantities = memo(Components) as typeof Components;

function Components<N extends string>(props: PointQuantitiesProps<N>): ReactNode {
  const { name, hue, at, reach, disabled, onMove, onSettle } = props;
  const scale = useMemo(() => scaleFor(reach), [reach]);
  return ([0, 1] as const).map((k) => (
    <Quantity
      key={k}
      label={`${name}, component ${k}`}
      symbol={
        <>
          <i>{name}</i>
          <sub>{k}</sub>
        </>
      }
      hue={hue}
      value={at[k]}
      scale={scale}
      disabled={disabled}
      onChange={(value) => onMove(name, k === 0 ? [value, at[1]] : [at[0], value], `${name}${k}`)}
      onSettle={onSettle}
    />
  ));
}
