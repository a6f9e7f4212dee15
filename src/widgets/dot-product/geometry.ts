import {
  angleBetween,
  footOn,
  ORIGIN,
  type Plane,
  type Point,
  type SegmentPx,
} from '../../geometry/index.ts';

/** Where the parts of the picture stand, in pixels. */
export function dotPicture(plane: Plane, a: Point, b: Point) {
  const { toPx } = plane;
  const foot = footOn(a, b);
  const footPx = foot && toPx(foot);
  const origin = toPx(ORIGIN);
  // The shadow is drawn beside a, on the side where b is not, so that it is never hidden under the arrow.
  const turn = a[0] * b[1] - a[1] * b[0];
  const along = foot && foot[0] * a[0] + foot[1] * a[1] < 0 ? -1 : 1;
  const side = (turn >= 0 ? -1 : 1) * along;
  const shadow: SegmentPx | undefined = footPx && [origin, footPx];
  return {
    origin,
    a: toPx(a),
    b: toPx(b),
    angle: angleBetween(a, b),
    foot: footPx,
    shadow,
    shadowOffsetPx: side * 11,
    shadowSide: (side >= 0 ? 1 : -1) as 1 | -1,
  };
}

/** One bar of the sum: from where the ones before it ended to where it ends, as shares of the width. */
export type Bar = { readonly start: number; readonly end: number };

/**
 * Returns the products as bars that follow each other from zero, so that the last one ends where the sum's own bar ends.
 * Shares run from 0 at the left to 1 at the right over all that is reached; `zero` is where nothing is.
 */
export function runningBars(products: readonly number[]): {
  readonly bars: readonly Bar[];
  readonly total: Bar;
  readonly zero: number;
} {
  const ends = [0];
  for (const product of products) ends.push((ends.at(-1) ?? 0) + product);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const share = (value: number) => (high === low ? 0 : (value - low) / (high - low));
  const last = ends.at(-1) ?? 0;
  return {
    bars: products.map((_, k) => ({ start: share(ends[k] ?? 0), end: share(ends[k + 1] ?? 0) })),
    total: { start: share(0), end: share(last) },
    zero: share(0),
  };
}
