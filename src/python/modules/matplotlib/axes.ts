/** `Axes` and `Figure`: what a program draws on, and what has been drawn. */
import { PyObject, PyType } from '../../objects/object.ts';
import type { AxesData, FigureData, Limits, Mark } from './figure-data.ts';
import { autoX, autoY } from './limits.ts';

export const axesType = new PyType({ name: 'Axes', module: 'matplotlib.axes._axes' });
export const figureType = new PyType({ name: 'Figure', module: 'matplotlib.figure' });

export class AxesObject extends PyObject {
  readonly row: number;
  readonly column: number;
  readonly marks: Mark[] = [];
  title = '';
  xLabel = '';
  yLabel = '';
  xLimits: Limits | undefined;
  yLimits: Limits | undefined;
  xNames: string[] | undefined;
  grid = false;
  legend = false;
  equal = false;
  visible = true;

  constructor(row = 0, column = 0) {
    super();
    this.row = row;
    this.column = column;
  }

  override get type(): PyType {
    return axesType;
  }

  get x(): Limits {
    return this.xLimits ?? autoX(this.marks);
  }

  get y(): Limits {
    return this.yLimits ?? autoY(this.marks);
  }

  /** Returns the next colour of the cycle, which lines and filled shapes count apart. */
  nextColor(...kinds: readonly Mark['kind'][]): number {
    return this.marks.filter((mark) => kinds.includes(mark.kind) && typeof mark.color === 'number').length;
  }

  get data(): AxesData {
    const { row, column, title, xLabel, yLabel, x, y, xNames, grid, legend, equal, visible } = this;
    return {
      row,
      column,
      title,
      xLabel,
      yLabel,
      x,
      y,
      xNames,
      grid,
      legend,
      equal,
      visible,
      marks: [...this.marks],
    };
  }
}

/** Matplotlib's size of a figure in inches. */
const DEFAULT_SIZE = [6.4, 4.8] as const;

export class FigureObject extends PyObject {
  rows = 1;
  columns = 1;
  title = '';
  size: readonly [width: number, height: number];
  readonly axes: AxesObject[] = [];

  constructor(size: readonly [number, number] = DEFAULT_SIZE) {
    super();
    this.size = size;
  }

  override get type(): PyType {
    return figureType;
  }

  /** Returns the axes at a place of the grid, made when they are first asked for. */
  at(row: number, column: number): AxesObject {
    const known = this.axes.find((axes) => axes.row === row && axes.column === column);
    if (known !== undefined) return known;
    const made = new AxesObject(row, column);
    this.axes.push(made);
    return made;
  }

  get data(): FigureData {
    const { rows, columns, title, size } = this;
    const [width, height] = size;
    return { rows, columns, width, height, title, axes: this.axes.map((axes) => axes.data) };
  }
}
