import { bitsOf, convert, type DType, isFloat, isInteger } from './dtype.ts';
import { NumericError } from './errors.ts';
import { category, larger, type Rules } from './promotion.ts';

/**
 * NumPy 2's rules (NEP 50, https://numpy.org/neps/nep-0050-scalar-promotion.html): arrays of any rank count alike; a
 * bare Python number is weak and takes the array's dtype unless it is of a higher kind.
 */
export const numpyRules: Rules = {
  library: 'numpy',
  integerByZero: 0,
  integerJoinsIndexArrays: true,
  promote(a, b) {
    if ((a.from === 'python') !== (b.from === 'python')) {
      const [weak, strong] = a.from === 'python' ? [a, b] : [b, a];
      return category(weak.dtype) > category(strong.dtype) ? weak.dtype : strong.dtype;
    }
    const [float, whole] = isFloat(a.dtype) ? [a.dtype, b.dtype] : [b.dtype, a.dtype];
    return isFloat(float) && isInteger(whole) ? larger(float, floatFor(whole)) : larger(a.dtype, b.dtype);
  },
  floating: (dtype) => (isFloat(dtype) ? dtype : 'float64'),
  scalar(value, dtype) {
    if (isInteger(dtype) && convert(value, dtype) !== value) {
      throw new NumericError('convert', { kind: 'scalar-range', value, dtype });
    }
    return convert(value, dtype);
  },
};

/** Returns the least float that has every integer of `dtype`, by NumPy's rule, which takes float64 for 32 and 64 bits. */
export function floatFor(dtype: DType): DType {
  const bits = bitsOf(dtype);
  return bits === 8 ? 'float16' : bits === 16 ? 'float32' : 'float64';
}
