/** The plane as the matrix leaves it: unit square, unit circle, the images of e₀ and e₁, one point's way. */
import { memo, type ReactNode } from 'react';
import type { Plane } from '../../geometry/index.ts';
import { Arrow, PictureLabels } from '../base/index.ts';
import type { transformPicture } from './geometry.ts';
import { IMAGE_RADIUS_PX, transformLabels } from './labels.ts';
import type { TransformFacts, TransformState } from './model.ts';

export const Warped = memo(function Warped({
  plane,
  at,
  state,
  facts,
  share,
}: {
  readonly plane: Plane;
  /** Where everything stands at this share of the way. */
  readonly at: ReturnType<typeof transformPicture>;
  readonly state: TransformState;
  readonly facts: TransformFacts;
  /** How much of the way from the identity is done. */
  readonly share: number;
}): ReactNode {
  const hasMoved = Math.hypot(at.from[0] - at.to[0], at.from[1] - at.to[1]) > 1;
  return (
    <>
      <path className="still-square" d={at.stillSquare} />
      <path className="square" d={at.square} data-flipped={facts.det < 0} />
      <path className="circle" d={at.circle} />
      <Arrow from={at.origin} to={at.first} hue="w" name="e₀" />
      <Arrow from={at.origin} to={at.second} hue="a" name="e₁" style="dashed" />
      {hasMoved && <path className="leg" data-hue="x" d={`M${at.from.join()}L${at.to.join()}`} />}
      <circle className="point" data-hue="x" cx={at.from[0]} cy={at.from[1]} r={3.5} />
      <circle className="point point-image" data-hue="z" cx={at.to[0]} cy={at.to[1]} r={IMAGE_RADIUS_PX} />
      <PictureLabels labels={transformLabels(plane, at, state, facts, share)} />
    </>
  );
});
