/** Schedulers that follow from the number of steps: https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */
import {
  type ArgumentsOf,
  asIndex,
  type BinaryOperator,
  binary,
  call,
  equals,
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
  stateOfScheduler,
} from './scheduler.ts';

type Rule<S extends string> = {
  readonly name: string;
  /** The parameters of the class between the optimiser and `last_epoch`. */
  readonly signature: S;
  /** Keeps what was given; each under its own name unless said. */
  readonly keep?: (self: SchedulerObject, ...given: ArgumentsOf<S>) => void;
  /** The rates for the step that `last_epoch` counts. */
  readonly rates: (self: SchedulerObject) => Value[];
  readonly base?: PyType;
};

const of = (operator: BinaryOperator, a: Value, b: Value): Value => binary(operator, a, b);
const times = (rates: readonly Value[], factor: Value): Value[] => rates.map((rate) => of('*', rate, factor));

function scheduler<const S extends string>({ name, signature, keep, rates, base }: Rule<S>): Entry {
  const type = new PyType({
    name,
    module: 'torch.optim.lr_scheduler',
    bases: [base ?? schedulerType],
    subclassable: true,
  });
  const names = signature.split(', ').flatMap((word) => word.split('=')[0] ?? []);
  const custom = keep as ((self: SchedulerObject, ...given: Value[]) => void) | undefined;
  const init = (self: SchedulerObject, optimizer: Value, ...given: Value[]): Value => {
    requireOptimizer(optimizer);
    self.write('optimizer', optimizer);
    if (custom !== undefined) custom(self, ...given.slice(0, names.length));
    else
      names.forEach((each, i) => {
        self.write(each, given[i] ?? null);
      });
    startScheduler(self, optimizer, given[names.length] ?? null);
    return null;
  };
  members(type, isScheduler, 'python')
    .method(
      '__init__',
      `optimizer, ${signature}, last_epoch=-1, verbose='deprecated'` as string,
      init as never,
    )
    .method('get_lr', '', (self) => new PyList(rates(self)));
  return [name, type];
}

/** Returns the cosine of `epoch` · π / `T_max`, plus one. */
const raised = (epoch: bigint, period: number): number => 1 + Math.cos((Math.PI * Number(epoch)) / period);

function cosineRates(self: SchedulerObject): Value[] {
  const { epoch, rates, baseRates } = self;
  if (epoch === 0n) return rates;
  const [low, period] = [toFloat(self.read('eta_min')), toFloat(self.read('T_max'))];
  if ((Number(epoch) - 1 - period) % (2 * period) === 0)
    return rates.map(
      (rate, i) =>
        toFloat(rate) + ((toFloat(baseRates[i] ?? null) - low) * (1 - Math.cos(Math.PI / period))) / 2,
    );
  const ratio = raised(epoch, period) / raised(epoch - 1n, period);
  return rates.map((rate) => ratio * (toFloat(rate) - low) + low);
}

/** Keeps a function for each group: one for all, or a list. */
function keepFunctions(self: SchedulerObject, given: Value): void {
  const count = self.optimizer.groups.length;
  const isList = given instanceof PyList || given instanceof PyTuple;
  const functions = isList ? toArray(given) : new Array<Value>(count).fill(given);
  if (functions.length !== count)
    throw valueError(`Expected ${count} lr_lambdas, but got ${functions.length}`);
  self.write('lr_lambdas', new PyList(functions));
}

const factors = (self: SchedulerObject): Value[] =>
  toArray(self.read('lr_lambdas')).map((each) => call(each, [self.epoch]));

const LAMBDA = scheduler({
  name: 'LambdaLR',
  signature: 'lr_lambda',
  keep: keepFunctions,
  rates: (self) => factors(self).map((factor, i) => of('*', self.baseRates[i] ?? null, factor)),
});
const MULTIPLICATIVE = scheduler({
  name: 'MultiplicativeLR',
  signature: 'lr_lambda',
  keep: keepFunctions,
  rates: (self) =>
    self.epoch === 0n ? self.rates : factors(self).map((factor, i) => of('*', self.rates[i] ?? null, factor)),
});
for (const [, type] of [LAMBDA, MULTIPLICATIVE])
  members(type as PyType, isScheduler, 'python').method('state_dict', '', (self) => {
    const state = stateOfScheduler(self, 'lr_lambdas');
    // Functions are not part of a state.
    state.set('lr_lambdas', new PyList(toArray(self.read('lr_lambdas')).map(() => null)));
    return state;
  });

