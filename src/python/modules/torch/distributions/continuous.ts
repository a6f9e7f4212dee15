/** Distributions of real numbers: normal, uniform, exponential and Laplace's. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import {
  astype,
  type DType,
  fromFlat,
  greater,
  lessEqual,
  ones,
  torchRules as rules,
  type Shape,
  zeros,
} from '../../../../tensor/index.ts';
import { erf } from '../../../../tensor/layers/index.ts';
import { type FloatDType, torchExponential } from '../../../../tensor/random/index.ts';
import { call, format, makeArray, type Value } from '../../../objects/index.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { newLayout, uniformNumbers } from '../draws.ts';
import { defaultGenerator } from '../generator.ts';
import { isTensor, wrap } from '../tensor.ts';
import { between, type DistributionObject, distribution, NOT_NEGATIVE, POSITIVE, REAL } from './base.ts';
import { inverseErf } from './inverse-error-function.ts';
import { readTogether } from './values.ts';

const float = (value: number) => ({ python: 'float', value }) as const;
const int = (value: number) => ({ python: 'int', value }) as const;
const squared = (x: Variable): Variable => graph.pow(x, int(2));

/** Keeps parameters of one shape under their names. */
const keep =
  (...names: readonly string[]) =>
  (self: DistributionObject, ...given: Value[]): void => {
    const { values } = readTogether(...given);
    for (const [place, name] of names.entries()) self.keep(name, values[place] as Variable);
    self.batch = values[0]?.value.shape ?? [];
  };

/** Returns numbers that `torch.normal` draws around the means. */
function normal(means: Variable, deviations: Variable): Variable {
  const drawn = call(torchFunctions.get('normal') ?? null, [wrap(means), wrap(deviations)]);
  if (!isTensor(drawn)) throw new Error('torch.normal returns a tensor');
  return drawn.variable;
}

const constant = (make: typeof zeros, shape: Shape, dtype: DType): Variable =>
  new Variable(make(shape, dtype));
const stretch = (x: Variable, shape: Shape): Variable => graph.expand(x, [...shape]);

const NORMAL = distribution({
  name: 'Normal',
  file: 'normal',
  signature: 'loc, scale',
  constraints: { loc: REAL, scale: POSITIVE },
  setUp: keep('loc', 'scale'),
  support: () => REAL,
  properties: {
    mean: (self) => self.variable('loc'),
    mode: (self) => self.variable('loc'),
    stddev: (self) => self.variable('scale'),
    variance: (self) => squared(self.variable('scale')),
  },
  hasGradient: true,
  draw: (self, shape, isRecorded) => {
    const [loc, scale] = [self.variable('loc'), self.variable('scale')];
    if (!isRecorded) return normal(stretch(loc, shape), stretch(scale, shape));
    const { dtype } = loc.value;
    const noise = normal(constant(zeros, shape, dtype), constant(ones, shape, dtype));
    return graph.add(loc, graph.mul(noise, scale));
  },
  logProbability: (self, value) => {
    const [loc, scale] = [self.variable('loc'), self.variable('scale')];
    const share = graph.div(graph.neg(squared(graph.sub(value, loc))), graph.mul(squared(scale), int(2)));
    return graph.sub(graph.sub(share, graph.log(scale)), float(Math.log(Math.sqrt(2 * Math.PI))));
  },
  entropy: (self) => graph.add(graph.log(self.variable('scale')), float(0.5 + 0.5 * Math.log(2 * Math.PI))),
  functions: {
    cdf: (self, value) => {
      const gap = graph.sub(value, self.variable('loc'));
      const reach = graph.div(graph.mul(gap, graph.reciprocal(self.variable('scale'))), float(Math.SQRT2));
      return graph.mul(graph.add(erf(reach), int(1)), float(0.5));
    },
    icdf: (self, value) => {
      const share = graph.sub(graph.mul(value, int(2)), int(1)).value;
      const places = fromFlat<Shape>(share.toFlat().map(inverseErf), share.shape, share.dtype);
      const reach = graph.mul(self.variable('scale'), new Variable(places));
      return graph.add(self.variable('loc'), graph.mul(reach, float(Math.SQRT2)));
    },
  },
});

const width = (self: DistributionObject): Variable => graph.sub(self.variable('high'), self.variable('low'));
/** Returns ones where `condition` holds, in the dtype of `like`. */
const counted = (condition: ReturnType<typeof lessEqual>, like: Variable): Variable =>
  new Variable(astype(condition as never, like.value.dtype));

