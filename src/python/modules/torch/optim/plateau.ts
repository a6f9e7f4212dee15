/** `ReduceLROnPlateau`: lowers the learning rate once a measure stops getting better. */
import {
  getItem,
  members,
  PyList,
  PyTuple,
  PyType,
  str,
  toArray,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { isScheduler, requireOptimizer, type SchedulerObject, schedulerType } from './scheduler.ts';

const type = new PyType({
  name: 'ReduceLROnPlateau',
  module: 'torch.optim.lr_scheduler',
  bases: [schedulerType],
  subclassable: true,
});

/** Returns whether `measure` is better than `best` by more than the threshold. */
function isBetter(self: SchedulerObject, measure: number, best: number): boolean {
  const threshold = toFloat(self.read('threshold'));
  const relative = self.read('threshold_mode') === 'rel';
  if (self.read('mode') === 'min') return measure < (relative ? best * (1 - threshold) : best - threshold);
  return measure > (relative ? best * (threshold + 1) : best + threshold);
}

function reduce(self: SchedulerObject): void {
  const lowest = toArray(self.read('min_lrs'));
  self.optimizer.groups.forEach((group, place) => {
    const before = toFloat(getItem(group, 'lr'));
    const low = lowest[place] ?? self.read('default_min_lr') ?? 0n;
    const lowered = before * toFloat(self.read('factor'));
    // As Python's max: the first of equals.
    const after: Value = toFloat(low) > lowered ? low : lowered;
    if (before - toFloat(after) > toFloat(self.read('eps'))) group.set('lr', after);
  });
}

function observe(self: SchedulerObject, measure: number): void {
  const count = (name: string): bigint => self.read(name) as bigint;
  self.write('last_epoch', self.epoch + 1n);
  if (isBetter(self, measure, toFloat(self.read('best')))) {
    self.write('best', measure);
    self.write('num_bad_epochs', 0n);
  } else self.write('num_bad_epochs', count('num_bad_epochs') + 1n);
  if (count('cooldown_counter') > 0n) {
    self.write('cooldown_counter', count('cooldown_counter') - 1n);
    self.write('num_bad_epochs', 0n);
  }
  if (Number(count('num_bad_epochs')) > toFloat(self.read('patience'))) {
    reduce(self);
    self.write('cooldown_counter', self.read('cooldown'));
    self.write('num_bad_epochs', 0n);
  }
  self.write('_last_lr', new PyList(self.rates));
}

members(type, isScheduler, 'python')
  .method(
    '__init__',
    "optimizer, mode='min', factor=0.1, patience=10, threshold=0.0001, threshold_mode='rel', cooldown=0, min_lr=0, eps=1e-08, verbose='deprecated'",
    (self, given, mode, factor, patience, threshold, thresholdMode, cooldown, low, epsilon) => {
      if (toFloat(factor) >= 1) throw valueError('Factor should be < 1.0.');
      self.write('factor', factor);
      const optimizer = requireOptimizer(given);
      self.write('optimizer', optimizer);
      const count = optimizer.groups.length;
      const isList = low instanceof PyList || low instanceof PyTuple;
      if (isList && low.items.length !== count)
        throw valueError(`expected ${count} min_lrs, got ${low.items.length}`);
      if (mode !== 'min' && mode !== 'max') throw valueError(`mode ${str(mode)} is unknown!`);
      if (thresholdMode !== 'rel' && thresholdMode !== 'abs')
        throw valueError(`threshold mode ${str(thresholdMode)} is unknown!`);
      const worst = mode === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      const kept: readonly (readonly [string, Value])[] = [
        ['default_min_lr', isList ? null : low],
        ['min_lrs', new PyList(isList ? [...low.items] : new Array<Value>(count).fill(low))],
        ['patience', patience],
        ['verbose', false],
        ['cooldown', cooldown],
        ['cooldown_counter', 0n],
        ['mode', mode],
        ['threshold', threshold],
        ['threshold_mode', thresholdMode],
        ['eps', epsilon],
        ['last_epoch', 0n],
        ['_last_lr', new PyList(self.rates)],
        ['mode_worse', worst],
        ['best', worst],
        ['num_bad_epochs', 0n],
      ];
      for (const [name, value] of kept) self.write(name, value);
      return null;
    },
  )
  .method('step', 'metrics, epoch=None!', (self, metrics) => {
    observe(self, toFloat(metrics));
    return null;
  });

export const PLATEAU: Entry = ['ReduceLROnPlateau', type];
