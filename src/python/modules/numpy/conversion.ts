/** `astype`: arrays in another dtype, with NumPy's warning of numbers that it does not have. */
import type { DType, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { repr, str, typeError } from '../../objects/index.ts';
import { toTensor } from './convert.ts';
import { dtypeObject, readDType } from './dtype.ts';
import { meetFault } from './float-faults.ts';
import { define, type Entry } from './functions.ts';
import { method } from './methods.ts';
import { NdArray } from './ndarray.ts';
import { canCast } from './types.ts';

/**
 * `tensor` in another dtype. Floats become integers by the processor's conversion, which tells of numbers beyond 32 bits,
 * or beyond 64 where the dtype has more than 31 of them.
 */
function converted(tensor: Tensor, dtype: DType): Tensor {
  const made = core.astype(tensor, dtype);
  if (!core.isFloat(tensor.dtype)) return made;
  const data = core.rowMajorData(tensor);
  if (core.isInteger(dtype)) {
    const isWide = core.bitsOf(dtype) === 64 || dtype === 'uint32';
    const limit = 2 ** (isWide ? 63 : 31);
    if (data.some((each) => !(each < limit && each >= -limit))) meetFault('invalid', 'cast');
  } else if (core.isFloat(dtype) && core.bitsOf(dtype) < core.bitsOf(tensor.dtype)) {
    const results = core.rowMajorData(made);
    if (data.some((each, i) => Number.isFinite(each) && !Number.isFinite(results[i])))
      meetFault('over', 'cast');
  }
  return made;
}

method(
  'astype',
  'dtype, order="K", casting="unsafe", subok=True, copy=True',
  (a, dtype, _order, casting, _subok, copy) => {
    const type = readDType(dtype);
    const from = dtypeObject(a.tensor.dtype);
    if (casting !== 'unsafe' && !canCast(from, dtype, casting))
      throw typeError(
        `Cannot cast array data from ${repr(from)} to ${repr(dtypeObject(type))} according to the rule '${str(casting)}'`,
      );
    return copy === false && type === a.tensor.dtype ? a : new NdArray(converted(a.tensor, type));
  },
  undefined,
  'numpy',
);

export const conversionFunctions: readonly Entry[] = [
  define(
    'astype',
    'x, dtype, /, *, copy=True, device=None',
    (x, dtype) => new NdArray(converted(toTensor(x), readDType(dtype))),
  ),
];
