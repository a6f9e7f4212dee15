import { maximum, minimum } from './arithmetic.ts';
import type { BinaryOperation, BinaryOptions } from './binary.ts';
import { mergeShapes } from './broadcast.ts';
import { allocate, settle } from './dtype.ts';
import { inLayoutOf } from './layout.ts';
import { elementsOf, operandOf, shapeOf, type Value } from './operand.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { sizeOf } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';

/**
 * Returns the element of `a` where `condition` is true, else of `b`; all three broadcast, `a` and `b` promote.
 * @throws {ShapeError} `broadcast`.
 */
export function where(condition: Tensor, a: Value, b: Value, rules: Rules = numpyRules): Tensor {
  const dtype = rules.promote(operandOf(a), operandOf(b));
  const shape = mergeShapes(condition.shape, mergeShapes(shapeOf(a), shapeOf(b), 'where'), 'where');
  const test = elementsOf(condition, shape, condition.dtype, rules);
  const x = elementsOf(a, shape, dtype, rules);
  const y = elementsOf(b, shape, dtype, rules);
  const data = allocate(dtype, sizeOf(shape));
  for (let i = 0; i < data.length; i++) {
    const from = test[i % test.length] !== 0 ? x : y;
    data[i] = from[i % from.length] as number;
  }
  return inLayoutOf(fromData(settle(data, dtype), shape, dtype), [condition, a, b], rules);
}

/**
 * Elements limited to `low` … `high`; null leaves that side open. Where low > high, high wins. An element that
 * equals its limit stays as it is, −0 at a limit of 0 too.
 * @throws {ShapeError} `broadcast`.
 */
export function clip(t: Tensor, low: Value | null, high: Value | null, options: BinaryOptions = {}): Tensor {
  const limited = (limit: BinaryOperation, x: Tensor, by: Value | null): Tensor => {
    // Of equal operands, `maximum` and `minimum` give the second.
    return by === null ? x : limit(by, x, options);
  };
  return limited(minimum, limited(maximum, t, low), high);
}
