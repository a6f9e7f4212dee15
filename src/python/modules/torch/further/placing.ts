/** Slices and elements written where indices tell: `index_add`, `index_fill`, `put_`, `take_along_dim`. */

import { type Meeting, placed } from '../../../../tensor/autograd/further/index.ts';
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { getItem, isTrue, setItem, type Value } from '../../../objects/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define } from '../define.ts';
import { cTypeName, scalarTypeName } from '../dtype.ts';
import { indexError, runtimeError } from '../errors.ts';
import { axisOf } from '../shapes.ts';
import { wrap } from '../tensor.ts';
import { both, placesAlong, type Scatter } from './scattering.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Returns the places of whole slices along `axis` that a vector names, and the shape that `source` must have. */
function slicesAlong(name: string, input: Tensor, axis: number, index: Tensor): Tensor {
  if (index.dtype !== 'int64' && index.dtype !== 'int32')
    throw runtimeError(
      `${name}(): Expected dtype int32/int64 for index but got: ${scalarTypeName(index.dtype)}`,
    );
  if (index.rank > 1)
    throw indexError(
      `${name}(): Index is supposed to be a vector, but got dim: ${index.rank} with type: ${scalarTypeName(index.dtype)} and size: [${index.shape.join(', ')}]`,
    );
  const vector = index.rank === 0 ? core.reshape<Shape>(index, [1]) : index;
  const size = input.shape[axis] ?? 1;
  for (const each of vector.toFlat())
    if (each < -size || each >= size) throw indexError('index out of range in self');
  const shape = input.shape.map((each, place) => (place === axis ? vector.size : each));
  const wide = core.expand<Shape>(
    core.reshape<Shape>(
      vector,
      shape.map((_, place) => (place === axis ? vector.size : 1)),
    ),
    shape,
  );
  const counted = core.where(
    core.less<Shape, Shape>(wide, 0 as never),
    core.add<Shape, Shape>(wide, size as never),
    wide,
  );
  return placesAlong(input.shape, axis, core.astype(counted, 'int64'));
}

function indexed(name: string, meeting: Meeting, given: Arguments): Scatter {
  const input = self(given);
  const axis = axisOf(given.int('dim', 0), input.value.rank);
  const places = slicesAlong(name, input.value, axis, given.object('index').tensor);
  const given_ = given.variable('source');
  if (given_.value.dtype !== input.value.dtype)
    throw runtimeError(
      `${name}(): self (${scalarTypeName(input.value.dtype)}) and source (${scalarTypeName(given_.value.dtype)}) must have the same scalar type`,
    );
  if (given_.value.size !== places.size)
    throw runtimeError(
      `${name}(): Number of indices (${given.object('index').tensor.size}) should be equal to source.size(dim): (${given_.value.shape[axis] ?? 1}), for dim: ${axis}`,
    );
  const alpha = given.scalar('alpha');
  const source = alpha === undefined ? given_ : graph.mul(given_, alpha);
  return { input, places, source: graph.reshape(source, places.shape), meeting };
}
both(
  'index_add',
  ['Tensor input, int dim, Tensor index, Tensor source, *, Number alpha=1'],
  (given) => indexed('index_add', 'add', given),
  'IndexAddBackward0',
);
both(
  'index_copy',
  ['Tensor input, int dim, Tensor index, Tensor source'],
  (given) => indexed('index_copy', 'write', given),
  'IndexCopyBackward0',
);
both(
  'index_fill',
  ['Tensor input, int dim, Tensor index, Tensor value', 'Tensor input, int dim, Tensor index, Number value'],
  (given) => {
    const input = self(given);
    const axis = axisOf(given.int('dim', 0), input.value.rank);
    const places = slicesAlong('index_fill_', input.value, axis, given.object('index').tensor);
    const value = given.scalar('value')?.value ?? 0;
    return {
      input,
      places,
      source: plain(core.full<Shape>(places.shape, value, input.value.dtype)),
      meeting: 'write',
    };
  },
  'IndexFillBackward0',
);

