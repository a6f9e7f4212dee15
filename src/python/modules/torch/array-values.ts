/** What tensors read of NumPy's arrays and scalars. */
import type { PythonScalar, Tensor } from '../../../tensor/index.ts';
import type { Value } from '../../objects/index.ts';
import { isArray } from '../numpy/ndarray.ts';
import { isScalar } from '../numpy/scalar.ts';

/** Returns the elements of a NumPy array or scalar; undefined for other values. */
export function arrayTensor(value: Value): Tensor | undefined {
  return isArray(value) || isScalar(value) ? value.tensor : undefined;
}

/** Returns a number as it takes part in promotion; a 0-d tensor counts as the number it holds. */
export function scalarOfTensor(tensor: Tensor): PythonScalar {
  const python = tensor.dtype === 'bool' ? 'bool' : tensor.dtype.startsWith('float') ? 'float' : 'int';
  return { python, value: tensor.item() };
}

/** Returns a NumPy scalar as the Python number it counts as; undefined for other values. */
export function numberOf(value: Value): PythonScalar | undefined {
  return isScalar(value) ? scalarOfTensor(value.tensor) : undefined;
}
