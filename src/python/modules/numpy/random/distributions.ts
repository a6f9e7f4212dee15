/** Further distributions of RandomState and Generator: a part of NumPy that is fetched where one is named. */

import { svd } from '../../../../tensor/decompositions/index.ts';
import { log } from '../../../../tensor/elementary/index.ts';
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import * as of from '../../../../tensor/random/distributions/index.ts';
import { zigguratExponential, zigguratNormal } from '../../../../tensor/random/index.ts';
import { makeArray, toFloat, type Value, valueError } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { toTensor } from '../convert.ts';
import { NdArray } from '../ndarray.ts';
import { cythonMethods } from './cython-function.ts';
import { Generator, generatorType } from './generator.ts';
import './index.ts';
import { isRandomState, type RandomState, randomStateType } from './random-state.ts';
import { nonNegative, type Parameter, readSize, sample } from './samples.ts';

type Source = RandomState | Generator;

/** Returns what the distributions draw from: the legacy generator in its way, the new one in its own. */
function drawsOf(self: Source): of.Draws {
  const { source } = self;
  const uniform = (): number => source.nextDouble();
  if (self instanceof Generator)
    return {
      uniform,
      normal: () => zigguratNormal(source),
      exponential: () => zigguratExponential(source),
      isLegacy: false,
    };
  return {
    uniform,
    normal: () => self.normal.next(),
    exponential: () => -log(1 - uniform()),
    isLegacy: true,
  };
}

const isGenerator = (value: Value): value is Generator => value instanceof Generator;
const onGenerator = cythonMethods(generatorType, isGenerator);
const onState = cythonMethods(randomStateType, isRandomState);

type Limit = (name: string, value: Value) => Parameter;
const any: Limit = (_name, value) => ({ value });
const positive: Limit = (name, value) => ({ value, wrong: (x) => (x <= 0 ? `${name} <= 0` : undefined) });
const share: Limit = (name, value) => ({
  value,
  wrong: (x) =>
    x < 0 || Number.isNaN(x)
      ? `${name} < 0, ${name} > 1 or ${name} is NaN`
      : x > 1
        ? `${name} < 0, ${name} > 1 or ${name} is NaN`
        : undefined,
});
const properShare: Limit = (name, value) => ({
  value,
  wrong: (x) =>
    x <= 0 || x > 1 || Number.isNaN(x) ? `${name} <= 0, ${name} > 1 or ${name} contains NaNs` : undefined,
});
const count: Limit = (name, value) => ({ value, wrong: (x) => (x < 0 ? `${name} < 0` : undefined) });
const rate: Limit = (name, value) => ({
  value,
  wrong: (x) => (x < 0 || Number.isNaN(x) ? `${name} < 0 or ${name} is NaN` : undefined),
});

/** Defines a distribution of both generators; `parameters` are `name=default` with what each may be. */
function distribution(
  name: string,
  parameters: readonly (readonly [text: string, limit: Limit])[],
  draw: (draws: of.Draws, ...values: number[]) => number,
  dtype: 'float64' | 'int64' = 'float64',
): void {
  const names = parameters.map(([text]) => text.replace(/=.*/, ''));
  const signature = [...parameters.map(([text]) => text), 'size=None'].join(', ');
  const run = (self: Source, ...args: Value[]): Value => {
    const draws = drawsOf(self);
    const limits = parameters.map(([, limit], i) => limit(names[i] as string, args[i] ?? null));
    return sample(limits, args[parameters.length] ?? null, (...values) => draw(draws, ...values), dtype);
  };
  onGenerator(name, signature as 'size=None', run as (self: Generator, size: Value) => Value);
  onState(name, signature as 'size=None', run as (self: RandomState, size: Value) => Value);
}

distribution(
  'laplace',
  [
    ['loc=0.0', any],
    ['scale=1.0', nonNegative],
  ],
  of.laplace,
);
distribution(
  'gumbel',
  [
    ['loc=0.0', any],
    ['scale=1.0', nonNegative],
  ],
  of.gumbel,
);
distribution(
  'logistic',
  [
    ['loc=0.0', any],
    ['scale=1.0', nonNegative],
  ],
  of.logistic,
);
distribution(
  'lognormal',
  [
    ['mean=0.0', any],
    ['sigma=1.0', nonNegative],
  ],
  of.lognormal,
);
distribution('rayleigh', [['scale=1.0', nonNegative]], of.rayleigh);
distribution('weibull', [['a', nonNegative]], of.weibull);
distribution('power', [['a', positive]], of.power);
distribution('pareto', [['a', positive]], of.pareto);
distribution('standard_cauchy', [], of.cauchy);
distribution('standard_gamma', [['shape', nonNegative]], of.standardGamma);
distribution(
  'gamma',
  [
    ['shape', nonNegative],
    ['scale=1.0', nonNegative],
  ],
  (draws, shape = 1, scale = 1) => scale * of.standardGamma(draws, shape),
);
distribution('chisquare', [['df', positive]], of.chisquare);
distribution(
  'beta',
  [
    ['a', positive],
    ['b', positive],
  ],
  of.beta,
);
distribution(
  'f',
  [
    ['dfnum', positive],
    ['dfden', positive],
  ],
  of.fisher,
);
distribution('standard_t', [['df', positive]], of.student);
distribution('poisson', [['lam=1.0', rate]], of.poisson, 'int64');
distribution(
  'binomial',
  [
    ['n', count],
    ['p', share],
  ],
  of.binomial,
  'int64',
);
distribution('geometric', [['p', properShare]], of.geometric, 'int64');
distribution(
  'negative_binomial',
  [
    ['n', positive],
    ['p', properShare],
  ],
  of.negativeBinomial,
  'int64',
);
distribution(
  'triangular',
  [
    ['left', any],
    ['mode', any],
    ['right', any],
  ],
  (draws, left = 0, mode = 0, right = 0) => {
    if (left > mode) throw valueError('left > mode');
    if (mode > right) throw valueError('mode > right');
    if (left === right) throw valueError('left == right');
    return of.triangular(draws, left, mode, right);
  },
);

