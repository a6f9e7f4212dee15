/** `a[…]`, `a[…] = value`, iteration, `in`, `len`, truth and conversion to Python's numbers. */
import {
  assign,
  assignAt,
  type Index,
  index,
  isFloat,
  type Shape,
  Tensor,
  tensor,
  unsqueeze,
} from '../../../tensor/index.ts';
import {
  asIndex,
  clampToNumber,
  iteratorOver,
  members,
  PyList,
  PyRange,
  PyTuple,
  pyError,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { readIndices } from '../arrays/index.ts';
import { elementTensor, foreignArray, toTensor } from './convert.ts';
import { asNumpy, INDEX_RULE, indexError, tightShape } from './errors.ts';
import { derived, isArray, isReceiver, type NdArray, ndarrayType, result } from './ndarray.ts';
import { isScalar, scalarItem, scalarOf } from './scalar.ts';
import { session } from './session.ts';
import { ufunc } from './ufuncs.ts';
import { checkWriteable } from './writeable.ts';

/** Returns an index beside the plain ones: a scalar, a list or an array. */
function readOther(value: Value): number | Tensor {
  if (isScalar(value) && value.dtype !== 'bool') {
    if (typeof scalarItem(value) === 'bigint') return value.value;
    throw indexError(INDEX_RULE);
  }
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange) {
    const read = toTensor(value);
    if (read.size > 0 && isFloat(read.dtype)) throw indexError(INDEX_RULE);
    return read.size === 0 ? tensor([], { dtype: 'int64' }) : read;
  }
  if (typeof value === 'boolean') return tensor(value);
  if (isScalar(value)) return value.tensor;
  if (!isArray(value)) {
    const array = foreignArray(value);
    if (array !== undefined && array.tensor.rank > 0) return array.tensor;
    const whole = asIndex(value);
    if (whole === undefined) throw indexError(INDEX_RULE);
    return clampToNumber(whole);
  }
  const { tensor: indices } = value;
  return indices.rank === 0 && indices.dtype !== 'bool' && Number.isInteger(indices.item())
    ? indices.item()
    : indices;
}

/** A lone True or False indexes a new axis of size 1: True keeps it, False leaves it empty. */
function spellMasks(source: Tensor, indices: readonly Index[]): [Tensor, Index[]] {
  const at = indices.findIndex((each) => each instanceof Tensor && each.dtype === 'bool' && each.rank === 0);
  if (at < 0) return [source, [...indices]];
  const axis = indices.slice(0, at).filter((each) => each !== null).length;
  const mask = indices[at] as Tensor;
  const spelled = indices.with(at, tensor([mask.item() !== 0]));
  return [unsqueeze(source, axis), spelled];
}

export function getItem(self: NdArray, key: Value): Value {
  return asNumpy(() => {
    const [source, indices] = spellMasks(self.tensor, readIndices(key, readOther));
    const found = index(source, indices);
    if (indices.some((each) => each instanceof Tensor)) return result(found);
    if (found.rank === 0 && !indices.includes('...')) return result(found);
    return derived(self, found);
  });
}

function setItem(self: NdArray, key: Value, value: Value): Value {
  checkWriteable(self, 'assignment destination');
  return asNumpy(() => {
    const [target, indices] = spellMasks(self.tensor, readIndices(key, readOther));
    const single = !(value instanceof PyList || value instanceof PyTuple || isArray(value));
    const content = single ? elementTensor(value, target.dtype) : toTensorFor(value, self);
    checkAssignment(target, indices, content, value);
    if (isArray(value) && value.tensor.rank > 0 && index(target, indices).rank === 0) warnOfScalar();
    assignAt(target, indices, content);
    return null;
  });
}

