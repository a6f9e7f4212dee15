/** Axes and shapes from Python's ints and tuples. */

import {
  asIndex,
  clampToNumber,
  PyList,
  PyRange,
  PyTuple,
  repr,
  toArray,
  toSmallIndex,
  typeError,
  UNSET,
  type Value,
} from '../../objects/index.ts';
import { isArray } from './ndarray.ts';

/** Returns one axis, several, or undefined for None: `axis=`. */
export function readAxes(value: Value): number | number[] | undefined {
  if (value === null || value === UNSET) return undefined;
  return value instanceof PyTuple ? value.items.map(toSmallIndex) : toSmallIndex(value);
}

/** Returns one axis, undefined for None. */
export function readAxis(value: Value): number | undefined {
  return value === null || value === UNSET ? undefined : toSmallIndex(value);
}

/** Sizes as `np.zeros(shape)` takes them: an int or a sequence of them. */
export function readShape(value: Value): number[] {
  const single = asIndexOrUndefined(value);
  if (single !== undefined) return [single];
  if (value instanceof PyTuple || value instanceof PyList || value instanceof PyRange || isArray(value))
    return toArray(value).map(toSmallIndex);
  if (typeof value === 'number')
    throw typeError(`expected a sequence of integers or a single integer, got '${repr(value)}'`);
  return [toSmallIndex(value)];
}

function asIndexOrUndefined(value: Value): number | undefined {
  if (isArray(value) && value.tensor.rank > 0) return undefined;
  const whole = asIndex(value);
  return whole === undefined ? undefined : clampToNumber(whole);
}

/** Sizes given one by one or as one sequence: `a.reshape(2, 3)`, `a.reshape((2, 3))`. */
export function readSizes(args: PyTuple): number[] {
  const [only] = args.items;
  return args.items.length === 1 && only !== undefined ? readShape(only) : args.items.map(toSmallIndex);
}
