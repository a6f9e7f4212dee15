/** The labels of a plane's picture: what they say, how large they are at most, and where they stand. Pure. */

import type { Hue } from '../../explain/index.ts';
import { numberText } from '../../explain/index.ts';
import {
  type BoxPx,
  type Plane,
  type PointPx,
  placeLabels,
  placesAround,
  planeTicks,
  type SegmentPx,
  type SizePx,
} from '../../geometry/index.ts';

export type PictureLabel = {
  readonly text: string;
  readonly hue?: Hue;
  /** The name of an arrow is larger than a value. */
  readonly kind: 'value' | 'name';
  readonly candidates: (size: SizePx) => readonly PointPx[];
};

/** Returns a value's label, which may stand at any of the places that `candidates` gives for its size. */
export function valueLabel(
  text: string,
  hue: Hue | undefined,
  candidates: PictureLabel['candidates'],
): PictureLabel {
  return { text, kind: 'value', candidates, ...(hue && { hue }) };
}

/** Returns the name of an arrow, which stands beyond its tip or else anywhere around it. */
export function nameAtTip(text: string, hue: Hue, [from, to]: SegmentPx): PictureLabel {
  const along: PointPx =
    from[0] === to[0] && from[1] === to[1] ? [0, -1] : [to[0] - from[0], to[1] - from[1]];
  return { text, hue, kind: 'name', candidates: (size) => placesAround(to, size, along) };
}

export type PlacedLabel = PictureLabel & { readonly at: PointPx };

/** The largest text of the narrowest drawing, in its units (plane.css); wider drawings have smaller text in the same places. */
const FONT_PX = { value: 15.5, name: 20 } as const;
/** The widest average of a character: digits of the sans, letters of the bold serif. */
const CHARACTER_EM = { value: 0.58, name: 0.66 } as const;

/** Returns the most room that a text takes. Marks over a letter, such as a hat, take none. */
export function labelSize({ text, kind }: Pick<PictureLabel, 'text' | 'kind'>): SizePx {
  const characters = [...text.replaceAll(/\p{M}/gu, '')].length;
  return { widthPx: characters * CHARACTER_EM[kind] * FONT_PX[kind] + 4, heightPx: FONT_PX[kind] * 1.15 };
}

/** Returns the labels that have a place, earlier ones with the first choice; the others are left out. */
export function placedLabels(
  plane: Plane,
  labels: readonly PictureLabel[],
  lines: readonly SegmentPx[],
): readonly PlacedLabel[] {
  const requests = labels.map((label) => {
    const size = labelSize(label);
    return { size, candidates: label.candidates(size) };
  });
  const places = placeLabels(requests, tickBoxes(plane), [...lines, ...axesOf(plane)], plane);
  return labels.flatMap((label, k) => {
    const at = places[k];
    return at === undefined ? [] : [{ ...label, at }];
  });
}

function axesOf({ toPx, widthPx, heightPx }: Plane): readonly SegmentPx[] {
  const [x, y] = toPx([0, 0]);
  return [
    [
      [0, y],
      [widthPx, y],
    ],
    [
      [x, 0],
      [x, heightPx],
    ],
  ];
}

/** A tick's number with its place, as `PlanePicture` draws it. */
export type Tick = { readonly value: number; readonly at: PointPx; readonly anchor: 'middle' | 'end' };

/** Returns the ticks of both axes that are labelled: not the origin, and none that the edge would cut. */
export function labelledTicks(plane: Plane): readonly Tick[] {
  const { x, y } = planeTicks(plane);
  const [originX, originY] = plane.toPx([0, 0]);
  return [
    ...x.filter(isInside(plane.xRange)).map((value): Tick => {
      return { value, at: [plane.toPx([value, 0])[0], originY + 14], anchor: 'middle' };
    }),
    ...y.filter(isInside(plane.yRange)).map((value): Tick => {
      return { value, at: [originX - 6, plane.toPx([0, value])[1] + 4], anchor: 'end' };
    }),
  ];
}

/** A plane lasts for a whole drag, and its ticks with it. */
const boxesOfTicks = new WeakMap<Plane, readonly BoxPx[]>();

function tickBoxes(plane: Plane): readonly BoxPx[] {
  const known = boxesOfTicks.get(plane);
  if (known) return known;
  const boxes = labelledTicks(plane).map(({ value, at: [x, y], anchor }): BoxPx => {
    const size = labelSize({ text: numberText(value), kind: 'value' });
    return { ...size, at: [anchor === 'end' ? x - size.widthPx / 2 : x, y - 4] };
  });
  boxesOfTicks.set(plane, boxes);
  return boxes;
}

function isInside([low, high]: readonly [number, number]) {
  const margin = (high - low) * 0.04;
  return (value: number) => value !== 0 && value > low + margin && value < high - margin;
}
