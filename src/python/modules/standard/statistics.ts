/** `statistics`: https://docs.python.org/3/library/statistics.html */

import { sorted } from '../../builtins/iteration.ts';
import {
  binary,
  builtinException,
  exceptionType,
  PyDict,
  PyList,
  pyError,
  toArray,
  toFloat,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { exactMoments } from './exact-moments.ts';
import { furtherStatistics } from './further-statistics.ts';
import { fn, standardModule } from './module.ts';

const statisticsError = exceptionType('StatisticsError', [builtinException('ValueError')], 'statistics');

function data(iterable: Value, atLeast: number, message: string): Value[] {
  const values = toArray(iterable);
  if (values.length < atLeast) throw pyError(statisticsError, message);
  return values;
}

const halfOf = (a: Value, b: Value): Value => binary('/', binary('+', a, b), 2n);

function median(iterable: Value): Value {
  const values = sorted(data(iterable, 1, 'no median for empty data'), null, false);
  const middle = Math.floor(values.length / 2);
  return values.length % 2 === 1
    ? (values[middle] ?? null)
    : halfOf(values[middle - 1] ?? null, values[middle] ?? null);
}

function counts(iterable: Value): [Value, number][] {
  const found = new PyDict();
  for (const value of toArray(iterable)) found.set(value, binary('+', found.get(value) ?? 0n, 1n));
  return [...found.entries()].map(([value, count]) => [value, Number(count)]);
}

/** A whole result of ints is an int, as `statistics.mean([1, 3])` is 2. */
function spread(iterable: Value, sample: boolean, name: string): Value {
  const least = sample ? 2 : 1;
  const values = data(
    iterable,
    least,
    sample ? `${name} requires at least two data points` : `${name} requires at least one data point`,
  );
  return exactMoments(values).variance(sample ? 1 : 0);
}

const root = (value: Value): number => Math.sqrt(toFloat(value));

export const statisticsModules: Modules = standardModule(
  'statistics',
  () => [
    ['StatisticsError', statisticsError] as [string, Value],
    fn('statistics', 'mean', 'data', (values) =>
      exactMoments(data(values, 1, 'mean requires at least one data point')).mean(),
    ),
    fn('statistics', 'fmean', 'data, weights=None!', (values) =>
      toFloat(exactMoments(data(values, 1, 'fmean requires at least one data point').map(toFloat)).mean()),
    ),
    fn('statistics', 'median', 'data', median),
    fn('statistics', 'median_low', 'data', (values) => {
      const found = sorted(data(values, 1, 'no median for empty data'), null, false);
      return found[Math.floor((found.length - 1) / 2)] ?? null;
    }),
    fn('statistics', 'median_high', 'data', (values) => {
      const found = sorted(data(values, 1, 'no median for empty data'), null, false);
      return found[Math.floor(found.length / 2)] ?? null;
    }),
    fn('statistics', 'mode', 'data', (values) => {
      const [first, ...rest] = counts(values);
      if (first === undefined) throw pyError(statisticsError, 'no mode for empty data');
      return rest.reduce((best, each) => (each[1] > best[1] ? each : best), first)[0];
    }),
    fn('statistics', 'multimode', 'data', (values) => {
      const found = counts(values);
      const most = Math.max(0, ...found.map(([, count]) => count));
      return new PyList(found.filter(([, count]) => count === most).map(([value]) => value));
    }),
    fn('statistics', 'variance', 'data, xbar=None!', (values) => spread(values, true, 'variance')),
    fn('statistics', 'pvariance', 'data, mu=None!', (values) => spread(values, false, 'pvariance')),
    fn('statistics', 'stdev', 'data, xbar=None!', (values) => root(spread(values, true, 'stdev'))),
    fn('statistics', 'pstdev', 'data, mu=None!', (values) => root(spread(values, false, 'pstdev'))),
    ...furtherStatistics(statisticsError),
  ],
  'NormalDist median_grouped kde kde_random',
);
