/** `t[…]` and `t[…] = value`. */
import { operations as graph, Variable } from '../../../tensor/autograd/index.ts';
import {
  broadcastShapes,
  equal,
  fromFlat,
  type Index,
  index,
  isFloat,
  nonzero,
  type Shape,
  type Tensor,
  tensor,
  torchRules,
} from '../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  clampToNumber,
  ELLIPSIS,
  iteratorOver,
  members,
  PyList,
  PyRange,
  PySlice,
  PyTuple,
  pyError,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { scalarOf } from './arguments.ts';
import { arrayTensor } from './array-values.ts';
import { toTensor } from './convert.ts';
import { tensorTypeName } from './dtype.ts';
import { asTorch, indexError, list, runtimeError, tooFewSizes } from './errors.ts';
import { isTensor, type TensorObject, tensorType, wrap } from './tensor.ts';

/** Returns the core's indices for what stands between the brackets, which are checked in PyTorch's order. */
function readIndices(self: TensorObject, key: Value): Index[] {
  const parts = key instanceof PyTuple ? key.items : [key];
  const { rank, shape } = self.tensor;
  checkCount(rank, parts, !(key instanceof PyTuple));
  let axis = 0;
  const indices = parts.map((part) => {
    const read = readIndex(part);
    if (typeof read === 'number') checkBounds(read, axis, shape[axis] as number);
    axis += read === '...' ? rank - used(parts) : axesTaken(read);
    return read;
  });
  checkTensors(self.tensor, indices);
  return indices;
}

const isIndexTensor = (each: Index): each is Tensor =>
  each !== null && typeof each === 'object' && 'dtype' in each;
const isMask = (each: Index): each is Tensor => isIndexTensor(each) && each.dtype === 'bool';
const axesTaken = (each: Index): number =>
  each === null || each === '...' ? 0 : isMask(each) ? each.rank : 1;

/** Tensors index what the integers and slices leave, and are counted among themselves. */
function checkTensors(indexed: Tensor, indices: readonly Index[]): void {
  if (!indices.some(isIndexTensor)) return;
  const whole = (each: Index): Index[] =>
    isIndexTensor(each) ? new Array<Index>(axesTaken(each)).fill({}) : [each];
  const left = index(indexed, indices.flatMap(whole), torchRules);
  const rest = indexed.rank - indices.reduce<number>((sum, each) => sum + axesTaken(each), 0);
  const shapes: Shape[] = [];
  let axis = 0;
  for (const each of indices) {
    if (isMask(each)) checkMask(each, axis, left);
    else if (isIndexTensor(each) && !isEmptied(left, axis))
      checkEach(each, shapes.length, left.shape[axis] as number);
    if (isMask(each)) shapes.push(...nonzero(each).map(({ shape }) => shape));
    else if (isIndexTensor(each)) shapes.push(each.shape);
    axis += typeof each === 'number' ? 0 : each === '...' ? rest : each === null ? 1 : axesTaken(each);
  }
  checkShapes(shapes);
}

/** Where another axis has no elements, nothing is read and no index is looked at. */
const isEmptied = ({ shape }: Tensor, axis: number): boolean =>
  shape.some((size, other) => size === 0 && other !== axis);

function checkEach(indices: Tensor, place: number, size: number): void {
  const outside = indices.toFlat().find((each) => each >= size || each < -size);
  if (outside !== undefined)
    throw indexError(
      size === 0
        ? 'index is out of bounds for dimension with size 0'
        : `index ${outside} is out of bounds for dimension ${place} with size ${size}`,
    );
}

function checkShapes(shapes: readonly Shape[]): void {
  try {
    shapes.reduce((common, shape) => broadcastShapes<Shape, Shape>(common, shape), [] as Shape);
  } catch {
    throw indexError(
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes.map(list).join(', ')}`,
    );
  }
}

/** Returns how many axes the indices take up, apart from an ellipsis. */
function used(parts: readonly Value[]): number {
  return parts.reduce((sum: number, part) => {
    if (part === null || part === ELLIPSIS || typeof part === 'boolean') return sum;
    const isMaskPart = isTensor(part) && (part.tensor.dtype === 'bool' || part.tensor.dtype === 'uint8');
    return sum + (isMaskPart ? part.tensor.rank : 1);
  }, 0);
}

function checkCount(rank: number, parts: readonly Value[], alone: boolean): void {
  if (rank === 0 && alone && typeof parts[0] === 'bigint')
    throw indexError(
      'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
    );
  if (rank === 0 && alone && parts[0] instanceof PySlice) {
    readSlice(parts[0]);
    throw indexError('slice() cannot be applied to a 0-dim tensor.');
  }
  if (used(parts) > rank) throw indexError(`too many indices for tensor of dimension ${rank}`);
}

function checkBounds(index: number, axis: number, size: number): void {
  if (index >= size || index < -size)
    throw indexError(`index ${index} is out of bounds for dimension ${axis} with size ${size}`);
}

function checkMask(mask: Tensor, axis: number, { shape }: Tensor): void {
  const wrong = mask.shape.findIndex((size, i) => size !== shape[axis + i]);
  if (wrong >= 0)
    throw indexError(
      `The shape of the mask ${list(mask.shape)} at index ${wrong} does not match the shape of the indexed tensor ${list(shape)} at index ${axis + wrong}`,
    );
}

function readIndex(part: Value): Index {
  if (part === null) return null;
  if (part === ELLIPSIS) return '...';
  if (part instanceof PySlice) return readSlice(part);
  const array = isTensor(part) ? part.tensor : arrayTensor(part);
  if (array !== undefined) return indexTensor(array);
  const whole = asIndex(part);
  if (whole !== undefined) return clampToNumber(whole);
  if (
    part instanceof PyList ||
    part instanceof PyTuple ||
    part instanceof PyRange ||
    typeof part === 'string'
  ) {
    if (holdsText(part)) throw typeError("new(): invalid data type 'str'");
    const read = toTensor(part);
    return read.size === 0 ? tensor([], { dtype: 'int64' }) : indexTensor(read);
  }
  throw indexError(
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${typeName(part)})`,
  );
}