export const SCHEDULERS: readonly Entry[] = [
  ['LRScheduler', schedulerType],
  scheduler({
    name: 'StepLR',
    signature: 'step_size, gamma=0.1',
    rates: (self) => {
      const rest = of('%', self.epoch, self.read('step_size'));
      return self.epoch === 0n || !equals(rest, 0n) ? self.rates : times(self.rates, self.read('gamma'));
    },
  }),
  scheduler({
    name: 'MultiStepLR',
    signature: 'milestones, gamma=0.1',
    keep: (self, milestones, gamma) => {
      const counts = new PyDict();
      for (const each of toArray(milestones)) counts.set(each, ((counts.get(each) ?? 0n) as bigint) + 1n);
      self.write('milestones', counts);
      self.write('gamma', gamma);
    },
    rates: (self) => {
      const count = (self.read('milestones') as PyDict).get(self.epoch);
      return count === undefined ? self.rates : times(self.rates, of('**', self.read('gamma'), count));
    },
  }),
  scheduler({
    name: 'ExponentialLR',
    signature: 'gamma',
    rates: (self) => (self.epoch === 0n ? self.rates : times(self.rates, self.read('gamma'))),
  }),
  scheduler({ name: 'CosineAnnealingLR', signature: 'T_max, eta_min=0.0', rates: cosineRates }),
  LAMBDA,
  MULTIPLICATIVE,
  scheduler({
    name: 'ConstantLR',
    signature: 'factor=0.3333333333333333, total_iters=5',
    keep: (self, factor, total) => {
      if (toFloat(factor) > 1 || toFloat(factor) < 0)
        throw valueError('Constant multiplicative factor expected to be between 0 and 1.');
      self.write('factor', factor);
      self.write('total_iters', total);
    },
    rates: (self) => {
      if (self.epoch === 0n) return times(self.rates, self.read('factor'));
      const over = self.epoch === asIndex(self.read('total_iters'));
      return over ? times(self.rates, 1 / toFloat(self.read('factor'))) : self.rates;
    },
  }),
  scheduler({
    name: 'LinearLR',
    signature: 'start_factor=0.3333333333333333, end_factor=1.0, total_iters=5',
    keep: (self, start, end, total) => {
      if (toFloat(start) > 1 || toFloat(start) <= 0)
        throw valueError(
          'Starting multiplicative factor expected to be greater than 0 and less or equal to 1.',
        );
      if (toFloat(end) > 1 || toFloat(end) < 0)
        throw valueError('Ending multiplicative factor expected to be between 0 and 1.');
      self.write('start_factor', start);
      self.write('end_factor', end);
      self.write('total_iters', total);
    },
    rates: (self) => {
      const epoch = Number(self.epoch);
      const [start, end] = [toFloat(self.read('start_factor')), toFloat(self.read('end_factor'))];
      const total = toFloat(self.read('total_iters'));
      if (epoch === 0) return times(self.rates, self.read('start_factor'));
      if (epoch > total) return self.rates;
      const growth = 1 + (end - start) / (total * start + (epoch - 1) * (end - start));
      return times(self.rates, growth);
    },
  }),
  scheduler({
    name: 'PolynomialLR',
    signature: 'total_iters=5, power=1.0',
    rates: (self) => {
      const [epoch, total] = [Number(self.epoch), toFloat(self.read('total_iters'))];
      if (epoch === 0 || epoch > total) return self.rates;
      const left = (1 - epoch / total) / (1 - (epoch - 1) / total);
      return times(self.rates, of('**', left, self.read('power')));
    },
  }),
];
