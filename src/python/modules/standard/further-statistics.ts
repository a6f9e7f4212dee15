/** What of `statistics` is less common: means of other kinds, quantiles, and two series together. */
import { exp, log } from '../../../tensor/elementary/index.ts';
import { sorted } from '../../builtins/iteration.ts';
import {
  call,
  compare,
  isTrue,
  PyList,
  type PyType,
  pyError,
  toArray,
  toFloat,
  toIndex,
  type Value,
} from '../../objects/index.ts';
import { exactMoments } from './exact-moments.ts';
import { fn } from './module.ts';
import { namedTupleType } from './named-tuple.ts';

const meanOf = (values: readonly number[]): number => toFloat(exactMoments(values).mean());
/** Returns the exact sum, rounded once. */
const sumOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : toFloat(exactMoments(values).sum());

const regressionType = namedTupleType('LinearRegression', ['slope', 'intercept'], []);

/** Returns the members of the module, whose exception class is `error`. */
export function furtherStatistics(error: PyType): readonly (readonly [string, Value])[] {
  const fail = (message: string) => pyError(error, message);

  /** Two series of the same length, of at least two points. */
  const pairOf = (name: string, x: Value, y: Value): readonly [number[], number[]] => {
    const [a, b] = [toArray(x).map(toFloat), toArray(y).map(toFloat)];
    if (a.length !== b.length)
      throw fail(`${name} requires that both inputs have same number of data points`);
    if (a.length < 2) throw fail(`${name} requires at least two data points`);
    return [a, b];
  };
  const distances = (values: readonly number[]): number[] => {
    const mean = meanOf(values);
    return values.map((each) => each - mean);
  };
  const products = (a: readonly number[], b: readonly number[]): number =>
    sumOf(a.map((each, i) => each * (b[i] as number)));

  return [
    fn('statistics', 'quantiles', 'data, *, n=4, method="exclusive"', (data, n, method) => {
      const parts = Number(toIndex(n));
      if (parts < 1) throw fail('n must be at least 1');
      const values = sorted(toArray(data), null, false).map(toFloat);
      const count = values.length;
      if (count < 2) {
        if (count === 0) throw fail('must have at least one data point');
        return new PyList(Array.from({ length: parts - 1 }, () => values[0] as number));
      }
      const inclusive = method === 'inclusive';
      if (!inclusive && method !== 'exclusive') throw fail(`Unknown method: '${String(method)}'`);
      const span = inclusive ? count - 1 : count + 1;
      return new PyList(
        Array.from({ length: parts - 1 }, (_, i) => {
          const whole = Math.floor(((i + 1) * span) / parts);
          const place = inclusive ? whole : Math.min(Math.max(whole, 1), count - 1);
          const delta = (i + 1) * span - place * parts;
          const [low, high] = inclusive
            ? [values[place] as number, values[Math.min(place + 1, count - 1)] as number]
            : [values[place - 1] as number, values[place] as number];
          return (low * (parts - delta) + high * delta) / parts;
        }),
      );
    }),
    fn('statistics', 'harmonic_mean', 'data, weights=None!', (data) => {
      const values = toArray(data);
      if (values.length === 0) throw fail('harmonic_mean requires at least one data point');
      if (values.some((each) => isTrue(compare('<', each, 0n))))
        throw fail('harmonic mean does not support negative values');
      if (values.some((each) => toFloat(each) === 0)) return 0n;
      return toFloat(exactMoments(values.map((each) => 1 / toFloat(each))).countOverSum());
    }),
    fn('statistics', 'geometric_mean', 'data', (data) => {
      const values = toArray(data).map(toFloat);
      if (values.length === 0) throw fail('Must have a non-empty dataset');
      if (values.some((each) => each < 0)) throw fail('No negative inputs allowed');
      if (values.includes(0)) return 0;
      return exp(sumOf(values.map(log)) / values.length);
    }),
    fn('statistics', 'covariance', 'x, y, /', (x, y) => {
      const [a, b] = pairOf('covariance', x, y);
      return products(distances(a), distances(b)) / (a.length - 1);
    }),
    fn('statistics', 'correlation', 'x, y, /, *, method="linear"!', (x, y) => {
      const [a, b] = pairOf('correlation', x, y).map(distances) as [number[], number[]];
      const spread = Math.sqrt(products(a, a) * products(b, b));
      if (spread === 0) throw fail('at least one of the inputs is constant');
      return products(a, b) / spread;
    }),
    fn('statistics', 'linear_regression', 'x, y, /, *, proportional=False!', (x, y) => {
      const [a, b] = pairOf('linear regression', x, y);
      const [apart, other] = [distances(a), distances(b)];
      const spread = products(apart, apart);
      if (spread === 0) throw fail('x is constant');
      const slope = products(apart, other) / spread;
      return call(regressionType, [slope, meanOf(b) - slope * meanOf(a)]);
    }),
  ];
}
