import { angleLabel, offset, type Plane, placesBeside, placesInCorners } from '../../geometry/index.ts';
import {
  degreesText,
  equals,
  handlesAt,
  nameAtTip,
  type PlacedLabel,
  placedLabels,
  valueLabel,
} from '../base/index.ts';
import { dotPicture } from './geometry.ts';
import type { DotFacts, DotState } from './model.ts';

/** Returns the labels of the dot product's picture: both names, the angle, the shadow's length. */
export function dotLabels(plane: Plane, { a, b }: DotState, facts: DotFacts): readonly PlacedLabel[] {
  const at = dotPicture(plane, a, b);
  const shadow = at.shadow && offset(at.shadow, at.shadowOffsetPx);
  const { angle } = at;
  return placedLabels(
    plane,
    [
      nameAtTip('a', 'w', [at.origin, at.a]),
      nameAtTip('b', 'x', [at.origin, at.b]),
      ...(angle && facts.angle
        ? [
            valueLabel(degreesText(facts.angle.degrees), undefined, (size) =>
              [62, 72, 54, 86, 104]
                .map((radiusPx) => angleLabel(at.origin, angle, radiusPx))
                .concat([6, 20].flatMap((gapPx) => placesInCorners(at.origin, size, gapPx))),
            ),
          ]
        : []),
      ...(shadow && facts.shadow !== undefined
        ? [
            valueLabel(`shadow ${equals(facts.shadow)}`, 'z', (size) =>
              placesBeside(shadow, size, at.shadowSide),
            ),
          ]
        : []),
    ],
    [
      [at.origin, at.a],
      [at.origin, at.b],
      ...(shadow ? [shadow] : []),
      ...(at.foot ? [[at.b, at.foot] as const] : []),
    ],
    handlesAt([at.a, at.b]),
  );
}
