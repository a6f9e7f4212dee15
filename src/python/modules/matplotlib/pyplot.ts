/** `matplotlib.pyplot`: one figure after another, and functions that act on the current axes. */
import { nativeFunction } from '../../objects/callables.ts';
import { PyList, PyTuple } from '../../objects/collections.ts';
import type { PyDict } from '../../objects/dict.ts';
import { pyError, valueError } from '../../objects/exceptions.ts';
import { iteratorOver } from '../../objects/iterators.ts';
import { members } from '../../objects/members.ts';
import { PyModule } from '../../objects/module.ts';
import { type Keywords, PyObject, PyType, type Value } from '../../objects/object.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { call } from '../../operations/call.ts';
import { toFloat, toSmallIndex } from '../../operations/convert.ts';
import { str } from '../../operations/text.ts';
import type { Host, Modules } from '../host.ts';
import { AxesObject, axesType, FigureObject, figureType } from './axes.ts';
import './drawing.ts';
import { publicNames } from './public-names.ts';
import './settings.ts';

/** Functions of pyplot that are methods of the current axes, with the method's name where it differs. */
const ON_AXES: ReadonlyMap<string, string> = new Map([
  ...['plot', 'scatter', 'bar', 'imshow', 'quiver', 'axhline', 'axvline', 'grid', 'legend', 'axis'].map(
    (name): [string, string] => [name, name],
  ),
  ['title', 'set_title'],
  ['xlabel', 'set_xlabel'],
  ['ylabel', 'set_ylabel'],
  ['xlim', 'set_xlim'],
  ['ylim', 'set_ylim'],
]);

/** What `subplots` returns for several axes: a grid of them that is indexed and walked over as an array is. */
const gridType = new PyType({ name: 'ndarray', module: 'numpy' });

class AxesGrid extends PyObject {
  readonly rows: readonly (readonly AxesObject[])[];

  constructor(rows: readonly (readonly AxesObject[])[]) {
    super();
    this.rows = rows;
  }

  override get type(): PyType {
    return gridType;
  }
}

/** One axes, a row of them, or rows. */
type Cells = readonly (AxesObject | AxesGrid)[];
const cellsOf = ({ rows }: AxesGrid): Cells =>
  rows.length === 1 ? (rows[0] as Cells) : rows.map((row) => new AxesGrid([row]));

function cellAt(grid: AxesGrid, key: Value): Value {
  if (key instanceof PyTuple)
    return key.items.reduce<Value>(
      (cell, index) => (cell instanceof AxesGrid ? cellAt(cell, index) : cell),
      grid,
    );
  const cells = cellsOf(grid);
  const index = toSmallIndex(key);
  const cell = cells.at(index);
  if (cell === undefined || index >= cells.length)
    throw pyError('IndexError', `index ${index} is out of bounds for axis 0 with size ${cells.length}`);
  return cell;
}

const isGrid = (value: Value): value is AxesGrid => value instanceof AxesGrid;
const flat = (grid: AxesGrid): AxesGrid => new AxesGrid([grid.rows.flat()]);
members(gridType, isGrid)
  .getter('flat', flat)
  .getter('size', ({ rows }) => BigInt(rows.flat().length))
  .getter('shape', ({ rows }) => {
    const columns = BigInt(rows[0]?.length ?? 0);
    return new PyTuple(rows.length === 1 ? [columns] : [BigInt(rows.length), columns]);
  })
  .method('flatten', '', flat)
  .method('ravel', '', flat)
  .special('__len__', (self) => BigInt(cellsOf(self).length))
  .special('__getitem__', (self, key) => cellAt(self, key ?? null))
  .special('__iter__', (self) => iteratorOver('iterator', cellsOf(self)));

members(axesType, (value): value is AxesObject => value instanceof AxesObject).special(
  '__repr__',
  () => '<Axes: >',
);
members(figureType, (value): value is FigureObject => value instanceof FigureObject, 'python')
  .method('suptitle', 't, fontsize=None', (self, title) => {
    self.title = str(title);
    return null;
  })
  .method('tight_layout', '', () => null)
  .method('add_subplot', '*args', (self, args) => subplot(self, args))
  .special(
    '__repr__',
    ({ size: [width, height], axes }) =>
      `<Figure size ${Math.round(width * 100)}x${Math.round(height * 100)} with ${axes.length} Axes>`,
  );

