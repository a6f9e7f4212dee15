/** New tensors: https://pytorch.org/docs/stable/torch.html#creation-ops */
import { operations as graph, Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { type DType, isFloat, type PythonScalar, type Shape, type Tensor } from '../../../tensor/index.ts';
import { allocate, makeArray, typeError } from '../../objects/index.ts';
import { isArray } from '../numpy/ndarray.ts';
import type { Arguments } from './arguments.ts';
import { fromNumpy } from './bridge.ts';
import { toTensor } from './convert.ts';
import { define, definePython } from './define.ts';
import { DTypeObject, dtypeObject } from './dtype.ts';
import { runtimeError } from './errors.ts';
import { session } from './session.ts';
import { isTensor } from './tensor.ts';

/** Returns a leaf that wants a gradient where the call said so. */
export function made(tensor: Tensor, given: Arguments): Variable {
  const variable = new Variable(tensor);
  return given.flag('requires_grad') ? variable.requireGrad(true, 'constructor') : variable;
}

export const defaultDType = (): DType => session().defaultDType;
const inferred = ({ python }: PythonScalar): DType =>
  python === 'float' ? defaultDType() : python === 'int' ? 'int64' : 'bool';

define(
  'tensor',
  'object data, *, dtype dtype=None, device device=None, bool pin_memory=False, bool requires_grad=False',
  (given) => {
    const data = given.value('data') ?? null;
    if (isTensor(data))
      session().host.warn(
        'UserWarning',
        'To copy construct from a tensor, it is recommended to use sourceTensor.clone().detach() or sourceTensor.clone().detach().requires_grad_(True), rather than torch.tensor(sourceTensor).',
      );
    return made(toTensor(data, given.dtype()), given);
  },
  'function',
);

define(
  'as_tensor',
  'object data, *, dtype dtype=None, device device=None',
  (given) => {
    const data = given.value('data') ?? null;
    const dtype = given.dtype();
    if (isTensor(data) && (dtype === undefined || dtype === data.tensor.dtype)) return data;
    // An array keeps its memory, too, where its dtype is the one asked for.
    if (isArray(data) && (dtype === undefined || dtype === data.tensor.dtype)) return fromNumpy(data);
    return new Variable(toTensor(data, dtype));
  },
  'function',
);
define(
  'asarray',
  'object obj, *, dtype dtype=None, device device=None, bool copy=None, bool requires_grad=False',
  (given) => {
    const data = given.value('obj') ?? null;
    const dtype = given.dtype();
    const found = isTensor(data)
      ? data.variable
      : isArray(data)
        ? fromNumpy(data).variable
        : new Variable(toTensor(data, dtype));
    const converted = dtype === undefined || dtype === found.value.dtype ? found : graph.to(found, dtype);
    const shared = converted.value.storage === found.value.storage;
    return given.flag('copy') && shared ? graph.clone(converted) : converted;
  },
  'function',
);
define('from_numpy', 'object array', (given) => fromNumpy(given.value('array') ?? null), 'function');

/** Sizes of a new tensor, charged before it is made. */
export function sized(given: Arguments): number[] {
  const shape = given.ints('size');
  if (shape.every((size) => size > 0)) allocate(shape.reduce((product, size) => product * size, 1));
  return shape;
}

const SIZED = ['ints size, *, names names, FACTORY', 'ints size, *, Tensor out=None, FACTORY'];

for (const [name, value] of [
  ['zeros', 0],
  ['ones', 1],
  ['empty', 0],
] as const) {
  define(
    name,
    SIZED,
    (given) => made(core.full<Shape>(sized(given), value, given.dtype() ?? defaultDType()), given),
    'function',
  );
  define(
    `${name}_like`,
    'Tensor input, *, FACTORY',
    (given) => {
      const like = given.object('input').tensor;
      return made(core.fullLike(like, value, given.dtype() ?? like.dtype), given);
    },
    'function',
  );
  define(
    `new_${name}`,
    'Tensor input, ints size, *, FACTORY',
    (given) =>
      made(core.full<Shape>(sized(given), value, given.dtype() ?? given.object('input').tensor.dtype), given),
    'method',
  );
}

define(
  'full',
  [
    'ints size, Number fill_value, *, names names, FACTORY',
    'ints size, Number fill_value, *, Tensor out=None, FACTORY',
  ],
  (given) => {
    const fill = given.scalar('fill_value') as PythonScalar;
    return made(core.full<Shape>(sized(given), fill.value, given.dtype() ?? inferred(fill)), given);
  },
  'function',
);
define(
  'full_like',
  'Tensor input, Number fill_value, *, FACTORY',
  (given) => {
    const like = given.object('input').tensor;
    const filled = core.fullLike(like, given.number('fill_value', 0), given.dtype() ?? like.dtype);
    return made(core.inLayoutOf(filled, [like], core.torchRules), given);
  },
  'function',
);
define(
  'new_full',
  'Tensor input, ints size, Number fill_value, *, FACTORY',
  (given) =>
    made(
      core.full<Shape>(
        sized(given),
        given.number('fill_value', 0),
        given.dtype() ?? given.object('input').tensor.dtype,
      ),
      given,
    ),
  'method',
);
define(
  'new_tensor',
  'Tensor input, object data, *, dtype dtype=None, bool requires_grad=False',
  (given) =>
    made(toTensor(given.value('data') ?? null, given.dtype() ?? given.object('input').tensor.dtype), given),
  'method',
);

define(
  'eye',
  ['int n, *, Tensor out=None, FACTORY', 'int n, int m, *, Tensor out=None, FACTORY'],
  (given) => {
    const n = given.int('n', 0);
    return made(core.eye(n, given.int('m', n), 0, given.dtype() ?? defaultDType()), given);
  },
  'function',
);

define(
  'arange',
  [
    'Number end, *, Tensor out=None, FACTORY',
    'Number start, Number end, *, FACTORY',
    'Number start, Number end, Number step=1, *, Tensor out=None, FACTORY',
  ],
  (given) => {
    const [start, end, step] = [given.number('start', 0), given.number('end', 0), given.number('step', 1)];
    if ([start, end, step].some(Number.isNaN) || !Number.isFinite(end - start))
      throw runtimeError(`unsupported range: ${start} -> ${end}`);
    if (step === 0) throw runtimeError('step must be nonzero');
    if ((end - start) * step < 0)
      throw runtimeError('upper bound and larger bound inconsistent with step sign');
    allocate(Math.ceil((end - start) / step));
    const whole = ['start', 'end', 'step'].every((name) => (given.scalar(name)?.python ?? 'int') !== 'float');
    return made(core.arange(start, end, step, given.dtype() ?? (whole ? 'int64' : defaultDType())), given);
  },
  'function',
);

define(
  'linspace',
  [
    'Tensor start, Tensor end',
    'Number start, Tensor end',
    'Tensor start, Number end',
    'Number start, Number end',
  ].map((ends) => `${ends}, int steps, *, Tensor out=None, FACTORY`),
  (given) => {
    const steps = given.int('steps', 0);
    if (steps < 0) throw runtimeError('number of steps must be non-negative');
    allocate(steps);
    const dtype = given.dtype() ?? defaultDType();
    return made(evenly(given.number('start', 0), given.number('end', 0), steps, dtype), given);
  },
  'function',
);

/** PyTorch counts the first half from the start and the second half from the end, in the dtype of the result. */
function evenly(start: number, end: number, steps: number, dtype: DType): Tensor {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x;
  const whole = !isFloat(dtype);
  const step = whole ? (end - start) / (steps - 1) : round((round(end) - round(start)) / (steps - 1));
  const values = makeArray(steps, (i) => {
    if (steps === 1) return start;
    const value = i < Math.floor(steps / 2) ? start + step * i : end - step * (steps - i - 1);
    return whole ? Math.trunc(value) : round(value);
  });
  return core.fromFlat(values, [steps], dtype);
}

definePython('is_tensor', 'obj, /', (obj) => isTensor(obj));
definePython('get_num_threads', '', () => 1n);
definePython('set_num_threads', 'int, /', () => null);
definePython('get_default_dtype', '', () => dtypeObject(defaultDType()));
definePython('set_default_dtype', 'd, /', (d) => {
  if (!(d instanceof DTypeObject)) throw typeError('invalid dtype object');
  if (!isFloat(d.dtype)) throw typeError('only floating-point types are supported as the default type');
  session().defaultDType = d.dtype;
  return null;
});
