/** Pooling: the greatest or the mean of windows, as functions and as layers. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, type Shape } from '../../../../tensor/index.ts';
import {
  averagePooling,
  maxPooling,
  type Pair,
  partsOf,
  pooledSize,
  type Windows,
} from '../../../../tensor/layers/index.ts';
import { asIndex, call, makeArray, PyList, PyTuple, repr, type Value } from '../../../objects/index.ts';
import type { Arguments } from '../arguments.ts';
import { type Entry, parsed, tuple } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { attribute, layer } from '../nn/layers.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { pair, spreadOver } from './geometry.ts';

type Axes = 1 | 2;
const by = (sizes: Shape): string => sizes.join('x');

function windowsOf(axes: Axes, kernel: Value, given: Arguments): Windows {
  const stride = given.value('stride');
  const isEmpty = (stride instanceof PyTuple || stride instanceof PyList) && stride.items.length === 0;
  return {
    kernel: pair(kernel, axes, 1),
    stride: pair(stride === undefined || isEmpty ? kernel : stride, axes, 1),
    padding: pair(given.value('padding') ?? 0n, axes, 0),
    dilation: pair(given.value('dilation') ?? 1n, axes, 1),
    ceil: given.flag('ceil_mode'),
  };
}

function requireRoom(shape: Shape, windows: Windows, axes: Axes): void {
  const { kernel, padding, dilation } = windows;
  const wrong = ([0, 1] as const).find(
    (axis) => padding[axis] > Math.floor((dilation[axis] * (kernel[axis] - 1) + 1) / 2),
  );
  if (wrong !== undefined)
    throw runtimeError(
      `pad should be at most half of effective kernel size, but got pad=${padding[wrong]}, kernel_size=${kernel[wrong]} and dilation=${dilation[wrong]}`,
    );
  const [planes, height, width] = shape.slice(-3) as unknown as [number, number, number];
  const result: Pair = [pooledSize(height, windows, 0), pooledSize(width, windows, 1)];
  if (result[0] < 1 || result[1] < 1)
    throw runtimeError(
      axes === 2
        ? `Given input size: (${by([planes, height, width])}). Calculated output size: (${by([planes, Math.max(0, result[0]), Math.max(0, result[1])])}). Output size is too small`
        : `Given input size: (${planes}x1x${width}). Calculated output size: (${planes}x1x${Math.max(0, result[1])}). Output size is too small`,
    );
}

/** Returns a row as an image of height 1, with the way back. */
function asImage(x: Variable, axes: Axes, compute: (image: Variable) => Variable[]): Variable[] {
  const { rank } = x.value;
  if (rank !== axes + 1 && rank !== axes + 2)
    throw runtimeError(
      axes === 2
        ? 'non-empty 3D or 4D (batch mode) tensor expected for input'
        : `Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:[${x.value.shape.join(', ')}]`,
    );
  if (axes === 2) return compute(x);
  return compute(graph.unsqueeze(x, rank - 1)).map((each) => graph.squeeze(each, rank - 1));
}

function maxima(axes: Axes, given: Arguments): Variable[] {
  const windows = windowsOf(axes, given.value('kernel_size') ?? null, given);
  return asImage(given.variable('input'), axes, (image) => {
    requireRoom(image.value.shape, windows, axes);
    const { values, indices } = maxPooling(image, windows);
    return [values, indices];
  });
}

function means(axes: Axes, given: Arguments): Variable {
  const windows = windowsOf(axes, given.value('kernel_size') ?? null, given);
  const divisor = {
    countPadding: given.flag('count_include_pad', true),
    fixed: given.optionalInt('divisor_override'),
  };
  const [result] = asImage(given.variable('input'), axes, (image) => {
    requireRoom(image.value.shape, windows, axes);
    return [averagePooling(image, windows, divisor)];
  });
  return result as Variable;
}

/** Axis `axis` brought to `count` parts, the mean of each. */
function meanOfParts(x: Variable, axis: number, count: number): Variable {
  const size = x.value.shape[axis] as number;
  const parts = new Variable(fromFlat<Shape>(partsOf(size, count), [count, size], x.value.dtype));
  const last = x.value.rank - 1;
  const mixed = graph.linear(axis === last ? x : graph.transpose(x, axis, last), parts);
  return axis === last ? mixed : graph.transpose(mixed, axis, last);
}

/** Returns the sizes wanted of each of the last axes; None keeps one. */
function wanted(x: Variable, axes: Axes, output: Value): number[] {
  return spreadOver(output, axes).items.map((item, i) =>
    item === null ? (x.value.shape.at(i - axes) as number) : Number(asIndex(item) ?? 1n),
  );
}

