/** What the vector widget draws in its plane: one vector with its parts, or two with what they make. */
import { memo, type ReactNode } from 'react';
import { type Plane, type Point, pathThrough } from '../../geometry/index.ts';
import { AngleMark, Arrow, CornerMark, PictureLabels } from '../base/index.ts';
import { operandPicture, vectorPicture } from './geometry.ts';
import { operandLabels, RESULT_NAMES, vectorLabels } from './labels.ts';
import type { VectorFacts, VectorState } from './model.ts';

/** The vector, its components as legs, its direction, its length and its unit vector beside it. */
export const OneVector = memo(function OneVector({
  plane,
  v,
  facts,
}: {
  readonly plane: Plane;
  readonly v: Point;
  readonly facts: VectorFacts;
}): ReactNode {
  const at = vectorPicture(plane, v, facts.unit);
  return (
    <>
      <circle className="guide" cx={at.origin[0]} cy={at.origin[1]} r={at.unitCirclePx} />
      <path className="leg" data-hue="x" d={pathThrough([at.origin, at.corner, at.tip])} />
      <CornerMark at={at.corner} one={at.origin} other={at.tip} />
      {at.angle && facts.degrees !== undefined && (
        <AngleMark vertex={at.origin} span={at.angle} radiusPx={at.angleRadiusPx} />
      )}
      <Arrow from={at.origin} to={at.tip} hue="x" name="v" />
      {at.unit && <Arrow from={at.unit[0]} to={at.unit[1]} hue="z" style="thick" />}
      <PictureLabels labels={vectorLabels(plane, v, facts)} />
    </>
  );
});

/** Two operands tip to tail, or one and its multiple; `progress` runs from the operands alone to the whole picture. */
export const Operands = memo(function Operands({
  plane,
  state,
  result,
  progress,
}: {
  readonly plane: Plane;
  readonly state: VectorState;
  readonly result: Point;
  readonly progress: number;
}): ReactNode {
  const { mode, a, b } = state;
  if (mode === 'one') return null;
  const at = operandPicture(plane, mode, a, b, result, progress);
  return (
    <>
      {at.moved && <Arrow from={at.moved[0]} to={at.moved[1]} hue="x" style="dashed" />}
      <Arrow from={at.origin} to={at.result} hue="z" style="thick" name={RESULT_NAMES[mode]} />
      {mode !== 'multiple' && <Arrow from={at.origin} to={at.b} hue="x" name="b" />}
      <Arrow from={at.origin} to={at.a} hue="w" name="a" />
      <PictureLabels labels={operandLabels(plane, state, at)} />
    </>
  );
});
