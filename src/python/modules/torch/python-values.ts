/** The tensor's conversions to Python's own values: `item`, `tolist`, `float(x)`, `bool(x)`, text. */
import { type DType, isFloat, type NestedValues } from '../../../tensor/index.ts';
import {
  format,
  members,
  NativeFunction,
  PyList,
  pyError,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { asTorch, runtimeError } from './errors.ts';
import { isTensor, type TensorObject, tensorType, textOf } from './tensor.ts';

/** Returns an element as Python's own number. */
function pythonValue(value: number | boolean, dtype: DType): Value {
  if (dtype === 'bool') return value === 1 || value === true;
  return isFloat(dtype) ? Number(value) : BigInt(value);
}

function onlyElement({ tensor }: TensorObject): Value {
  return asTorch(() => pythonValue(tensor.item(), tensor.dtype));
}

function listOf(values: NestedValues, dtype: DType): Value {
  return Array.isArray(values)
    ? new PyList(values.map((each) => listOf(each, dtype)))
    : pythonValue(values, dtype);
}

function pythonScalar(self: TensorObject): Value {
  if (self.tensor.size !== 1) throw valueError('only one element tensors can be converted to Python scalars');
  return onlyElement(self);
}

members(tensorType, isTensor)
  .special('__repr__', textOf)
  .special('__format__', (self, spec) => {
    if (self.tensor.rank === 0) return format(onlyElement(self), String(spec));
    if (spec === '') return textOf(self);
    throw typeError('unsupported format string passed to Tensor.__format__');
  })
  .special('__bool__', ({ tensor }) => {
    if (tensor.size === 1) return tensor.item() !== 0;
    throw runtimeError(
      tensor.size === 0
        ? 'Boolean value of Tensor with no values is ambiguous'
        : 'Boolean value of Tensor with more than one value is ambiguous',
    );
  })
  .special('__float__', (self) => Number(pythonScalar(self)))
  .special('__int__', (self) => {
    const value = pythonScalar(self);
    if (typeof value !== 'number') return BigInt(value as bigint | boolean);
    if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert float infinity to integer');
    return BigInt(Math.trunc(value));
  })
  .special('__index__', ({ tensor }) => {
    if (tensor.size !== 1 || isFloat(tensor.dtype) || tensor.dtype === 'bool')
      throw typeError('only integer tensors of a single element can be converted to an index');
    return BigInt(tensor.item());
  });

// Methods that PyTorch's parser does not read.
const UNPARSED = {
  item: onlyElement,
  tolist: ({ tensor }: TensorObject): Value => listOf(tensor.toNested(), tensor.dtype),
};
for (const [name, read] of Object.entries(UNPARSED)) {
  const options = { module: 'torch', qualifiedName: `TensorBase.${name}`, receiver: tensorType };
  const run = (object: Value): Value => read(object as TensorObject);
  tensorType.members.set(name, new NativeFunction(name, '', run, options));
}
