/**
 * `np.uint64`, which NumPy gives for sums and products of uint8. Only scalars have it: they compute as int64 and become
 * uint64 again beside Python's ints and other unsigned numbers, float64 beside signed ones, as NumPy promotes.
 */
import type { Tensor } from '../../../tensor/index.ts';
import { members, PyType, Refusal, type Value } from '../../objects/index.ts';
import { OtherDType } from './dtype.ts';
import { isArray, result } from './ndarray.ts';
import { isScalar, NumpyScalar, unsignedIntegerType } from './scalar.ts';

export const uint64Type = new PyType({
  name: 'uint64',
  module: 'numpy',
  bases: [unsignedIntegerType],
  describe: (self) => ({ dtype: 'uint64', shape: [], data: (self as UnsignedScalar).value }),
});

export class UnsignedScalar extends NumpyScalar {
  constructor(value: number) {
    super(value, 'int64');
  }

  override get type(): PyType {
    return uint64Type;
  }
}

members(uint64Type, (value): value is UnsignedScalar => value instanceof UnsignedScalar)
  .getter('dtype', () => new OtherDType('uint64'))
  .method('__round__', 'ndigits=None', (self, digits) => (digits === null ? BigInt(self.value) : self))
  .special('__repr__', (self) => `np.uint64(${self.value})`);

function refuse(what: string): Refusal {
  return new Refusal(
    `${what} uint64, which is not part of this book's NumPy; convert with astype(int) first`,
  );
}

/** The sum or product of `source` as NumPy types it. */
export function accumulated(source: Tensor, outcome: Tensor, converted: boolean): Value {
  if (source.dtype !== 'uint8' || converted) return result(outcome);
  if (outcome.rank > 0) throw refuse('the sums of a uint8 array are');
  return new UnsignedScalar(outcome.item());
}

function isSigned(value: Value): boolean {
  if (value instanceof UnsignedScalar) return false;
  const dtype = isArray(value) ? value.tensor.dtype : isScalar(value) ? value.dtype : undefined;
  return dtype === 'int64' || dtype === 'int32';
}

/** What `compute` makes of operands of which one is a uint64. */
export function withUnsigned(values: readonly Value[], compute: (values: readonly Value[]) => Value): Value {
  const dtype = values.some(isSigned) ? 'float64' : 'int64';
  const outcome = compute(
    values.map((each) => (each instanceof UnsignedScalar ? new NumpyScalar(each.value, dtype) : each)),
  );
  if (isArray(outcome) && outcome.tensor.dtype === 'int64') throw refuse('this array would be');
  if (!isScalar(outcome) || outcome.dtype !== 'int64') return outcome;
  if (outcome.value < 0) throw refuse('a negative result wraps around in');
  return new UnsignedScalar(outcome.value);
}
