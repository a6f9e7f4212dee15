/** Schedulers that start anew or are made of others: warm restarts (https://arxiv.org/abs/1608.03983), one after another, all at once. */
import { cos } from '../../../../tensor/real-functions/index.ts';
import {
  asIndex,
  call,
  getAttribute,
  getItem,
  members,
  PyList,
  PyType,
  toArray,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { session } from '../session.ts';
import { isOptimizer } from './optimizer-object.ts';
import {
  isScheduler,
  requireOptimizer,
  type SchedulerObject,
  schedulerType,
  setRates,
  startScheduler,
} from './scheduler.ts';

const classOf = (name: string): PyType =>
  new PyType({ name, module: 'torch.optim.lr_scheduler', bases: [schedulerType], subclassable: true });

const warm = classOf('CosineAnnealingWarmRestarts');

/** Counts to the given time, or one step on. */
function advance(self: SchedulerObject, given: Value): void {
  const epoch = given === null ? undefined : toFloat(given);
  let isWhole = typeof (given ?? self.read('T_cur')) === 'bigint';
  const [first, factor] = [toFloat(self.read('T_0')), toFloat(self.read('T_mult'))];
  let [period, at] = [toFloat(self.read('T_i')), toFloat(self.read('T_cur'))];
  if (epoch === undefined) {
    at++;
    if (at >= period) {
      at -= period;
      period *= factor;
    }
  } else if (epoch < first) [period, at] = [first, epoch];
  else if (factor === 1) [period, at] = [first, epoch % first];
  else {
    const restarts = Math.trunc(Math.log((epoch / first) * (factor - 1) + 1) / Math.log(factor));
    isWhole = false;
    at = epoch - (first * (factor ** restarts - 1)) / (factor - 1);
    period = first * factor ** restarts;
  }
  self.write('T_i', BigInt(Math.round(period)));
  self.write('T_cur', isWhole ? BigInt(at) : at);
  self.write('last_epoch', epoch === undefined ? self.epoch + 1n : BigInt(Math.floor(epoch)));
}

function restartRates(self: SchedulerObject): Value[] {
  const low = toFloat(self.read('eta_min'));
  const turn = (Math.PI * toFloat(self.read('T_cur'))) / toFloat(self.read('T_i'));
  return self.baseRates.map((rate) => low + ((toFloat(rate) - low) * (1 + cos(turn))) / 2);
}

/** @throws ValueError for what is no whole number from 1 on. */
function requireCount(name: string, least: string, value: Value): void {
  const count = asIndex(value);
  if (count === undefined || count < 1n)
    throw valueError(`Expected ${least} ${name}, but got ${String(value)}`);
}

members(warm, isScheduler, 'python')
  .method(
    '__init__',
    "optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1, verbose='deprecated'",
    (self, given, first, factor, low, lastEpoch) => {
      requireCount('T_0', 'positive integer', first);
      requireCount('T_mult', 'integer', factor);
      for (const [name, value] of [
        ['T_0', first],
        ['T_i', first],
        ['T_mult', factor],
        ['eta_min', low],
        ['T_cur', 0n],
      ] as const)
        self.write(name, value);
      startScheduler(self, requireOptimizer(given), lastEpoch);
      return null;
    },
  )
  .method('step', 'epoch=None', (self, epoch) => {
    advance(self, epoch);
    setRates(self, restartRates(self));
    return null;
  })
  .method('get_lr', '', (self) => new PyList(restartRates(self)));

const sequential = classOf('SequentialLR');

const DEPRECATED =
  'The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` to step the scheduler. During the deprecation, if epoch is different from None, the closed form is used instead of the new chainable form, where available. Please open an issue if you are unable to replicate your use case: https://github.com/pytorch/pytorch/issues/new/choose.';

/** Lets a scheduler begin, from the rates with which the optimiser began: at step 0 each rule starts from those. */
function begin(scheduler: SchedulerObject): void {
  const { groups } = scheduler.optimizer;
  if (scheduler.type === warm) {
    call(getAttribute(scheduler, 'step'), [0n]);
    return;
  }
  session().host.warn('UserWarning', DEPRECATED);
  scheduler.write('_step_count', asBig(scheduler.read('_step_count')) + 1n);
  scheduler.write('last_epoch', 0n);
  for (const [place, group] of groups.entries()) group.set('lr', scheduler.baseRates[place] ?? null);
  setRates(scheduler, toArray(call(getAttribute(scheduler, 'get_lr'))));
}

const asBig = (value: Value): bigint => asIndex(value) ?? 0n;
const schedulersOf = (self: SchedulerObject): SchedulerObject[] =>
  toArray(self.read('_schedulers')).filter(isScheduler);

function startSequence(self: SchedulerObject, given: Value, listed: Value, milestones: Value): void {
  const optimizer = requireOptimizer(given);
  const schedulers = toArray(listed).filter(isScheduler);
  if (schedulers.length < 1)
    throw valueError('SequentialLR expects at least one scheduler to be chained, but got no scheduler.');
  schedulers.forEach((each, place) => {
    if (each.optimizer !== optimizer)
      throw valueError(
        `SequentialLR expects all schedulers to belong to the same optimizer, but got scheduler ${each.type.name} at index ${place} in a different optimizer.`,
      );
  });
  const bounds = toArray(milestones);
  if (bounds.length !== schedulers.length - 1)
    throw valueError(
      `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${bounds.length}`,
    );
  self.write('optimizer', optimizer);
  self.write('_schedulers', listed);
  self.write('_milestones', milestones);
  self.write('last_epoch', 0n);
  for (const group of optimizer.groups) group.set('lr', getItem(group, 'initial_lr'));
  // Each has taken a step when it was made; only the first takes it again.
  for (const each of schedulers) each.write('last_epoch', each.epoch - 1n);
  const [first] = schedulers as [SchedulerObject];
  first.write('_step_count', 0n);
  call(getAttribute(first, 'step'));
  self.write('_last_lr', first.read('_last_lr'));
}

members(sequential, isScheduler, 'python')
  .method(
    '__init__',
    "optimizer, schedulers, milestones, last_epoch=-1!, verbose='deprecated'",
    (self, optimizer, schedulers, milestones) => {
      startSequence(self, optimizer, schedulers, milestones);
      return null;
    },
  )
  .method('step', '', (self) => {
    const epoch = self.epoch + 1n;
    self.write('last_epoch', epoch);
    const bounds = toArray(self.read('_milestones')).map(asBig);
    const place = bounds.filter((each) => each <= epoch).length;
    const scheduler = schedulersOf(self)[place] as SchedulerObject;
    if (place > 0 && bounds[place - 1] === epoch) begin(scheduler);
    else call(getAttribute(scheduler, 'step'));
    self.write('_last_lr', scheduler.read('_last_lr'));
    return null;
  });

const chained = classOf('ChainedScheduler');

members(chained, isScheduler, 'python')
  .method('__init__', 'schedulers, optimizer=None', (self, listed, given) => {
    const schedulers = toArray(listed).filter(isScheduler);
    const [first] = schedulers;
    if (first === undefined)
      throw valueError(
        'ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.',
      );
    const optimizer = isOptimizer(given) ? given : first.optimizer;
    self.write('optimizer', optimizer);
    self.write('_schedulers', new PyList(schedulers));
    self.write('_last_lr', new PyList(self.rates));
    return null;
  })
  .method('step', '', (self) => {
    for (const each of schedulersOf(self)) call(getAttribute(each, 'step'));
    self.write('_last_lr', new PyList(self.rates));
    return null;
  });

/** The schedulers CosineAnnealingWarmRestarts, SequentialLR and ChainedScheduler. */
export const SEQUENCES: readonly Entry[] = [
  ['ChainedScheduler', chained],
  ['CosineAnnealingWarmRestarts', warm],
  ['SequentialLR', sequential],
];
