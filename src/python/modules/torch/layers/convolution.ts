/** Convolutions: `F.conv1d`, `F.conv2d`, their transposed forms and the layers of the same. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape } from '../../../../tensor/index.ts';
import {
  convolution,
  type Pair,
  type Steps,
  transposedConvolution,
} from '../../../../tensor/layers/index.ts';
import {
  asIndex,
  call,
  isTrue,
  PyTuple,
  Refusal,
  repr,
  toArray,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Arguments } from '../arguments.ts';
import { type Entry, parsed } from '../define.ts';
import { scalarTypeName } from '../dtype.ts';
import { list, runtimeError } from '../errors.ts';
import { setMember } from '../nn/assignment.ts';
import { biasBound, initialParameter, weightBound } from '../nn/initial.ts';
import { attribute, layer } from '../nn/layers.ts';
import type { ModuleObject } from '../nn/module.ts';
import { isAll, pair, spreadOver } from './geometry.ts';

type Axes = 1 | 2;

const by = (sizes: Shape): string => sizes.join(' x ');

/** PyTorch's checks of the shapes, in its order. */
function requireFit(
  name: string,
  x: Variable,
  w: Variable,
  bias: Variable | undefined,
  axes: Axes,
  groups: number,
) {
  const [image, kernel] = [x.value.shape, w.value.shape];
  if (image.length !== axes + 1 && image.length !== axes + 2)
    throw runtimeError(
      `Expected ${axes + 1}D (unbatched) or ${axes + 2}D (batched) input to ${name}, but got input of size: ${list(image)}`,
    );
  const channels = image.at(-axes - 1) as number;
  const needed = (kernel[1] as number) * groups;
  if (channels !== needed)
    throw runtimeError(
      `Given groups=${groups}, weight of size ${list(kernel)}, expected input${list(image)} to have ${needed} channels, but got ${channels} channels instead`,
    );
  const count = kernel[0] as number;
  if (bias !== undefined && (bias.value.rank !== 1 || bias.value.shape[0] !== count))
    throw runtimeError(
      `Given weight of size ${list(kernel)}, expected bias to be 1-dimensional with ${count} elements, but got bias of size ${list(bias.value.shape)} instead`,
    );
  if (x.value.dtype !== w.value.dtype)
    throw runtimeError(
      `expected scalar type ${scalarTypeName(x.value.dtype)} but found ${scalarTypeName(w.value.dtype)}`,
    );
}

/** `kernel` must fit into the padded image. */
function requireRoom(image: Shape, kernel: Shape, { padding, dilation }: Steps, axes: Axes): void {
  const padded = image.slice(-2).map((size, i) => size + 2 * (padding[i] as number));
  const reach = kernel.slice(-2).map((size, i) => (dilation[i] as number) * (size - 1) + 1);
  if (reach.some((size, i) => size > (padded[i] as number)))
    throw runtimeError(
      `Calculated padded input size per channel: (${by(padded.slice(-axes))}). Kernel size: (${by(reach.slice(-axes))}). Kernel size can't be greater than actual input size`,
    );
}

/** Returns a single sample as a batch of one, with the way back. */
function asBatch(x: Variable, axes: Axes, compute: (batch: Variable) => Variable): Variable {
  if (x.value.rank !== axes + 1) return compute(x);
  return graph.squeeze(compute(graph.unsqueeze(x, 0)), 0);
}

/** Returns a shape with a height of 1 where there is a single axis. */
const planar = (shape: Shape, axes: Axes): Shape => (axes === 1 ? shape.toSpliced(2, 0, 1) : shape);

/** Returns the padding that keeps the size: the rest of an odd number goes to the end. */
function padSame(x: Variable, kernel: Shape, dilation: Pair): { image: Variable; padding: Pair } {
  const total = kernel.slice(-2).map((size, i) => (dilation[i] as number) * (size - 1)) as [number, number];
  let image = x;
  total.forEach((each, i) => {
    if (each % 2 === 0) return;
    const axis = image.value.rank - 2 + i;
    const shape = image.value.shape.map((size, at) => (at === axis ? 1 : size));
    image = graph.cat([image, zerosOf(shape, image)], axis);
  });
  return { image, padding: [Math.floor(total[0] / 2), Math.floor(total[1] / 2)] };
}