/** How often each of several outcomes came in n trials. */
function multinomial(self: Source, n: Value, pvals: Value, size: Value): Value {
  const shares = toTensor(pvals, 'float64').toFlat();
  const trials = toFloat(n);
  if (trials < 0) throw valueError('n < 0');
  if (shares.some((p) => !(p >= 0 && p <= 1)))
    throw valueError('pvals < 0, pvals > 1 or pvals contains NaNs');
  if (shares.slice(0, -1).reduce((sum, p) => sum + p, 0) > 1 + 1e-12)
    throw valueError('sum(pvals[:-1]) > 1.0');
  const shape = readSize(size) ?? [];
  const draws = drawsOf(self);
  const rows = makeArray(core.sizeOf(shape), () => {
    const counts = new Array<number>(shares.length).fill(0);
    let [left, rest] = [trials, 1];
    for (let j = 0; j < shares.length - 1 && left > 0; j++) {
      counts[j] = of.binomial(draws, left, (shares[j] as number) / rest);
      left -= counts[j] as number;
      rest -= shares[j] as number;
    }
    if (left > 0) counts[shares.length - 1] = left;
    return counts;
  });
  return new NdArray(core.fromFlat<Shape>(rows.flat(), [...shape, shares.length], 'int64'));
}
/** Positive numbers that sum to 1. */
function dirichlet(self: Source, alpha: Value, size: Value): Value {
  const weights = toTensor(alpha, 'float64').toFlat();
  if (weights.some((each) => each <= 0))
    throw valueError(self instanceof Generator ? 'alpha < 0' : 'alpha <= 0');
  const shape = readSize(size) ?? [];
  const draws = drawsOf(self);
  const rows = makeArray(core.sizeOf(shape), () => {
    const drawn = weights.map((each) => of.standardGamma(draws, each));
    const scale = 1 / drawn.reduce((sum, each) => sum + each, 0);
    return drawn.map((each) => each * scale);
  });
  return new NdArray(core.fromFlat<Shape>(rows.flat(), [...shape, weights.length], 'float64'));
}
/** Normal vectors: independent numbers turned and stretched by the singular vectors of the covariance. */
function multivariateNormal(self: Source, mean: Value, cov: Value, size: Value): Value {
  const [center, spread] = [toTensor(mean, 'float64'), toTensor(cov, 'float64')];
  if (center.rank !== 1) throw valueError('mean must be 1 dimensional');
  if (spread.rank !== 2 || spread.shape[0] !== spread.shape[1])
    throw valueError('cov must be 2 dimensional and square');
  const n = center.size;
  if (spread.shape[0] !== n) throw valueError('mean and cov must have same length');
  const shape = readSize(size) ?? [];
  const draws = drawsOf(self);
  const normals = makeArray(core.sizeOf(shape) * n, () => draws.normal());
  const { u, values, vt } = svd({ rows: n, columns: n, data: Float64Array.from(spread.toFlat()) }, true);
  const at = center.toFlat();
  const made: number[] = [];
  for (let row = 0; row < normals.length; row += n)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) {
        const turn =
          self instanceof Generator ? (u.data[j * n + k] as number) : (vt.data[k * n + j] as number);
        sum += (normals[row + k] as number) * (Math.sqrt(values[k] as number) * turn);
      }
      made.push(sum + (at[j] as number));
    }
  return new NdArray(core.fromFlat<Shape>(made, [...shape, n], 'float64'));
}
onGenerator('multinomial', 'n, pvals, size=None', multinomial);
onState('multinomial', 'n, pvals, size=None', multinomial);
onGenerator('dirichlet', 'alpha, size=None', dirichlet);
onState('dirichlet', 'alpha, size=None', dirichlet);
onGenerator(
  'multivariate_normal',
  'mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"!',
  multivariateNormal,
);
onState('multivariate_normal', 'mean, cov, size=None, check_valid="warn", tol=1e-8', multivariateNormal);

/** The part adds to types that are there and has no module of its own. */
export const distributionModules: Modules = new Map();
