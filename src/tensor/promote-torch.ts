import { convert, isFloat } from './dtype.ts';
import { category, larger, type Operand, type Rules } from './promotion.ts';

const priority = { array: 2, 'zero-dimensional': 1, python: 0 } as const;

/**
 * PyTorch's rules (https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc): tensors with dimensions
 * outrank 0-d ones, which outrank Python numbers; the lower rank only counts when its category (bool < integer <
 * float) is higher. The default float is float32.
 */
export const torchRules: Rules = {
  library: 'torch',
  integerByZero: undefined,
  integerJoinsIndexArrays: false,
  promote(a, b) {
    if (priority[a.from] === priority[b.from]) return larger(dtypeOf(a), dtypeOf(b));
    const [low, high] = priority[a.from] < priority[b.from] ? [a, b] : [b, a];
    return category(low.dtype) > category(high.dtype) ? dtypeOf(low) : high.dtype;
  },
  floating: (dtype) => (isFloat(dtype) ? dtype : 'float32'),
  scalar: convert,
};

/** A Python float counts as the default float32. */
function dtypeOf({ dtype, from }: Operand): Operand['dtype'] {
  return from === 'python' && dtype === 'float64' ? 'float32' : dtype;
}