/** `x.index_put_((i, j), values, accumulate)`. */
for (const inPlace of [false, true])
  define(
    inPlace ? 'index_put_' : 'index_put',
    'Tensor input, object indices, Tensor values, bool accumulate=False',
    (given) => {
      const target = inPlace ? given.object('input') : wrap(graph.clone(self(given)));
      const index = given.value('indices') ?? null;
      if (given.flag('accumulate')) {
        const counted = core.fromFlat<Shape>(
          Array.from({ length: target.tensor.size }, (_, i) => i),
          target.tensor.shape,
          'int64',
        );
        const places = (getItem(wrap(plain(counted)), tupleOf(index)) as typeof target).tensor;
        const source = graph.expand(given.variable('values'), places.shape);
        placed.inPlace(target.variable, places, source, 'add', 'IndexPutBackward0');
      } else setItem(target, tupleOf(index), given.object('values'));
      return target;
    },
    inPlace ? 'method' : 'both',
  );

const tupleOf = (value: Value): Value => value;

define(
  'put_',
  'Tensor input, Tensor index, Tensor source, bool accumulate=False',
  (given) => {
    const input = self(given);
    const { size } = input.value;
    const index = given.object('index').tensor;
    const places = core.fromFlat<Shape>(
      index.toFlat().map((each) => {
        if (each < -size || each >= size)
          throw indexError(`out of range: tried to access index ${each} on a tensor of ${size} elements.`);
        return each < 0 ? each + size : each;
      }),
      index.shape,
      'int64',
    );
    const source = given.variable('source');
    if (source.value.dtype !== input.value.dtype)
      throw runtimeError(
        `put_(): self and source expected to have the same dtype, but got self.dtype = ${cTypeName(input.value.dtype)} and source.dtype = ${cTypeName(source.value.dtype)}`,
      );
    return placed.inPlace(input, places, source, given.flag('accumulate') ? 'add' : 'write', 'PutBackward0');
  },
  'method',
);

define(
  'fill_diagonal_',
  'Tensor input, Number fill_value, bool wrap=False',
  (given) => {
    const input = self(given);
    const { shape, rank, size } = input.value;
    if (rank < 2) throw runtimeError('dimensions must larger than 1');
    const [height = 0, width = 0] = shape;
    if (rank > 2 && shape.some((each) => each !== height))
      throw runtimeError('all dimensions of input must be of equal length');
    const strides = core.rowMajorStrides(shape);
    const step = strides.reduce((sum, each) => sum + each, 0);
    const places: number[] = [];
    const end = rank === 2 && !isTrue(given.value('wrap') ?? false) ? Math.min(size, width * width) : size;
    for (let place = 0; place < end; place += step) places.push(place);
    const at = core.fromFlat<Shape>(places, [places.length], 'int64');
    const source = plain(core.full<Shape>([places.length], given.number('fill_value', 0), input.value.dtype));
    return placed.inPlace(input, at, source, 'write', 'FillDiagonalBackward0');
  },
  'method',
);

define('take_along_dim', 'Tensor input, Tensor indices, int? dim=None, *, Tensor out=None', (given) => {
  const input = self(given);
  const indices = given.object('indices').tensor;
  const dim = given.optionalInt('dim');
  if (indices.dtype !== 'int64')
    throw runtimeError(
      'take_along_dim(): dtype of indices should be Long but got '.concat(scalarTypeName(indices.dtype)),
    );
  if (dim === undefined)
    return graph.gather(graph.reshape(input, [-1]), 0, core.reshape<Shape>(indices, [-1]));
  if (input.value.rank !== indices.rank)
    throw runtimeError(
      `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${input.value.rank} dimensions for input, and ${indices.rank} dimensions for indices`,
    );
  const axis = axisOf(dim, input.value.rank);
  const lead = (own: Shape, other: Shape): number[] =>
    own.map((size, each) => (each === axis ? size : Math.max(size, other[each] as number)));
  const wide = graph.expand(input, lead(input.value.shape, indices.shape));
  return graph.gather(wide, axis, core.expand<Shape>(indices, lead(indices.shape, input.value.shape)));
});
