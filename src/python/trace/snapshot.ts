/** Immutable pictures of values. */
import { Callable } from '../objects/callables.ts';
import { PyError } from '../objects/exceptions.ts';
import { PyModule } from '../objects/module.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { typeOf } from '../objects/types.ts';
import { repr, str } from '../operations/text.ts';
import type { Snapshot } from './step.ts';

const ADDRESS = / at 0x[0-9a-fA-F]+/g;

export function takeSnapshot(value: Value): Snapshot {
  const type = typeOf(value).name;
  if (!(value instanceof PyObject)) return { type, repr: repr(value), str: str(value) };
  if (value instanceof PyModule) return named(type, `<module '${value.name}'>`);
  if (value instanceof Callable && (type === 'function' || type === 'builtin_function_or_method'))
    return named(type, `<function ${value.name}>`);
  const description = value.type.describe?.(value);
  if (description?.random === true) return { type, ...description };
  return { type, ...texts(value), ...description };
}

function named(type: string, text: string): Snapshot {
  return { type, repr: text, str: text };
}

function texts(value: PyObject): { repr: string; str: string } {
  try {
    const written = repr(value).replace(ADDRESS, ' at 0x…');
    const hasOwnText = (value.type.lookup('__str__') ?? null) !== null;
    return { repr: written, str: hasOwnText ? str(value).replace(ADDRESS, ' at 0x…') : written };
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const text = `<unprintable ${error.exception.type.name}>`;
    return { repr: text, str: text };
  }
}

/** Do two snapshots read the same? */
export function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.repr !== b.repr || a.str !== b.str) return false;
  if (a.shape === undefined && b.shape === undefined && a.data === undefined) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
