/** Losses beyond the common ones: smooth absolute error, Huber's, the divergence of distributions, margins. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { huber, smoothL1 } from '../../../../tensor/layers/index.ts';
import { isTrue, toFloat, type Value, valueError } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { reductionOf, warnOfSizes } from '../nn/losses.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { session } from '../session.ts';
import { lossLayer } from './loss-layer.ts';

type Reduction = 'mean' | 'sum' | 'none';
const float = (value: number) => ({ python: 'float', value }) as const;

const reduced = (losses: Variable, reduction: Reduction): Variable =>
  reduction === 'none' ? losses : reduction === 'sum' ? graph.sum(losses) : graph.mean(losses);

/** Returns both operands in their common shape, with the warning where that is not their own. */
function operands(input: Value, target: Value): [Variable, Variable] {
  const [x, y] = [tensorWith('size', input), tensorWith('size', target)];
  warnOfSizes(x, y);
  const zero = graph.mul(graph.sub(x.variable, y.variable).detach(), 0);
  const same = x.tensor.shape.join() === y.tensor.shape.join();
  return same ? [x.variable, y.variable] : [graph.add(x.variable, zero), graph.add(y.variable, zero)];
}

const SMOOTH = python(
  'smooth_l1_loss',
  "input, target, size_average=None!, reduce=None!, reduction='mean', beta=1.0",
  (input, target, _average, _reduce, reduction, beta) => {
    const [x, y] = operands(input, target);
    const bend = toFloat(beta);
    if (bend < 0) throw valueError('smooth_l1_loss does not support negative values for beta.');
    return smoothL1(x, y, bend, reductionOf(reduction));
  },
);
const HUBER = python(
  'huber_loss',
  "input, target, reduction='mean', delta=1.0, weight=None!",
  (input, target, reduction, delta) => {
    const [x, y] = operands(input, target);
    const bend = toFloat(delta);
    if (bend <= 0) throw valueError('huber_loss does not support non-positive values for delta.');
    return huber(x, y, bend, reductionOf(reduction));
  },
);

/** target · (log target − input), 0 where the target is 0. */
function divergence(input: Variable, target: Variable, isLog: boolean): Variable {
  if (isLog) return graph.mul(graph.exp(target), graph.sub(target, input));
  const logs = graph.log(graph.where(target, positive(target), 1));
  return graph.sub(graph.mul(target, logs), graph.mul(target, input));
}
const positive = (target: Variable) => graph.sign(target).value;

const KL = python(
  'kl_div',
  "input, target, size_average=None!, reduce=None!, reduction='mean', log_target=False",
  (input, target, _average, _reduce, reduction, isLog) => {
    const [x, y] = [tensorWith('size', input).variable, tensorWith('size', target).variable];
    if (reduction === 'mean')
      session().host.warn(
        'UserWarning',
        "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.",
      );
    const losses = divergence(x, y, isTrue(isLog));
    if (reduction === 'batchmean') return graph.div(graph.sum(losses), x.value.shape[0] ?? 1);
    return reduced(losses, reductionOf(reduction));
  },
);

const MARGIN = python(
  'margin_ranking_loss',
  "input1, input2, target, margin=0, size_average=None!, reduce=None!, reduction='mean'",
  (first, second, target, margin, _average, _reduce, reduction) => {
    const [a, b, y] = [first, second, target].map((each) => tensorWith('dim', each).variable) as [
      Variable,
      Variable,
      Variable,
    ];
    const gap = graph.add(graph.mul(graph.neg(y), graph.sub(a, b)), float(toFloat(margin)));
    return reduced(graph.clampMin(gap, 0), reductionOf(reduction));
  },
);

const TRIPLET = python(
  'triplet_margin_loss',
  "anchor, positive, negative, margin=1.0, p=2, eps=1e-06, swap=False!, size_average=None!, reduce=None!, reduction='mean'",
  (anchor, near, far, margin, p, epsilon, _swap, _average, _reduce, reduction) => {
    const [a, b, c] = [anchor, near, far].map((each) => tensorWith('dim', each).variable) as [
      Variable,
      Variable,
      Variable,
    ];
    const distance = (other: Variable): Variable =>
      graph.vectorNorm(graph.add(graph.sub(a, other), float(toFloat(epsilon))), { ord: toFloat(p), dim: -1 });
    const gap = graph.add(graph.sub(distance(b), distance(c)), float(toFloat(margin)));
    return reduced(graph.clampMin(gap, 0), reductionOf(reduction));
  },
);

export const LOSS_FUNCTIONS: readonly Entry[] = [SMOOTH, HUBER, KL, MARGIN, TRIPLET];

const REPLACED = 'size_average=None!, reduce=None!';
export const LOSS_LAYERS: readonly Entry[] = [
  lossLayer('SmoothL1Loss', SMOOTH, `${REPLACED}, reduction='mean', beta=1.0`, ['reduction', 'beta']),
  lossLayer('HuberLoss', HUBER, "reduction='mean', delta=1.0", ['reduction', 'delta']),
  lossLayer('KLDivLoss', KL, `${REPLACED}, reduction='mean', log_target=False`, ['reduction', 'log_target']),
  lossLayer(
    'MarginRankingLoss',
    MARGIN,
    `margin=0.0, ${REPLACED}, reduction='mean'`,
    ['margin', 'reduction'],
    'input1, input2, target',
  ),
  lossLayer(
    'TripletMarginLoss',
    TRIPLET,
    `margin=1.0, p=2.0, eps=1e-06, swap=False!, ${REPLACED}, reduction='mean'`,
    ['margin', 'p', 'eps', 'reduction'],
    'anchor, positive, negative',
  ),
];
