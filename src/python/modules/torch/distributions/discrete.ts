/** Distributions of classes: Bernoulli's and the categorical one, given by probabilities or by logits. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { full } from '../../../../tensor/index.ts';
import { call, type Value, valueError } from '../../../objects/index.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { tensorWith } from '../nn/python-functions.ts';
import { isTensor, wrap } from '../tensor.ts';
import {
  BOOLEAN,
  classesBelow,
  type DistributionObject,
  distribution,
  PROBABILITY,
  parameter,
  REAL,
  REAL_ROW,
  SIMPLEX,
} from './base.ts';
import { readTogether } from './values.ts';

const int = (value: number) => ({ python: 'int', value }) as const;

/** The spacing of floats at 1, by which PyTorch keeps probabilities away from 0 and 1 before their logarithm. */
const spacing = ({ value }: Variable): number => (value.dtype === 'float32' ? 2 ** -23 : 2 ** -52);

function clamped(probabilities: Variable): Variable {
  const least = spacing(probabilities);
  return graph.clamp(probabilities, { python: 'float', value: least }, { python: 'float', value: 1 - least });
}

/** @throws ValueError unless exactly one of the two is given. */
function requireOne(probabilities: Value, logits: Value): void {
  if ((probabilities === null) === (logits === null))
    throw valueError('Either `probs` or `logits` must be specified, but not both.');
}

function torch(name: string, ...args: Value[]): Variable {
  const made = call(torchFunctions.get(name) ?? null, args);
  if (!isTensor(made)) throw new Error(`torch.${name} returns a tensor`);
  return made.variable;
}

const BERNOULLI = distribution({
  name: 'Bernoulli',
  file: 'bernoulli',
  signature: 'probs=None, logits=None',
  constraints: { probs: PROBABILITY, logits: REAL },
  setUp: (self, probabilities = null, logits = null) => {
    requireOne(probabilities, logits);
    const name = probabilities === null ? 'logits' : 'probs';
    const [value] = readTogether(probabilities ?? logits).values as [Variable];
    self.keep(name, value);
    self.batch = value.value.shape;
  },
  support: () => BOOLEAN,
  lazy: {
    probs: (self) => graph.sigmoid(self.variable('logits')),
    logits: (self) => {
      const sure = clamped(self.variable('probs'));
      return graph.sub(graph.log(sure), graph.log1p(graph.neg(sure)));
    },
  },
  properties: {
    mean: (self) => parameter(self, 'probs'),
    variance: (self) => graph.mul(parameter(self, 'probs'), graph.sub(int(1), parameter(self, 'probs'))),
    stddev: (self) =>
      graph.sqrt(graph.mul(parameter(self, 'probs'), graph.sub(int(1), parameter(self, 'probs')))),
  },
  hasGradient: false,
  draw: (self, shape) => torch('bernoulli', wrap(graph.expand(parameter(self, 'probs'), [...shape]))),
  logProbability: (self, value) => {
    const [logits, target] = readTogether(wrap(parameter(self, 'logits')), wrap(value)).values as [
      Variable,
      Variable,
    ];
    return graph.neg(graph.binaryCrossEntropyWithLogits(logits, target, 'none'));
  },
  entropy: (self) =>
    graph.binaryCrossEntropyWithLogits(parameter(self, 'logits'), parameter(self, 'probs'), 'none'),
});

/** Returns the number of classes. */
const countOf = (self: DistributionObject): number =>
  (self.attributes.has('probs') ? self.variable('probs') : self.variable('logits')).value.shape.at(
    -1,
  ) as number;

/** Returns the lowest number of the dtype, which stands for the logarithm of 0. */
const LOWEST = { float32: -((2 - 2 ** -23) * 2 ** 127), float64: -Number.MAX_VALUE } as const;

const CATEGORICAL = distribution({
  name: 'Categorical',
  file: 'categorical',
  signature: 'probs=None, logits=None',
  constraints: { probs: SIMPLEX, logits: REAL_ROW },
  setUp: (self, probabilities = null, logits = null) => {
    requireOne(probabilities, logits);
    const given = probabilities ?? logits;
    const { variable: x } = tensorWith('dim', given);
    if (x.value.rank < 1)
      throw valueError(
        `\`${probabilities === null ? 'logits' : 'probs'}\` parameter must be at least one-dimensional.`,
      );
    if (probabilities === null)
      self.keep('logits', graph.sub(x, graph.logsumexp(x, { dim: -1, keepdim: true })));
    else self.keep('probs', graph.div(x, graph.sum(x, { dim: -1, keepdim: true })));
    self.batch = x.value.shape.slice(0, -1);
  },
  support: (self) => classesBelow(countOf(self)),
  lazy: {
    probs: (self) => graph.softmax(self.variable('logits'), -1),
    logits: (self) => graph.log(clamped(self.variable('probs'))),
  },
  properties: {
    mean: (self) => new Variable(full(self.batch, Number.NaN, parameter(self, 'probs').value.dtype)),
    variance: (self) => new Variable(full(self.batch, Number.NaN, parameter(self, 'probs').value.dtype)),
    mode: (self) => torch('argmax', wrap(parameter(self, 'probs')), -1n),
  },
  hasGradient: false,
  draw: (self, shape) => {
    const rows = graph.reshape(parameter(self, 'probs'), [-1, countOf(self)]);
    const lead = shape.slice(0, shape.length - self.batch.length);
    const count = lead.reduce((product, size) => product * size, 1);
    const drawn = torch('multinomial', wrap(rows), BigInt(count), true);
    return graph.reshape(graph.t(drawn), [...shape]);
  },
  logProbability: (self, value) => {
    const logits = parameter(self, 'logits');
    const [count, lead] = [countOf(self), logits.value.shape.slice(0, -1)];
    const shape = lead.length >= value.value.rank ? lead : value.value.shape;
    const scores = graph.expand(logits, [...shape, count]);
    const names = graph.expand(graph.to(value, 'int64'), [...shape]);
    return graph.squeeze(graph.gather(scores, -1, graph.unsqueeze(names, -1).value), -1);
  },
  entropy: (self) => {
    const logits = parameter(self, 'logits');
    const { dtype } = logits.value;
    const least = LOWEST[dtype === 'float64' ? 'float64' : 'float32'];
    const bounded = graph.clampMin(logits, { python: 'float', value: least });
    return graph.neg(graph.sum(graph.mul(bounded, parameter(self, 'probs')), { dim: -1 }));
  },
});

export const DISCRETE: readonly Entry[] = [BERNOULLI, CATEGORICAL];
