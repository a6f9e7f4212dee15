/** Losses that few programs use: of angles, hinges, margins and of counts: https://pytorch.org/docs/stable/nn.html#loss-functions */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import {
  equal,
  full,
  notEqual,
  torchRules as rules,
  type Tensor,
  zerosLike,
} from '../../../../tensor/index.ts';
import { asIndex, isTrue, toFloat, type Value, valueError } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { reductionOf } from '../nn/losses.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { isTensor, type TensorObject } from '../tensor.ts';
import { lossLayer } from './loss-layer.ts';

const float = (value: number) => ({ python: 'float', value }) as const;

function reduced(losses: Variable, reduction: Value): Variable {
  const how = reductionOf(reduction);
  return how === 'none' ? losses : how === 'sum' ? graph.sum(losses) : graph.mean(losses);
}

const read = (value: Value): Variable => tensorWith('dim', value).variable;
/** Which targets are this number, and which are not. */
const are = (target: Variable, value: number): Tensor => equal(target.value, value, { rules });
const areNot = (target: Variable, value: number): Tensor => notEqual(target.value, value, { rules });
const nothingLike = (of: Variable): Variable => new Variable(zerosLike(of.value));

/** What PyTorch adds to squared lengths, so that none is 0. */
const LEAST_SQUARE = 1e-12;

const COSINE = python(
  'cosine_embedding_loss',
  "input1, input2, target, margin=0, size_average=None!, reduce=None!, reduction='mean'",
  (first, second, label, margin, _average, _reduce, reduction) => {
    const [a, b, y] = [read(first), read(second), read(label)];
    const axis = y.value.rank;
    const along = (x: Variable, other: Variable): Variable => graph.sum(graph.mul(x, other), { dim: axis });
    const square = (x: Variable): Variable => graph.add(along(x, x), float(LEAST_SQUARE));
    const cosine = graph.div(along(a, b), graph.sqrt(graph.mul(square(a), square(b))));
    const none = nothingLike(cosine);
    const near = graph.where(graph.sub(1, cosine), are(y, 1), none);
    const gap = graph.clampMin(graph.sub(cosine, float(toFloat(margin))), 0);
    return reduced(graph.add(near, graph.where(gap, are(y, -1), none)), reduction);
  },
);

const HINGE = python(
  'hinge_embedding_loss',
  "input, target, margin=1.0, size_average=None!, reduce=None!, reduction='mean'",
  (input, target, margin, _average, _reduce, reduction) => {
    const [x, y] = [read(input), read(target)];
    const none = nothingLike(x);
    const gap = graph.clampMin(graph.sub(float(toFloat(margin)), x), 0);
    return reduced(
      graph.add(graph.where(gap, areNot(y, 1), none), graph.where(x, areNot(y, -1), none)),
      reduction,
    );
  },
);

const SOFT = python(
  'soft_margin_loss',
  "input, target, size_average=None!, reduce=None!, reduction='mean'",
  (input, target, _average, _reduce, reduction) => {
    const [x, y] = [read(input), read(target)];
    return reduced(graph.log1p(graph.exp(graph.mul(graph.neg(x), y))), reduction);
  },
);

/** Returns 1 for all classes of a row but the right one. */
function others(classes: TensorObject, shape: readonly number[]): Variable {
  const count = shape.at(-1) as number;
  const mask = full([...shape], 1, 'float32');
  for (const [row, name] of classes.tensor.toFlat().entries()) {
    if (name < 0 || name >= count) throw runtimeError('target out of range');
    mask.storage.data[row * count + name] = 0;
  }
  return new Variable(mask);
}

const MULTI = python(
  'multi_margin_loss',
  "input, target, p=1, margin=1.0, weight=None, size_average=None!, reduce=None!, reduction='mean'",
  (input, target, p, margin, weight, _average, _reduce, reduction) => {
    const [x, y] = [read(input), tensorWith('dim', target)];
    const power = asIndex(p);
    if (power !== 1n && power !== 2n) throw valueError('only p == 1 and p == 2 supported');
    const rows = x.value.rank === 1 ? graph.unsqueeze(x, 0) : x;
    const names = graph.unsqueeze(graph.reshape(y.variable, [-1]), 1);
    const right = graph.gather(rows, 1, names.value);
    const gap = graph.clampMin(graph.add(graph.sub(float(toFloat(margin)), right), rows), 0);
    const raised = power === 2n ? graph.mul(gap, gap) : gap;
    const weighed = isTensor(weight)
      ? graph.mul(
          raised,
          graph.unsqueeze(graph.indexSelect(weight.variable, 0, graph.reshape(y.variable, [-1]).value), 1),
        )
      : raised;
    const counted = graph.mul(weighed, others(y, rows.value.shape));
    return reduced(graph.mean(counted, { dim: 1 }), reduction);
  },
);

