/** What an operation accepts: tensors and bare numbers, which promote differently. */

import { expand } from './broadcast.ts';
import { astype } from './copy.ts';
import { allocate, type DType, isInteger, type TypedArray } from './dtype.ts';
import { NumericError } from './errors.ts';
import type { Operand, Rules } from './promotion.ts';
import { rowMajorData } from './row-major.ts';
import type { Shape } from './shape.ts';
import { Tensor } from './tensor.ts';

/** A Python number, whose kind a JavaScript number cannot tell: 2 and 2.0 promote differently. */
export type PythonScalar = {
  readonly python: 'bool' | 'int' | 'float';
  readonly value: number;
  /** The integer itself where `value`, beyond ±(2^53 − 1), is only near it. */
  readonly exact?: bigint;
};

/** A tensor, a Python scalar, or a JavaScript value: booleans are bool, whole numbers int, others float. */
export type Value<S extends Shape = Shape> = Tensor<S> | PythonScalar | number | boolean;

const dtypes = { bool: 'bool', int: 'int64', float: 'float64' } as const;

/** Returns a JavaScript value as a Python scalar. */
function scalarOf(value: PythonScalar | number | boolean): PythonScalar {
  if (typeof value === 'object') return value;
  const python = typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float';
  return { python, value: Number(value) };
}

/** How promotion sees a value. */
export function operandOf(value: Value): Operand {
  if (value instanceof Tensor) {
    return { dtype: value.dtype, from: value.rank === 0 ? 'zero-dimensional' : 'array' };
  }
  return { dtype: dtypes[scalarOf(value).python], from: 'python' };
}

/** Returns the shape of a value; bare numbers have none. */
export function shapeOf(value: Value): Shape {
  return value instanceof Tensor ? value.shape : [];
}

/**
 * Returns the elements of `value` to compute on, in row-major order of `shape`, which it broadcasts to: when they are fewer than
 * the result has, they start again from the first. Exact, or rounded to `dtype`, which must be what `rules` promoted to;
 * `exact` keeps an integer scalar that `dtype` cannot hold, as comparisons do; else `rules` decide.
 */
export function elementsOf(value: Value, shape: Shape, dtype: DType, rules: Rules, exact = true): TypedArray {
  if (!(value instanceof Tensor)) {
    const { value: scalar, exact: integer } = scalarOf(value);
    if (integer !== undefined && !exact && (dtype === 'int64' || dtype === 'uint64'))
      throw new NumericError('int64', { kind: 'integer-range', value: scalar });
    const data = allocate('float64', 1);
    data[0] = exact && isInteger(dtype) ? scalar : rules.scalar(scalar, dtype);
    return data;
  }
  const held = value.dtype === dtype ? value : astype(value, dtype);
  return rowMajorData(repeats(held.shape, shape) ? held : expand(held, shape));
}

/**
 * Returns whether broadcasting `own` to `shape` repeats all elements in their order: only leading axes are stretched. Where this
 * says no, the elements are gathered, which gives the same more slowly.
 */
function repeats(own: Shape, shape: Shape): boolean {
  const lead = shape.length - own.length;
  let first = 0;
  while (own[first] === 1) first++;
  for (let axis = own.length - 1; axis >= first; axis--) if (own[axis] !== shape[axis + lead]) return false;
  return true;
}
