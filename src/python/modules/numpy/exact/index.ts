/** NumPy's arithmetic of 64-bit integers beyond 2^53: a part that is fetched for programs that may come to them. */
import {
  EXACT_BINARY,
  EXACT_COMPARISONS,
  EXACT_UNARY,
  exactReduction,
  exactRunning,
} from '../../../../tensor/exact/index.ts';
import {
  astype,
  broadcastShapes,
  type DType,
  exactElements,
  exactTensor,
  expand,
  fromFlat,
  isFloat,
  numpyRules,
  type Operand,
  type Shape,
  Tensor,
  type Value as TensorValue,
  wrapped,
} from '../../../../tensor/index.ts';
import type { Modules } from '../../host.ts';
import { type ExactOperations, offerExact } from '../beyond-doubles.ts';
import { operandTensor } from '../convert.ts';
import { meetFault } from '../float-faults.ts';

/** How promotion sees an operand. */
function promotionOf(operand: TensorValue): Operand {
  const { dtype } = operandTensor(operand);
  if (operand instanceof Tensor) return { dtype, from: 'array' };
  return { dtype: dtype === 'uint64' ? 'int64' : dtype, from: 'python' };
}

/** Returns the operands for a computation in floating point: exact integers as the nearest doubles. */
const nearest = (operands: readonly TensorValue[]): readonly TensorValue[] =>
  operands.map((each) => {
    if (each instanceof Tensor) return each.storage.exact === undefined ? each : astype(each, 'float64');
    return typeof each === 'object' ? { python: each.python, value: each.value } : each;
  });

/** NumPy tells of an overflow only where scalars are computed. */
const TELLS_OVERFLOW = new Set(['add', 'subtract', 'multiply', 'negative']);
const DIVISIONS = new Set(['floor_divide', 'remainder']);

const ufunc: ExactOperations['ufunc'] = (name, operands, where, kernel) => {
  const tensors = operands.map(operandTensor);
  const [first, second] = tensors.map((each) => each.shape) as [Shape, Shape | undefined];
  const shape = second === undefined ? first : broadcastShapes(first, second as never);
  const [x = [], y = []] = tensors.map((each) =>
    isFloat(each.dtype) ? [] : exactElements(expand(each, shape)),
  );
  const compare = EXACT_COMPARISONS.get(name);
  if (compare !== undefined && tensors.every((each) => !isFloat(each.dtype)))
    return fromFlat(
      x.map((each, i) => Number(compare(each, y[i] as bigint))),
      shape,
      'bool',
    ) as Tensor;
  const [a, b] = operands.map(promotionOf) as [Operand, Operand | undefined];
  const dtype: DType = b === undefined ? a.dtype : numpyRules.promote(a, b);
  const binary = EXACT_BINARY.get(name);
  const unary = EXACT_UNARY.get(name);
  if (isFloat(dtype) || (binary === undefined && unary === undefined)) return kernel(nearest(operands));
  const results =
    binary === undefined
      ? x.map((each) => unary?.(each, dtype) ?? each)
      : x.map((each, i) => binary(each, y[i] as bigint, dtype));
  const isScalar = where.startsWith('scalar');
  if (isScalar && TELLS_OVERFLOW.has(name) && results.some((each) => wrapped(each, dtype) !== each))
    meetFault('over', where);
  if (DIVISIONS.has(name) && y.includes(0n)) meetFault('divide', where);
  return exactTensor(results, shape, dtype) as Tensor;
};

offerExact({ ufunc, reduce: exactReduction, running: exactRunning });

/** The part adds to a module that is there and has none of its own. */
export const exactModules: Modules = new Map();
