/** How the modules of Python's standard library are put together. */

import type { ArgumentsOf } from '../../objects/callables.ts';
import { type NativeFunction, nativeFunction, PyModule, type Value } from '../../objects/index.ts';
import type { Host, Modules } from '../host.ts';

/** A member of a module from a function: its name, its signature, and what it does. */
export function fn<const S extends string>(
  module: string,
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value,
): [string, NativeFunction] {
  return [name, nativeFunction(name, signature, body, { module, qualifiedName: name })];
}

/** A module of the standard library; `rest` are the public names that the real one has beside, which are refused. */
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