/** Where NumPy has words of its own for values that do not fit their place. */
function checkAssignment(target: Tensor, indices: readonly Index[], content: Tensor, value: Value): void {
  const arrays = indices.filter((each) => each instanceof Tensor);
  const place = index(target, indices);
  const [mask] = arrays;
  if (mask !== undefined && mask.dtype === 'bool' && indices.length === 1 && content.rank === 1) {
    if (content.size !== 1 && content.size !== place.shape[0])
      throw valueError(
        `NumPy boolean array indexing assignment cannot assign ${content.size} input values to the ${place.shape[0]} output values where the mask is true`,
      );
  } else if (arrays.length > 0 && !fits(content.shape, place.shape))
    throw valueError(
      `shape mismatch: value array of shape ${tightShape(content.shape)} could not be broadcast to indexing result of shape ${tightShape(place.shape)}`,
    );
  else if (
    place.rank === 0 &&
    content.rank > 0 &&
    !indices.includes('...') &&
    !(isArray(value) && content.size === 1)
  )
    throw valueError('setting an array element with a sequence.');
}

function fits(from: Shape, to: Shape): boolean {
  const extra = from.length - to.length;
  return from.every((size, axis) => size === 1 || size === to[axis - extra]);
}

/** Returns the tensor to assign. The items of a list are converted one by one, as `int(item)` or `float(item)` would. */
function toTensorFor(value: Value, { tensor: { dtype } }: NdArray): Tensor {
  return isArray(value) ? value.tensor : toTensor(value, dtype);
}

/** Rows, or scalars of a vector. */
function* rowsOf(self: NdArray): Generator<Value> {
  for (let i = 0; i < (self.tensor.shape[0] as number); i++) yield getItem(self, BigInt(i));
}

function warnOfScalar(): void {
  session().warn(
    'DeprecationWarning',
    'Conversion of an array with ndim > 0 to a scalar is deprecated, and will error in future. Ensure you extract a single element from your array before performing this operation. (Deprecated NumPy 1.25.)',
  );
}

/** Returns the only element as Python's own number; throws where there are several. */
function onlyElement({ tensor }: NdArray): boolean | number | bigint {
  if (tensor.size !== 1) throw typeError('only length-1 arrays can be converted to Python scalars');
  if (tensor.rank > 0) warnOfScalar();
  return scalarItem(scalarOf(tensor));
}

function truth({ tensor }: NdArray): boolean {
  const { size } = tensor;
  if (size === 1) return Number(scalarItem(scalarOf(tensor))) !== 0;
  throw valueError(
    size === 0
      ? 'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.'
      : 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
  );
}

/** As `int()` of a Python number. */
export function truncated(value: boolean | number | bigint): bigint {
  if (typeof value !== 'number') return BigInt(value);
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

members(ndarrayType, isReceiver)
  .special('__getitem__', getItem)
  .special('__setitem__', setItem)
  .special('__delitem__', (_self, _key) => {
    throw valueError('cannot delete array elements');
  })
  .special('__len__', ({ tensor: { shape } }) => {
    if (shape[0] === undefined) throw typeError('len() of unsized object');
    return BigInt(shape[0]);
  })
  .special('__iter__', (self) => {
    if (self.tensor.rank === 0) throw typeError('iteration over a 0-d array');
    return iteratorOver('iterator', rowsOf(self));
  })
  .special('__contains__', (self, item) => {
    const equal = ufunc('equal').apply([self, item]);
    return isArray(equal) ? equal.tensor.toFlat().includes(1) : isScalar(equal) && equal.value !== 0;
  })
  .special('__bool__', truth)
  .special('__int__', (self) => truncated(onlyElement(self)))
  .special('__float__', (self) => Number(onlyElement(self)))
  .special('__index__', (self) => {
    const { dtype, rank } = self.tensor;
    if (rank > 0 || dtype === 'bool' || dtype.startsWith('float'))
      throw typeError('only integer scalar arrays can be converted to a scalar index');
    return BigInt(self.tensor.item());
  })
  .constant('__hash__', null);

/** Writes `value` everywhere: `a.fill(value)`. */
export function fillWith(self: NdArray, value: Value): void {
  checkWriteable(self, 'assignment destination');
  if (value instanceof PyList || value instanceof PyTuple || (isArray(value) && value.tensor.rank > 0))
    throw valueError('setting an array element with a sequence.');
  assign(self.tensor, elementTensor(value, self.tensor.dtype));
}
