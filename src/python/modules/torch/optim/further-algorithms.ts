/**
 * The optimisers that few programs use: https://pytorch.org/docs/stable/optim.html#algorithms. Each does its arithmetic in
 * the order of PyTorch's loop over single tensors, so that float32 rounds alike.
 */
import {
  absolute,
  addProduct,
  addQuotient,
  addScaled,
  clip,
  copy,
  divide,
  equal,
  full,
  interpolate,
  maximum,
  multiply,
  torchRules as rules,
  sign,
  subtract,
  type Tensor,
  where,
  zeros,
} from '../../../../tensor/index.ts';
import { compare, getItem, isTrue, PyTuple, str, toFloat, valueError } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { type Check, notNegative, optimizer, type Update } from './define.ts';
import {
  betaOf,
  checkBetas,
  DECAY,
  decayedGradient,
  EPSILON,
  float,
  pairOf,
  plus,
  power,
  RATE,
  root,
  scaled,
} from './pieces.ts';

const times = (a: Tensor, b: Tensor): Tensor => multiply(a, b, { rules });

/** Zeiler, https://arxiv.org/abs/1212.5701. */
function stepOfAdadelta(update: Update): void {
  update.countStep();
  const [squares, steps] = [update.keptOrZeros('square_avg'), update.keptOrZeros('acc_delta')];
  const [rho, epsilon] = [update.number('rho'), update.number('eps')];
  const gradient = decayedGradient(update);
  update.keep('square_avg', addProduct(scaled(squares, rho), gradient, gradient, 1 - rho));
  const ratio = divide(root(plus(steps, epsilon)), root(plus(squares, epsilon)), { rules });
  const change = times(ratio, gradient);
  update.keep('acc_delta', addProduct(scaled(steps, rho), change, change, 1 - rho));
  update.write(addScaled(update.parameter, change, -update.number('lr')));
}

/** Kingma and Ba, https://arxiv.org/abs/1412.6980, Algorithm 2: Adam with the largest gradient in place of squares. */
function stepOfAdamax(update: Update): void {
  const step = update.countStep();
  const [average, largest] = [update.keptOrZeros('exp_avg'), update.keptOrZeros('exp_inf')];
  const [beta1, beta2] = [betaOf(update, 0n), betaOf(update, 1n)];
  const gradient = decayedGradient(update);
  update.keep('exp_avg', interpolate(average, gradient, 1 - beta1));
  const size = plus(absolute(gradient, { rules }), update.number('eps'));
  update.keep('exp_inf', maximum(scaled(largest, beta2), size, { rules }));
  const rate = update.number('lr') / (1 - power(beta1, step));
  update.write(addQuotient(update.parameter, average, largest, -rate));
}

/** Returns the gradient with its weight decay; a decay that is decoupled shrinks the parameter instead. */
function withDecay(update: Update): Tensor {
  if (!update.flag('decoupled_weight_decay')) return decayedGradient(update);
  const decay = update.number('weight_decay');
  if (decay !== 0) update.write(scaled(update.parameter, 1 - update.number('lr') * decay));
  return update.gradient;
}

/** Returns the averages of the gradient and of its square after this step. */
function averages(update: Update, gradient: Tensor): readonly [Tensor, Tensor] {
  const [average, squares] = [update.keptOrZeros('exp_avg'), update.keptOrZeros('exp_avg_sq')];
  const [beta1, beta2] = [betaOf(update, 0n), betaOf(update, 1n)];
  update.keep('exp_avg', interpolate(average, gradient, 1 - beta1));
  update.keep('exp_avg_sq', addProduct(scaled(squares, beta2), gradient, gradient, 1 - beta2));
  return [average, squares];
}

/** By how much the momentum of NAdam grows each step: Dozat, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ. */
const MOMENTUM_GROWTH = 0.96;

