/** Making scalars (`np.float64(2)`), their conversion to Python's numbers, and what else floats and ints have. */

import type { DType } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  ELLIPSIS,
  members,
  PyTuple,
  pyError,
  toSmallIndex,
  typeError,
  typeName,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { getItem, truncated } from './array-items.ts';
import { elementTensor, toTensor } from './convert.ts';
import { asNumpy, indexError } from './errors.ts';
import { NdArray, result } from './ndarray.ts';
import {
  floatingType,
  genericType,
  integerType,
  isScalar,
  NumpyScalar,
  numberType,
  SCALAR_TYPES,
  scalarItem,
} from './scalar.ts';
import { session } from './session.ts';

/** `np.float64(x)`: a scalar of a number or text, an array of a sequence. */
function construct(dtype: DType, value: Value): Value {
  if (value === UNSET) return new NumpyScalar(0, dtype);
  return asNumpy(() => {
    if (typeof value === 'bigint') return result(core.astype(elementTensor(value, dtype), dtype));
    const read = toTensor(value, typeof value === 'string' || value === null ? dtype : undefined);
    if (typeof value === 'number' && core.isInteger(dtype)) truncated(value);
    return result(core.astype(read, dtype));
  });
}

for (const [dtype, type] of Object.entries(SCALAR_TYPES))
  members(type, isScalar).constructs('x=?, /', (_type, x) => construct(dtype as DType, x));

/** A scalar has no items, but `...` and new axes make an array of it. */
function item(self: NumpyScalar, key: Value): Value {
  const parts = key instanceof PyTuple ? key.items : [key];
  if (parts.length === 0) return self;
  if (parts.some((part) => part !== null && part !== ELLIPSIS))
    throw indexError('invalid index to scalar variable.');
  return getItem(new NdArray(self.tensor), key);
}

members(genericType, isScalar)
  .special('__bool__', (self) => self.exact !== undefined || self.value !== 0)
  .special('__int__', (self) => truncated(scalarItem(self)))
  .special('__float__', (self) => Number(scalarItem(self)))
  .special('__getitem__', item)
  .special('__iter__', (self) => {
    throw typeError(`'${typeName(self)}' object is not iterable`);
  })
  .special('__contains__', (self, _item) => {
    throw typeError(`argument of type '${typeName(self)}' is not iterable`);
  });

members(SCALAR_TYPES.bool, isScalar).special('__index__', (self) => {
  session().warn(
    'DeprecationWarning',
    "In future, it will be an error for 'np.bool' scalars to be interpreted as an index",
  );
  return BigInt(self.value);
});

members(numberType, isScalar).method('__round__', 'ndigits=None', (self, digits) => {
  const rounded = core.round(self.tensor, digits === null ? 0 : toSmallIndex(digits));
  return digits === null
    ? truncated(scalarItem(new NumpyScalar(rounded.item(), self.dtype)))
    : result(rounded);
});

members(integerType, isScalar)
  .special('__index__', (self) => self.exact ?? BigInt(self.value))
  .method('is_integer', '', () => true)
  .method('bit_count', '', (self) =>
    BigInt([...Math.abs(self.value).toString(2)].filter((bit) => bit === '1').length),
  );

members(floatingType, isScalar)
  .special('__trunc__', (self) => truncated(self.value))
  .method('is_integer', '', (self) => Number.isInteger(self.value))
  .method('as_integer_ratio', '', (self) => ratio(self.value));

/** Numerator and denominator, exactly. */
function ratio(value: number): PyTuple {
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert Infinity to integer ratio');
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return new PyTuple([BigInt(numerator), denominator]);
}
