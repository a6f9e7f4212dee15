/** How NumPy's functions are defined: Python's signature, a body, and the core's errors in NumPy's words. */
import {
  type ArgumentsOf,
  address,
  members,
  NativeFunction,
  PyType,
  type Value,
} from '../../objects/index.ts';
import { asNumpy } from './errors.ts';

const dispatcherType = new PyType({ name: '_ArrayFunctionDispatcher', module: 'numpy' });

/** A function that takes array-likes: it prints as one written in Python. */
class ArrayFunction extends NativeFunction {
  override get type(): PyType {
    return dispatcherType;
  }
}

/** Functions that NumPy writes in C and does not dispatch. */
const BUILT_IN = new Set(
  'arange array asanyarray asarray ascontiguousarray empty promote_types zeros'.split(' '),
);

members(dispatcherType, (value): value is ArrayFunction => value instanceof ArrayFunction)
  .getter('__name__', (self) => self.name)
  .special('__repr__', (self) => `<function ${self.name} at ${address(self)}>`);

export type Entry = [name: string, value: Value];

/** Returns an entry of the module's table: `define('outer', 'a, b, out=None', (a, b) => …)`. */
export function define<const S extends string>(
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value,
  module = 'numpy',
): Entry {
  // Binding yields exactly the arguments that the signature's type describes.
  const run = body as unknown as (...args: Value[]) => Value;
  const builtIn = BUILT_IN.has(name);
  const Kind = builtIn ? NativeFunction : ArrayFunction;
  const made = new Kind(name, signature, (_self, ...args) => asNumpy(() => run(...args)), {
    module,
    style: builtIn ? 'numpy' : 'python',
  });
  return [name, made];
}
