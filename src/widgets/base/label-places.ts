/** The labels of a plane's picture: what they say, how large they are at most, and where they stand. Pure. */

import type { Hue } from '../../explain/index.ts';
import { numberText } from '../../explain/index.ts';
import {
  type BoxPx,
  type CirclePx,
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
  return {
    text,
    hue,
    kind: 'name',
    candidates: (size) => placesAround(to, size, { preferred: along, radiusPx: HANDLE_RADIUS_PX }),
  };
}

/** What is seen of a handle, with the ring that it has when it is focused (handle.css). */
export const HANDLE_RADIUS_PX = 13;

/** Returns the circles around draggable points that labels must not cover. */
export function handlesAt(points: readonly PointPx[]): readonly CirclePx[] {
  return points.map((at) => ({ at, radiusPx: HANDLE_RADIUS_PX }));
}

export type PlacedLabel = PictureLabel & { readonly at: PointPx };

/** The largest text of the narrowest drawing, in its units (plane.css); wider drawings have smaller text in the same places. */
const FONT_PX = { value: 15.5, name: 20 } as const;
/**
 * The widest that a character of each kind is, in em, in the face of values and in that of names; a browser measures them in
 * tests/e2e/widgets-labels.spec.ts. Characters that those faces lack are drawn by a font of the reader's device, and get more.
 */
const WIDTHS_EM: readonly (readonly [characters: RegExp, em: number])[] = [
  [/\p{M}/u, 0],
  [/ /, 0.3],
  [/[.,:]/, 0.36],
  [/[₀-₉⁰¹²³⁴-⁹⁻°‖]/, 0.52],
  [/[Wwm]/, 1.06],
  [/[V≈]/, 0.8],
];
const OTHERS_EM = 0.67;
/** The halo on both sides. */
const HALO_PX = 4;

/** Returns the most width that a text takes at a size, in the unit of the size. Marks over a letter, such as a hat, take none. */
export function textWidth(text: string, size: number): number {
  const widths = [...text].map(
    (character) => WIDTHS_EM.find(([characters]) => characters.test(character))?.[1] ?? OTHERS_EM,
  );
  return widths.reduce((sum, width) => sum + width, 0) * size;
}

/** Returns the most room that a label takes. */
export function labelSize({ text, kind }: Pick<PictureLabel, 'text' | 'kind'>): SizePx {
  return { widthPx: textWidth(text, FONT_PX[kind]) + HALO_PX, heightPx: FONT_PX[kind] * 1.15 };
}

/**
 * Returns the labels that have a place, earlier ones with the first choice; the others are left out. `lines` are what the picture
 * draws besides its axes, `circles` its points and the handles on them.
 */
export function placedLabels(
  plane: Plane,
  labels: readonly PictureLabel[],
  lines: readonly SegmentPx[],
  circles: readonly CirclePx[],
): readonly PlacedLabel[] {
  const requests = labels.map((label) => {
    const size = labelSize(label);
    return { size, candidates: label.candidates(size) };
  });
  const places = placeLabels(
    requests,
    { boxes: tickBoxes(plane), circles, lines: [...lines, ...axesOf(plane)] },
    plane,
  );
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
