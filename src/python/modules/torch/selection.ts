/** Elements chosen by conditions and indices, and whole tensors compared. */

import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { isFloat, type Tensor } from '../../../tensor/index.ts';
import { makeArray, PyTuple } from '../../objects/index.ts';
import { repeatedIndices } from '../arrays/index.ts';
import { type Arguments, plain } from './arguments.ts';
import { define } from './define.ts';
import { cTypeName, scalarTypeName } from './dtype.ts';
import { indexError, runtimeError } from './errors.ts';
import { axisOf } from './shapes.ts';
import { wrapTensor } from './tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Returns one vector of indices for each axis. */
const nonzeroTuple = (tensor: Tensor): PyTuple =>
  new PyTuple(core.nonzero(tensor.rank === 0 ? core.ravel(tensor) : tensor).map(wrapTensor));

define(
  'where',
  [
    'Tensor condition',
    'Tensor condition, Tensor input, Tensor other, *, Tensor out=None',
    'Tensor condition, Number self, Tensor other',
    'Tensor condition, Tensor input, Number other',
    'Tensor condition, Number self, Number other',
  ],
  (given) => {
    const condition = given.object('condition').tensor;
    if (!given.has('other')) return nonzeroTuple(condition);
    requireCondition(condition);
    return graph.where(
      given.operand(given.has('self') ? 'self' : 'input'),
      condition,
      given.operand('other'),
    );
  },
  'function',
);
define(
  'where',
  ['Tensor input, Tensor condition, Tensor other', 'Tensor input, Tensor condition, Number other'],
  (given) => {
    const condition = given.object('condition').tensor;
    requireCondition(condition);
    return graph.where(self(given), condition, given.operand('other'));
  },
  'method',
);

function requireCondition({ dtype }: Tensor): void {
  if (dtype !== 'bool' && dtype !== 'uint8')
    throw runtimeError(
      `where expected condition to be a boolean tensor, but got a tensor with dtype ${scalarTypeName(dtype)}`,
    );
}

define('nonzero', 'Tensor input, *, bool as_tuple=False, Tensor out=None', (given) => {
  const { value } = self(given);
  if (given.flag('as_tuple')) return nonzeroTuple(value);
  const places = core.nonzero(value);
  return places.length === 0
    ? plain(core.zeros([value.size && value.item() ? 1 : 0, 0], 'int64'))
    : plain(core.stack(places, 1));
});
define('argwhere', 'Tensor input', (given) => {
  const places = core.nonzero(self(given).value);
  return plain(core.stack(places, 1));
});

function maskOf(given: Arguments, name: string): Tensor {
  const mask = given.object('mask').tensor;
  if (mask.dtype !== 'bool')
    throw runtimeError(`${name} only supports boolean masks, but got mask with dtype ${cName(mask)}`);
  return mask;
}
const cName = ({ dtype }: Tensor): string => cTypeName(dtype);

const FILL = ['Tensor', 'Number'].map((kind) => `Tensor input, Tensor mask, ${kind} value`);
define('masked_fill', FILL, (given) =>
  graph.maskedFill(self(given), maskOf(given, 'masked_fill'), given.operand('value')),
);
define(
  'masked_fill_',
  FILL,
  (given) => graph.maskedFill.inPlace(self(given), maskOf(given, 'masked_fill_'), given.operand('value')),
  'method',
);
define('masked_select', 'Tensor input, Tensor mask, *, Tensor out=None', (given) => {
  const mask = given.object('mask').tensor;
  if (mask.dtype !== 'bool') throw runtimeError('masked_select: expected BoolTensor for mask');
  return graph.maskedSelect(self(given), mask);
});

const DIM_INDEX = (tail: string) =>
  ['int', 'name'].map((kind) => `Tensor input, ${kind} dim, Tensor index, *, ${tail}Tensor out=None`);
