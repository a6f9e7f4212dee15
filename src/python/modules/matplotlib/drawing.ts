/** The methods of `Axes` that put marks on it. `plt.plot` and its kin call those of the current axes. */
import { PyList, type PyTuple } from '../../objects/collections.ts';
import { valueError } from '../../objects/exceptions.ts';
import { members } from '../../objects/members.ts';
import { PyObject, PyType, type Value } from '../../objects/object.ts';
import { toFloat } from '../../operations/convert.ts';
import { toArray } from '../../operations/iterate.ts';
import { address, str } from '../../operations/text.ts';
import { AxesObject as Axes, type AxesObject, axesType } from './axes.ts';
import type { LineMark, Mark } from './figure-data.ts';
import { withLook } from './keywords.ts';
import { isNested, readColor, readDash, readFormat, readLabel, readRow, readRows } from './read.ts';

/** What a call that draws returns: a thing to hold, without members. */
class Artist extends PyObject {
  readonly #type: PyType;

  constructor(type: PyType) {
    super();
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const artistType = (module: string, name: string): PyType => {
  const type = new PyType({ name, module });
  members(type, (value): value is Artist => value instanceof Artist).special(
    '__repr__',
    (self) => `<${module}.${name} object at ${address(self)}>`,
  );
  return type;
};
const LINE = artistType('matplotlib.lines', 'Line2D');
const POINTS = artistType('matplotlib.collections', 'PathCollection');
const BARS = artistType('matplotlib.container', 'BarContainer');
const IMAGE = artistType('matplotlib.image', 'AxesImage');
const ARROWS = artistType('matplotlib.quiver', 'Quiver');

const isAxes = (value: Value): value is AxesObject => value instanceof Axes;

function sameLength(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length)
    throw valueError(
      `x and y must have same first dimension, but have shapes (${x.length},) and (${y.length},)`,
    );
}

type Style = { readonly color: Value; readonly dash: Value; readonly marker: Value; readonly label: Value };

/** Lines of `x, y, format` groups; `y` alone is counted from 0, and each column of a matrix is a line. */
function plot(self: AxesObject, args: PyTuple, style: Style): Value {
  const lines: Mark[] = [];
  let rest = args.items;
  while (rest.length > 0) {
    const data = rest.slice(0, typeof rest[1] === 'string' || rest.length === 1 ? 1 : 2);
    const format = typeof rest[data.length] === 'string' ? str(rest[data.length] ?? '') : '';
    rest = rest.slice(data.length + (format === '' ? 0 : 1));
    const [first = null, second] = data;
    const values = second ?? first;
    const columns = isNested(values) ? transposed(readRows(values)) : [readRow(values)];
    for (const y of columns) {
      const x = second === undefined ? y.map((_, i) => i) : readRow(first);
      sameLength(x, y);
      const mark = lineMark(self, x, y, { ...style, format });
      self.marks.push(mark);
      lines.push(mark);
    }
  }
  return new PyList(lines.map(() => new Artist(LINE)));
}

function lineMark(
  self: AxesObject,
  x: number[],
  y: number[],
  style: Style & { readonly format: string },
): LineMark {
  const format = readFormat(style.format);
  const marker = style.marker === null ? format.marker : str(style.marker);
  const color = readColor(style.color ?? format.color ?? null, () => self.nextColor('line'));
  // A format with a marker alone draws no line.
  const dash = readDash(style.dash) ?? format.dash ?? (format.marker === undefined ? 'solid' : 'none');
  return { kind: 'line', x, y, dash, marker, color, label: readLabel(style.label) };
}

const transposed = (rows: readonly number[][]): number[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as number));

/** Names of bars stand at 0, 1, …. */
function places(self: AxesObject, x: Value): number[] {
  const values = toArray(x);
  if (!values.some((each) => typeof each === 'string')) return readRow(x);
  self.xNames = values.map(str);
  return values.map((_, i) => i);
}

const numberOr = (value: Value, otherwise: number): number => (value === null ? otherwise : toFloat(value));