const UNIFORM = distribution({
  name: 'Uniform',
  file: 'uniform',
  signature: 'low, high',
  constraints: { low: REAL, high: REAL },
  setUp: keep('low', 'high'),
  support: (self) => {
    const [low, high] = [self.variable('low'), self.variable('high')];
    const [least, most] = [Math.min(...low.value.toFlat()), Math.max(...high.value.toFlat())];
    return between(format(wrap(low), ''), format(wrap(high), ''), (x) => x >= least && x <= most);
  },
  properties: {
    mean: (self) => graph.div(graph.add(self.variable('high'), self.variable('low')), int(2)),
    stddev: (self) => graph.div(width(self), float(Math.sqrt(12))),
    variance: (self) => graph.div(squared(width(self)), int(12)),
  },
  hasGradient: true,
  draw: (self, shape) => {
    const low = self.variable('low');
    const numbers = uniformNumbers(newLayout(shape), low.value.dtype as FloatDType, { low: 0, high: 1 });
    return graph.add(low, graph.mul(new Variable(numbers), width(self)));
  },
  logProbability: (self, value) => {
    const [low, high] = [self.variable('low'), self.variable('high')];
    const above = counted(lessEqual<Shape, Shape>(low.value, value.value, { rules }), low);
    const below = counted(greater<Shape, Shape>(high.value, value.value, { rules }), low);
    return graph.sub(graph.log(graph.mul(above, below)), graph.log(width(self)));
  },
  entropy: (self) => graph.log(width(self)),
  functions: {
    cdf: (self, value) =>
      graph.clamp(graph.div(graph.sub(value, self.variable('low')), width(self)), int(0), int(1)),
    icdf: (self, value) => graph.add(graph.mul(value, width(self)), self.variable('low')),
  },
});

const EXPONENTIAL = distribution({
  name: 'Exponential',
  file: 'exponential',
  signature: 'rate',
  constraints: { rate: POSITIVE },
  setUp: keep('rate'),
  support: () => NOT_NEGATIVE,
  properties: {
    mean: (self) => graph.reciprocal(self.variable('rate')),
    stddev: (self) => graph.reciprocal(self.variable('rate')),
    variance: (self) => graph.pow(self.variable('rate'), int(-2)),
  },
  hasGradient: true,
  draw: (self, shape) => {
    const rate = self.variable('rate');
    const { source } = defaultGenerator();
    const size = shape.reduce((product, each) => product * each, 1);
    const numbers = fromFlat<Shape>(
      makeArray(size, () => torchExponential(source, 1)),
      shape,
      rate.value.dtype,
    );
    return graph.div(new Variable(numbers), rate);
  },
  logProbability: (self, value) =>
    graph.sub(graph.log(self.variable('rate')), graph.mul(self.variable('rate'), value)),
  entropy: (self) => graph.sub(int(1), graph.log(self.variable('rate'))),
  functions: {
    cdf: (self, value) => graph.sub(int(1), graph.exp(graph.mul(graph.neg(self.variable('rate')), value))),
    icdf: (self, value) => graph.div(graph.neg(graph.log1p(graph.neg(value))), self.variable('rate')),
  },
});

const LAPLACE = distribution({
  name: 'Laplace',
  file: 'laplace',
  signature: 'loc, scale',
  constraints: { loc: REAL, scale: POSITIVE },
  setUp: keep('loc', 'scale'),
  support: () => REAL,
  properties: {
    mean: (self) => self.variable('loc'),
    mode: (self) => self.variable('loc'),
    stddev: (self) => graph.mul(self.variable('scale'), float(Math.SQRT2)),
    variance: (self) => graph.mul(squared(self.variable('scale')), int(2)),
  },
  hasGradient: true,
  draw: (self, shape) => {
    const { dtype } = self.variable('loc').value;
    // PyTorch begins above −1 by the spacing of the dtype, so that the logarithm stays finite.
    const low = (dtype === 'float32' ? 2 ** -23 : 2 ** -52) - 1;
    const u = new Variable(uniformNumbers(newLayout(shape), dtype as FloatDType, { low, high: 1 }));
    const size = graph.log1p(graph.neg(graph.abs(u)));
    const way = graph.mul(graph.mul(self.variable('scale'), graph.sign(u)), size);
    return graph.sub(self.variable('loc'), way);
  },
  logProbability: (self, value) => {
    const [loc, scale] = [self.variable('loc'), self.variable('scale')];
    const share = graph.div(graph.abs(graph.sub(value, loc)), scale);
    return graph.sub(graph.neg(graph.log(graph.mul(scale, int(2)))), share);
  },
  entropy: (self) => graph.add(graph.log(graph.mul(self.variable('scale'), int(2))), int(1)),
});

export const CONTINUOUS: readonly Entry[] = [NORMAL, UNIFORM, EXPONENTIAL, LAPLACE];