const readSize = (value: Value): readonly [number, number] | undefined => {
  if (!(value instanceof PyTuple || value instanceof PyList)) return undefined;
  const [width, height] = value.items.map(toFloat);
  return width === undefined || height === undefined ? undefined : [width, height];
};

/** `subplot(rows, columns, number)`, counted from 1, or the three as one number of three digits. */
function subplot(figure: FigureObject, { items }: PyTuple): AxesObject {
  const digits = items.length === 1 ? [...str(items[0] ?? null)].map(Number) : items.map(toSmallIndex);
  const [rows = 1, columns = 1, number = 1] = digits;
  if (number < 1 || number > rows * columns)
    throw valueError(`num must be an integer with 1 <= num <= ${rows * columns}, not ${number}`);
  figure.rows = Math.max(figure.rows, rows);
  figure.columns = Math.max(figure.columns, columns);
  return figure.at(Math.floor((number - 1) / columns), (number - 1) % columns);
}

function pyplotModule(host: Host): PyModule {
  let figure: FigureObject | undefined;
  let axes: AxesObject | undefined;
  const start = (size: Value): FigureObject => {
    figure = new FigureObject(readSize(size));
    axes = undefined;
    const made = figure;
    host.addFigure(() => made.data);
    return made;
  };
  const currentFigure = (): FigureObject => figure ?? start(null);
  const currentAxes = (): AxesObject => {
    axes ??= currentFigure().at(0, 0);
    return axes;
  };
  const close = (): null => {
    figure = undefined;
    axes = undefined;
    return null;
  };
  const onAxes = [...ON_AXES].map(([name, method]): [string, Value] => [
    name,
    nativeFunction(
      name,
      '*args, **kwargs',
      (args, keywords) => call(getAttribute(currentAxes(), method), args.items, keywordsOf(keywords)),
      { module: 'matplotlib.pyplot' },
    ),
  ]);
  const define = <const S extends string>(
    name: string,
    signature: S,
    body: Parameters<typeof nativeFunction<S>>[2],
  ): [string, Value] => [
    name,
    nativeFunction(name, signature, body, { module: 'matplotlib.pyplot', style: 'python' }),
  ];
  return new PyModule(
    'matplotlib.pyplot',
    [
      ...onAxes,
      define('figure', 'num=None, figsize=None, dpi=None', (_number, size) => start(size)),
      define(
        'subplots',
        'nrows=1, ncols=1, *, figsize=None, sharex=False, sharey=False',
        (rows, columns, size) => {
          const made = start(size);
          [made.rows, made.columns] = [toSmallIndex(rows), toSmallIndex(columns)];
          const grid = Array.from({ length: made.rows }, (_, row) =>
            Array.from({ length: made.columns }, (_, column) => made.at(row, column)),
          );
          axes = made.axes.at(-1);
          const single = made.rows * made.columns === 1 ? (made.axes[0] as AxesObject) : undefined;
          const shown = made.columns === 1 ? [grid.map(([cell]) => cell as AxesObject)] : grid;
          return new PyTuple([made, single ?? new AxesGrid(shown)]);
        },
      ),
      define('subplot', '*args', (args) => {
        axes = subplot(currentFigure(), args);
        return axes;
      }),
      define('suptitle', 't', (title) => {
        currentFigure().title = str(title);
        return null;
      }),
      define('gca', '', () => currentAxes()),
      define('gcf', '', () => currentFigure()),
      define('tight_layout', '', () => null),
      define('show', '*, block=None', close),
      define('close', 'fig=None', close),
    ],
    { library: 'matplotlib', alias: 'plt', notOffered: publicNames() },
  );
}

const keywordsOf = (given: PyDict): Keywords =>
  new Map([...given.entries()].map(([key, value]): [string, Value] => [str(key), value]));

function matplotlibModule(host: Host): PyModule {
  const pyplot = host.importModule('matplotlib.pyplot');
  return new PyModule('matplotlib', pyplot === undefined ? [] : [['pyplot', pyplot]], {
    library: 'matplotlib',
    notOffered: ['animation', 'cm', 'colors', 'patches', 'rcParams', 'style', 'ticker', 'use'],
  });
}

export const matplotlibModules: Modules = new Map([
  ['matplotlib', matplotlibModule],
  ['matplotlib.pyplot', pyplotModule],
]);
