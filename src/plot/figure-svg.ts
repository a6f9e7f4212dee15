/** A figure of a program as SVG, drawn with D3's scales and shapes, in colours that a page's theme may set. */
import type { FigureData, Mark } from '../python/index.ts';
import { colorOf } from './colors.ts';
import { describeFigure } from './describe.ts';
import { type Attributes, element, escaped, text } from './element.ts';
import { markElements } from './marks.ts';
import { heightPx, type Panel, panelsOf, widthPx } from './panel.ts';

/** About so many ticks on an axis. */
const TICKS = 6;
const TICK_LENGTH = 4;
/** What all texts of a figure have in common is said once, on the figure. */
const FONT = { 'font-family': 'inherit, sans-serif', 'font-size': 11, fill: 'currentColor' };
const FAINT = { stroke: 'currentColor', 'stroke-opacity': 0.15 };
const FRAME = { stroke: 'currentColor', 'stroke-opacity': 0.6, fill: 'none' };

type Tick = { readonly at: number; readonly label: string };

function ticksOf(panel: Panel, axis: 'x' | 'y'): Tick[] {
  const scale = panel[axis];
  const names = axis === 'x' ? panel.axes.xNames : undefined;
  if (names !== undefined) return names.map((label, i) => ({ at: scale(i), label }));
  const format = scale.tickFormat(TICKS);
  return scale.ticks(TICKS).map((value) => ({ at: scale(value), label: format(value) }));
}

/** Returns the frame of the axes and the marks of its ticks as one path. */
function frameOf({ left, right, top, bottom }: Panel, across: readonly Tick[], up: readonly Tick[]): string {
  const px = (value: number): string => String(Math.round(value * 100) / 100);
  return [
    `M${px(left)},${px(top)}H${px(right)}V${px(bottom)}H${px(left)}Z`,
    ...across.map(({ at }) => `M${px(at)},${px(bottom)}v${TICK_LENGTH}`),
    ...up.map(({ at }) => `M${px(left)},${px(at)}h-${TICK_LENGTH}`),
  ].join('');
}

/** Returns a text, or nothing where the program gave none. */
const label = (attributes: Attributes, content: string): string[] =>
  content === '' ? [] : [text(attributes, content)];

function axesElements(panel: Panel): string[] {
  const { axes, left, right, top, bottom } = panel;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const title = label({ 'font-size': 13, x: middle.x, y: top - 10, 'text-anchor': 'middle' }, axes.title);
  if (!axes.visible) return title;
  const grid = (lines: readonly string[]): readonly string[] => (axes.grid ? lines : []);
  const [across, up] = [ticksOf(panel, 'x'), ticksOf(panel, 'y')];
  return [
    ...grid(across.map(({ at }) => element('line', { ...FAINT, x1: at, x2: at, y1: top, y2: bottom }))),
    ...grid(up.map(({ at }) => element('line', { ...FAINT, x1: left, x2: right, y1: at, y2: at }))),
    element('path', { ...FRAME, d: frameOf(panel, across, up) }),
    ...across.map(({ at, label }) => text({ x: at, y: bottom + 16, 'text-anchor': 'middle' }, label)),
    ...up.map(({ at, label }) => text({ x: left - 7, y: at + 4, 'text-anchor': 'end' }, label)),
    ...title,
    ...label({ x: middle.x, y: bottom + 34, 'text-anchor': 'middle' }, axes.xLabel),
    ...label(
      {
        'text-anchor': 'middle',
        transform: `translate(${(left - 40).toFixed(1)},${middle.y.toFixed(1)}) rotate(-90)`,
      },
      axes.yLabel,
    ),
  ];
}

function legendElements({ axes, right, top }: Panel): string[] {
  const labelled = axes.marks.filter((mark): mark is Mark & { label: string } => mark.label !== undefined);
  if (!axes.legend) return [];
  return labelled.flatMap((mark, i) => {
    const y = top + 14 + 16 * i;
    return [
      element('rect', { x: right - 20, y: y - 8, width: 10, height: 10, fill: colorOf(mark.color) }),
      text({ x: right - 26, y, 'text-anchor': 'end' }, mark.label),
    ];
  });
}

/** Returns an SVG document whose title and description tell the figure's text twin. `id` tells it from others of a page. */
export function figureSvg(figure: FigureData, id = 'figure'): string {
  const [width, height] = [widthPx(figure), heightPx(figure)];
  const [heading = '', ...rest] = describeFigure(figure);
  const panels = panelsOf(figure).map((panel, i) => {
    const { left, right, top, bottom } = panel;
    const clip = `${id}-${i}`;
    const box = element('rect', { x: left, y: top, width: right - left, height: bottom - top });
    return element('g', {}, [
      element('clipPath', { id: clip }, [box]),
      ...axesElements(panel),
      element(
        'g',
        { 'clip-path': `url(#${clip})` },
        panel.axes.marks.flatMap((mark) => markElements(mark, panel)),
      ),
      ...legendElements(panel),
    ]);
  });
  const title = label({ 'font-size': 15, x: width / 2, y: 18, 'text-anchor': 'middle' }, figure.title);
  return element(
    'svg',
    {
      ...FONT,
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-text`,
    },
    [
      element('title', { id: `${id}-title` }, [escaped(heading)]),
      element('desc', { id: `${id}-text` }, [escaped(rest.join('\n'))]),
      ...title,
      ...panels,
    ],
  );
}
