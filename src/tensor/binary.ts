/** Element-wise operations on two operands: broadcasting, promotion and one loop. */

import { assign } from './assign.ts';
import { mergeShapes } from './broadcast.ts';
import { allocate, type DType, settle } from './dtype.ts';
import { inLayoutOf } from './layout.ts';
import { workAt } from './meter/index.ts';
import { elementsOf, operandOf, shapeOf, type Value } from './operand.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { sizeOf } from './shape.ts';
import type { Broadcast, BroadcastCheck } from './shape-types.ts';
import { fromData, Tensor } from './tensor.ts';

export type BinaryOptions = {
  /** Whose promotion rules hold; NumPy's unless given. */
  rules?: Rules;
  /** Computes in this dtype instead of the promoted one. */
  dtype?: DType;
  /** Writes the result, converted, into this tensor (of the result's shape) and returns it: `+=` and `add_`. */
  out?: Tensor;
};

/**
 * `operation(a, b)` for each pair of elements, broadcast; the compiler refuses literal shapes that do not broadcast.
 * @throws {ShapeError} `broadcast`; {DTypeError} `unsupported`; {NumericError} as the operation says.
 */
export type BinaryOperation = <A extends readonly number[] = [], B extends readonly number[] = []>(
  a: Value<A>,
  b: Value<B> & BroadcastCheck<A, B>,
  options?: BinaryOptions,
) => Tensor<Broadcast<A, B>>;

export type Kernel = (x: number, y: number) => number;

/** The kernel for operands promoted to `dtype`, and the dtype of its results (`dtype` unless given). */
export type Plan = { kernel: Kernel; compute?: DType; result?: DType; exact?: boolean };

/** Returns whether an operand leaves its result in row-major order. */
const isPlain = (value: Value): boolean => !(value instanceof Tensor) || value.isContiguous;

/** Returns an operation from its name and what it does for each promoted dtype. */
export function binary(name: string, plan: (dtype: DType, rules: Rules) => Plan): BinaryOperation {
  return (a: Value, b: Value, options: BinaryOptions = {}) => {
    const rules = options.rules ?? numpyRules;
    const promoted = options.dtype ?? rules.promote(operandOf(a), operandOf(b));
    const { kernel, compute = promoted, result = compute, exact = false } = plan(promoted, rules);
    const shape = mergeShapes(shapeOf(a), shapeOf(b), name);
    const x = elementsOf(a, shape, compute, rules, exact);
    const y = elementsOf(b, shape, compute, rules, exact);
    const data = allocate(result, sizeOf(shape));
    for (let i = 0, ix = 0, iy = 0; i < data.length; i++) {
      workAt(i);
      data[i] = kernel(x[ix] as number, y[iy] as number);
      if (++ix === x.length) ix = 0;
      if (++iy === y.length) iy = 0;
    }
    const value = fromData(settle(data, result), shape, result) as Tensor<never>;
    if (options.out !== undefined) return assign(options.out, value, name) as Tensor<never>;
    return isPlain(a) && isPlain(b) ? value : inLayoutOf(value, [a, b], rules);
  };
}