define('index_select', DIM_INDEX(''), (given) => {
  const index = given.object('index').tensor;
  if (isFloat(index.dtype) || index.dtype === 'bool')
    throw runtimeError('index_select(): Expected dtype int32 or int64 for index');
  const axis = axisOf(given.int('dim', 0), self(given).value.rank);
  const size = self(given).value.shape[axis] ?? 1;
  if (index.toFlat().some((each) => each < 0 || each >= size)) throw indexError('index out of range in self');
  return graph.indexSelect(self(given), axis, index.rank === 0 ? core.ravel(index) : index);
});
define('gather', DIM_INDEX('bool sparse_grad=False, '), (given) => {
  const index = given.object('index').tensor;
  const { shape } = self(given).value;
  if (index.dtype !== 'int64') throw runtimeError('gather(): Expected dtype int64 for index');
  const axis = axisOf(given.int('dim', 0), shape.length);
  if (index.rank !== shape.length)
    throw runtimeError('Index tensor must have the same number of dimensions as input tensor');
  const wide = index.shape.findIndex((size, each) => each !== axis && size > (shape[each] as number));
  if (wide >= 0)
    throw runtimeError(
      `Size does not match at dimension ${wide} expected index [${index.shape.join(', ')}] to be smaller than self [${shape.join(', ')}] apart from dimension ${axis}`,
    );
  const outside = index.toFlat().find((each) => each < 0 || each >= (shape[axis] ?? 1));
  if (outside !== undefined)
    throw runtimeError(
      `index ${outside} is out of bounds for dimension ${axis} with size ${shape[axis] ?? 1}`,
    );
  return graph.gather(self(given), axis, index);
});
define('take', 'Tensor input, Tensor index, *, Tensor out=None', (given) => {
  const index = given.object('index').tensor;
  if (index.dtype !== 'int64')
    throw runtimeError(`take(): Expected a long tensor for index, but got ${scalarTypeName(index.dtype)}`);
  return graph.take(self(given), index);
});
/** Returns the number 0 as often as the first element says, 1 as often as the second, … */
function repeatedPlaces(times: Tensor): Tensor {
  if (times.dtype !== 'int64' && times.dtype !== 'int32')
    throw runtimeError('repeats has to be Long or Int tensor');
  const places = repeatedIndices(times.toFlat().map((count) => Math.max(0, count)));
  return core.fromFlat<core.Shape>(places, [places.length], 'int64');
}
define('repeat_interleave', [
  'Tensor input, Tensor repeats, int dim=None, *, int output_size=None',
  'Tensor repeats, *, int output_size=None',
  'Tensor input, int repeats, int dim=None, *, int output_size=None',
], (given) => {
  const dim = given.optionalInt('dim');
  if (!given.has('input')) return plain(repeatedPlaces(given.object('repeats').tensor));
  const input = self(given);
  const source = dim === undefined ? graph.reshape(input, [-1]) : input;
  const axis = axisOf(dim ?? 0, source.value.rank);
  const size = source.value.shape[axis] ?? 1;
  const repeats = given.value('repeats');
  const times = typeof repeats === 'bigint' ? [Number(repeats)] : given.object('repeats').tensor.toFlat();
  if (times.some((each) => each < 0)) throw runtimeError('Repeats must be non-negative');
  if (times.length !== 1 && times.length !== size)
    throw runtimeError(
      'repeats must have the same size as input along dim, but got repeats.size(0) = '.concat(
        `${times.length} and input.size(${axis}) = ${size}`,
      ),
    );
  const places = repeatedIndices(times.length === 1 ? makeArray(size, () => times[0] as number) : times);
  if (given.int('output_size', places.length) !== places.length)
    throw runtimeError('allocated size does not match required size');
  return graph.indexSelect(source, axis, core.fromFlat(places, [places.length], 'int64'));
});

define('equal', 'Tensor input, Tensor other', (given) =>
  core.arrayEqual(self(given).value, given.object('other').tensor),
);
const CLOSE = 'Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False';
for (const [name, compare] of [
  ['allclose', core.allclose],
  ['isclose', core.isclose],
] as const)
  define(name, CLOSE, (given) => {
    const [a, b] = [self(given).value, given.object('other').tensor];
    if (a.dtype !== b.dtype)
      throw runtimeError(`${scalarTypeName(a.dtype)} did not match ${scalarTypeName(b.dtype)}`);
    const found = compare(a, b, {
      rtol: given.number('rtol', 1e-5),
      atol: given.number('atol', 1e-8),
      equalNan: given.flag('equal_nan'),
    });
    return typeof found === 'boolean' ? found : plain(found);
  });
