/** `copy`: https://docs.python.org/3/library/copy.html */
import {
  call,
  callSpecial,
  findAttribute,
  PyDict,
  PyException,
  PyInstance,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

/** Returns a copy of the value itself; what it holds is shared. */
function shallow(value: Value): Value {
  if (!(value instanceof PyObject)) return value;
  const own = callSpecial(value, '__copy__');
  if (own !== undefined) return own;
  if (value instanceof PyList) return new PyList([...value.items]);
  if (value instanceof PySet) return value.frozen ? value : new PySet(value);
  if (value instanceof PyDict) return copiedByMethod(value) ?? new PyDict(value.entries());
  if (isPlainInstance(value)) return withAttributes(value, (each) => each);
  return copiedByMethod(value) ?? value;
}

/** Returns what `value.copy()` gives: dicts with types of their own, arrays. */
function copiedByMethod(value: PyObject): Value | undefined {
  const method = findAttribute(value, 'copy') ?? findAttribute(value, 'clone');
  return method === undefined ? undefined : call(method);
}

const isPlainInstance = (value: PyObject): value is PyInstance =>
  value instanceof PyInstance && !(value instanceof PyException) && value.type.mutable;

function withAttributes(value: PyInstance, copy: (value: Value) => Value): Value {
  const made = value.type.allocate?.(value.type);
  if (!(made instanceof PyInstance)) return value;
  for (const [name, each] of value.attributes) made.attributes.set(name, copy(each));
  return made;
}

/** Returns a copy of the value and of all that it holds; what is met twice is copied once. */
function deep(value: Value, known: Map<PyObject, Value>): Value {
  if (!(value instanceof PyObject)) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const copied = deepCopy(value, known);
  known.set(value, copied);
  return copied;
}

/** What `__deepcopy__` of a library's own object gets: it copies what the object holds, each thing once. */
export class Memo extends PyDict {
  readonly #known: Map<PyObject, Value>;

  constructor(known: Map<PyObject, Value>) {
    super();
    this.#known = known;
  }

  copy(value: Value): Value {
    return deep(value, this.#known);
  }

  /** Tells of a copy that is being made, so that what leads back to its original leads to it. */
  remember(value: PyObject, copied: Value): void {
    this.#known.set(value, copied);
  }
}

function deepCopy(value: PyObject, known: Map<PyObject, Value>): Value {
  const copy = (each: Value): Value => deep(each, known);
  const own = callSpecial(value, '__deepcopy__', new Memo(known));
  if (own !== undefined) return own;
  if (value instanceof PyList) {
    const made = new PyList([]);
    known.set(value, made);
    for (const item of value.items) made.append(copy(item));
    return made;
  }
  if (value instanceof PyTuple) {
    const items = value.items.map(copy);
    return items.every((item, index) => Object.is(item, value.items[index])) ? value : value.derive(items);
  }
  if (value instanceof PySet) return value.frozen ? value : new PySet([...value.values()].map(copy));
  if (value instanceof PyDict) {
    const made = copiedByMethod(value);
    const dict = made instanceof PyDict ? made : new PyDict();
    dict.clear();
    known.set(value, dict);
    for (const [key, each] of value.entries()) dict.set(copy(key), copy(each));
    return dict;
  }
  if (isPlainInstance(value)) {
    const made = value.type.allocate?.(value.type);
    if (!(made instanceof PyInstance)) return value;
    known.set(value, made);
    for (const [name, each] of value.attributes) made.attributes.set(name, copy(each));
    return made;
  }
  return copiedByMethod(value) ?? value;
}

export const copyModules: Modules = standardModule(
  'copy',
  () => [
    fn('copy', 'copy', 'x', shallow),
    fn('copy', 'deepcopy', 'x, memo=None, _nil=()', (value) => deep(value, new Map())),
  ],
  'Error error replace',
);
