/**
 * The optimisers. Each does its arithmetic in the order of PyTorch's loop over single tensors, which is the default on
 * the CPU, so that float32 rounds alike.
 */
import {
  addProduct,
  addQuotient,
  addScaled,
  copy,
  divide,
  full,
  interpolate,
  maximum,
  torchRules as rules,
  type Tensor,
  zeros,
} from '../../../../tensor/index.ts';
import {
  compare,
  isTrue,
  type PyDict,
  PyTuple,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { wrapTensor } from '../tensor.ts';
import { type Check, notNegative, optimizer, type Update } from './define.ts';
import {
  betaOf,
  checkBetas,
  DECAY,
  decayedGradient,
  EPSILON,
  float,
  plus,
  power,
  RATE,
  root,
  scaled,
} from './pieces.ts';

const checkNesterov: Check = (options) => {
  const wrong =
    isTrue(options.get('nesterov') ?? null) &&
    (isTrue(compare('<=', options.get('momentum') ?? null, 0n)) ||
      isTrue(compare('!=', options.get('dampening') ?? null, 0n)));
  if (wrong) throw valueError('Nesterov momentum requires a momentum and zero dampening');
};

function stepOfSGD(update: Update): void {
  const momentum = update.number('momentum');
  let direction = decayedGradient(update);
  if (momentum !== 0) {
    const before = update.kept('momentum_buffer');
    const buffer =
      before === undefined
        ? copy(direction)
        : addScaled(scaled(before, momentum), direction, 1 - update.number('dampening'));
    update.keep('momentum_buffer', buffer);
    direction = update.flag('nesterov') ? addScaled(direction, buffer, momentum) : buffer;
  }
  update.write(addScaled(update.parameter, direction, -update.number('lr')));
}

/** Kingma and Ba, https://arxiv.org/abs/1412.6980, Algorithm 1, from a gradient that has its decay already. */
function moveByAdam(update: Update, gradient: Tensor, average: Tensor, squares: Tensor, step: number): void {
  const [beta1, beta2] = [betaOf(update, 0n), betaOf(update, 1n)];
  update.keep('exp_avg', interpolate(average, gradient, 1 - beta1));
  update.keep('exp_avg_sq', addProduct(scaled(squares, beta2), gradient, gradient, 1 - beta2));
  const length = update.number('lr') / (1 - power(beta1, step));
  const correction = power(1 - power(beta2, step), 0.5);
  if (update.flag('amsgrad'))
    update.keep('max_exp_avg_sq', maximum(update.keptOrZeros('max_exp_avg_sq'), squares, { rules }));
  const spread = update.flag('amsgrad') ? update.keptOrZeros('max_exp_avg_sq') : squares;
  const denominator = plus(divide(root(spread), float(correction), { rules }), update.number('eps'));
  update.write(addQuotient(update.parameter, average, denominator, -length));
}

function stepOfAdam(update: Update): void {
  const step = update.countStep();
  const [average, squares] = [update.keptOrZeros('exp_avg'), update.keptOrZeros('exp_avg_sq')];
  moveByAdam(update, decayedGradient(update), average, squares, step);
}

/** Loshchilov and Hutter, https://arxiv.org/abs/1711.05101: the parameter itself shrinks first. */
function stepOfAdamW(update: Update): void {
  const step = update.countStep();
  const [average, squares] = [update.keptOrZeros('exp_avg'), update.keptOrZeros('exp_avg_sq')];
  update.write(scaled(update.parameter, 1 - update.number('lr') * update.number('weight_decay')));
  moveByAdam(update, update.gradient, average, squares, step);
}

function stepOfRMSprop(update: Update): void {
  update.countStep();
  const [alpha, momentum, lr] = [update.number('alpha'), update.number('momentum'), update.number('lr')];
  const squares = update.keptOrZeros('square_avg');
  const before = momentum > 0 ? update.keptOrZeros('momentum_buffer') : undefined;
  const mean = update.flag('centered') ? update.keptOrZeros('grad_avg') : undefined;
  const gradient = decayedGradient(update);
  update.keep('square_avg', addProduct(scaled(squares, alpha), gradient, gradient, 1 - alpha));
  if (mean !== undefined) update.keep('grad_avg', interpolate(mean, gradient, 1 - alpha));
  const spread = root(mean === undefined ? squares : addProduct(squares, mean, mean, -1));
  const denominator = plus(spread, update.number('eps'));
  if (before === undefined) update.write(addQuotient(update.parameter, gradient, denominator, -lr));
  else {
    update.keep('momentum_buffer', addQuotient(scaled(before, momentum), gradient, denominator));
    update.write(addScaled(update.parameter, before, -lr));
  }
}

function stepOfAdagrad(update: Update): void {
  const step = update.countStep();
  const gradient = decayedGradient(update);
  const total = update.keptOrZeros('sum');
  const lr = update.number('lr') / (1 + (step - 1) * update.number('lr_decay'));
  update.keep('sum', addProduct(total, gradient, gradient));
  update.write(addQuotient(update.parameter, gradient, plus(root(total), update.number('eps')), -lr));
}

function startAdagrad({ tensor: { shape, dtype } }: { tensor: Tensor }, options: PyDict, kept: PyDict): void {
  kept.set('step', wrapTensor(zeros([], 'float32')));
  const first: Value = options.get('initial_accumulator_value') ?? null;
  kept.set('sum', wrapTensor(full(shape, toFloat(first), dtype)));
}

const adam = (name: string, decay: string, tail: string, options: string, step: (of: Update) => void) =>
  optimizer({
    name,
    file: name.toLowerCase(),
    signature: `lr=0.001, betas=?, eps=1e-08, weight_decay=${decay}, amsgrad=False, *, ${tail}, capturable=False!, differentiable=False!, fused=None`,
    usual: { betas: new PyTuple([0.9, 0.999]) },
    options: `lr betas eps weight_decay amsgrad ${options} capturable differentiable fused`,
    checks: [RATE, EPSILON, checkBetas, DECAY],
    step,
  });

export const OPTIMIZERS: readonly Entry[] = [
  optimizer({
    name: 'SGD',
    file: 'sgd',
    signature:
      'lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, foreach=None, differentiable=False!, fused=None',
    options: 'lr momentum dampening weight_decay nesterov maximize foreach differentiable fused',
    checks: [
      notNegative('lr', 'learning rate', '<'),
      notNegative('momentum', 'momentum value', '<'),
      notNegative('weight_decay', 'weight_decay value', '<'),
      checkNesterov,
    ],
    step: stepOfSGD,
  }),
  adam('Adam', '0', 'foreach=None, maximize=False', 'maximize foreach', stepOfAdam),
  adam('AdamW', '0.01', 'maximize=False, foreach=None', 'foreach maximize', stepOfAdamW),
  optimizer({
    name: 'RMSprop',
    file: 'rmsprop',
    signature:
      'lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False, capturable=False!, foreach=None, maximize=False, differentiable=False!',
    options: 'lr momentum alpha eps centered weight_decay capturable foreach maximize differentiable',
    checks: [
      RATE,
      EPSILON,
      notNegative('momentum', 'momentum value'),
      DECAY,
      notNegative('alpha', 'alpha value'),
    ],
    step: stepOfRMSprop,
  }),
  optimizer({
    name: 'Adagrad',
    file: 'adagrad',
    signature:
      'lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *, maximize=False, differentiable=False!, fused=None',
    options: 'lr lr_decay eps weight_decay initial_accumulator_value foreach maximize differentiable fused',
    checks: [
      RATE,
      notNegative('lr_decay', 'lr_decay value'),
      DECAY,
      notNegative('initial_accumulator_value', 'initial_accumulator_value value'),
      EPSILON,
    ],
    start: startAdagrad,
    step: stepOfAdagrad,
  }),
];
