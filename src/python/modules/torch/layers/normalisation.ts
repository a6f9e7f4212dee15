/** Layer, batch, group and root-mean-square normalisation, as functions and as layers. */
import {
  operations as graph,
  isGradEnabled,
  setGradEnabled,
  type Variable,
} from '../../../../tensor/autograd/index.ts';
import { fromFlat, ones, type Shape, sizeOf, type Tensor, zeros } from '../../../../tensor/index.ts';
import {
  batchNorm,
  channelMoments,
  groupNorm,
  layerNorm,
  type Moments,
  scaleOf,
} from '../../../../tensor/layers/index.ts';
import {
  asFloat,
  asIndex,
  call,
  inPlace,
  isTrue,
  PyList,
  PyTuple,
  repr,
  setPlainAttribute,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { type Entry, parsed } from '../define.ts';
import { list, runtimeError } from '../errors.ts';
import { setMember } from '../nn/assignment.ts';
import { parameterOf } from '../nn/initial.ts';
import { attribute, layer } from '../nn/layers.ts';
import type { ModuleObject } from '../nn/module.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { sizeOfShape } from '../size.ts';
import { isTensor, type TensorObject as Kept, wrapTensor } from '../tensor.ts';
import { sizes } from './geometry.ts';

/** Returns the variable of an optional tensor. */
const optional = (value: Value): Variable | undefined => (isTensor(value) ? value.variable : undefined);

function requireTrailing(shape: Shape, row: Shape): void {
  const trailing = shape.slice(shape.length - row.length);
  if (row.length > shape.length || trailing.some((size, i) => size !== row[i]))
    throw runtimeError(
      `Given normalized_shape=${list(row)}, expected input with shape [*, ${row.join(', ')}], but got input of size${list(shape)}`,
    );
}

const LAYER_NORM = python(
  'layer_norm',
  'input, normalized_shape, weight=None, bias=None, eps=1e-05',
  (input, rowShape, weight, bias, epsilon) => {
    const { variable } = tensorWith('size', input);
    const row = sizes(rowShape, 1);
    requireTrailing(variable.value.shape, row);
    return layerNorm(variable, row.length, toFloat(epsilon), {
      weight: optional(weight),
      bias: optional(bias),
    });
  },
);

const given = (tensor: Tensor): Float64Array => Float64Array.from(tensor.toFlat());

/** `running` moved by `momentum` towards `now`, in place. */
function follow(running: Kept, now: Float64Array, momentum: number): void {
  const { data } = running.tensor.storage;
  now.forEach((value, i) => {
    data[i] = (1 - momentum) * (data[i] as number) + momentum * value;
  });
  running.tensor.storage.version++;
  running.variable.version.writes++;
}

type Statistics = { readonly mean: Kept | undefined; readonly variance: Kept | undefined };

function momentsFor(
  x: Tensor,
  { mean, variance }: Statistics,
  training: boolean,
  epsilon: number,
  momentum: number,
): Moments {
  if (!training && mean !== undefined && variance !== undefined) {
    const spread = given(variance.tensor);
    return { mean: given(mean.tensor), variance: spread, scale: scaleOf(spread, epsilon) };
  }
  const found = channelMoments(x, epsilon);
  if (!training || mean === undefined || variance === undefined) return found;
  follow(mean, found.mean, momentum);
  // The running variance divides by the count less one.
  const count = x.size / found.mean.length;
  follow(
    variance,
    found.variance.map((each) => (each * count) / (count - 1)),
    momentum,
  );
  return found;
}

function requireSeveral(shape: Shape): void {
  const perChannel = sizeOf(shape) / (shape[1] as number);
  if (perChannel === 1)
    throw valueError(
      `Expected more than 1 value per channel when training, got input size ${repr(sizeOfShape(shape))}`,
    );
}

const BATCH_NORM = python(
  'batch_norm',
  'input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05',
  (input, mean, variance, weight, bias, training, momentum, epsilon) => {
    const { variable, tensor } = tensorWith('size', input);
    const trains = isTrue(training);
    if (trains) requireSeveral(tensor.shape);
    const channels = tensor.shape[1] as number;
    if (isTensor(mean) && mean.tensor.size !== channels)
      throw runtimeError(`running_mean should contain ${channels} elements not ${mean.tensor.size}`);
    const statistics = {
      mean: isTensor(mean) ? mean : undefined,
      variance: isTensor(variance) ? variance : undefined,
    };
    const of = momentsFor(tensor, statistics, trains, toFloat(epsilon), toFloat(momentum));
    return batchNorm(variable, of, trains, { weight: optional(weight), bias: optional(bias) });
  },
);

const GROUP_NORM = python(
  'group_norm',
  'input, num_groups, weight=None, bias=None, eps=1e-05',
  (input, groups, weight, bias, epsilon) => {
    const { variable, tensor } = tensorWith('size', input);
    const channels = tensor.shape[1] as number;
    const parts = Number(asIndex(groups) ?? 1n);
    if (channels % parts !== 0)
      throw runtimeError(
        `Expected number of channels in input to be divisible by num_groups, but got input of shape ${list(tensor.shape)} and num_groups=${parts}`,
      );
    return groupNorm(variable, parts, toFloat(epsilon), { weight: optional(weight), bias: optional(bias) });
  },
);

/** The smallest difference from 1 of float32 and float64, which `rms_norm` adds unless told otherwise. */
const EPSILON = { float32: 2 ** -23, float64: 2 ** -52 } as const;

const RMS_NORM = parsed(
  'rms_norm',
  'Tensor input, ints normalized_shape, Tensor weight=None, float eps=None',
  (options) => {
    const x = options.variable('input');
    const row = options.ints('normalized_shape');
    requireTrailing(x.value.shape, row);
    const dim = row.map((_, i) => i - row.length);
    const epsilon = options.number('eps', x.value.dtype === 'float64' ? EPSILON.float64 : EPSILON.float32);
    const mean = graph.mean(graph.pow(x, 2), { dim, keepdim: true });
    const scaled = graph.mul(x, graph.rsqrt(graph.add(mean, { python: 'float', value: epsilon })));
    return options.has('weight') ? graph.mul(scaled, options.variable('weight')) : scaled;
  },
);

export const NORMALISATION_FUNCTIONS: readonly Entry[] = [LAYER_NORM, BATCH_NORM, GROUP_NORM, RMS_NORM];

const shapeText = (self: ModuleObject): string => repr(attribute(self, 'normalized_shape'));

/** Keeps a weight of ones and a bias of zeros, or None where there are none. */
function keepScale(self: ModuleObject, shape: Shape, weight: boolean, bias: boolean): void {
  if (weight) setMember(self, 'weight', parameterOf(ones<Shape>(shape, 'float32')));
  else self.parameters.set('weight', null);
  if (bias) setMember(self, 'bias', parameterOf(zeros<Shape>(shape, 'float32')));
  else self.parameters.set('bias', null);
}

const rowShapeOf = (value: Value): PyTuple =>
  value instanceof PyTuple || value instanceof PyList ? new PyTuple([...value.items]) : new PyTuple([value]);

function requireRank(name: string, input: Value): void {
  const rank = isTensor(input) ? input.tensor.rank : 0;
  const fits = name === 'BatchNorm1d' ? rank === 2 || rank === 3 : rank === 4;
  if (!fits)
    throw valueError(`expected ${name === 'BatchNorm1d' ? '2D or 3D' : '4D'} input (got ${rank}D input)`);
}

/** Returns one more batch seen; returns how far the running statistics move towards it. */
function countBatch(self: ModuleObject): number {
  const count = self.buffers.get('num_batches_tracked');
  if (count === undefined || count === null) return 0;
  const before = isGradEnabled();
  setGradEnabled(false);
  inPlace('+', count, 1n);
  setGradEnabled(before);
  return asFloat(attribute(self, 'momentum')) ?? 1 / count.tensor.item();
}

const batchLayer = (name: 'BatchNorm1d' | 'BatchNorm2d'): Entry =>
  layer(name, {
    file: 'batchnorm',
    signature:
      'num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None',
    setUp: (self, features, epsilon, momentum, affine, tracks) => {
      const kept = { num_features: features, eps: epsilon, momentum, affine, track_running_stats: tracks };
      for (const [key, value] of Object.entries(kept)) setPlainAttribute(self, key, value);
      const shape = [Number(asIndex(features) ?? 0n)];
      keepScale(self, shape, isTrue(affine), isTrue(affine));
      const track = isTrue(tracks);
      self.buffers.set('running_mean', track ? wrapTensor(zeros<Shape>(shape, 'float32')) : null);
      self.buffers.set('running_var', track ? wrapTensor(ones<Shape>(shape, 'float32')) : null);
      self.buffers.set('num_batches_tracked', track ? wrapTensor(fromFlat<Shape>([0], [], 'int64')) : null);
    },
    forward: (self, input) => {
      requireRank(name, input ?? null);
      const training = isTrue(attribute(self, 'training'));
      const mean = self.buffers.get('running_mean') ?? null;
      const variance = self.buffers.get('running_var') ?? null;
      const factor = training ? countBatch(self) : 0;
      return call(BATCH_NORM[1], [
        input ?? null,
        mean,
        variance,
        attribute(self, 'weight'),
        attribute(self, 'bias'),
        training || mean === null,
        factor,
        attribute(self, 'eps'),
      ]);
    },
    extra: (self) =>
      `${repr(attribute(self, 'num_features'))}, ${['eps', 'momentum', 'affine', 'track_running_stats'].map((each) => `${each}=${repr(attribute(self, each))}`).join(', ')}`,
  });

export const NORMALISATION_LAYERS: readonly Entry[] = [
  layer('LayerNorm', {
    file: 'normalization',
    signature: 'normalized_shape, eps=1e-05, elementwise_affine=True, bias=True, device=None, dtype=None',
    setUp: (self, shape, epsilon, affine, bias) => {
      self.attributes.set('normalized_shape', rowShapeOf(shape));
      self.attributes.set('eps', epsilon);
      self.attributes.set('elementwise_affine', affine);
      keepScale(self, sizes(rowShapeOf(shape), 1), isTrue(affine), isTrue(affine) && isTrue(bias));
    },
    forward: (self, input) =>
      call(LAYER_NORM[1], [
        input ?? null,
        ...['normalized_shape', 'weight', 'bias', 'eps'].map((name) => attribute(self, name)),
      ]),
    extra: (self) =>
      `${shapeText(self)}, eps=${repr(attribute(self, 'eps'))}, elementwise_affine=${repr(attribute(self, 'elementwise_affine'))}`,
  }),
  layer('RMSNorm', {
    file: 'normalization',
    signature: 'normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None',
    setUp: (self, shape, epsilon, affine) => {
      self.attributes.set('normalized_shape', rowShapeOf(shape));
      self.attributes.set('eps', epsilon);
      self.attributes.set('elementwise_affine', affine);
      if (isTrue(affine))
        setMember(self, 'weight', parameterOf(ones<Shape>(sizes(rowShapeOf(shape), 1), 'float32')));
      else self.parameters.set('weight', null);
    },
    forward: (self, input) =>
      call(RMS_NORM[1], [
        input ?? null,
        ...['normalized_shape', 'weight', 'eps'].map((name) => attribute(self, name)),
      ]),
    extra: (self) =>
      `${shapeText(self)}, eps=${repr(attribute(self, 'eps'))}, elementwise_affine=${repr(attribute(self, 'elementwise_affine'))}`,
  }),
  layer('GroupNorm', {
    file: 'normalization',
    signature: 'num_groups, num_channels, eps=1e-05, affine=True, device=None, dtype=None',
    setUp: (self, groups, channels, epsilon, affine) => {
      const [parts, count] = [Number(asIndex(groups) ?? 1n), Number(asIndex(channels) ?? 0n)];
      if (count % parts !== 0) throw valueError('num_channels must be divisible by num_groups');
      const kept = { num_groups: groups, num_channels: channels, eps: epsilon, affine };
      for (const [key, value] of Object.entries(kept)) setPlainAttribute(self, key, value);
      keepScale(self, [count], isTrue(affine), isTrue(affine));
    },
    forward: (self, input) =>
      call(GROUP_NORM[1], [
        input ?? null,
        ...['num_groups', 'weight', 'bias', 'eps'].map((name) => attribute(self, name)),
      ]),
    extra: (self) =>
      `${repr(attribute(self, 'num_groups'))}, ${repr(attribute(self, 'num_channels'))}, eps=${repr(attribute(self, 'eps'))}, affine=${repr(attribute(self, 'affine'))}`,
  }),
  batchLayer('BatchNorm1d'),
  batchLayer('BatchNorm2d'),
];