function stepOfNAdam(update: Update): void {
  const step = update.countStep();
  const before = update.kept('mu_product') ?? full([], 1, 'float32');
  const [beta1, beta2, lr] = [betaOf(update, 0n), betaOf(update, 1n), update.number('lr')];
  const momentumAt = (at: number): number =>
    beta1 * (1 - 0.5 * power(MOMENTUM_GROWTH, at * update.number('momentum_decay')));
  const [momentum, next] = [momentumAt(step), momentumAt(step + 1)];
  update.keep('mu_product', scaled(before, momentum));
  const product = update.kept('mu_product')?.item() ?? 1;
  const gradient = withDecay(update);
  const [average, squares] = averages(update, gradient);
  const corrected = divide(squares, float(1 - power(beta2, step)), { rules });
  const denominator = plus(root(corrected), update.number('eps'));
  update.write(addQuotient(update.parameter, gradient, denominator, (-lr * (1 - momentum)) / (1 - product)));
  update.write(addQuotient(update.parameter, average, denominator, (-lr * next) / (1 - product * next)));
}

/** From so many terms of the average on RAdam trusts its variance: Liu et al., https://arxiv.org/abs/1908.03265. */
const LEAST_TERMS = 5;

function stepOfRAdam(update: Update): void {
  const step = update.countStep();
  const [beta1, beta2] = [betaOf(update, 0n), betaOf(update, 1n)];
  const [average, squares] = averages(update, withDecay(update));
  const correction = 1 - power(beta2, step);
  const most = 2 / (1 - beta2) - 1;
  const terms = most - (2 * step * power(beta2, step)) / correction;
  const mean = divide(average, float(1 - power(beta1, step)), { rules });
  let change = scaled(mean, update.number('lr'));
  if (terms > LEAST_TERMS) {
    const spread = plus(root(squares), update.number('eps'));
    change = times(change, divide(float(power(correction, 0.5)), spread, { rules }));
    const rectified = ((terms - 4) * (terms - 2) * most) / ((most - 4) * (most - 2) * terms);
    change = scaled(change, power(rectified, 0.5));
  }
  update.write(addScaled(update.parameter, change, -1));
}

/** Riedmiller and Braun, https://doi.org/10.1109/ICNN.1993.298623: only the sign of the gradient counts. */
function stepOfRprop(update: Update): void {
  const isFirst = update.kept('step') === undefined;
  update.countStep();
  const before = update.keptOrZeros('prev');
  if (isFirst) update.keep('step_size', full(before.shape, update.number('lr'), before.dtype));
  const size = update.kept('step_size') as Tensor;
  const [shrink, grow] = [pairOf(update, 'etas', 0n), pairOf(update, 'etas', 1n)];
  const turn = sign(times(update.gradient, before), { rules });
  const { dtype } = before;
  const factor = full(before.shape, 1, dtype);
  for (let i = 0; i < turn.size; i++) {
    const way = turn.storage.data[i];
    if (way !== 0) factor.storage.data[i] = Number(way) > 0 ? grow : shrink;
  }
  const [low, high] = [pairOf(update, 'step_sizes', 0n), pairOf(update, 'step_sizes', 1n)];
  update.keep('step_size', clip(times(size, factor), float(low), float(high), { rules }));
  // Where the sign has changed, the parameter stays, and the next step counts as a first one.
  const turned = equal(turn, float(-1), { rules });
  const gradient = where(turned, zeros(before.shape, dtype), update.gradient, rules);
  update.write(addProduct(update.parameter, sign(gradient, { rules }), size, -1));
  update.keep('prev', gradient);
}

/** Polyak and Juditsky, https://doi.org/10.1137/0330046: the average of the parameters is kept beside them. */
function stepOfASGD(update: Update): void {
  const scalar = (value: number): Tensor => full([], value, 'float32');
  if (update.kept('step') === undefined) {
    update.keep('step', scalar(0));
    update.keep('eta', scalar(update.number('lr')));
    update.keep('mu', scalar(1));
    update.keptOrZeros('ax');
  }
  const [rate, share] = [update.kept('eta')?.item() ?? 0, update.kept('mu')?.item() ?? 1];
  const gradient = decayedGradient(update);
  const step = update.countStep();
  const [lambda, lr] = [update.number('lambd'), update.number('lr')];
  update.write(addScaled(scaled(update.parameter, 1 - lambda * rate), gradient, -rate));
  const mean = update.keptOrZeros('ax');
  update.keep(
    'ax',
    share === 1
      ? copy(update.parameter)
      : addScaled(mean, scaled(subtract(update.parameter, mean, { rules }), share), 1),
  );
  update.keep('eta', scalar(lr / power(1 + lambda * lr * step, update.number('alpha'))));
  update.keep('mu', scalar(1 / Math.max(1, step - update.number('t0'))));
}