const MULTILABEL = python(
  'multilabel_soft_margin_loss',
  "input, target, weight=None, size_average=None!, reduce=None!, reduction='mean'",
  (input, target, weight, _average, _reduce, reduction) => {
    const [x, y] = [read(input), read(target)];
    const losses = graph.neg(
      graph.add(
        graph.mul(y, graph.logSigmoid(x)),
        graph.mul(graph.sub(1, y), graph.logSigmoid(graph.neg(x))),
      ),
    );
    const weighed = isTensor(weight) ? graph.mul(losses, weight.variable) : losses;
    const axis = x.value.rank - 1;
    return reduced(graph.div(graph.sum(weighed, { dim: axis }), x.value.shape[axis] as number), reduction);
  },
);

const POISSON = python(
  'poisson_nll_loss',
  "input, target, log_input=True, full=False!, size_average=None!, eps=1e-08, reduce=None!, reduction='mean'",
  (input, target, isLog, _full, _average, epsilon, _reduce, reduction) => {
    const [x, y] = [read(input), read(target)];
    const losses = isTrue(isLog)
      ? graph.sub(graph.exp(x), graph.mul(y, x))
      : graph.sub(x, graph.mul(y, graph.log(graph.add(x, float(toFloat(epsilon))))));
    return reduced(losses, reduction);
  },
);

const GAUSSIAN = python(
  'gaussian_nll_loss',
  "input, target, var, full=False, eps=1e-06, reduction='mean'",
  (input, target, spread, isFull, epsilon, reduction) => {
    const [x, y] = [read(input), read(target)];
    const given = isTensor(spread)
      ? spread.variable
      : new Variable(full(x.value.shape, toFloat(spread), x.value.dtype));
    if (given.value.toFlat().some((each) => each < 0)) throw valueError('var has negative entry/entries');
    const least = toFloat(epsilon);
    const isTooSmall = given.value.toFlat().some((each) => each < least);
    const variance = isTooSmall ? graph.clampMin(given, least) : given;
    const gap = graph.sub(x, y);
    const losses = graph.mul(
      float(0.5),
      graph.add(graph.log(variance), graph.div(graph.square(gap), variance)),
    );
    const shift = 0.5 * Math.log(2 * Math.PI);
    return reduced(isTrue(isFull) ? graph.add(losses, float(shift)) : losses, reduction);
  },
);

/** `F.cosine_embedding_loss` and its kin. */
export const FURTHER_LOSS_FUNCTIONS: readonly Entry[] = [
  COSINE,
  HINGE,
  SOFT,
  MULTI,
  MULTILABEL,
  POISSON,
  GAUSSIAN,
];

const REPLACED = "size_average=None!, reduce=None!, reduction='mean'";

/** `nn.CosineEmbeddingLoss` and its kin. */
export const FURTHER_LOSS_LAYERS: readonly Entry[] = [
  lossLayer(
    'CosineEmbeddingLoss',
    COSINE,
    `margin=0.0, ${REPLACED}`,
    ['margin', 'reduction'],
    'input1, input2, target',
  ),
  lossLayer('HingeEmbeddingLoss', HINGE, `margin=1.0, ${REPLACED}`, ['margin', 'reduction']),
  lossLayer('SoftMarginLoss', SOFT, REPLACED, ['reduction']),
  lossLayer('MultiMarginLoss', MULTI, `p=1, margin=1.0, weight=None, ${REPLACED}`, [
    'p',
    'margin',
    'weight',
    'reduction',
  ]),
  lossLayer('MultiLabelSoftMarginLoss', MULTILABEL, `weight=None, ${REPLACED}`, ['weight', 'reduction']),
  lossLayer(
    'PoissonNLLLoss',
    POISSON,
    "log_input=True, full=False!, size_average=None!, eps=1e-08, reduce=None!, reduction='mean'",
    ['log_input', 'eps', 'reduction'],
  ),
  lossLayer(
    'GaussianNLLLoss',
    GAUSSIAN,
    "*, full=False, eps=1e-06, reduction='mean'",
    ['full', 'eps', 'reduction'],
    'input, target, var',
  ),
];
