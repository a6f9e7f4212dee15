/** The tensor in another dtype, or on a device. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import type { DType } from '../../../tensor/index.ts';
import { type Value, valueError } from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { define } from './define.ts';
import { readDevice, requireCuda } from './device.ts';
import { DTypeObject, dtypeOfTensorTypeName, readDType, tensorTypeName } from './dtype.ts';
import type { TensorObject } from './tensor.ts';

const convert = (given: Arguments, dtype: DType): Value | Variable => converted(given.object('input'), dtype);

/** Returns the tensor itself where it already has that dtype. */
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
  ['short', 'int16'],
  ['char', 'int8'],
  ['half', 'float16'],
  ['bfloat16', 'bfloat16'],
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

define(
  'cuda',
  'Tensor input, device device=None, bool non_blocking=False, *, memory_format memory_format=None',
  requireCuda,
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
    if (wanted === undefined) return tensorTypeName(given.object('input').tensor.dtype);
    if (wanted instanceof DTypeObject || typeof wanted !== 'string') return convert(given, readDType(wanted));
    const dtype = dtypeOfTensorTypeName(wanted);
    if (dtype === undefined) throw valueError(`invalid type: '${wanted}'`);
    return convert(given, dtype);
  },
  'method',
);
