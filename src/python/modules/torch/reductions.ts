/** Sums, averages and extremes, over everything or along `dim`: https://pytorch.org/docs/stable/torch.html#reduction-ops */
import { operations as graph, Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { isFloat, type Shape, type Tensor, torchRules } from '../../../tensor/index.ts';
import { PyTuple, type Value } from '../../objects/index.ts';
import { type Arguments, plain } from './arguments.ts';
import { define } from './define.ts';
import { scalarTypeName } from './dtype.ts';
import { indexError, runtimeError } from './errors.ts';
import { namedResult } from './return-types.ts';
import { warnOnce } from './session.ts';
import { axisOf } from './shapes.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Checked axes; undefined for all of them, as for none. */
function dims(given: Arguments): number[] | undefined {
  given.refuseNames();
  const listed = given.dims('dim')?.map((dim) => axisOf(dim, self(given).value.rank));
  const repeated = listed?.find((dim, place) => listed.indexOf(dim) !== place);
  if (repeated !== undefined)
    throw runtimeError(`dim ${repeated} appears multiple times in the list of dims`);
  return listed?.length === 0 ? undefined : listed;
}

/** Returns what the graph's reductions take. */
const options = (given: Arguments) => ({
  dim: dims(given),
  keepdim: given.flag('keepdim'),
  dtype: given.dtype(),
});

/** Signatures of a reduction over everything, one axis or several, or axes by name. */
const reducing = (dim: 'int' | 'dims'): string[] => [
  'Tensor input, *, dtype dtype=None',
  `Tensor input, ${dim}${dim === 'dims' ? '?' : ''} dim, bool keepdim=False, *, dtype dtype=None, Tensor out=None`,
  `Tensor input, ${dim === 'int' ? 'name' : 'names'} dim, bool keepdim=False, *, dtype dtype=None, Tensor out=None`,
];

define('sum', reducing('dims'), (given) => graph.sum(self(given), options(given)));
define('prod', reducing('int'), (given) => {
  const { dtype, dim, keepdim } = options(given);
  const input = dtype === undefined ? self(given) : graph.to(self(given), dtype);
  return graph.prod(input, { dim: dim?.[0], keepdim });
});
define('mean', ['Tensor input, *, dtype dtype=None, Tensor out=None', ...reducing('dims').slice(1)], (
  given,
) => {
  const dtype = given.dtype() ?? self(given).value.dtype;
  if (!isFloat(dtype))
    throw runtimeError(
      `mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${scalarTypeName(dtype)}`,
    );
  return graph.mean(self(given), options(given));
});
define(
  'nansum',
  'Tensor input, dims dim=None, bool keepdim=False, *, dtype dtype=None, Tensor out=None',
  (given) => {
    const { value } = self(given);
    const filled = graph.maskedFill(self(given), core.isnan(value), 0);
    return graph.sum(filled, options(given));
  },
);

define(
  'nanmean',
  'Tensor input, dims dim=None, bool keepdim=False, *, dtype dtype=None, Tensor out=None',
  (given) => {
    const { value } = self(given);
    const counted = core.astype(core.logicalNot(core.isnan(value)), value.dtype);
    const filled = graph.maskedFill(self(given), core.isnan(value), 0);
    const how = options(given);
    return graph.div(graph.sum(filled, how), graph.sum(new Variable(counted), { ...how, dtype: undefined }));
  },
);

const DEVIATION = [
  'Tensor input, dims? dim, bool unbiased=True, bool keepdim=False, *, Tensor out=None',
  'Tensor input, dims dim=None, *, Number correction=None, bool keepdim=False, Tensor out=None',
  'Tensor input, bool unbiased=True',
  'Tensor input, names dim, bool unbiased=True, bool keepdim=False, *, Tensor out=None',
  'Tensor input, names dim, *, Number correction=None, bool keepdim=False, Tensor out=None',
];
for (const [name, operation] of [
  ['std', graph.std],
  ['var', graph.variance],
] as const)
  define(name, DEVIATION, (given) => {
    const { dtype } = self(given).value;
    if (!isFloat(dtype)) throw runtimeError('std and var only support floating point and complex dtypes');
    const correction = given.number('correction', given.flag('unbiased', true) ? 1 : 0);
    const made = operation(self(given), { ...options(given), correction });
    if (self(given).value.size / Math.max(1, made.value.size) <= correction)
      warnOnce(
        `${name}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel).`,
      );
    return made;
  });

const NAMED_DIM = (kind: string) => `Tensor input, ${kind} dim, bool keepdim=False, *, Tensor out=None`;

for (const [name, reduce] of [
  ['any', core.any],
  ['all', core.all],
] as const)
  define(
    name,
    [
      'Tensor input, *, Tensor out=None',
      'Tensor input, dims dim=None, bool keepdim=False, *, Tensor out=None',
      NAMED_DIM('int'),
      NAMED_DIM('name'),
    ],
    (given) => {
      const found = reduced(reduce, given);
      return plain(self(given).value.dtype === 'uint8' ? core.astype(found, 'uint8') : found);
    },
  );
define('count_nonzero', ['Tensor input, int dim=None', 'Tensor input, dims dim'], (given) =>
  plain(reduced(core.countNonzero, given)));

/** Returns a reduction without a gradient. */
function reduced(reduce: core.Reduction, given: Arguments): Tensor {
  const axis = dims(given);
  const keepdims = given.flag('keepdim');
  const { value } = self(given);
  return reduce<Shape, readonly number[] | undefined, boolean>(value, { axis, keepdims, rules: torchRules });
}

for (const [name, reduce] of [
  ['argmax', core.argmax],
  ['argmin', core.argmin],
] as const)
  define(name, 'Tensor input, int dim=None, bool keepdim=False, *, Tensor out=None', (given) => {
    const axis = dims(given);
    const { value } = self(given);
    if (value.dtype === 'bool') throw runtimeError(`"${name}_cpu" not implemented for 'Bool'`);
    if (axis !== undefined && value.shape[axis[0] as number] === 0)
      throw indexError(`${name}(): Expected reduction dim ${axis[0]} to have non-zero size.`);
    return plain(reduced(reduce, given));
  });

const TUPLE_OUT = '*, Tensors out=None';
for (const [name, whole, along, pairwise] of [
  ['max', graph.max, graph.maxAlong, graph.maximum],
  ['min', graph.min, graph.minAlong, graph.minimum],
] as const) {
  define(
    name,
    [
      'Tensor input, *, Tensor out=None',
      'Tensor input, Tensor other, *, Tensor out=None',
      `Tensor input, int dim, bool keepdim=False, ${TUPLE_OUT}`,
      `Tensor input, name dim, bool keepdim=False, ${TUPLE_OUT}`,
    ],
    (given) => {
      given.refuseNames();
      if (given.has('other')) return pairwise(self(given), given.variable('other'));
      if (!given.has('dim')) return whole(self(given));
      const { shape } = self(given).value;
      const axis = axisOf(given.int('dim', 0), shape.length);
      if (shape[axis] === 0)
        throw indexError(`${name}(): Expected reduction dim ${axis} to have non-zero size.`);
      const { values, indices } = along(self(given), axis, given.flag('keepdim'));
      return namedResult(name, ['values', 'indices'], [values, indices]);
    },
  );
  define(`a${name}`, 'Tensor input, dims? dim=(), bool keepdim=False, *, Tensor out=None', (given) => {
    const { dim, keepdim } = options(given);
    return graph[`a${name}`](self(given), { dim, keepdim });
  });
}
define('aminmax', 'Tensor input, *, int dim=None, bool keepdim=False, Tensors out=None', (given) => {
  const { dim, keepdim } = options(given);
  return namedResult(
    'aminmax',
    ['min', 'max'],
    [graph.amin(self(given), { dim, keepdim }), graph.amax(self(given), { dim, keepdim })],
  );
});

define('median', [
  'Tensor input',
  `Tensor input, int dim, bool keepdim=False, ${TUPLE_OUT}`,
  `Tensor input, name dim, bool keepdim=False, ${TUPLE_OUT}`,
], (given) => {
  const input = self(given);
  const { shape, rank, size, dtype } = input.value;
  if (dtype === 'bool') throw runtimeError(`"median_cpu" not implemented for 'Bool'`);
  if (!given.has('dim')) return size === 0 ? plain(core.full([], Number.NaN, dtype)) : graph.median(input);
  given.refuseNames();
  const axis = axisOf(given.int('dim', 0), rank);
  if (shape[axis] === 0) throw indexError(`median(): Expected reduction dim ${axis} to have non-zero size.`);
  const { values, indices } = graph.medianAlong(input, axis, given.flag('keepdim'));
  return namedResult('median', ['values', 'indices'], [values, indices]);
});

for (const [name, operation] of [
  ['cumsum', graph.cumsum],
  ['cumprod', graph.cumprod],
] as const)
  define(
    name,
    ['int', 'name'].map((kind) => `Tensor input, ${kind} dim, *, dtype dtype=None, Tensor out=None`),
    (given) => {
      const input = given.converted('input');
      const axis = axisOf(given.int('dim', 0), input.value.rank);
      return input.value.rank === 0 ? graph.clone(input) : operation(input, axis);
    },
  );
define(
  'logsumexp',
  ['dims', 'names'].map((kind) => `Tensor input, ${kind} dim, bool keepdim=False, *, Tensor out=None`),
  (given) => {
    const { dim, keepdim } = options(given);
    return graph.logsumexp(self(given), { dim, keepdim });
  },
);
for (const [name, operation] of [
  ['softmax', graph.softmax],
  ['log_softmax', graph.logSoftmax],
] as const)
  define(
    name,
    [
      'Tensor input, int dim, dtype dtype=None, *, Tensor out=None',
      'Tensor input, name dim, *, dtype dtype=None',
    ],
    (given) => {
      const input = given.converted('input');
      const axis = axisOf(given.int('dim', 0), input.value.rank);
      const isLast = axis === Math.max(0, input.value.rank - 1);
      if (!isFloat(input.value.dtype))
        throw runtimeError(
          `"${name}_${isLast ? 'lastdim_' : ''}kernel_impl" not implemented for '${scalarTypeName(input.value.dtype)}'`,
        );
      return input.value.size === 0 ? graph.clone(input) : operation(input, axis);
    },
  );

/** Returns a list of axes, one, or None for all of them. */
export function readDims(value: Value): number[] | undefined {
  if (value === null) return undefined;
  return value instanceof PyTuple || typeof value === 'object' ? itemNumbers(value) : [Number(value)];
}
const itemNumbers = (value: Value): number[] =>
  value !== null && typeof value === 'object' && 'items' in value
    ? (value.items as readonly Value[]).map(Number)
    : [Number(value)];
