import { distance, type PointPx, type SegmentPx } from './point.ts';

/** The size of an arrow head when the shaft is long enough for it. */
export type ArrowHead = { readonly lengthPx: number; readonly widthPx: number };

/** A drawn arrow: the line that is stroked and the triangle that is filled. */
export type Arrow = {
  /** From the tail to the base of the head, so that the line never shows beyond the point. */
  readonly shaft: SegmentPx;
  /** The tip and the two corners of the base; all three coincide when the arrow has no length. */
  readonly head: readonly [tip: PointPx, left: PointPx, right: PointPx];
  readonly lengthPx: number;
};

const HEAD: ArrowHead = { lengthPx: 12, widthPx: 10 };
/** The largest part of the whole arrow that the head may take. */
const LARGEST_SHARE = 0.5;

/**
 * Returns an arrow from tail to tip. The head shrinks, keeping its proportions, so that it is never longer than half of the
 * arrow; an arrow of no length has neither shaft nor head, and the view draws a dot.
 */
export function arrow(tail: PointPx, tip: PointPx, head: ArrowHead = HEAD): Arrow {
  const lengthPx = distance(tail, tip);
  if (lengthPx === 0) return { shaft: [tail, tail], head: [tip, tip, tip], lengthPx };
  const [alongX, alongY] = [(tip[0] - tail[0]) / lengthPx, (tip[1] - tail[1]) / lengthPx];
  const scale = Math.min(1, (lengthPx * LARGEST_SHARE) / head.lengthPx);
  const back = head.lengthPx * scale;
  const half = (head.widthPx * scale) / 2;
  const base: PointPx = [tip[0] - alongX * back, tip[1] - alongY * back];
  return {
    shaft: [tail, base],
    head: [
      tip,
      [base[0] + alongY * half, base[1] - alongX * half],
      [base[0] - alongY * half, base[1] + alongX * half],
    ],
    lengthPx,
  };
}

/**
 * Returns where a label stands beyond an arrow's tip: `gapPx` further along the arrow's own direction, so that it never covers
 * the shaft. An arrow of no length has its label above.
 */
export function labelBeyond(tail: PointPx, tip: PointPx, gapPx: number): PointPx {
  const lengthPx = distance(tail, tip);
  if (lengthPx === 0) return [tip[0], tip[1] - gapPx];
  const share = gapPx / lengthPx;
  return [tip[0] + (tip[0] - tail[0]) * share, tip[1] + (tip[1] - tail[1]) * share];
}

/** Where a label stands beside the middle of a segment, `gapPx` off it on its left as seen walking along it. */
export function labelBeside(from: PointPx, to: PointPx, gapPx: number): PointPx {
  const lengthPx = distance(from, to);
  const middle: PointPx = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  if (lengthPx === 0) return [middle[0], middle[1] - gapPx];
  const [alongX, alongY] = [(to[0] - from[0]) / lengthPx, (to[1] - from[1]) / lengthPx];
  return [middle[0] + alongY * gapPx, middle[1] - alongX * gapPx];
}