const zerosOf = (shape: Shape, like: Variable): Variable =>
  graph.zero(graph.expand(graph.reshape(graph.sum(like).detach(), [1]), shape).detach());

function convolve(name: string, axes: Axes, given: Arguments): Variable {
  const [x, w] = [given.variable('input'), given.variable('weight')];
  const bias = given.has('bias') ? given.variable('bias') : undefined;
  const groups = given.int('groups', 1);
  requireFit(name, x, w, bias, axes, groups);
  const stride = pair(given.value('stride') ?? 1n, axes, 1);
  const dilation = pair(given.value('dilation') ?? 1n, axes, 1);
  const mode = given.text('padding');
  if (mode !== undefined && mode !== 'same' && mode !== 'valid')
    throw runtimeError(`Invalid padding string: '${mode}'`);
  if (mode === 'same' && (stride[0] !== 1 || stride[1] !== 1))
    throw runtimeError("padding='same' is not supported for strided convolutions");
  const kernel = planar(w.value.shape, axes);
  return asBatch(x, axes, (batch) => {
    const same = mode === 'same' ? padSame(batch, kernel, dilation) : undefined;
    const padding = same?.padding ?? pair(mode === undefined ? (given.value('padding') ?? 0n) : 0n, axes, 0);
    const image = same?.image ?? batch;
    const steps = { stride, padding, dilation };
    requireRoom(planar(image.value.shape, axes), kernel, steps, axes);
    return convolution(image, w, bias, steps);
  });
}

function convolveTransposed(axes: Axes, given: Arguments): Variable {
  const [x, w] = [given.variable('input'), given.variable('weight')];
  const bias = given.has('bias') ? given.variable('bias') : undefined;
  const groups = given.int('groups', 1);
  const [stride, dilation] = [
    pair(given.value('stride') ?? 1n, axes, 1),
    pair(given.value('dilation') ?? 1n, axes, 1),
  ];
  const padding = pair(given.value('padding') ?? 0n, axes, 0);
  const extra = pair(given.value('output_padding') ?? 0n, axes, 0);
  const channels = x.value.shape.at(-axes - 1) as number;
  if (channels !== w.value.shape[0])
    throw runtimeError(
      `Given transposed=1, weight of size ${list(w.value.shape)}, expected input${list(x.value.shape)} to have ${w.value.shape[0]} channels, but got ${channels} channels instead`,
    );
  const kernel = planar(w.value.shape, axes);
  return asBatch(x, axes, (image) => {
    const [count, , height, width] = planar(image.value.shape, axes) as readonly [
      number,
      number,
      number,
      number,
    ];
    const [, depth, h, v] = kernel as readonly [number, number, number, number];
    const size = (from: number, reach: number, axis: 0 | 1): number =>
      (from - 1) * stride[axis] - 2 * padding[axis] + dilation[axis] * (reach - 1) + extra[axis] + 1;
    const shape = [count, depth * groups, size(height, h, 0), size(width, v, 1)];
    return transposedConvolution(image, w, bias, { stride, padding, dilation }, shape);
  });
}

const PADDED =
  'Tensor input, Tensor weight, Tensor bias=None, dims stride=1, dims padding=0, dims dilation=1, int groups=1';
const NAMED =
  'Tensor input, Tensor weight, Tensor bias=None, dims stride=1, str padding="valid", dims dilation=1, int groups=1';
const TRANSPOSED =
  'Tensor input, Tensor weight, Tensor bias=None, dims stride=1, dims padding=0, dims output_padding=0, int groups=1, dims dilation=1';

const FORWARD = new Map(
  ([1, 2] as const).flatMap((axes): Entry[] => [
    parsed(`conv${axes}d`, [PADDED, NAMED], (given) => convolve(`conv${axes}d`, axes, given)),
    parsed(`conv_transpose${axes}d`, TRANSPOSED, (given) => convolveTransposed(axes, given)),
  ]),
);

export const CONVOLUTION_FUNCTIONS: readonly Entry[] = [...FORWARD];

