/** The Kullback–Leibler divergence of two distributions of one kind, in closed form. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import {
  equal,
  greater,
  less,
  logicalOr,
  torchRules as rules,
  type Shape,
  type Tensor,
} from '../../../../tensor/index.ts';
import { type PyType, pyError, Refusal, repr, type Value } from '../../../objects/index.ts';
import { pythonFunction } from '../define.ts';
import { type DistributionObject, isDistribution, parameter } from './base.ts';

const int = (value: number) => ({ python: 'int', value }) as const;
const float = (value: number) => ({ python: 'float', value }) as const;

type Divergence = (p: DistributionObject, q: DistributionObject) => Variable;

const isNumber = (x: Variable, value: number): Tensor => equal(x.value, value, { rules }) as Tensor;

/** Returns `x` with infinity where `isImpossible`, then 0 where `isAbsent`. */
function bounded(x: Variable, isImpossible: Tensor, isAbsent: Tensor): Variable {
  return graph.maskedFill(graph.maskedFill(x, isImpossible, Number.POSITIVE_INFINITY), isAbsent, 0);
}

const normal: Divergence = (p, q) => {
  const scale = q.variable('scale');
  const ratio = graph.pow(graph.div(p.variable('scale'), scale), int(2));
  const shift = graph.pow(graph.div(graph.sub(p.variable('loc'), q.variable('loc')), scale), int(2));
  return graph.mul(graph.sub(graph.sub(graph.add(ratio, shift), int(1)), graph.log(ratio)), float(0.5));
};

const uniform: Divergence = (p, q) => {
  const width = (of: DistributionObject): Variable => graph.sub(of.variable('high'), of.variable('low'));
  const result = graph.log(graph.div(width(q), width(p)));
  const above = greater<Shape, Shape>(q.variable('low').value, p.variable('low').value, { rules }) as Tensor;
  const below = less<Shape, Shape>(q.variable('high').value, p.variable('high').value, { rules }) as Tensor;
  return graph.maskedFill(
    result,
    logicalOr<Shape, Shape>(above, below, { rules }) as Tensor,
    Number.POSITIVE_INFINITY,
  );
};

const exponential: Divergence = (p, q) => {
  const ratio = graph.div(q.variable('rate'), p.variable('rate'));
  return graph.sub(graph.add(graph.neg(graph.log(ratio)), ratio), int(1));
};

const bernoulli: Divergence = (p, q) => {
  const [own, other] = [parameter(p, 'probs'), parameter(q, 'probs')];
  const [a, b] = [parameter(p, 'logits'), parameter(q, 'logits')];
  const soft = (x: Variable): Variable => graph.softplus(x);
  const ones = graph.mul(own, graph.sub(soft(graph.neg(b)), soft(graph.neg(a))));
  const zeros = graph.mul(graph.sub(int(1), own), graph.sub(soft(b), soft(a)));
  return graph.add(
    bounded(ones, isNumber(other, 0), isNumber(own, 0)),
    bounded(zeros, isNumber(other, 1), isNumber(own, 1)),
  );
};

const categorical: Divergence = (p, q) => {
  const [own, other] = [parameter(p, 'probs'), parameter(q, 'probs')];
  const terms = graph.mul(own, graph.sub(parameter(p, 'logits'), parameter(q, 'logits')));
  return graph.sum(bounded(terms, isNumber(other, 0), isNumber(own, 0)), { dim: -1 });
};

const DIVERGENCES: ReadonlyMap<string, Divergence> = new Map([
  ['Normal', normal],
  ['Uniform', uniform],
  ['Exponential', exponential],
  ['Bernoulli', bernoulli],
  ['Categorical', categorical],
]);

/** The built-in distribution that a class is or derives from. */
const kindOf = ({ type }: DistributionObject): PyType | undefined =>
  type.mro.find(({ name }) => DIVERGENCES.has(name));

const typeOf = (value: Value): Value => (isDistribution(value) ? value.type : null);

export const DIVERGENCE = pythonFunction(
  'kl_divergence',
  'p, q',
  (p, q) => {
    const kinds = [p, q].map((each) => (isDistribution(each) ? kindOf(each) : undefined));
    const divergence = DIVERGENCES.get(kinds[0]?.name ?? '');
    if (isDistribution(p) && isDistribution(q) && kinds[0] === kinds[1] && divergence !== undefined)
      return divergence(p, q);
    if (kinds.every((each) => each !== undefined))
      throw new Refusal("kl_divergence of two kinds of distributions is not part of this book's PyTorch");
    const [a, b] = [p, q].map((each) => repr(typeOf(each)).replace(/^<class '.*\.(\w+)'>$/, '$1'));
    throw pyError('NotImplementedError', `No KL(p || q) is implemented for p type ${a} and q type ${b}`);
  },
  'torch.distributions.kl',
);
