/** The text twin of a figure: what is drawn, line by line, for those who do not see it. */
import type { AxesData, AxisLimits, FigureData, Mark } from '../python/index.ts';

/** Numbers with four digits that count. */
const number = (value: number): string => String(Number(value.toPrecision(4)));
const limits = ([start, end]: AxisLimits): string => `from ${number(start)} to ${number(end)}`;
const count = (many: number, name: string): string => `${many} ${name}${many === 1 ? '' : 's'}`;

/** The first points of a mark, and how many more there are. */
const SHOWN = 6;
function pointsText(x: readonly number[], y: readonly number[]): string {
  const points = x.slice(0, SHOWN).map((each, i) => `(${number(each)}, ${number(y[i] as number)})`);
  const more = x.length - points.length;
  return `${points.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function markText(mark: Mark, { xNames }: AxesData): string {
  const label = mark.label === undefined ? '' : ` “${mark.label}”`;
  switch (mark.kind) {
    case 'line':
      return `Line${label} through ${pointsText(mark.x, mark.y)}`;
    case 'points':
      return `${count(mark.x.length, 'point')}${label}: ${pointsText(mark.x, mark.y)}`;
    case 'bars':
      return `${count(mark.x.length, 'bar')}${label}: ${mark.height
        .map(
          (height, i) => `${xNames?.[mark.x[i] as number] ?? number(mark.x[i] as number)} ${number(height)}`,
        )
        .join(', ')}`;
    case 'arrows':
      return `${count(mark.x.length, 'arrow')}${label}: ${mark.x
        .map(
          (x, i) =>
            `(${number(mark.u[i] as number)}, ${number(mark.v[i] as number)}) at (${number(x)}, ${number(mark.y[i] as number)})`,
        )
        .join(', ')}`;
    case 'image':
      return `Image of ${count(mark.rows.length, 'row')} and ${count(mark.rows[0]?.length ?? 0, 'column')}, from ${number(mark.low)} (dark) to ${number(mark.high)} (light)`;
    case 'rule':
      return `Line${label} at ${mark.along === 'x' ? 'y' : 'x'} = ${number(mark.at)}`;
  }
}

function axesText(axes: AxesData): string[] {
  const name = (label: string, axis: string): string => (label === '' ? axis : `${axis} (${label})`);
  return [
    `${name(axes.xLabel, 'x')} ${limits(axes.x)}, ${name(axes.yLabel, 'y')} ${limits(axes.y)}`,
    ...axes.marks.map((mark) => markText(mark, axes)),
  ];
}

/** Lines of text: the figure's heading, then for each axes its title, its limits and its marks. */
export function describeFigure(figure: FigureData): string[] {
  const [only] = figure.axes;
  if (figure.axes.length === 1 && only !== undefined)
    return [heading([figure.title, only.title]), ...axesText(only)];
  return [
    heading([figure.title]),
    ...figure.axes.flatMap((axes, i) => [
      `Axes ${i + 1} of ${figure.axes.length}${axes.title === '' ? '' : `: ${axes.title}`}`,
      ...axesText(axes),
    ]),
  ];
}

const heading = (titles: readonly string[]): string =>
  ['Figure', ...titles.filter((title) => title !== '')].join(': ');
