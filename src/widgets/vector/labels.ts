/** What stands in the vector widget's picture, most important first, and where it may stand. */
import {
  angleLabel,
  type Plane,
  type Point,
  type PointPx,
  placesAround,
  placesBeside,
  placesInCorners,
  type SegmentPx,
} from '../../geometry/index.ts';
import {
  degreesText,
  equals,
  HANDLE_RADIUS_PX,
  handlesAt,
  nameAtTip,
  type PlacedLabel,
  placedLabels,
  valueLabel,
} from '../base/index.ts';
import { type operandPicture, vectorPicture } from './geometry.ts';
import type { VectorFacts, VectorState } from './model.ts';

/** Returns the labels of one vector. */
export function vectorLabels(plane: Plane, v: Point, facts: VectorFacts): readonly PlacedLabel[] {
  const at = vectorPicture(plane, v, facts.unit);
  const shaft: SegmentPx = [at.origin, at.tip];
  const firstLeg: SegmentPx = [at.origin, at.corner];
  const secondLeg: SegmentPx = [at.corner, at.tip];
  // Legs are labelled outside of the triangle.
  const isRight = v[0] >= 0;
  const below = isRight === v[1] >= 0 ? -1 : 1;
  const { unit, angle } = at;
  return placedLabels(
    plane,
    [
      nameAtTip('v', 'x', shaft),
      valueLabel(`‖v‖ ${equals(facts.length)}`, 'z', (size) => [
        ...placesBeside(shaft, size, at.side),
        ...placesAround(at.tip, size, { radiusPx: HANDLE_RADIUS_PX }),
      ]),
      valueLabel(`v₀ ${equals(v[0])}`, 'x', (size) =>
        placesBeside(firstLeg, size, v[1] >= 0 === isRight ? -1 : 1),
      ),
      valueLabel(`v₁ ${equals(v[1])}`, 'x', (size) => placesBeside(secondLeg, size, below)),
      ...(angle && facts.degrees !== undefined
        ? [
            valueLabel(degreesText(facts.degrees), undefined, (size) =>
              [44, 56, 34, 70, 90]
                .map((radiusPx) => angleLabel(at.origin, angle, radiusPx))
                .concat([6, 20].flatMap((gapPx) => placesInCorners(at.origin, size, gapPx))),
            ),
          ]
        : []),
      ...(unit ? [valueLabel('v\u0302', 'z', (size) => placesBeside(unit, size, at.side))] : []),
    ],
    [shaft, firstLeg, secondLeg, ...(unit ? [unit] : [])],
    handlesAt([at.tip]),
  );
}

export const RESULT_NAMES = { sum: 'a + b', difference: 'a − b', multiple: 'c a' } as const;

/** Returns the names of the operands and of their result. */
export function operandLabels(
  plane: Plane,
  { mode }: VectorState,
  at: ReturnType<typeof operandPicture>,
): readonly PlacedLabel[] {
  if (mode === 'one') return [];
  const arrow = (tip: PointPx): SegmentPx => [at.origin, tip];
  const { moved } = at;
  return placedLabels(
    plane,
    [
      nameAtTip('a', 'w', arrow(at.a)),
      ...(mode === 'multiple' ? [] : [nameAtTip('b', 'x', arrow(at.b))]),
      nameAtTip(RESULT_NAMES[mode], 'z', arrow(at.result)),
      ...(mode === 'difference' && moved ? [valueLabel('−b', 'x', (size) => placesBeside(moved, size))] : []),
    ],
    [arrow(at.a), arrow(at.result), ...(mode === 'multiple' ? [] : [arrow(at.b)]), ...(moved ? [moved] : [])],
    handlesAt(mode === 'multiple' ? [at.a] : [at.a, at.b]),
  );
}
