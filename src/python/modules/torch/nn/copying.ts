/**
 * `copy.deepcopy` of tensors, parameters and modules, which PyTorch's `__deepcopy__` and Python's protocol give together: a part
 * of PyTorch that is fetched where a program copies.
 */
import { type Variable as Gradient, Variable } from '../../../../tensor/autograd/index.ts';
import { copy as copied } from '../../../../tensor/index.ts';
import { members, type Value } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { Memo } from '../../standard/copy.ts';
import { runtimeError } from '../errors.ts';
import '../index.ts';
import { isParameter, isTensor, TensorObject, tensorType } from '../tensor.ts';
import { isModule, ModuleObject, moduleType } from './module.ts';

const NOT_A_LEAF =
  'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001';

/** Returns a leaf with the same values. A tensor's gradient is copied with it, a parameter's is not. */
export function copyTensor(self: TensorObject): TensorObject {
  const { variable, tensor, initial, type } = self;
  if (!variable.isLeaf) throw runtimeError(NOT_A_LEAF);
  const twin = new Variable(copied(tensor));
  if (variable.requiresGrad) twin.requireGrad();
  const gradient: Gradient | null = variable.grad;
  if (gradient !== null && !isParameter(self)) twin.grad = new Variable(copied(gradient.value));
  const made = new TensorObject(twin, type);
  const { storage } = twin.value;
  // What still holds its random start is as random in the copy.
  if (initial?.storage === tensor.storage && initial.version === tensor.storage.version)
    made.initial = { storage, version: storage.version };
  return made;
}

/** Returns a module of the same class with copies of all that the module holds. */
export function copyModule(self: ModuleObject, memo: Memo): ModuleObject {
  const made = new ModuleObject(self.type);
  memo.remember(self, made);
  made.ready = self.ready;
  for (const [name, value] of self.attributes) made.attributes.set(name, memo.copy(value));
  for (const [name, value] of self.parameters)
    made.parameters.set(name, memo.copy(value) as TensorObject | null);
  for (const [name, value] of self.buffers) made.buffers.set(name, memo.copy(value) as TensorObject | null);
  for (const [name, value] of self.modules) made.modules.set(name, memo.copy(value) as ModuleObject | null);
  for (const [handle, hook] of self.forwardHooks) made.forwardHooks.set(handle, hook);
  return made;
}

const memoOf = (memo: Value | undefined): Memo => (memo instanceof Memo ? memo : new Memo(new Map()));

members(tensorType, isTensor).special('__deepcopy__', (self, _memo) => copyTensor(self));
members(moduleType, isModule).special('__deepcopy__', (self, memo) => copyModule(self, memoOf(memo)));

/** The part adds to types that are there and has no module of its own. */
export const copyingModules: Modules = new Map();
