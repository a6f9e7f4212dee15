import { convert, isInteger } from './dtype.ts';
import { NumericError } from './errors.ts';
import { category, larger, type Operand, type Rules } from './promotion.ts';

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
    // float32 cannot hold every int32 or int64, so together they need float64.
    return [a, b].some(isWideInteger) && [a, b].some(({ dtype }) => dtype === 'float32')
      ? 'float64'
      : larger(a.dtype, b.dtype);
  },
  floating: (dtype) => (dtype === 'float32' ? 'float32' : 'float64'),
  scalar(value, dtype) {
    if (isInteger(dtype) && convert(value, dtype) !== value) {
      throw new NumericError('convert', { kind: 'scalar-range', value, dtype });
    }
    return convert(value, dtype);
  },
};

function isWideInteger({ dtype }: Operand): boolean {
  return dtype === 'int32' || dtype === 'int64';
}
