/** Places in sorted vectors, counts, runs, and the spread with the mean. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { isTrue, makeArray, PyTuple, type Value, work } from '../../../objects/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define, definePython, tuple } from '../define.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { axisOf } from '../shapes.ts';
import { isTensor, wrap } from '../tensor.ts';
import { named } from './named.ts';

const self = (given: Arguments): Variable => given.variable('input');
const whole = (values: readonly number[], shape: Shape): Tensor =>
  core.fromFlat<Shape>(values, shape, 'int64');

/** Returns how many of the sorted `edges` are below `x`, or not above it. */
function placeIn(edges: readonly number[], x: number, right: boolean): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = edges[middle] as number;
    if (right ? edge <= x : edge < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
function searched(edges: Tensor, values: Tensor, right: boolean, dtype: 'int32' | 'int64'): Variable {
  const size = edges.shape.at(-1) as number;
  const sorted = edges.toFlat();
  const width = values.shape.at(-1) ?? 1;
  work(values.size);
  const found = values.toFlat().map((x, i) => {
    const start = edges.rank === 1 ? 0 : Math.floor(i / width) * size;
    return placeIn(edges.rank === 1 ? sorted : sorted.slice(start, start + size), x, right);
  });
  return plain(core.fromFlat<Shape>(found, values.shape, dtype));
}
const SEARCH = '*, bool out_int32=False, bool right=False';
const valuesOf = (given: Arguments, name: string): Tensor => {
  const value = given.value(name) ?? null;
  return isTensor(value) ? value.tensor : core.full<Shape>([], given.number(name, 0), 'float64');
};
define(
  'searchsorted',
  ['Tensor', 'Number'].map(
    (kind) =>
      `Tensor sorted_sequence, ${kind} input, ${SEARCH}, str side=None, Tensor sorter=None, Tensor out=None`,
  ),
  (given) => {
    const edges = given.object('sorted_sequence').tensor;
    const values = valuesOf(given, 'input');
    const side = given.text('side');
    if (side !== undefined && side !== 'left' && side !== 'right')
      throw runtimeError(`torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`);
    if (
      edges.rank > 1 &&
      (values.rank !== edges.rank || values.shape.slice(0, -1).join() !== edges.shape.slice(0, -1).join())
    )
      throw runtimeError(
        `torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor [${edges.shape.join(', ')}] and input value tensor [${values.shape.join(', ')}]`,
      );
    given.refuse('sorter');
    return searched(
      edges,
      values,
      side === 'right' || given.flag('right'),
      given.flag('out_int32') ? 'int32' : 'int64',
    );
  },
  'function',
);
define(
  'bucketize',
  ['Tensor', 'Number'].map((kind) => `${kind} input, Tensor boundaries, ${SEARCH}, Tensor out=None`),
  (given) => {
    const edges = given.object('boundaries').tensor;
    if (edges.rank !== 1)
      throw runtimeError(`boundaries tensor must be 1 dimension, but got dim(${edges.rank})`);
    return searched(
      edges,
      valuesOf(given, 'input'),
      given.flag('right'),
      given.flag('out_int32') ? 'int32' : 'int64',
    );
  },
  'function',
);

define(
  'isin',
  [
    'Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False',
    'Number element, Tensor test_elements, *, bool assume_unique=False, bool invert=False',
    'Tensor elements, Number test_element, *, bool assume_unique=False, bool invert=False',
  ],
  (given) => {
    const elements = valuesOf(given, given.has('elements') ? 'elements' : 'element');
    const wanted = new Set(
      valuesOf(given, given.has('test_elements') ? 'test_elements' : 'test_element').toFlat(),
    );
    const invert = given.flag('invert');
    const found = elements.toFlat().map((each) => Number(wanted.has(each) !== invert));
    return plain(core.fromFlat<Shape>(found, elements.shape, 'bool'));
  },
  'function',
);

define('bincount', 'Tensor input, Tensor weights=None, int minlength=0', (given) => {
  const { value } = self(given);
  if (core.isFloat(value.dtype))
    throw runtimeError(`"bincount_cpu" not implemented for '${scalarTypeName(value.dtype)}'`);
  const places = value.toFlat();
  if (value.rank !== 1 || places.some((each) => each < 0))
    throw runtimeError('bincount only supports 1-d non-negative integral inputs.');
  const weights = given.has('weights') ? given.object('weights').tensor : undefined;
  if (weights !== undefined && weights.size !== value.size)
    throw runtimeError('weights should be 1-d and have the same length as input');
  const size = places.reduce((most, each) => Math.max(most, each + 1), given.int('minlength', 0));
  const amounts = weights?.toFlat();
  const counts = makeArray(size, () => 0);
  places.forEach((place, i) => {
    counts[place] = (counts[place] as number) + (amounts?.[i] ?? 1);
  });
  const dtype = weights === undefined ? 'int64' : weights.dtype === 'float32' ? 'float32' : 'float64';
  return plain(core.fromFlat<Shape>(counts, [size], dtype));
});

define('histc', 'Tensor input, int bins=100, Number min=0, Number max=0, *, Tensor out=None', (given) => {
  const { value } = self(given);
  if (!core.isFloat(value.dtype))
    throw runtimeError(`"histogram_cpu" not implemented for '${scalarTypeName(value.dtype)}'`);
  const bins = given.int('bins', 100);
  if (bins <= 0) throw runtimeError('bins must be > 0');
  const data = value.toFlat();
  let [low, high] = [given.number('min', 0), given.number('max', 0)];
  if (low === high && data.length > 0) [low, high] = [Math.min(...data), Math.max(...data)];
  if (low === high) [low, high] = [low - 1, high + 1];
  if (low > high) throw runtimeError('max must be larger than min');
  const counts = new Array<number>(bins).fill(0);
  for (const x of data) {
    if (!(x >= low && x <= high)) continue;
    const place = Math.min(bins - 1, Math.floor(((x - low) * bins) / (high - low)));
    counts[place] = (counts[place] as number) + 1;
  }
  return plain(core.fromFlat<Shape>(counts, [bins], value.dtype));
});

/** Each run of equal elements once. */
definePython(
  'unique_consecutive',
  'input, return_inverse=False, return_counts=False, dim=None!',
  (input, inverse, counts) => runs(input, isTrue(inverse), isTrue(counts)),
);
define(
  'unique_consecutive',
  'Tensor input, bool return_inverse=False, bool return_counts=False',
  (given) => runs(given.object('input'), given.flag('return_inverse'), given.flag('return_counts')),
  'method',
);
function runs(input: Value, inverse: boolean, counts: boolean): Value {
  if (!isTensor(input)) throw runtimeError('unique_consecutive expects a tensor');
  const { tensor } = input;
  const [values, lengths, groups]: [number[], number[], number[]] = [[], [], []];
  for (const x of tensor.toFlat()) {
    if (values.length === 0 || values.at(-1) !== x) {
      values.push(x);
      lengths.push(0);
    }
    lengths[lengths.length - 1] = (lengths.at(-1) as number) + 1;
    groups.push(values.length - 1);
  }
  const found = wrap(plain(core.fromFlat<Shape>(values, [values.length], tensor.dtype)));
  const extra = [
    ...(inverse ? [wrap(plain(whole(groups, tensor.shape)))] : []),
    ...(counts ? [wrap(plain(whole(lengths, [lengths.length])))] : []),
  ];
  return extra.length === 0 ? found : new PyTuple([found, ...extra]);
}

/** The spread and the mean together. */
for (const [name, spread] of [
  ['std_mean', graph.std],
  ['var_mean', graph.variance],
] as const)
  define(
    name,
    [
      'Tensor input, bool unbiased=True',
      'Tensor input, dims? dim, bool unbiased=True, bool keepdim=False',
      'Tensor input, dims? dim=None, *, Number correction=1, bool keepdim=False',
    ],
    (given) => {
      const x = self(given);
      const dim = given.dims('dim')?.map((each) => axisOf(each, x.value.rank));
      const correction = given.has('correction')
        ? given.number('correction', 1)
        : given.flag('unbiased', true)
          ? 1
          : 0;
      const keepdim = given.flag('keepdim');
      const node = name === 'std_mean' ? 'StdMeanBackward0' : 'VarMeanBackward0';
      return tuple([
        named(node, spread(x, { dim, keepdim, correction })),
        named(node, graph.mean(x, { dim, keepdim })),
      ]);
    },
    'function',
  );
