/** The tensor's attributes, its conversions to Python's values and to other dtypes, and writing it whole. */
import { operations as graph, Variable } from '../../../tensor/autograd/index.ts';
import {
  broadcastShapes,
  type DType,
  isFloat,
  type NestedValues,
  type Shape,
  ShapeError,
  type Tensor,
  zeros,
} from '../../../tensor/index.ts';
import {
  format,
  members,
  NativeFunction,
  PyList,
  PyTuple,
  pyError,
  Refusal,
  toIndex,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { toTensor } from './convert.ts';
import { define } from './define.ts';
import { CPU, readDevice } from './device.ts';
import {
  DTypeObject,
  dtypeObject,
  dtypeOfTensorTypeName,
  itemSize,
  readDType,
  tensorTypeName,
} from './dtype.ts';
import { asTorch, list, runtimeError } from './errors.ts';
import { ownAxis } from './shapes.ts';
import { Size, sizeOfShape } from './size.ts';
import { isTensor, type TensorObject, tensorType, textOf, wrap } from './tensor.ts';

const of = members(tensorType, isTensor);

/** An element as Python's own number. */
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

of.getter('shape', ({ tensor }) => sizeOfShape(tensor.shape))
  .getter('dtype', ({ tensor }) => dtypeObject(tensor.dtype))
  .getter('device', () => CPU)
  .getter('ndim', ({ tensor }) => BigInt(tensor.rank))
  .getter('itemsize', ({ tensor }) => BigInt(itemSize(tensor.dtype)))
  .getter('nbytes', ({ tensor }) => BigInt(tensor.size * itemSize(tensor.dtype)))
  .getter('is_cuda', () => false)
  .getter('T', (self) => wrap(graph.reverseAxes(self.variable)))
  .getter('mT', (self) => wrap(matrixTransposed(self)))
  .getter('H', (self) => {
    const { rank } = self.tensor;
    if (rank !== 2 && rank !== 0)
      throw runtimeError(`tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.`);
    return wrap(rank === 0 ? self.variable : graph.transpose(self.variable, 0, 1));
  })
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

function pythonScalar(self: TensorObject): Value {
  if (self.tensor.size !== 1) throw valueError('only one element tensors can be converted to Python scalars');
  return onlyElement(self);
}

function matrixTransposed({ variable }: TensorObject): Variable {
  const { rank } = variable.value;
  if (rank === 0) return variable;
  if (rank < 2)
    throw runtimeError(
      `tensor.mT is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`,
    );
  return graph.transpose(variable, -2, -1);
}

const self = (given: Arguments): Variable => given.variable('input');
const tensorOf = (given: Arguments): Tensor => given.object('input').tensor;

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

for (const name of ['dim', 'ndimension'])
  define(name, 'Tensor input', (given) => BigInt(tensorOf(given).rank), 'method');
define('numel', 'Tensor input', (given) => BigInt(tensorOf(given).size));
define('nelement', 'Tensor input', (given) => BigInt(tensorOf(given).size), 'method');
define('element_size', 'Tensor input', (given) => BigInt(itemSize(tensorOf(given).dtype)), 'method');
define('storage_offset', 'Tensor input', (given) => BigInt(tensorOf(given).offset), 'method');
define(
  'is_contiguous',
  'Tensor input, *, memory_format memory_format=None',
  (given) => tensorOf(given).isContiguous,
  'method',
);
define('is_floating_point', 'Tensor input', (given) => isFloat(tensorOf(given).dtype));
define('is_complex', 'Tensor input', () => false);
define('get_device', 'Tensor input', () => -1n);
define('data_ptr', 'Tensor input', (given) => addressOf(tensorOf(given)), 'method');
define(
  'size',
  ['Tensor input, int dim=None', 'Tensor input, name dim'],
  (given) => {
    given.refuseNames();
    const { shape } = tensorOf(given);
    const dim = given.optionalInt('dim');
    return dim === undefined ? sizeOfShape(shape) : BigInt(shape[ownAxis(dim, shape.length)] as number);
  },
  'method',
);
define(
  'stride',
  ['Tensor input, int dim=None', 'Tensor input, name dim'],
  (given) => {
    const { strides } = tensorOf(given);
    const dim = given.optionalInt('dim');
    return dim === undefined
      ? new PyTuple(strides.map(BigInt))
      : BigInt(strides[ownAxis(dim, strides.length)] as number);
  },
  'method',
);

/** Made-up places in memory: equal for tensors that begin at the same element, further on for later ones. */
const addresses = new WeakMap<object, number>();
let nextAddress = 0x5581_0000_0040;
function addressOf({ storage, offset, dtype }: Tensor): bigint {
  let start = addresses.get(storage);
  if (start === undefined) {
    start = nextAddress;
    nextAddress += Math.ceil((storage.data.length * 8) / 64) * 64 + 64;
    addresses.set(storage, start);
  }
  return BigInt(start + offset * itemSize(dtype));
}

// Other dtypes.
const convert = (given: Arguments, dtype: DType): Value | Variable => converted(given.object('input'), dtype);

/** The tensor itself where it already has that dtype. */
function converted(object: TensorObject, dtype: DType, copy = false): Value | Variable {
  if (object.tensor.dtype === dtype) return copy ? graph.clone(object.variable) : object;
  return graph.to(object.variable, dtype);
}
for (const [name, dtype] of [
  ['float', 'float32'],
  ['double', 'float64'],
  ['long', 'int64'],
  ['int', 'int32'],
  ['bool', 'bool'],
  ['byte', 'uint8'],
] as const)
  define(
    name,
    'Tensor input, *, memory_format memory_format=None',
    (given) => convert(given, dtype),
    'method',
  );
define(
  'cpu',
  'Tensor input, *, memory_format memory_format=None',
  (given) => given.object('input'),
  'method',
);

const TO = 'bool non_blocking=False, bool copy=False, *, memory_format memory_format=None';
define(
  'to',
  [
    `Tensor input, device device=None, dtype dtype=None, ${TO}`,
    `Tensor input, dtype dtype, ${TO}`,
    `Tensor input, Tensor tensor, ${TO}`,
  ],
  (given) => {
    if (given.has('device')) readDevice(given.value('device') ?? null);
    const object = given.object('input');
    const dtype = given.has('tensor')
      ? given.object('tensor').tensor.dtype
      : (given.dtype() ?? object.tensor.dtype);
    return converted(object, dtype, given.flag('copy'));
  },
  'method',
);
define(
  'type_as',
  'Tensor input, Tensor other',
  (given) => convert(given, given.object('other').tensor.dtype),
  'method',
);
define(
  'type',
  'Tensor input, object dtype=None, bool non_blocking=False',
  (given) => {
    const wanted = given.value('dtype');
    if (wanted === undefined) return tensorTypeName(tensorOf(given).dtype);
    if (wanted instanceof DTypeObject || typeof wanted !== 'string') return convert(given, readDType(wanted));
    const dtype = dtypeOfTensorTypeName(wanted);
    if (dtype === undefined) throw valueError(`invalid type: '${wanted}'`);
    return convert(given, dtype);
  },
  'method',
);

// Writing the whole tensor.
define('zero_', 'Tensor input', (given) => graph.zero.inPlace(self(given)), 'method');
define(
  'fill_',
  ['Tensor input, Tensor value', 'Tensor input, Number value'],
  (given) => {
    const value = given.operand('value');
    if (value instanceof Variable && value.value.rank !== 0)
      throw runtimeError(
        `fill_ only supports 0-dimension value tensor but got tensor with ${value.value.rank} dimensions.`,
      );
    return graph.fill.inPlace(self(given), value);
  },
  'method',
);
define(
  'copy_',
  'Tensor input, Operand other, bool non_blocking=False',
  (given) => {
    const other = given.operand('other');
    if (!(other instanceof Variable)) return graph.fill.inPlace(self(given), other);
    try {
      return graph.copyFrom.inPlace(self(given), other);
    } catch (error) {
      if (error instanceof ShapeError) requireStretchable(other.value.shape, self(given).value.shape);
      throw error;
    }
  },
  'method',
);
for (const name of ['uniform_', 'normal_', 'random_', 'bernoulli_', 'exponential_'])
  define(
    name,
    'Tensor input, object a=None, object b=None',
    () => {
      throw new Refusal(
        `Tensor.${name} is not part of this book's PyTorch: its numbers would differ from run to run`,
      );
    },
    'method',
  );

of.constructs('*data', (_type, { items }) => {
  const [first] = items;
  if (items.length === 1 && first !== undefined && typeof first !== 'bigint')
    return asTorch(() => legacy(first));
  const shape = items.length === 0 ? [0] : items.map((size) => Number(toIndex(size)));
  return asTorch(() => wrap(new Variable(zeros<Shape>(shape, 'float32'))));
}).constant('__array_priority__', 1000n);

/** `torch.Tensor(data)`: always float32. */
function legacy(data: Value): Value {
  if (data instanceof Size) return wrap(new Variable(zeros<Shape>(data.items.map(Number), 'float32')));
  if (typeof data === 'string') throw typeError("new(): invalid data type 'str'");
  if (data === null || typeof data !== 'object')
    throw typeError(`new(): data must be a sequence (got ${typeName(data)})`);
  return wrap(new Variable(toTensor(data, 'float32')));
}

/** Whether `from` broadcasts to `target`, said as `copy_` says it. */
function requireStretchable(from: Shape, target: Shape): void {
  const common = broadcastShapes<Shape, Shape>(target, from);
  if (list(common) !== list(target))
    throw runtimeError(`output with shape ${list(target)} doesn't match the broadcast shape ${list(common)}`);
}

// Methods that give the tensor another shape without a copy. They would rename the node of a recorded tensor.
for (const [name, view] of [
  ['squeeze_', (of: Variable) => graph.squeeze(of)],
  ['t_', (of: Variable) => graph.t(of)],
] as const)
  define(name, 'Tensor input', (given) => reshaped(given, name, view), 'method');
define(
  'unsqueeze_',
  'Tensor input, int dim',
  (given) => reshaped(given, 'unsqueeze_', (of) => graph.unsqueeze(of, given.int('dim', 0))),
  'method',
);
define(
  'transpose_',
  'Tensor input, int dim0, int dim1',
  (given) =>
    reshaped(given, 'transpose_', (of) => graph.transpose(of, given.int('dim0', 0), given.int('dim1', 0))),
  'method',
);

function reshaped(given: Arguments, name: string, view: (of: Variable) => Variable): Value {
  const object = given.object('input');
  if (object.variable.requiresGrad)
    throw new Refusal(
      `Tensor.${name} of a tensor that requires grad is not part of this book's PyTorch; Tensor.${name.slice(0, -1)} is`,
    );
  object.become(view(object.variable));
  return object;
}
