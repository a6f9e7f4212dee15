/** The parameter `order=`: in which memory order an array is copied or read. */
import type { Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { typeError, UNSET, type Value, valueError } from '../../objects/index.ts';

type Order = 'C' | 'F' | 'A' | 'K';

/** Returns the order that `value` names; `otherwise` for None. */
export function readOrder(value: Value, otherwise: Order = 'C'): Order {
  if (value === null) return otherwise;
  if (typeof value !== 'string')
    throw typeError(`order must be str, not ${value === UNSET ? 'None' : 'int'}`);
  const order = value.toUpperCase();
  if (order !== 'C' && order !== 'F' && order !== 'A' && order !== 'K')
    throw valueError(`order must be one of 'C', 'F', 'A', or 'K' (got '${value}')`);
  return order;
}

/** Returns whether the first index goes fastest in the memory of `t`, and not the last too. */
const isColumnMajor = (t: Tensor): boolean => !t.isContiguous && core.transpose(t).isContiguous;

/** Returns a copy of `t` in that memory order. */
export function copyIn(t: Tensor, value: Value, otherwise: Order = 'C'): Tensor {
  const order = readOrder(value, otherwise);
  if (order === 'K') return core.copyInLayout(t);
  return order === 'F' || (order === 'A' && isColumnMajor(t)) ? core.columnMajor(t) : core.copy(t);
}

/** Returns the elements of `t` in a row, read in that order; null where row-major order does. */
export function flatIn(t: Tensor, value: Value): Tensor | null {
  const order = readOrder(value);
  if (order === 'F' || (order === 'A' && isColumnMajor(t)))
    return core.copy(core.ravel(core.transpose(t)) as Tensor);
  if (order !== 'K' || t.isContiguous) return null;
  const stepOf = (axis: number) => Math.abs(t.strides[axis] as number);
  const axes = t.shape.map((_, axis) => axis).sort((a, b) => stepOf(b) - stepOf(a));
  return core.ravel(core.permute(t, axes)) as Tensor;
}