function adaptiveMean(x: Variable, axes: Axes, output: Value): Variable {
  const counts = wanted(x, axes, output);
  const { rank } = x.value;
  if (counts.every((count) => count === 1))
    return graph.mean(x, { dim: counts.map((_, i) => rank - axes + i), keepdim: true });
  return counts.reduce((result, count, i) => meanOfParts(result, rank - axes + i, count), x);
}

function adaptiveMaximum(x: Variable, axes: Axes, output: Value): Variable {
  const counts = wanted(x, axes, output);
  const { rank } = x.value;
  return counts.reduce((result, count, i) => {
    const axis = rank - axes + i;
    const size = result.value.shape[axis] as number;
    const parts = makeArray(count, (at) => {
      const [first, last] = [Math.floor((at * size) / count), Math.ceil(((at + 1) * size) / count)];
      return graph.maxAlong(graph.slice(result, axis, { start: first, stop: last }), axis, true).values;
    });
    return graph.cat(parts, axis);
  }, x);
}

const MAXIMUM =
  'Tensor input, dims kernel_size, dims stride=None, dims padding=0, dims dilation=1, bool ceil_mode=False, bool return_indices=False';
const MEAN =
  'Tensor input, dims kernel_size, dims stride=None, dims padding=0, bool ceil_mode=False, bool count_include_pad=True, int divisor_override=None';

export const POOLING_FUNCTIONS: readonly Entry[] = ([1, 2] as const).flatMap((axes): Entry[] => [
  parsed(`max_pool${axes}d`, MAXIMUM, (given) => {
    const both = maxima(axes, given);
    return given.flag('return_indices') ? tuple(both) : (both[0] as Variable);
  }),
  parsed(`avg_pool${axes}d`, MEAN, (given) => means(axes, given)),
  python(`adaptive_avg_pool${axes}d`, 'input, output_size', (input, size) =>
    adaptiveMean(tensorWith('size', input).variable, axes, size),
  ),
  python(`adaptive_max_pool${axes}d`, 'input, output_size, return_indices=False!', (input, size) =>
    adaptiveMaximum(tensorWith('size', input).variable, axes, size),
  ),
]);
const functions = new Map(POOLING_FUNCTIONS);

const keepStride = (stride: Value, kernel: Value): Value => (stride === null ? kernel : stride);

export const POOLING_LAYERS: readonly Entry[] = ([1, 2] as const).flatMap((axes): Entry[] => [
  layer(`MaxPool${axes}d`, {
    file: 'pooling',
    signature: 'kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False',
    setUp: (self, kernel, stride, padding, dilation, indices, ceil) => {
      self.attributes.set('kernel_size', kernel);
      self.attributes.set('stride', keepStride(stride, kernel));
      self.attributes.set('padding', padding);
      self.attributes.set('dilation', dilation);
      self.attributes.set('return_indices', indices);
      self.attributes.set('ceil_mode', ceil);
    },
    forward: (self, input) =>
      call(functions.get(`max_pool${axes}d`) ?? null, [
        input ?? null,
        ...['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode', 'return_indices'].map((name) =>
          attribute(self, name),
        ),
      ]),
    extra: (self) =>
      ['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode']
        .map((name) => `${name}=${repr(attribute(self, name))}`)
        .join(', '),
  }),
  layer(`AvgPool${axes}d`, {
    file: 'pooling',
    signature:
      `kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True${axes === 2 ? ', divisor_override=None' : ''}` as 'kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None',
    setUp: (self, kernel, stride, padding, ceil, counted, divisor) => {
      const kept = (value: Value): Value => (axes === 1 ? spreadOver(value, 1) : value);
      self.attributes.set('kernel_size', kept(kernel));
      self.attributes.set('stride', kept(keepStride(stride, kernel)));
      self.attributes.set('padding', kept(padding));
      self.attributes.set('ceil_mode', ceil);
      self.attributes.set('count_include_pad', counted);
      if (axes === 2) self.attributes.set('divisor_override', divisor ?? null);
    },
    forward: (self, input) =>
      call(functions.get(`avg_pool${axes}d`) ?? null, [
        input ?? null,
        ...['kernel_size', 'stride', 'padding', 'ceil_mode', 'count_include_pad', 'divisor_override'].map(
          (name) => attribute(self, name),
        ),
      ]),
    extra: (self) =>
      ['kernel_size', 'stride', 'padding'].map((name) => `${name}=${repr(attribute(self, name))}`).join(', '),
  }),
  ...(['Avg', 'Max'] as const).map((kind) =>
    layer(`Adaptive${kind}Pool${axes}d`, {
      file: 'pooling',
      signature: 'output_size',
      forward: (self, input) =>
        call(functions.get(`adaptive_${kind.toLowerCase()}_pool${axes}d`) ?? null, [
          input ?? null,
          attribute(self, 'output_size'),
        ]),
      extra: (self) => `output_size=${repr(attribute(self, 'output_size'))}`,
    }),
  ),
]);
