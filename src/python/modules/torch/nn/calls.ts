/** `module(x)`, and the hooks that see its result. */
import {
  call,
  getAttribute,
  type Keywords,
  NativeFunction,
  PyTuple,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import { isModule, type ModuleObject, moduleType } from './module.ts';

/** Calls `forward`, then the hooks that wait for its result. */
function callModule(self: ModuleObject, args: readonly Value[], keywords: Keywords): Value {
  let result = call(getAttribute(self, 'forward'), args, keywords);
  for (const hook of self.forwardHooks.values()) {
    const changed = call(hook, [self, new PyTuple(args), result]);
    if (changed !== null) result = changed;
  }
  return result;
}

class CallFunction extends NativeFunction {
  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const [self, ...rest] = args;
    if (self === undefined || !isModule(self)) throw typeError('Module.__call__() needs a module');
    return callModule(self, rest, keywords);
  }
}
moduleType.members.set(
  '__call__',
  new CallFunction('__call__', '*args, **kwargs', () => null, { module: 'torch.nn', receiver: moduleType }),
);