const checkEtas: Check = (options) => {
  const [shrink, grow] = [0n, 1n].map((place) => getItem(options.get('etas') ?? null, place));
  const isOrdered =
    isTrue(compare('<', 0, shrink ?? null)) &&
    isTrue(compare('<', shrink ?? null, 1)) &&
    isTrue(compare('<', 1, grow ?? null));
  if (!isOrdered) throw valueError(`Invalid eta values: ${str(shrink ?? null)}, ${str(grow ?? null)}`);
};

const checkRho: Check = (options) => {
  const rho = options.get('rho') ?? null;
  if (!(toFloat(rho) >= 0 && toFloat(rho) <= 1)) throw valueError(`Invalid rho value: ${str(rho)}`);
};

const BETAS = { betas: new PyTuple([0.9, 0.999]) };
const FLAGS = 'maximize=False, capturable=False!, differentiable=False!';

/** The optimisers Adadelta, Adamax, ASGD, NAdam, RAdam and Rprop. */
export const FURTHER_OPTIMIZERS: readonly Entry[] = [
  optimizer({
    name: 'Adadelta',
    file: 'adadelta',
    signature:
      'lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, capturable=False!, maximize=False, differentiable=False!',
    options: 'lr rho eps weight_decay maximize capturable foreach differentiable',
    checks: [RATE, checkRho, EPSILON, DECAY],
    step: stepOfAdadelta,
  }),
  optimizer({
    name: 'Adamax',
    file: 'adamax',
    signature: `lr=0.002, betas=?, eps=1e-08, weight_decay=0, foreach=None, *, ${FLAGS}`,
    usual: BETAS,
    options: 'lr betas eps weight_decay foreach maximize differentiable capturable',
    checks: [RATE, EPSILON, checkBetas, DECAY],
    step: stepOfAdamax,
  }),
  optimizer({
    name: 'ASGD',
    file: 'asgd',
    signature:
      'lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None, maximize=False, differentiable=False!, capturable=False!',
    options: 'lr lambd alpha t0 weight_decay foreach maximize differentiable capturable',
    checks: [RATE, DECAY],
    step: stepOfASGD,
  }),
  optimizer({
    name: 'NAdam',
    file: 'nadam',
    signature: `lr=0.002, betas=?, eps=1e-08, weight_decay=0, momentum_decay=0.004, decoupled_weight_decay=False, *, foreach=None, ${FLAGS}`,
    usual: BETAS,
    options:
      'lr betas eps weight_decay momentum_decay decoupled_weight_decay maximize foreach capturable differentiable',
    checks: [RATE, EPSILON, checkBetas, DECAY, notNegative('momentum_decay', 'momentum_decay value')],
    step: stepOfNAdam,
  }),
  optimizer({
    name: 'RAdam',
    file: 'radam',
    signature: `lr=0.001, betas=?, eps=1e-08, weight_decay=0, decoupled_weight_decay=False, *, foreach=None, ${FLAGS}`,
    usual: BETAS,
    options: 'lr betas eps weight_decay maximize foreach capturable decoupled_weight_decay differentiable',
    checks: [RATE, EPSILON, checkBetas, DECAY],
    step: stepOfRAdam,
  }),
  optimizer({
    name: 'Rprop',
    file: 'rprop',
    signature: `lr=0.01, etas=?, step_sizes=?, *, capturable=False!, foreach=None, maximize=False, differentiable=False!`,
    usual: { etas: new PyTuple([0.5, 1.2]), step_sizes: new PyTuple([1e-6, 50n]) },
    options: 'lr etas step_sizes foreach maximize differentiable capturable',
    checks: [RATE, checkEtas],
    step: stepOfRprop,
  }),
];
