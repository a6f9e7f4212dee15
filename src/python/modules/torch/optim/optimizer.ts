/**
 * `torch.optim.Optimizer`: parameters in groups, each with its options, and what an optimiser remembers of each.
 * https://pytorch.org/docs/stable/optim.html
 */
import { isGradEnabled, setGradEnabled } from '../../../../tensor/autograd/index.ts';
import {
  call,
  each,
  isTrue,
  members,
  PyDict,
  PyList,
  PySet,
  PyTuple,
  pyError,
  repr,
  str,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { typenameOf } from '../nn/assignment.ts';
import { session } from '../session.ts';
import { isTensor, type TensorObject } from '../tensor.ts';

import {
  isOptimizer,
  type OptimizerObject,
  OptimizerState,
  optimizerType,
  parametersIn,
} from './optimizer-object.ts';
import { loadState, stateOf } from './state.ts';

/** What `Optimizer.__init__` does. */
export function startOptimizer(self: OptimizerObject, params: Value, defaults: PyDict): void {
  if (isTensor(params))
    throw typeError(
      `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${typenameOf(params)}`,
    );
  self.attributes.set('defaults', defaults);
  self.attributes.set('state', new OptimizerState());
  self.attributes.set('param_groups', new PyList([]));
  const given = [...each(params)];
  if (given.length === 0) throw valueError('optimizer got an empty parameter list');
  const groups = given[0] instanceof PyDict ? given : [new PyDict([['params', new PyList(given)]])];
  for (const group of groups) addGroup(self, group);
}

/** `add_param_group`: the group's own dict is kept, its parameters as a list, and gets the defaults. */
function addGroup(self: OptimizerObject, group: Value): void {
  if (!(group instanceof PyDict))
    throw typeError(`param_group must be a dict, but got ${repr(typeOfValue(group))}`);
  const params = listOf(group);
  params.replace(params.items.map(withoutName));
  group.set('params', params);
  const parameters = params.items.map(requireParameter);
  for (const [name, value] of defaultsOf(self).entries()) if (!group.has(name)) group.set(name, value);
  if (new Set(parameters).size !== parameters.length)
    session().host.warn(
      'UserWarning',
      'optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; see github.com/pytorch/pytorch/issues/40967 for more information',
    );
  const known = new Set(self.groups.flatMap(parametersIn));
  if (parameters.some((parameter) => known.has(parameter)))
    throw valueError('some parameters appear in more than one parameter group');
  (self.attributes.get('param_groups') as PyList).append(group);
}

const typeOfValue = (value: Value): Value =>
  value === null || typeof value !== 'object' ? value : value.type;

function listOf(group: PyDict): PyList {
  const params = group.get('params');
  if (params === undefined) throw pyError('KeyError', 'params');
  if (isTensor(params)) return new PyList([params]);
  if (params instanceof PySet)
    throw typeError(
      'optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets will change between runs. Please use a list instead.',
    );
  return new PyList([...each(params)]);
}

/** Returns a parameter that came as a pair with its name, as `named_parameters` gives it. */
const withoutName = (value: Value): Value =>
  value instanceof PyTuple && value.items.length === 2 ? (value.items[1] ?? null) : value;

function requireParameter(value: Value): TensorObject {
  if (!isTensor(value))
    throw typeError(`optimizer can only optimize Tensors, but one of the params is ${typenameOf(value)}`);
  if (!value.variable.isLeaf && !value.variable.retainsGrad)
    throw valueError("can't optimize a non-leaf Tensor");
  return value;
}

const defaultsOf = (self: OptimizerObject): PyDict => {
  const defaults = self.attributes.get('defaults');
  return defaults instanceof PyDict ? defaults : new PyDict();
};

/** Runs `body` while nothing is recorded. */
export function withoutRecording<T>(body: () => T): T {
  const before = setGradEnabled(false);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** Returns what the closure of `step` returns, called while gradients are recorded; None without one. */
export function callClosure(closure: Value): Value {
  if (closure === null) return null;
  const before = isGradEnabled();
  setGradEnabled(true);
  try {
    return call(closure);
  } finally {
    setGradEnabled(before);
  }
}

function zeroGradients(self: OptimizerObject, toNone: boolean): void {
  for (const { variable } of self.groups.flatMap(parametersIn)) {
    if (toNone) variable.grad = null;
    else if (variable.grad !== null) {
      const { storage } = variable.grad.value;
      storage.data.fill(0);
      storage.version++;
    }
  }
}

function textOf(self: OptimizerObject): string {
  const groups = self.groups.map((group, place) => {
    const names = [...group.keys()].map(String).filter((name) => name !== 'params');
    const lines = names.sort().map((name) => `    ${name}: ${str(group.get(name) ?? null)}\n`);
    return `Parameter Group ${place}\n${lines.join('')}`;
  });
  return `${self.type.name} (\n${groups.join('\n')})`;
}

members(optimizerType, isOptimizer, 'python')
  .method('__init__', 'params, defaults', (self, params, defaults) => {
    startOptimizer(self, params, defaults instanceof PyDict ? defaults : new PyDict());
    return null;
  })
  .method('add_param_group', 'param_group', (self, group) => {
    addGroup(self, group);
    return null;
  })
  .method('zero_grad', 'set_to_none=True', (self, toNone) => {
    zeroGradients(self, isTrue(toNone));
    return null;
  })
  .method('step', 'closure=None', () => {
    throw pyError('NotImplementedError', '');
  })
  .method('state_dict', '', (self) => stateOf(self))
  .method('load_state_dict', 'state_dict', (self, state) => {
    loadState(self, state);
    return null;
  })
  .special('__repr__', textOf);

optimizerType.notOffered = {
  library: 'PyTorch',
  names: new Set(
    'profile_hook_step register_load_state_dict_post_hook register_load_state_dict_pre_hook register_state_dict_post_hook register_state_dict_pre_hook register_step_post_hook register_step_pre_hook'.split(
      ' ',
    ),
  ),
};
