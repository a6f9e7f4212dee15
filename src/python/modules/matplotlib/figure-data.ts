/** Figures that a program drew, as plain data: what is on them, in the units of the program. */

/** A colour of the cycle (0, 1, …), or the name that the program gave. */
export type MarkColor = number | string;

type Labelled = {
  /** What the legend says; undefined where the program gave no label. */
  readonly label: string | undefined;
  readonly color: MarkColor;
};

export type LineMark = Labelled & {
  readonly kind: 'line';
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly dash: 'solid' | 'dashed' | 'dotted' | 'dashdot' | 'none';
  /** Matplotlib's name of the marker at each point, such as `o`. */
  readonly marker: string | undefined;
};
type PointsMark = Labelled & {
  readonly kind: 'points';
  readonly x: readonly number[];
  readonly y: readonly number[];
};
type BarsMark = Labelled & {
  readonly kind: 'bars';
  /** The middle of each bar. */
  readonly x: readonly number[];
  readonly width: number;
  readonly bottom: readonly number[];
  readonly height: readonly number[];
};
export type ArrowsMark = Labelled & {
  readonly kind: 'arrows';
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** How far each arrow goes. */
  readonly u: readonly number[];
  readonly v: readonly number[];
  /** Are the components in the units of the axes, or only relative to each other? */
  readonly inUnits: boolean;
};
export type ImageMark = Labelled & {
  readonly kind: 'image';
  readonly rows: readonly (readonly number[])[];
  /** The numbers at the two ends of the colour scale. */
  readonly low: number;
  readonly high: number;
};
/** A line across the whole axes at one value. */
type RuleMark = Labelled & {
  readonly kind: 'rule';
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly dash: LineMark['dash'];
};
export type Mark = LineMark | PointsMark | BarsMark | ArrowsMark | ImageMark | RuleMark;

/** From the left or lower end to the other, which may be the smaller one. */
export type Limits = readonly [start: number, end: number];

export type AxesData = {
  /** The place in the figure's grid, from 0. */
  readonly row: number;
  readonly column: number;
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly x: Limits;
  readonly y: Limits;
  /** Names that stand at 0, 1, … on the axis instead of numbers. */
  readonly xNames: readonly string[] | undefined;
  readonly grid: boolean;
  readonly legend: boolean;
  /** Is one unit of x as long as one of y? */
  readonly equal: boolean;
  /** Are the axes drawn? */
  readonly visible: boolean;
  readonly marks: readonly Mark[];
};

export type FigureData = {
  readonly rows: number;
  readonly columns: number;
  /** In inches, as programs give it. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly axes: readonly AxesData[];
};
