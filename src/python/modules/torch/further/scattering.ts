/** Elements written, added or otherwise met where an index tells: `scatter` and its kin. */

import { type Meeting, placed } from '../../../../tensor/autograd/further/index.ts';
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { axisOf } from '../shapes.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** Returns the row-major place, in a tensor of `shape`, of what each element of `index` names along `axis`. */
export function placesAlong(shape: Shape, axis: number, index: Tensor): Tensor {
  const strides = core.rowMajorStrides(shape);
  const size = shape[axis] ?? 1;
  const flat = index.toFlat();
  const own = index.shape;
  const places = flat.map((named, i) => {
    if (named < 0 || named >= size)
      throw runtimeError(`index ${named} is out of bounds for dimension ${axis} with size ${size}`);
    let place = 0;
    for (let each = own.length - 1, rest = i; each >= 0; each--) {
      const length = own[each] as number;
      place += (each === axis ? named : rest % length) * (strides[each] as number);
      rest = Math.floor(rest / length);
    }
    return place;
  });
  return core.fromFlat<Shape>(places, own, 'int64');
}

function checkIndex(input: Tensor, axis: number, index: Tensor, source?: Tensor): void {
  if (index.dtype !== 'int64') throw runtimeError('scatter(): Expected dtype int64 for index');
  if (index.size === 0) return;
  if (index.rank !== input.rank)
    throw runtimeError('Index tensor must have the same number of dimensions as self tensor');
  if (source !== undefined && source.rank !== index.rank)
    throw runtimeError('Index tensor must have the same number of dimensions as src tensor');
  const isWide = index.shape.some(
    (size, each) =>
      (each !== axis && size > (input.shape[each] as number)) ||
      (source !== undefined && size > (source.shape[each] as number)),
  );
  if (!isWide) return;
  const list = (shape: Shape): string => `[${shape.join(', ')}]`;
  throw runtimeError(
    `Expected index ${list(index.shape)} to be no larger than self ${list(input.shape)} apart from dimension ${axis}${source === undefined ? '' : ` and to be no larger size than src ${list(source.shape)}`}`,
  );
}

/** Returns the part of `source` that is as large as `index`. */
function fitting(source: Variable, index: Tensor): Variable {
  if (core.sameShape(source.value.shape, index.shape)) return source;
  return graph.index(
    source,
    index.shape.map((size) => ({ start: 0, stop: size })),
  );
}

const NODES: Readonly<Record<Meeting, string>> = {
  write: 'ScatterBackward0',
  add: 'ScatterAddBackward0',
  multiply: 'ScatterReduceBackward0',
  amax: 'ScatterReduceBackward0',
  amin: 'ScatterReduceBackward0',
};

/** What comes to which places of which tensor. */
export type Scatter = {
  readonly input: Variable;
  readonly places: Tensor;
  readonly source: Variable;
  readonly meeting: Meeting;
};

const MEETINGS: ReadonlyMap<string, Meeting> = new Map([
  ['add', 'add'],
  ['multiply', 'multiply'],
  ['sum', 'add'],
  ['prod', 'multiply'],
  ['amax', 'amax'],
  ['amin', 'amin'],
]);

function scattered(name: string, given: Arguments, fixed?: Meeting): Scatter {
  const input = self(given);
  const axis = axisOf(given.int('dim', 0), input.value.rank);
  const index = given.object('index').tensor;
  const reduce = given.text('reduce');
  const meeting = fixed ?? (reduce === undefined ? 'write' : MEETINGS.get(reduce));
  if (meeting === undefined)
    throw runtimeError(
      name.startsWith('scatter_reduce')
        ? 'reduce argument must be either sum, prod, mean, amax or amin, got '.concat(reduce ?? '')
        : 'reduce argument must be either add or multiply.',
    );
  const value = given.value(given.has('src') ? 'src' : 'value') ?? null;
  const isSource = given.has('src');
  const filled = isSource
    ? given.variable('src')
    : plain(core.full<Shape>(index.shape, given.number('value', 0), input.value.dtype));
  checkIndex(input.value, axis, index, isSource ? filled.value : undefined);
  if (isSource && filled.value.dtype !== input.value.dtype)
    throw runtimeError(`${name}(): Expected self.dtype to be equal to src.dtype`);
  return {
    input,
    places: placesAlong(input.value.shape, axis, index),
    source: isSource && value !== null ? fitting(filled, index) : filled,
    meeting,
  };
}

export function both(
  name: string,
  signatures: readonly string[],
  read: (given: Arguments) => Scatter,
  node?: string,
): void {
  define(name, signatures, (given) => {
    const { input, places, source, meeting } = read(given);
    return placed(input, places, source, meeting, node ?? NODES[meeting]);
  });
  define(
    `${name}_`,
    signatures,
    (given) => {
      const { input, places, source, meeting } = read(given);
      return placed.inPlace(input, places, source, meeting, node ?? NODES[meeting]);
    },
    'method',
  );
}

both(
  'scatter',
  [
    'Tensor input, int dim, Tensor index, Tensor src',
    'Tensor input, int dim, Tensor index, Tensor src, *, str reduce',
    'Tensor input, int dim, Tensor index, Number value',
    'Tensor input, int dim, Tensor index, Number value, *, str reduce',
  ],
  (given) => scattered('scatter', given),
);
both('scatter_add', ['Tensor input, int dim, Tensor index, Tensor src'], (given) =>
  scattered('scatter_add', given, 'add'),
);

/** With `include_self=False` what is there before does not count where something comes. */
function reduced(given: Arguments): Scatter {
  const isMean = given.text('reduce') === 'mean';
  const found = scattered('scatter_reduce', given, isMean ? 'add' : undefined);
  const { places, source, meeting } = found;
  let { input } = found;
  if (!given.flag('include_self', true)) {
    const neutral = {
      write: 0,
      add: 0,
      multiply: 1,
      amax: Number.NEGATIVE_INFINITY,
      amin: Number.POSITIVE_INFINITY,
    };
    const blank = plain(core.full<Shape>(places.shape, neutral[meeting], input.value.dtype));
    input = placed(input, places, blank, 'write', NODES.write);
  }
  if (!isMean) return { ...found, input };
  const ones = plain(core.ones<Shape>(places.shape, input.value.dtype));
  const start = given.flag('include_self', true)
    ? plain(core.ones<Shape>(input.value.shape, input.value.dtype))
    : placed(
        plain(core.ones<Shape>(input.value.shape, input.value.dtype)),
        places,
        plain(core.zeros<Shape>(places.shape, input.value.dtype)),
        'write',
        NODES.write,
      );
  const counts = placed(start, places, ones, 'add', NODES.add);
  const sum = placed(input, places, source, 'add', NODES.add);
  const mean = core.isFloat(input.value.dtype)
    ? graph.div(sum, counts)
    : graph.divRounded(sum, counts, 'floor');
  // What is written is the mean itself, at every place.
  const all = core.fromFlat<Shape>(
    Array.from({ length: input.value.size }, (_, i) => i),
    input.value.shape,
    'int64',
  );
  return { input, places: all, source: mean, meeting: 'write' };
}
both(
  'scatter_reduce',
  ['Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True'],
  reduced,
  'ScatterReduceBackward0',
);
