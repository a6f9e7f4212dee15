/** Finds places for the labels of a picture, so that none covers another, a tick or a point, and few cross a line. */
import type { PointPx, SegmentPx } from './point.ts';

export type SizePx = { readonly widthPx: number; readonly heightPx: number };
/** A rectangle by its middle. */
export type BoxPx = SizePx & { readonly at: PointPx };

/** A point that is drawn, or a handle on it. */
export type CirclePx = { readonly at: PointPx; readonly radiusPx: number };

/** What labels must keep clear of: they cover no box and no circle, and cross a line only for want of a better place. */
export type Obstacles = {
  readonly boxes: readonly BoxPx[];
  readonly circles: readonly CirclePx[];
  readonly lines: readonly SegmentPx[];
};

export type LabelRequest = {
  readonly size: SizePx;
  /** Where its middle may stand, the best place first. */
  readonly candidates: readonly PointPx[];
};

/** What crossing one line costs, in candidates: a label goes twelve places down its list rather than stand on a line. */
const CROSSING_COST = 12;
/** A label keeps this far from the edge of the drawing. */
const MARGIN_PX = 2;

/**
 * Returns a place for each label, in the same order, or undefined where every candidate would cover a label that was placed
 * before, a box, a circle or the edge. Earlier labels have the first choice.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  { boxes, circles, lines }: Obstacles,
  frame: SizePx,
): readonly (PointPx | undefined)[] {
  const taken = [...boxes];
  return requests.map(({ size, candidates }) => {
    let best: { at: PointPx; cost: number } | undefined;
    for (const [rank, at] of candidates.entries()) {
      const box = { ...size, at };
      if (!isInside(box, frame) || taken.some((other) => boxesOverlap(box, other))) continue;
      if (circles.some((circle) => coversCircle(box, circle))) continue;
      const cost = rank + CROSSING_COST * lines.filter((line) => crosses(line, box)).length;
      if (best === undefined || cost < best.cost) best = { at, cost };
    }
    if (best) taken.push({ ...size, at: best.at });
    return best?.at;
  });
}

export function boxesOverlap(one: BoxPx, other: BoxPx): boolean {
  return (
    Math.abs(one.at[0] - other.at[0]) * 2 < one.widthPx + other.widthPx &&
    Math.abs(one.at[1] - other.at[1]) * 2 < one.heightPx + other.heightPx
  );
}

/** Returns whether a box reaches into a circle: whether the nearest point of the box lies inside. */
export function coversCircle(box: BoxPx, { at: [x, y], radiusPx }: CirclePx): boolean {
  const beyondX = Math.max(0, Math.abs(x - box.at[0]) - box.widthPx / 2);
  const beyondY = Math.max(0, Math.abs(y - box.at[1]) - box.heightPx / 2);
  return beyondX ** 2 + beyondY ** 2 < radiusPx ** 2;
}

/**
 * Returns places in eight directions around a dot of radius `radiusPx`, near ones first; `preferred` is the first
 * direction, in y-down pixels.
 */
export function placesAround(
  at: PointPx,
  size: SizePx,
  { preferred = [0, -1], radiusPx = 5 }: { preferred?: PointPx; radiusPx?: number } = {},
): readonly PointPx[] {
  const first = Math.atan2(preferred[1], preferred[0]) || 0;
  const turns = [0, 1, -1, 2, -2, 3, -3, 4];
  return [3, 13, 25].flatMap((gapPx) =>
    turns.map((turn) => placeClearOf(at, size, first + (turn * Math.PI) / 4, radiusPx + gapPx)),
  );
}

/** Returns the places above right, above left, below left and below right of a point, all clear of its row and its column. */
export function placesInCorners(
  [x, y]: PointPx,
  { widthPx, heightPx }: SizePx,
  gapPx: number,
): readonly PointPx[] {
  const [dx, dy] = [gapPx + widthPx / 2, gapPx + heightPx / 2];
  return [
    [x + dx, y - dy],
    [x - dx, y - dy],
    [x - dx, y + dy],
    [x + dx, y + dy],
  ];
}

/** Returns places beside a segment: on its left as seen walking along it first, then on its right; `side` −1 swaps them. */
export function placesBeside([from, to]: SegmentPx, size: SizePx, side: 1 | -1 = 1): readonly PointPx[] {
  const along = Math.atan2(to[1] - from[1], to[0] - from[0]) || 0;
  const left = along - (Math.PI / 2) * side;
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8];
  return [8, 20].flatMap((gapPx) =>
    [left, left + Math.PI].flatMap((direction) =>
      shares.map((share) =>
        placeClearOf(
          [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
          size,
          direction,
          gapPx,
        ),
      ),
    ),
  );
}

/** Returns the middle of a label whose box lies wholly `gapPx` beyond the line through a point that stands across a direction. */
function placeClearOf([x, y]: PointPx, size: SizePx, direction: number, gapPx: number): PointPx {
  const [dx, dy] = [Math.cos(direction), Math.sin(direction)];
  const reachPx = gapPx + (Math.abs(dx) * size.widthPx + Math.abs(dy) * size.heightPx) / 2;
  return [x + dx * reachPx, y + dy * reachPx];
}

function isInside({ at, widthPx, heightPx }: BoxPx, frame: SizePx): boolean {
  return (
    at[0] - widthPx / 2 >= MARGIN_PX &&
    at[0] + widthPx / 2 <= frame.widthPx - MARGIN_PX &&
    at[1] - heightPx / 2 >= MARGIN_PX &&
    at[1] + heightPx / 2 <= frame.heightPx - MARGIN_PX
  );
}

/** Returns whether a segment runs through a box, by clipping it at the four sides (Liang and Barsky, 1984). */
function crosses([from, to]: SegmentPx, { at, widthPx, heightPx }: BoxPx): boolean {
  let [first, last] = [0, 1];
  for (const [axis, half] of [
    [0, widthPx / 2],
    [1, heightPx / 2],
  ] as const) {
    const delta = to[axis] - from[axis];
    const [low, high] = [at[axis] - half - from[axis], at[axis] + half - from[axis]];
    if (delta === 0) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    first = Math.max(first, Math.min(low / delta, high / delta));
    last = Math.min(last, Math.max(low / delta, high / delta));
  }
  return first <= last;
}
