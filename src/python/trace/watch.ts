/** Whether a value still reads as it did when it was described, without reading it again. */
import { BoundMethod, Callable } from '../objects/callables.ts';
import { PyConstant, PyList, PyRange, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { PyModule } from '../objects/module.ts';
import { objectType, type PyObject, PyType } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';

/** A test of one object, `always` for one that never reads differently, or `never` where code of its own makes its text. */
export type Watch = (() => boolean) | 'always' | 'never';

/** Tells whether an object's own part of its recorded text is still true; the items of a collection are watched separately. */
export function watch(value: PyObject): Watch {
  const own = value.type.watch?.(value);
  if (own !== undefined) return own;
  if (value instanceof PyType || value instanceof PyModule) return 'always';
  if (value instanceof PyConstant || value instanceof PyRange) return 'always';
  if (value instanceof BoundMethod) return 'never';
  if (value instanceof Callable) {
    const { name } = value;
    return () => value.name === name;
  }
  if (value.type.describe !== undefined || hasOwnText(value.type)) return 'never';
  if (value instanceof PyList || value instanceof PyDict || value instanceof PySet) {
    const { version } = value;
    return () => value.version === version;
  }
  // A tuple never changes. What else has no text of its own shows its address, unless its class gets a text later.
  if (value instanceof PyTuple || !value.type.mutable) return 'always';
  return () => !hasOwnText(value.type);
}

function hasOwnText(type: PyType): boolean {
  return ['__repr__', '__str__'].some((name) => {
    const method = type.lookup(name);
    return method !== undefined && method !== objectType.members.get(name);
  });
}
