/** How the modules of Python's standard library are put together. */

import type { ArgumentsOf } from '../../objects/callables.ts';
import { address, members, NativeFunction, PyModule, PyType, type Value } from '../../objects/index.ts';
import type { Host, Modules } from '../host.ts';

/** Modules whose functions CPython has in C. */
const IN_C = new Set(['bisect', 'heapq', 'itertools', 'operator', 'sys', 'time']);

const pythonFunctionType = new PyType({ name: 'function' });

/** A function that CPython's library has in Python. */
class LibraryFunction extends NativeFunction {
  override get type(): PyType {
    return pythonFunctionType;
  }
}

members(pythonFunctionType, (value): value is LibraryFunction => value instanceof LibraryFunction)
  .getter('__name__', (self) => self.name)
  .getter('__qualname__', (self) => self.qualifiedName)
  .getter('__module__', (self) => self.module)
  .getter('__doc__', () => null)
  .special('__repr__', (self) => `<function ${self.name} at ${address(self)}>`);

/** Returns a member of a module from a function: its name, its signature, and what it does. */
export function fn<const S extends string>(
  module: string,
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value,
): [string, NativeFunction] {
  const run = body as unknown as (...args: Value[]) => Value;
  const style = IN_C.has(module) ? 'c' : 'python';
  const Made = IN_C.has(module) ? NativeFunction : LibraryFunction;
  return [
    name,
    new Made(name, signature, (_self, ...args) => run(...args), { module, qualifiedName: name, style }),
  ];
}

/** Returns a module of the standard library; `rest` are the public names that the real one has beside, which are refused. */
export function standardModule(
  name: string,
  members: (host: Host) => Iterable<readonly [string, Value]>,
  rest = '',
): Modules {
  const notOffered = rest.split(' ').filter((each) => each !== '');
  return new Map([
    [name, (host: Host) => new PyModule(name, members(host), { notOffered, library: 'Python' })],
  ]);
}
