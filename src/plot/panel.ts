/** Where one axes lies in its figure, and the scales that place its values there. */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { AxesData, AxisLimits, FigureData } from '../python/index.ts';

/** Pixels of an inch of the program's figure size, as SVG counts them. */
const PIXELS_PER_INCH = 72;
/** Room in pixels around each axes, for labels and ticks. */
const MARGIN = { left: 52, right: 14, top: 30, bottom: 42 };
const TITLE_HEIGHT = 24;

export type Panel = {
  readonly axes: AxesData;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
};

export const widthPx = ({ width }: FigureData): number => width * PIXELS_PER_INCH;
export const heightPx = ({ height }: FigureData): number => height * PIXELS_PER_INCH;

/** Returns each axes with its place and its scales. */
export function panelsOf(figure: FigureData): Panel[] {
  const above = figure.title === '' ? 0 : TITLE_HEIGHT;
  const width = widthPx(figure) / figure.columns;
  const height = (heightPx(figure) - above) / figure.rows;
  return figure.axes.map((axes) => {
    const [left, right] = [axes.column * width + MARGIN.left, (axes.column + 1) * width - MARGIN.right];
    const [top, bottom] = [
      axes.row * height + above + MARGIN.top,
      (axes.row + 1) * height + above - MARGIN.bottom,
    ];
    const [x, y] = axes.equal ? equalScales(axes, right - left, bottom - top) : [axes.x, axes.y];
    return {
      axes,
      left,
      right,
      top,
      bottom,
      x: scaleLinear([...x], [left, right]),
      y: scaleLinear([...y], [bottom, top]),
    };
  });
}

/** Returns the limits with one axis widened around its middle, so that a unit is as long on both. */
function equalScales({ x, y }: AxesData, width: number, height: number): readonly [AxisLimits, AxisLimits] {
  const perPixel = Math.max(Math.abs(x[1] - x[0]) / width, Math.abs(y[1] - y[0]) / height);
  const widen = ([start, end]: AxisLimits, pixels: number): AxisLimits => {
    const middle = (start + end) / 2;
    const half = (Math.sign(end - start) * perPixel * pixels) / 2;
    return [middle - half, middle + half];
  };
  return [widen(x, width), widen(y, height)];
}
