/** Which conversions NumPy makes on its own: `np.can_cast` and the rule for writing into an existing array. */
import { type DType, numpyRules } from '../../../tensor/index.ts';
import { type PyError, pyError, type Value } from '../../objects/index.ts';
import { dtypeObject, kindOf } from './dtype.ts';
import { inputCastingErrorType, outputCastingErrorType } from './errors.ts';

const KINDS = 'buif';

/** `same_kind`: to the same kind of number or a wider one. */
export function castsSameKind(from: DType, to: DType): boolean {
  return KINDS.indexOf(kindOf(from)) <= KINDS.indexOf(kindOf(to));
}

/** `safe`: to the dtype that NumPy promotes both to. */
export function castsSafely(from: DType, to: DType): boolean {
  return numpyRules.promote({ dtype: from, from: 'array' }, { dtype: to, from: 'array' }) === to;
}

/** Throws unless `from` may be written into an array of `to` by `ufunc`. */
export function checkOutputCast(ufunc: Value, from: DType, to: DType): void {
  if (castsSameKind(from, to)) return;
  throw castError(ufunc, dtypeObject(from), dtypeObject(to));
}

/** Throws unless the operand of that number may be converted as `dtype=` of `ufunc` asks. */
export function checkInputCast(ufunc: Value, from: DType, to: DType, place: number): void {
  if (castsSafely(from, to) || castsSameKind(from, to)) return;
  throw pyError(inputCastingErrorType, ufunc, 'same_kind', dtypeObject(from), dtypeObject(to), BigInt(place));
}

export function castError(ufunc: Value, from: Value, to: Value): PyError {
  return pyError(outputCastingErrorType, ufunc, 'same_kind', from, to, 2n);
}
