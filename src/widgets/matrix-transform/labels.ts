import { type Plane, placesAround, type SegmentPx } from '../../geometry/index.ts';
import {
  HANDLE_RADIUS_PX,
  handlesAt,
  nameAtTip,
  type PlacedLabel,
  placedLabels,
  rounded,
  valueLabel,
} from '../base/index.ts';
import type { transformPicture } from './geometry.ts';
import { hasBias, type TransformFacts, type TransformState } from './model.ts';

/** The circle drawn at the image of x. */
export const IMAGE_RADIUS_PX = 6;

/** Returns the labels of the transformed plane; on its way from the identity only the names are shown. */
export function transformLabels(
  plane: Plane,
  at: ReturnType<typeof transformPicture>,
  state: TransformState,
  facts: TransformFacts,
  share: number,
): readonly PlacedLabel[] {
  const { composition, x } = state;
  const image = `${composition}x${hasBias(state) ? ' + b' : ''}`;
  const isFixed = facts.image.every((component, k) => component === x[k as 0 | 1]);
  const arrows: readonly SegmentPx[] = [
    [at.origin, at.first],
    [at.origin, at.second],
  ];
  return placedLabels(
    plane,
    [
      ...arrows.map((arrow, k) => nameAtTip(`${composition}e${'₀₁'[k]}`, k === 0 ? 'w' : 'a', arrow)),
      valueLabel(isFixed ? `x = ${image}` : image, 'z', (size) =>
        placesAround(at.to, size, { radiusPx: isFixed ? HANDLE_RADIUS_PX : IMAGE_RADIUS_PX }),
      ),
      ...(isFixed
        ? []
        : [
            valueLabel('x', 'x', (size) =>
              placesAround(at.from, size, { preferred: [0, 1], radiusPx: HANDLE_RADIUS_PX }),
            ),
          ]),
      ...(share === 1
        ? [
            valueLabel(rounded(facts.det), 'z', (size) => [
              at.squareMiddle,
              ...placesAround(at.squareMiddle, size),
            ]),
          ]
        : []),
    ],
    arrows,
    [
      // Only W alone can be taken by its columns.
      ...handlesAt(composition === 'W' ? [at.from, at.first, at.second] : [at.from]),
      { at: at.to, radiusPx: IMAGE_RADIUS_PX },
    ],
  );
}
