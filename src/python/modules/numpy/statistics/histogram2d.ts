/** `np.histogram2d`: how many points fall into each cell of a grid. */
import { fromFlat, type Shape } from '../../../../tensor/index.ts';
import { asIndex, isTrue, PyList, PyTuple, toArray, type Value, valueError } from '../../../objects/index.ts';
import { callNumpy } from '../calls.ts';
import { toTensor } from '../convert.ts';
import { define, type Entry } from '../functions.ts';
import { isArray, NdArray } from '../ndarray.ts';

/** Returns the bins of each axis: one number or row of edges for both, or one for each. */
function binsOf(bins: Value): readonly [Value, Value] {
  const isRow = bins instanceof PyList || bins instanceof PyTuple || isArray(bins);
  if (!isRow) return [bins, bins];
  const items = toArray(bins);
  return items.length === 2 ? [items[0] ?? null, items[1] ?? null] : [bins, bins];
}

/** Returns the cell of each value between the edges, the last edge included; −1 outside. */
function cellsOf(values: readonly number[], edges: readonly number[]): number[] {
  const last = edges.length - 2;
  return values.map((value) => {
    const above = edges.findIndex((edge) => value < edge);
    if (above < 0) return value === edges.at(-1) ? last : -1;
    return above - 1;
  });
}

function histogram2d(x: Value, y: Value, bins: Value, range: Value, density: Value, weights: Value): Value {
  const points = [x, y].map((each) => toTensor(each).toFlat()) as [number[], number[]];
  if (points[0].length !== points[1].length) throw valueError('x and y must have the same length.');
  const ranges = range === null ? [null, null] : toArray(range);
  const edges = binsOf(bins).map((each, axis) => {
    const count = asIndex(each);
    if (count === undefined) return toTensor(each);
    const span = { bins: count, range: ranges[axis] ?? null };
    return toTensor(callNumpy('histogram_bin_edges', [axis === 0 ? x : y], span));
  });
  const lines = edges.map((each) => each.toFlat()) as [number[], number[]];
  const shape: Shape = lines.map((each) => each.length - 1);
  const cells = [cellsOf(points[0], lines[0]), cellsOf(points[1], lines[1])] as const;
  const amounts = weights === null ? undefined : toTensor(weights, 'float64').toFlat();
  const columns = shape[1] as number;
  const counts = new Array<number>((shape[0] as number) * columns).fill(0);
  points[0].forEach((_, i) => {
    const [row, column] = [cells[0][i] as number, cells[1][i] as number];
    if (row >= 0 && column >= 0) {
      const at = row * columns + column;
      counts[at] = (counts[at] as number) + (amounts?.[i] ?? 1);
    }
  });
  const total = counts.reduce((sum, each) => sum + each, 0);
  const width = (line: readonly number[], at: number): number =>
    (line[at + 1] as number) - (line[at] as number);
  // NumPy divides by the widths of each axis in turn, then by the total.
  const shares = counts.map(
    (each, i) => each / width(lines[0], Math.floor(i / columns)) / width(lines[1], i % columns) / total,
  );
  const made = fromFlat<Shape>(isTrue(density ?? false) ? shares : counts, shape, 'float64');
  return new PyTuple([new NdArray(made), ...edges.map((each) => new NdArray(each))]);
}

export const gridHistogram: Entry = define(
  'histogram2d',
  'x, y, bins=10, range=None, density=None, weights=None',
  histogram2d,
);
