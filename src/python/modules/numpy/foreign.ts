/** Arrays of other libraries, which NumPy reads by their `__array__` and gives back by their `__array_wrap__`: tensors. */
import {
  call,
  callSpecial,
  getAttribute,
  type Keywords,
  PyObject,
  UNSET,
  type Value,
} from '../../objects/index.ts';
import { isArray, NdArray } from './ndarray.ts';
import { isScalar } from './scalar.ts';
import { session } from './session.ts';

/** Is it such an array? An operator leaves it to decide by its own reflected method. */
export function isForeign(value: Value): value is PyObject {
  if (!(value instanceof PyObject) || isArray(value) || isScalar(value)) return false;
  return value.type.lookup('__array_priority__') !== undefined;
}

/** NumPy's own array of such an array; other values as they are. */
export function ownValue(value: Value): Value {
  return isForeign(value) ? (callSpecial(value, '__array__') ?? value) : value;
}

/** Replaces other libraries' arrays by NumPy arrays, computes, and converts the result to the type of the first of them. */
export function throughOwn(values: readonly Value[], compute: (own: readonly Value[]) => Value): Value {
  const first = values.find(isForeign);
  const made = compute(values.map(ownValue));
  const array = isScalar(made) ? new NdArray(made.tensor) : made;
  if (first === undefined || !isArray(array)) return made;
  session().warn(
    'DeprecationWarning',
    '__array_wrap__ must accept context and return_scalar arguments (positionally) in the future. (Deprecated NumPy 2.0)',
  );
  return callSpecial(first, '__array_wrap__', array) ?? made;
}

/** The order in which such a method is given its arguments, which its messages keep. */
const ORDER = ['where', 'initial', 'correction', 'mean', 'keepdims', 'ddof', 'dtype', 'out', 'axis'];

/** `np.sum(x)` of such an array is `x.sum(axis=None, out=None)`, whatever the other library says to that. */
export function ownMethod(array: PyObject, name: string, given: ReadonlyMap<string, Value>): Value {
  const keywords: Keywords = new Map(
    [...given].filter(([, value]) => value !== UNSET).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)),
  );
  return call(getAttribute(array, name), [], keywords);
}
