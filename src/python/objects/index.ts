/** The object protocol: what native types and modules are built with. See ../README.md. */
export { assertNever } from '../assert-never.ts';
export { allocate, makeArray, work } from '../limits.ts';
export {
  attributeNames,
  deletePlainAttribute,
  findAttribute,
  getAttribute,
  setPlainAttribute,
} from '../operations/attributes.ts';
export type { BinaryOperator, UnaryOperator } from '../operations/binary.ts';
export { binary, inPlace, unary } from '../operations/binary.ts';
export { call, callSpecial } from '../operations/call.ts';
export { type Comparison, compare, equals, isSame } from '../operations/compare.ts';
export {
  asFloat,
  asIndex,
  clampToNumber,
  toFloat,
  toIndex,
  toSmallIndex,
} from '../operations/convert.ts';
export { contains, deleteItem, getItem, lengthOf, setItem } from '../operations/items.ts';
export { each, iterate, toArray } from '../operations/iterate.ts';
export { sliceBounds, sliceIndices } from '../operations/slices.ts';
export { address, format, repr, str } from '../operations/text.ts';
export { isTrue } from '../operations/truth.ts';
export { Refusal, refuse } from '../refusal.ts';
export { bindArguments, type MessageStyle } from './bind.ts';
export { type ArgumentsOf, BoundMethod, Callable, NativeFunction, nativeFunction } from './callables.ts';
export { ELLIPSIS, NOT_IMPLEMENTED, PyList, PyRange, PySlice, PyTuple, UNSET } from './collections.ts';
export { Descriptor, PyClassMethod, PyProperty, PyStaticMethod } from './descriptors.ts';
export { PyDict } from './dict.ts';
export {
  builtinException,
  exceptionType,
  PyError,
  PyException,
  pyError,
  typeError,
  valueError,
} from './exceptions.ts';
export { iteratorOver, iteratorType, PyIterator } from './iterators.ts';
export { type Members, members } from './members.ts';
export { PyModule } from './module.ts';
export {
  type Description,
  type Keywords,
  NO_KEYWORDS,
  objectType,
  PyInstance,
  PyObject,
  PyType,
  type SnapshotData,
  type Value,
} from './object.ts';
export { PySet } from './set.ts';
export { Signature } from './signature.ts';
export {
  boolType,
  dictType,
  floatType,
  intType,
  isInstance,
  strType,
  tupleType,
  typeName,
  typeOf,
} from './types.ts';
export { VersionedMap } from './versioned-map.ts';
