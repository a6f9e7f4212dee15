/** `LRScheduler`: sets the learning rate of an optimiser's groups, once when it is made and once a step. */
import {
  call,
  getAttribute,
  getItem,
  members,
  PyDict,
  PyInstance,
  PyList,
  PyType,
  pyError,
  setPlainAttribute,
  toArray,
  typeError,
  typeName,
  type Value,
} from '../../../objects/index.ts';
import { session } from '../session.ts';
import { isOptimizer, type OptimizerObject } from './optimizer-object.ts';

export class SchedulerObject extends PyInstance {
  read(name: string): Value {
    return this.attributes.get(name) ?? null;
  }

  write(name: string, value: Value): void {
    this.attributes.set(name, value);
  }

  get optimizer(): OptimizerObject {
    return this.attributes.get('optimizer') as OptimizerObject;
  }

  /** The current learning rates, one a group. */
  get rates(): Value[] {
    return this.optimizer.groups.map((group) => getItem(group, 'lr'));
  }

  get baseRates(): Value[] {
    return toArray(this.read('base_lrs'));
  }

  /** The number of steps since the start; −1 before the first. */
  get epoch(): bigint {
    const epoch = this.read('last_epoch');
    return typeof epoch === 'bigint' ? epoch : 0n;
  }
}

export const isScheduler = (value: Value): value is SchedulerObject => value instanceof SchedulerObject;

export const schedulerType = new PyType({
  name: 'LRScheduler',
  module: 'torch.optim.lr_scheduler',
  subclassable: true,
  allocate: (type) => new SchedulerObject(type),
});

/** @throws TypeError for what is no optimiser. */
export function requireOptimizer(optimizer: Value): OptimizerObject {
  if (isOptimizer(optimizer)) return optimizer;
  throw typeError(`${typeName(optimizer)} is not an Optimizer`);
}

/** What `LRScheduler.__init__` does, the first step with it. */
export function startScheduler(self: SchedulerObject, given: Value, lastEpoch: Value): void {
  const optimizer = requireOptimizer(given);
  self.write('optimizer', optimizer);
  optimizer.groups.forEach((group, place) => {
    if (lastEpoch === -1n) {
      if (!group.has('initial_lr')) group.set('initial_lr', getItem(group, 'lr'));
    } else if (!group.has('initial_lr'))
      throw pyError(
        'KeyError',
        `param 'initial_lr' is not specified in param_groups[${place}] when resuming an optimizer`,
      );
  });
  self.write('base_lrs', new PyList(optimizer.groups.map((group) => getItem(group, 'initial_lr'))));
  self.write('last_epoch', lastEpoch);
  self.write('verbose', false);
  self.write('_step_count', 0n);
  self.write('_get_lr_called_within_step', false);
  optimizer.stepCount = 0;
  takeStep(self);
}

const ORDER =
  'Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate';

function takeStep(self: SchedulerObject): void {
  if (self.read('_step_count') === 1n && self.optimizer.stepCount === 0)
    session().host.warn('UserWarning', ORDER);
  self.write('_step_count', (self.read('_step_count') as bigint) + 1n);
  self.write('last_epoch', self.epoch + 1n);
  // A program's own scheduler defines `get_lr`.
  setRates(self, toArray(call(getAttribute(self, 'get_lr'))));
}

/** Gives each group its rate and keeps them as the last. */
export function setRates(self: SchedulerObject, rates: readonly Value[]): void {
  self.optimizer.groups.forEach((group, place) => {
    if (place < rates.length) group.set('lr', rates[place] ?? null);
  });
  self.write('_last_lr', new PyList(self.rates));
}

/** Everything a scheduler keeps but its optimiser, and what `without` names. */
export function stateOfScheduler(self: SchedulerObject, ...without: readonly string[]): PyDict {
  const left = new Set(['optimizer', ...without]);
  return new PyDict([...self.attributes].filter(([name]) => !left.has(name)));
}

members(schedulerType, isScheduler, 'python')
  .method('__init__', "optimizer, last_epoch=-1, verbose='deprecated'", (self, optimizer, lastEpoch) => {
    startScheduler(self, optimizer, lastEpoch);
    return null;
  })
  .method('step', 'epoch=None!', (self) => {
    takeStep(self);
    return null;
  })
  .method('get_lr', '', () => {
    throw pyError('NotImplementedError', '');
  })
  .method('get_last_lr', '', (self) => self.read('_last_lr'))
  .method('state_dict', '', (self) => stateOfScheduler(self))
  .method('load_state_dict', 'state_dict', (self, state) => {
    for (const [name, value] of state instanceof PyDict ? state.entries() : [])
      setPlainAttribute(self, String(name), value);
    return null;
  });

schedulerType.notOffered = { library: 'PyTorch', names: new Set(['print_lr']) };