function holdsText(value: Value): boolean {
  if (typeof value === 'string') return true;
  return (value instanceof PyList || value instanceof PyTuple) && value.items.some(holdsText);
}

function indexTensor(index: Tensor): Index {
  if (isFloat(index.dtype))
    throw indexError('tensors used as indices must be long, int, byte or bool tensors');
  if (index.dtype === 'uint8') return fromFlat(index.toFlat(), index.shape, 'bool');
  // A 0-d integer tensor selects, as the number it holds does.
  return index.rank === 0 && index.dtype !== 'bool' ? index.item() : index;
}

function readSlice({ start, stop, step }: PySlice): Index {
  const bound = (value: Value): number | null => {
    if (value === null) return null;
    const index = asIndex(value);
    if (index === undefined)
      throw typeError('slice indices must be integers or None or have an __index__ method');
    return clampToNumber(index);
  };
  const by = bound(step);
  if (by === 0) throw pyError('ValueError', 'slice step cannot be zero');
  if (by !== null && by < 0) throw pyError('ValueError', 'step must be greater than zero');
  return { start: bound(start), stop: bound(stop), step: by };
}

/** A lone True or False indexes a new axis of size 1: True keeps it, False leaves it empty. A second `...` covers no axis. */
function spelled(self: TensorObject, key: Value): [TensorObject, Value] {
  const parts = key instanceof PyTuple ? key.items : [key];
  checkCount(self.tensor.rank, parts, !(key instanceof PyTuple));
  const first = parts.indexOf(ELLIPSIS);
  const listed = parts.filter((part, place) => part !== ELLIPSIS || place === first);
  const at = listed.findIndex((part) => typeof part === 'boolean');
  if (at < 0) return [self, listed.length === parts.length ? key : new PyTuple(listed)];
  const mask = fromFlat([Number(listed[at])], [1], 'bool');
  const axis = used(listed.slice(0, at));
  return [wrap(graph.unsqueeze(self.variable, axis)), new PyTuple(listed.with(at, wrap(new Variable(mask))))];
}

function getItem(self: TensorObject, key: Value): TensorObject {
  return asTorch(() => {
    const [object, indices] = spelled(self, key);
    return wrap(graph.index(object.variable, readIndices(object, indices)));
  });
}

function setItem(self: TensorObject, key: Value, value: Value): Value {
  return asTorch(() => {
    const [object, key_] = spelled(self, key);
    const indices = readIndices(object, key_);
    const content = assigned(self, value);
    checkFits(content.value, index(object.tensor, indices, torchRules).shape, indices.some(isIndexTensor));
    graph.assignAt(object.variable, indices, content);
    return null;
  });
}

/** A value gives up its leading axes of one element, and then has to expand to the place it is written to. */
function checkFits({ shape, dtype }: Tensor, place: Shape, picked: boolean): void {
  const ones = shape.findIndex((size) => size !== 1);
  const sizes = shape.slice(ones < 0 ? shape.length : ones);
  const extra = place.length - sizes.length;
  const fits = extra >= 0 && sizes.every((size, axis) => size === 1 || size === place[axis + extra]);
  if (picked && !fits)
    throw runtimeError(
      `shape mismatch: value tensor of shape ${list(sizes)} cannot be broadcast to indexing result of shape ${list(place)}`,
    );
  if (extra < 0) throw tooFewSizes(dtype, sizes, place);
}

function assigned({ tensor: { dtype } }: TensorObject, value: Value): Variable {
  if (isTensor(value)) return value.variable;
  const isNumber = typeof value === 'boolean' || (typeof value !== 'string' && asFloat(value) !== undefined);
  if (!isNumber || value instanceof PyList)
    throw typeError(`can't assign a ${typeName(value)} to a ${tensorTypeName(dtype)}`);
  return new Variable(fromFlat([scalarOf(value).value], [], dtype));
}

members(tensorType, isTensor)
  .special('__getitem__', (self, key) => getItem(self, key ?? null))
  .special('__setitem__', (self, key, value) => setItem(self, key ?? null, value ?? null))
  .special('__delitem__', (_self, _key) => {
    throw typeError('Tensor does not support deleting items');
  })
  .special('__len__', ({ tensor: { shape } }) => {
    if (shape[0] === undefined) throw typeError('len() of a 0-d tensor');
    return BigInt(shape[0]);
  })
  .special('__iter__', (self) => {
    if (self.tensor.rank === 0) throw typeError('iteration over a 0-d tensor');
    return iteratorOver('tuple_iterator', graph.unbind(self.variable).map(wrap));
  })
  .special('__contains__', (self, item) => {
    const value = item ?? null;
    const isNumber =
      isTensor(value) || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
    if (!isNumber)
      throw pyError(
        'RuntimeError',
        `Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class '${typeName(value)}'>.`,
      );
    return asTorch(() =>
      containsValue(self.tensor, isTensor(value) ? value.tensor : tensor(scalarOf(value).value)),
    );
  });

function containsValue(within: Tensor, item: Tensor): boolean {
  return equal<Shape, Shape>(within, item, { rules: torchRules }).toFlat().includes(1);
}
