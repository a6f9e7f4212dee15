/** Marks as SVG. */
import {
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import type { ArrowsMark, ImageMark, LineMark, Mark } from '../python/index.ts';
import { colorOf, greyOf } from './colors.ts';
import { element } from './element.ts';
import type { Panel } from './panel.ts';

const DASHES = {
  solid: undefined,
  dashed: '6 4',
  dotted: '2 3',
  dashdot: '6 3 2 3',
  none: undefined,
} as const;

/** Matplotlib's markers, of those that have a shape of their own; others are circles. */
const SHAPES = new Map([
  ['s', symbolSquare],
  ['D', symbolDiamond],
  ['d', symbolDiamond],
  ['^', symbolTriangle],
  ['*', symbolStar],
  ['+', symbolCross],
  ['x', symbolCross],
]);
/** In square pixels. */
const MARKER_AREA = 36;
const LINE_WIDTH = 1.8;

type Point = readonly [x: number, y: number];

function pointsOf(x: readonly number[], y: readonly number[], panel: Panel): Point[] {
  return x.map((each, i): Point => [panel.x(each), panel.y(y[i] as number)]);
}

const isVisible = ([x, y]: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

function markers(points: readonly Point[], marker: string, color: string): string[] {
  const path = symbol(SHAPES.get(marker) ?? symbolCircle, MARKER_AREA)() ?? '';
  return points
    .filter(isVisible)
    .map(([x, y]) =>
      element('path', { d: path, transform: `translate(${x.toFixed(2)},${y.toFixed(2)})`, fill: color }),
    );
}

function lineOf(mark: LineMark, panel: Panel): string[] {
  const color = colorOf(mark.color);
  const points = pointsOf(mark.x, mark.y, panel);
  const path = line<Point>().defined(isVisible)(points);
  const drawn =
    mark.dash === 'none' || path === null
      ? []
      : [
          element('path', {
            d: path,
            fill: 'none',
            stroke: color,
            'stroke-width': LINE_WIDTH,
            'stroke-dasharray': DASHES[mark.dash],
          }),
        ];
  return mark.marker === undefined ? drawn : [...drawn, ...markers(points, mark.marker, color)];
}

function imageOf({ rows, low, high }: ImageMark, { x, y }: Panel): string[] {
  return rows.flatMap((row, i) =>
    row.map((value, j) => {
      const [left, right] = [x(j - 0.5), x(j + 0.5)];
      const [top, bottom] = [y(i - 0.5), y(i + 0.5)];
      return element('rect', {
        x: Math.min(left, right),
        y: Math.min(top, bottom),
        width: Math.abs(right - left),
        height: Math.abs(bottom - top),
        fill: greyOf(high === low ? 0 : (value - low) / (high - low)),
      });
    }),
  );
}

/** The longest arrow whose length has no unit, as a share of the width. */
const LONGEST = 0.15;
/** Of an arrow's head, in pixels. */
const HEAD = 7;

function arrowsOf(mark: ArrowsMark, panel: Panel): string[] {
  const { x, y, left, right } = panel;
  const longest = Math.max(...mark.u.map((u, i) => Math.hypot(u, mark.v[i] as number)), Number.MIN_VALUE);
  const perUnit = ((right - left) * LONGEST) / longest;
  return mark.x.flatMap((at, i) => {
    const [u, v] = [mark.u[i] as number, mark.v[i] as number];
    const from: Point = [x(at), y(mark.y[i] as number)];
    const to: Point = mark.inUnits
      ? [x(at + u), y((mark.y[i] as number) + v)]
      : [from[0] + u * perUnit, from[1] - v * perUnit];
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const corner = (turn: number): Point => [
      to[0] - HEAD * Math.cos(angle + turn),
      to[1] - HEAD * Math.sin(angle + turn),
    ];
    const path = `${line<Point>()([from, to]) ?? ''}${line<Point>()([corner(0.45), to, corner(-0.45)]) ?? ''}`;
    return [
      element('path', { d: path, fill: 'none', stroke: colorOf(mark.color), 'stroke-width': LINE_WIDTH }),
    ];
  });
}

/** Returns the elements of one mark. */
export function markElements(mark: Mark, panel: Panel): string[] {
  const { x, y, left, right, top, bottom } = panel;
  switch (mark.kind) {
    case 'line':
      return lineOf(mark, panel);
    case 'points':
      return markers(pointsOf(mark.x, mark.y, panel), 'o', colorOf(mark.color));
    case 'bars':
      return mark.x.map((at, i) => {
        const [from, to] = [
          y(mark.bottom[i] as number),
          y((mark.bottom[i] as number) + (mark.height[i] as number)),
        ];
        const start = x(at - mark.width / 2);
        return element('rect', {
          x: start,
          y: Math.min(from, to),
          width: x(at + mark.width / 2) - start,
          height: Math.abs(to - from),
          fill: colorOf(mark.color),
        });
      });
    case 'arrows':
      return arrowsOf(mark, panel);
    case 'image':
      return imageOf(mark, panel);
    case 'rule': {
      const ends =
        mark.along === 'x'
          ? { x1: left, x2: right, y1: y(mark.at), y2: y(mark.at) }
          : { x1: x(mark.at), x2: x(mark.at), y1: top, y2: bottom };
      return [
        element('line', { ...ends, stroke: colorOf(mark.color), 'stroke-dasharray': DASHES[mark.dash] }),
      ];
    }
  }
}
