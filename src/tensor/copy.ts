import { allocate, type DType, isFloat, settle } from './dtype.ts';
import { exactAs, exactTensor, isExact } from './exact-integers.ts';
import { inLayoutOf } from './layout.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { copyData, rowMajorData } from './row-major.ts';
import type { Shape } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';

/** Returns a row-major copy that shares nothing. */
export function copy<S extends Shape>(t: Tensor<S>): Tensor<S> {
  if (isExact(t)) return exactAs(t, t.dtype);
  return fromData(copyData(t), t.shape, t.dtype);
}

/** Returns a copy that shares nothing, in the memory order of `t`: “K” order. */
export function copyInLayout<S extends Shape>(t: Tensor<S>, rules: Rules = numpyRules): Tensor<S> {
  return inLayoutOf(copy(t), [t], rules);
}

/** `t` itself when it is row-major, else a row-major copy. */
export function contiguous<S extends Shape>(t: Tensor<S>): Tensor<S> {
  return t.isContiguous ? t : copy(t);
}

/**
 * Returns a copy with every element converted to `dtype` by the rules of `convert`, in the memory order of `t`.
 * @throws {NumericError} `integer-range`.
 */
export function astype<S extends Shape>(t: Tensor<S>, dtype: DType): Tensor<S> {
  if (isExact(t) && t.dtype !== dtype) {
    const converted = exactAs(t, dtype);
    return converted.dtype === dtype ? converted : astype(converted, dtype);
  }
  if (isExact(t)) return copy(t);
  const from = rowMajorData(t);
  const data = allocate(dtype, t.size);
  // A byte would wrap 256 to 0 and drop 0.5 before `settle` saw it, so truth is decided here.
  if (dtype === 'bool') for (let i = 0; i < data.length; i++) data[i] = from[i] === 0 ? 0 : 1;
  else data.set(from);
  // Of floats that no double integer holds, the conversion is the processor's.
  if (
    (dtype === 'int64' || dtype === 'uint64') &&
    isFloat(t.dtype) &&
    !data.every((each) => Number.isSafeInteger(Math.trunc(each)))
  )
    return exactTensor(Array.from(from, processorInteger), t.shape, dtype);
  const made = fromData(settle(data, dtype), t.shape, dtype);
  return t.isContiguous ? made : inLayoutOf(made, [t], numpyRules);
}

/** `x` without its fraction; the least int64 for what no int64 is, as x86-64 converts (Intel SDM, CVTTSD2SI). */
function processorInteger(x: number): bigint {
  return Math.abs(x) < 2 ** 63 ? BigInt(Math.trunc(x)) : -(2n ** 63n);
}