const whole = (value: Value): number => Number(asIndex(value) ?? 0n);

/** Keeps the sizes of a convolution and makes its kernels; `transposed` ones lie the other way round. */
function setUp(
  self: ModuleObject,
  axes: Axes,
  transposed: boolean,
  options: ReadonlyMap<string, Value>,
): void {
  const of = (name: string): Value => options.get(name) ?? null;
  const [inputs, outputs, groups] = [
    whole(of('in_channels')),
    whole(of('out_channels')),
    whole(of('groups')),
  ];
  if (groups <= 0) throw valueError('groups must be a positive integer');
  if (inputs % groups !== 0) throw valueError('in_channels must be divisible by groups');
  if (outputs % groups !== 0) throw valueError('out_channels must be divisible by groups');
  if (of('padding_mode') !== 'zeros')
    throw new Refusal(
      `padding_mode=${repr(of('padding_mode'))} of a convolution is not part of this book's PyTorch`,
    );
  const spread = new Set(['kernel_size', 'stride', 'padding', 'output_padding', 'dilation']);
  for (const [name, value] of options) {
    if (['bias', 'device', 'dtype'].includes(name)) continue;
    const isSize = spread.has(name) && typeof value !== 'string';
    self.attributes.set(name, isSize ? spreadOver(value, axes) : value);
  }
  const window = toArray(self.attributes.get('kernel_size') ?? null).map(whole);
  const shape = transposed ? [inputs, outputs / groups, ...window] : [outputs, inputs / groups, ...window];
  const fanIn = shape.slice(1).reduce((product, size) => product * size, 1);
  setMember(self, 'weight', initialParameter(shape, weightBound(fanIn)));
  if (isTrue(of('bias'))) setMember(self, 'bias', initialParameter([outputs], biasBound(fanIn)));
  else self.parameters.set('bias', null);
}

function textOf(self: ModuleObject): string {
  const text = (name: string): string => repr(attribute(self, name));
  const parts = [
    text('in_channels'),
    text('out_channels'),
    `kernel_size=${text('kernel_size')}`,
    `stride=${text('stride')}`,
  ];
  const padding = attribute(self, 'padding');
  if (!(padding instanceof PyTuple)) parts.push(`padding=${String(padding)}`);
  else if (!isAll(padding, 0n)) parts.push(`padding=${text('padding')}`);
  if (!isAll(attribute(self, 'dilation'), 1n)) parts.push(`dilation=${text('dilation')}`);
  const extra = attribute(self, 'output_padding');
  if (extra !== null && !isAll(extra, 0n)) parts.push(`output_padding=${text('output_padding')}`);
  if (attribute(self, 'groups') !== 1n) parts.push(`groups=${text('groups')}`);
  if (self.parameters.get('bias') === null) parts.push('bias=False');
  return parts.join(', ');
}

const LAYER =
  "in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None";
const TRANSPOSED_LAYER =
  "in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None";

const convolutionLayer = (name: string, signature: string, axes: Axes, of: string): Entry => {
  const names = signature.split(', ').flatMap((word) => word.split('=')[0] ?? []);
  const transposed = signature === TRANSPOSED_LAYER;
  const order = transposed
    ? ['stride', 'padding', 'output_padding', 'groups', 'dilation']
    : ['stride', 'padding', 'dilation', 'groups'];
  return layer(name, {
    file: 'conv',
    signature,
    setUp: (self: ModuleObject, ...given: Value[]) =>
      setUp(self, axes, transposed, new Map(names.map((each, i) => [each, given[i] ?? null]))),
    forward: (self, input) =>
      call(FORWARD.get(of) ?? null, [
        input ?? null,
        attribute(self, 'weight'),
        attribute(self, 'bias'),
        ...order.map((each) => attribute(self, each)),
      ]),
    extra: textOf,
  });
};

export const CONVOLUTION_LAYERS: readonly Entry[] = ([1, 2] as const).flatMap((axes) => [
  convolutionLayer(`Conv${axes}d`, LAYER, axes, `conv${axes}d`),
  convolutionLayer(`ConvTranspose${axes}d`, TRANSPOSED_LAYER, axes, `conv_transpose${axes}d`),
]);