withLook(members(axesType, isAxes, 'python'))
  .method(
    'plot',
    '*args, color=None, c=None, linestyle=None, ls=None, marker=None, label=None, linewidth=None, lw=None, markersize=None, alpha=None',
    (self, args, color, c, linestyle, ls, marker, label) =>
      plot(self, args, { color: color ?? c, dash: linestyle ?? ls, marker, label }),
  )
  .method(
    'scatter',
    'x, y, s=None, c=None, marker=None, *, color=None, label=None, alpha=None',
    (self, x, y, _size, c, _marker, color, label) => {
      const [xs, ys] = [readRow(x), readRow(y)];
      if (xs.length !== ys.length) throw valueError('x and y must be the same size');
      const fill = readColor(color ?? c, () => self.nextColor('points', 'bars'));
      self.marks.push({ kind: 'points', x: xs, y: ys, color: fill, label: readLabel(label) });
      return new Artist(POINTS);
    },
  )
  .method(
    'bar',
    'x, height, width=0.8, bottom=None, *, color=None, label=None, alpha=None',
    (self, x, height, width, bottom, color, label) => {
      const xs = places(self, x);
      const heights = readRow(height);
      const all = <T>(values: readonly T[]): readonly T[] =>
        values.length === 1 ? xs.map(() => values[0] as T) : values;
      if (all(heights).length !== xs.length)
        throw valueError(
          `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (${xs.length},) and arg 1 with shape (${heights.length},).`,
        );
      self.marks.push({
        kind: 'bars',
        x: xs,
        width: numberOr(width, 0.8),
        bottom: all(bottom === null ? [0] : readRow(bottom)),
        height: all(heights),
        color: readColor(color, () => self.nextColor('points', 'bars')),
        label: readLabel(label),
      });
      return new Artist(BARS);
    },
  )
  .method('imshow', 'X, cmap=None, *, vmin=None, vmax=None', (self, x, _map, vmin, vmax) => {
    const rows = readRows(x);
    const values = rows.flat();
    self.marks.push({
      kind: 'image',
      rows,
      low: numberOr(vmin, Math.min(...values)),
      high: numberOr(vmax, Math.max(...values)),
      color: 0,
      label: undefined,
    });
    self.equal = true;
    return new Artist(IMAGE);
  })
  .method(
    'quiver',
    '*args, color=None, angles=None, scale_units=None, scale=None, label=None, width=None',
    (self, args, color, angles, units, scale, label) => {
      const given = args.items.map(readRow);
      const [u = [], v = []] = given.slice(given.length >= 4 ? 2 : 0);
      const [x = [], y = []] = given.length >= 4 ? given : [u.map((_, i) => i), u.map(() => 0)];
      if (x.length !== u.length || y.length !== v.length || u.length !== v.length)
        throw valueError(
          `Argument U has a size ${u.length} which does not match ${x.length}, the number of arrow positions`,
        );
      const inUnits = angles === 'xy' && units === 'xy' && numberOr(scale, 0) === 1;
      const fill = color === null ? 'black' : readColor(color, () => 0);
      self.marks.push({ kind: 'arrows', x, y, u, v, inUnits, color: fill, label: readLabel(label) });
      return new Artist(ARROWS);
    },
  )
  .method(
    'axhline',
    'y=0, *, color=None, linestyle=None, linewidth=None, label=None',
    (self, y, color, dash, _width, label) => {
      self.marks.push(rule(self, 'x', y, color, dash, label));
      return new Artist(LINE);
    },
  )
  .method(
    'axvline',
    'x=0, *, color=None, linestyle=None, linewidth=None, label=None',
    (self, x, color, dash, _width, label) => {
      self.marks.push(rule(self, 'y', x, color, dash, label));
      return new Artist(LINE);
    },
  );

const rule = (
  self: AxesObject,
  along: 'x' | 'y',
  at: Value,
  color: Value,
  dash: Value,
  label: Value,
): Mark => ({
  kind: 'rule',
  along,
  at: toFloat(at),
  color: readColor(color, () => self.nextColor('line')),
  dash: readDash(dash) ?? 'solid',
  label: readLabel(label),
});
