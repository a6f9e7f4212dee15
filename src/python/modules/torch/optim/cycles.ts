/** Schedulers that move the rate and the momentum up and down together: https://arxiv.org/abs/1708.07120. */
import { cos } from '../../../../tensor/real-functions/index.ts';
import {
  asIndex,
  call,
  getItem,
  members,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  toArray,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import {
  isScheduler,
  requireOptimizer,
  type SchedulerObject,
  schedulerType,
  startScheduler,
} from './scheduler.ts';

const classOf = (name: string): PyType =>
  new PyType({ name, module: 'torch.optim.lr_scheduler', bases: [schedulerType], subclassable: true });

/** Returns one value for each group, given for all of them or as a list. */
function perGroup(self: SchedulerObject, name: string, given: Value): Value[] {
  const count = self.optimizer.groups.length;
  if (!(given instanceof PyList || given instanceof PyTuple)) return new Array<Value>(count).fill(given);
  const listed = toArray(given);
  if (listed.length !== count) throw valueError(`expected ${count} values for ${name}, got ${listed.length}`);
  return listed;
}

/** Sets what the optimiser calls its momentum: an option of that name, or the first of Adam's two decay rates. */
function setMomentum(group: PyDict, momentum: Value): void {
  const betas = group.get('betas');
  if (betas === undefined) group.set('momentum', momentum);
  else group.set('betas', new PyTuple([momentum, getItem(betas, 1n)]));
}

/** Starts every group at its highest momentum; throws ValueError for an optimiser that has none. */
function startMomentum(self: SchedulerObject, low: Value, high: Value): void {
  const defaults = self.optimizer.attributes.get('defaults');
  const has = (name: string): boolean => defaults instanceof PyDict && defaults.has(name);
  if (!has('momentum') && !has('betas'))
    throw valueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled');
  const [lows, highs] = [perGroup(self, 'base_momentum', low), perGroup(self, 'max_momentum', high)];
  self.optimizer.groups.forEach((group, place) => {
    setMomentum(group, highs[place] ?? null);
    group.set('max_momentum', highs[place] ?? null);
    group.set('base_momentum', lows[place] ?? null);
  });
}

const oneCycle = classOf('OneCycleLR');

type Phase = {
  readonly end: number;
  readonly rates: readonly [string, string];
  readonly momenta: readonly [string, string];
};

function phasesOf(total: number, share: number, isThree: boolean): Phase[] {
  const up = { rates: ['initial_lr', 'max_lr'], momenta: ['max_momentum', 'base_momentum'] } as const;
  const momenta = ['base_momentum', 'max_momentum'] as const;
  if (!isThree)
    return [
      { ...up, end: share * total - 1 },
      { end: total - 1, rates: ['max_lr', 'min_lr'], momenta },
    ];
  return [
    { ...up, end: share * total - 1 },
    { end: 2 * share * total - 2, rates: ['max_lr', 'initial_lr'], momenta },
    { end: total - 1, rates: ['initial_lr', 'min_lr'], momenta: ['max_momentum', 'max_momentum'] },
  ];
}

/** Returns the value a share of the way from `start` to `end`, along half a cosine or a line. */
function between(self: SchedulerObject, start: number, end: number, share: number): number {
  if (self.read('_anneal_func_type') === 'linear') return (end - start) * share + start;
  return end + ((start - end) / 2) * (cos(Math.PI * share) + 1);
}

/** Sets the momentum of this step and returns the rates. */
function oneCycleRates(self: SchedulerObject): Value[] {
  const [step, total] = [Number(self.epoch), Number(asIndex(self.read('total_steps')))];
  if (step > total)
    throw valueError(`Tried to step ${step} times. The specified number of total steps is ${total}`);
  const phases = phasesOf(total, toFloat(self.read('_pct_start')), self.read('_three_phase') === true);
  return self.optimizer.groups.map((group) => {
    let start = 0;
    for (const [place, { end, rates, momenta }] of phases.entries()) {
      if (step <= end || place === phases.length - 1) {
        const share = (step - start) / (end - start);
        const at = ([from, to]: readonly [string, string]): number =>
          between(self, toFloat(getItem(group, from)), toFloat(getItem(group, to)), share);
        if (self.read('cycle_momentum') === true) setMomentum(group, at(momenta));
        return at(rates);
      }
      start = end;
    }
    return getItem(group, 'lr');
  });
}

/** Returns the number of steps, given itself or as epochs of so many steps. */
function totalSteps(total: Value, epochs: Value, perEpoch: Value): bigint {
  const positive = (value: Value, name: string): bigint => {
    const count = asIndex(value);
    if (count === undefined || count <= 0n)
      throw valueError(`Expected positive integer ${name}, but got ${toFloat(value)}`);
    return count;
  };
  if (total !== null) return positive(total, 'total_steps');
  if (epochs === null || perEpoch === null)
    throw valueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
  return positive(epochs, 'epochs') * positive(perEpoch, 'steps_per_epoch');
}

members(oneCycle, isScheduler, 'python')
  .method(
    '__init__',
    "optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, anneal_strategy='cos', cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, final_div_factor=10000.0, three_phase=False, last_epoch=-1, verbose='deprecated'",
    (self, given, highest, total, epochs, perEpoch, share, strategy, cycles, low, high, ...rest) => {
      const [divisor, finalDivisor, isThree, lastEpoch] = rest;
      const optimizer = requireOptimizer(given);
      self.write('optimizer', optimizer);
      self.write('total_steps', totalSteps(total, epochs, perEpoch));
      if (!(toFloat(share) >= 0 && toFloat(share) <= 1))
        throw valueError(`Expected float between 0 and 1 pct_start, but got ${toFloat(share)}`);
      if (strategy !== 'cos' && strategy !== 'linear')
        throw valueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${String(strategy)}`);
      self.write('_pct_start', share);
      self.write('_three_phase', isThree);
      self.write('_anneal_func_type', strategy);
      self.write('cycle_momentum', cycles);
      const tops = perGroup(self, 'max_lr', highest);
      if (lastEpoch === -1n)
        optimizer.groups.forEach((group, place) => {
          const first = toFloat(tops[place] ?? null) / toFloat(divisor);
          group.set('initial_lr', first);
          group.set('max_lr', tops[place] ?? null);
          group.set('min_lr', first / toFloat(finalDivisor));
        });
      if (cycles === true) startMomentum(self, low, high);
      startScheduler(self, optimizer, lastEpoch);
      return null;
    },
  )
  .method('get_lr', '', (self) => new PyList(oneCycleRates(self)));

const cyclic = classOf('CyclicLR');

/** Returns by what the height of cycle `cycle`, at step `step`, is multiplied. */
function heightOf(self: SchedulerObject, cycle: number, step: number): number {
  const custom = self.read('_scale_fn_custom');
  const at = self.read('scale_mode') === 'cycle' ? cycle : step;
  if (custom !== null) return toFloat(call(custom, [at]));
  if (self.read('mode') === 'triangular2') return 1 / 2 ** (cycle - 1);
  return self.read('mode') === 'exp_range' ? toFloat(self.read('gamma')) ** step : 1;
}

function cyclicRates(self: SchedulerObject): Value[] {
  const [step, total] = [Number(self.epoch), toFloat(self.read('total_size'))];
  const turn = toFloat(self.read('step_ratio'));
  const cycle = Math.floor(1 + step / total);
  const at = 1 + step / total - cycle;
  const height = at <= turn ? at / turn : (at - 1) / (turn - 1);
  const scale = heightOf(self, cycle, step);
  const tops = toArray(self.read('max_lrs')).map(toFloat);
  const rates = self.baseRates
    .map(toFloat)
    .map((low, i) => low + ((tops[i] as number) - low) * height * scale);
  if (self.read('cycle_momentum') === true)
    for (const group of self.optimizer.groups) {
      const [high, low] = [toFloat(getItem(group, 'max_momentum')), toFloat(getItem(group, 'base_momentum'))];
      setMomentum(group, high - (high - low) * height * scale);
    }
  return rates;
}

const MODES: readonly Value[] = ['triangular', 'triangular2', 'exp_range'];

members(cyclic, isScheduler, 'python')
  .method(
    '__init__',
    "optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0, scale_fn=None, scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, last_epoch=-1, verbose='deprecated'",
    (self, given, lowest, highest, up, down, mode, gamma, scale, scaleMode, cycles, ...rest) => {
      const [low, high, lastEpoch] = rest;
      const optimizer = requireOptimizer(given);
      self.write('optimizer', optimizer);
      const base = perGroup(self, 'base_lr', lowest);
      if (lastEpoch === -1n)
        for (const [i, group] of optimizer.groups.entries()) group.set('lr', base[i] ?? null);
      self.write('max_lrs', new PyList(perGroup(self, 'max_lr', highest)));
      const [rising, falling] = [toFloat(up), down === null ? toFloat(up) : toFloat(down)];
      self.write('total_size', rising + falling);
      self.write('step_ratio', rising / (rising + falling));
      if (!MODES.includes(mode) && scale === null) throw valueError('mode is invalid and scale_fn is None');
      self.write('mode', mode);
      self.write('gamma', gamma);
      self.write('_scale_fn_custom', scale);
      self.write('scale_mode', scale === null && mode === 'exp_range' ? 'iterations' : scaleMode);
      self.write('cycle_momentum', cycles);
      if (cycles === true) startMomentum(self, low, high);
      startScheduler(self, optimizer, lastEpoch);
      self.write('base_lrs', new PyList(base));
      return null;
    },
  )
  .method('get_lr', '', (self) => new PyList(cyclicRates(self)));

/** The schedulers OneCycleLR and CyclicLR. */
export const CYCLES: readonly Entry[] = [
  ['CyclicLR', cyclic],
  ['OneCycleLR', oneCycle],
];
