/** Functions that are one formula: `geomspace`, `sinc`, `unwrap`, `vander`, and the windows of signal processing. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { asFloat, binary, PyTuple, toSmallIndex, type Value, valueError } from '../../../objects/index.ts';
import { callNumpy } from '../calls.ts';
import { toTensor } from '../convert.ts';
import { optionalDType } from '../dtype.ts';
import { define, type Entry } from '../functions.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { reserve } from '../reserve.ts';
import { session } from '../session.ts';

const np = callNumpy;

/** `geomspace`: numbers in geometric progression, with exact ends. */
function geometric(start: Value, stop: Value, num: Value, endpoint: Value, dtype: Value): Value {
  const [first, last] = [toTensor(start, 'float64'), toTensor(stop, 'float64')];
  if ([...first.toFlat(), ...last.toFlat()].includes(0))
    throw valueError('Geometric sequence cannot include zero');
  const sign = first.toFlat().every((x) => x < 0) && last.toFlat().every((x) => x < 0) ? -1 : 1;
  const ends = [first, last].map((each) => np('log10', [np('multiply', [new NdArray(each), sign])]));
  const made = toTensor(np('logspace', [...ends, num, endpoint])) as Tensor;
  const count = toSmallIndex(num);
  if (count > 0) {
    core.assignAt(made, [0], core.multiply<Shape, Shape>(first, sign as never));
    if (count > 1 && endpoint !== false)
      core.assignAt(made, [count - 1], core.multiply<Shape, Shape>(last, sign as never));
  }
  const signed = sign < 0 ? core.negative(made) : made;
  const type = optionalDType(dtype);
  return new NdArray(type === undefined ? signed : core.astype(signed, type));
}

function sinc(x: Value): Value {
  const given = np('asanyarray', [x]);
  const y = binary(
    '*',
    Math.PI,
    np('where', [binary('*', given, 1) && np('equal', [given, 0n]), 1e-20, given]),
  );
  return binary('/', np('sin', [y]), y);
}

/** Adds multiples of the period, so that neighbours differ by at most half of it. */
function unwrapped(p: Value, discont: Value, axis: Value, period: Value): Value {
  const source = toTensor(p);
  const round = asFloat(period) ?? 2 * Math.PI;
  const half = round / 2;
  const jump = discont === null ? half : (asFloat(discont) ?? half);
  const isWhole = core.isInteger(source.dtype) && typeof period === 'bigint';
  const t = isWhole ? source : core.astype(source, core.isFloat(source.dtype) ? source.dtype : 'float64');
  const moved = core.swapAxes(t, toSmallIndex(axis), -1);
  const length = moved.shape.at(-1) as number;
  const values = moved.toFlat();
  const made = values.slice();
  for (let start = 0; start < values.length; start += length) {
    let shift = 0;
    for (let i = start + 1; i < start + length; i++) {
      const step = (values[i] as number) - (values[i - 1] as number);
      const low = isWhole && round % 2 !== 0 ? -Math.floor(half) - 1 + 1 : -half;
      const rest = step - low;
      let near = rest - Math.floor(rest / round) * round + low;
      if (near === low && step > 0) near = half;
      const correction = Math.abs(step) < jump ? 0 : near - step;
      shift += correction;
      made[i] = (values[i] as number) + shift;
    }
  }
  return new NdArray(
    core.contiguous(
      core.swapAxes(core.fromFlat(made, moved.shape, t.dtype) as Tensor, toSmallIndex(axis), -1),
    ),
  );
}

/** Returns the powers of the numbers as rows, the highest first unless `increasing`. */
function vandermonde(x: Value, n: Value, increasing: Value): Value {
  const vector = toTensor(x);
  if (vector.rank !== 1) throw valueError('x must be a one-dimensional array or sequence.');
  const columns = n === null ? vector.size : toSmallIndex(n);
  reserve([vector.size, columns]);
  const dtype = core.isFloat(vector.dtype) ? vector.dtype : 'int64';
  const values = vector.toFlat().flatMap((value) => {
    const row: number[] = [];
    let power = 1;
    for (let i = 0; i < columns; i++) {
      row.push(power);
      power = dtype === 'float32' ? Math.fround(power * value) : power * value;
    }
    return increasing === true ? row : row.reverse();
  });
  return new NdArray(core.fromFlat(values, [vector.size, columns], dtype));
}

/** Returns a window of `M` points from the formula of its middle-centred places n = 1 − M, 3 − M, …, M − 1. */
const window = (name: string, formula: (n: Value, width: number) => Value): Entry =>
  define(name, 'M', (M) => {
    const count = asFloat(M) ?? Number(toSmallIndex(M));
    if (count < 1) return np('array', [new PyTuple([])]);
    if (count === 1) return np('ones', [1n]);
    return formula(np('arange', [1 - count, count, 2n]), count - 1);
  });
const cosine = (n: Value, width: number, times = 1): Value =>
  np('cos', [binary('/', binary('*', times * Math.PI, n), width)]);

/** y = np.trapz(…), which is now called trapezoid. */
function trapz(y: Value, x: Value, dx: Value, axis: Value): Value {
  session().warn(
    'DeprecationWarning',
    '`trapz` is deprecated. Use `trapezoid` instead, or one of the numerical integration functions in `scipy.integrate`.',
  );
  return np('trapezoid', [y, x, dx, axis]);
}

export const formulaFunctions: readonly Entry[] = [
  define('geomspace', 'start, stop, num=50, endpoint=True, dtype=None, axis=0!', geometric),
  define('sinc', 'x', sinc),
  define('unwrap', 'p, discont=None, axis=-1, *, period=6.283185307179586', unwrapped),
  define('vander', 'x, N=None, increasing=False', vandermonde),
  define('trapz', 'y, x=None, dx=1.0, axis=-1', trapz),
  define('in1d', 'ar1, ar2, assume_unique=False, invert=False, *, kind=None', (ar1, ar2, _unique, invert) => {
    session().warn('DeprecationWarning', '`in1d` is deprecated. Use `np.isin` instead.');
    const [first, second] = [ar1, ar2].map((each) =>
      np('ravel', [isArray(each) ? each : np('asarray', [each])]),
    );
    return np('isin', [first ?? null, second ?? null], { invert });
  }),
  window('hanning', (n, width) => binary('+', 0.5, binary('*', 0.5, cosine(n, width)))),
  window('hamming', (n, width) => binary('+', 0.54, binary('*', 0.46, cosine(n, width)))),
  window('blackman', (n, width) =>
    binary(
      '+',
      binary('+', 0.42, binary('*', 0.5, cosine(n, width))),
      binary('*', 0.08, cosine(n, width, 2)),
    ),
  ),
  window('bartlett', (n, width) =>
    np('where', [
      np('less_equal', [n, 0n]),
      binary('+', 1n, binary('/', n, width)),
      binary('-', 1n, binary('/', n, width)),
    ]),
  ),
];
