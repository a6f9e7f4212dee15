/** Layer and batch normalisation in the graph. */
import { operation } from '../autograd/operation.ts';
import { from, type Plan } from '../autograd/record.ts';
import type { Variable } from '../autograd/variable.ts';
import { add, multiply, torchRules as rules, type Shape, sizeOf, sum, type Tensor } from '../index.ts';
import { reshape } from '../views.ts';
import {
  channelsOf,
  type GroupOf,
  type Moments,
  moments,
  rowsOf,
  standardise,
  standardiseGradient,
} from './standardise.ts';

const times = (a: Tensor, b: Tensor): Tensor => multiply<Shape, Shape>(a, b, { rules });

type Scaled = { readonly weight: Variable | undefined; readonly bias: Variable | undefined };

/** `standard` times the weight plus the bias, both brought into the shape that broadcasts over it. */
function scaledBy(standard: Tensor, { weight, bias }: Scaled, spread: (of: Tensor) => Tensor): Tensor {
  const scaled = weight === undefined ? standard : times(standard, spread(weight.value));
  return bias === undefined ? scaled : add<Shape, Shape>(scaled, spread(bias.value), { rules });
}

type Normalised = Scaled & {
  readonly node: string;
  readonly self: Variable;
  readonly group: GroupOf;
  readonly of: Moments;
  readonly spread: (of: Tensor) => Tensor;
  /** The gradient of a weight or bias, summed to its shape. */
  readonly collect: (gradient: Tensor) => Tensor;
  /** False where the moments are given and no function of the elements. */
  readonly own: boolean;
};

function plan({ node, self, group, of, weight, bias, spread, collect, own }: Normalised): Plan {
  const x = self.value;
  const standard = standardise(x, group, of);
  const inner = (g: Tensor): Tensor => (weight === undefined ? g : times(g, spread(weight.value)));
  const zeroMean: Moments = { ...of, mean: new Float64Array(of.mean.length) };
  const gradient = (g: Tensor): Tensor =>
    own ? standardiseGradient(inner(g), x, group, of) : standardise(inner(g), group, zeroMean);
  return {
    node,
    value: scaledBy(standard, { weight, bias }, spread),
    inputs: [
      from(self, gradient, self, ...(weight === undefined ? [] : [weight])),
      ...(weight === undefined ? [] : [from(weight, (g: Tensor) => collect(times(g, standard)), self)]),
      ...(bias === undefined ? [] : [from(bias, collect)]),
    ],
  };
}

/** Each row over the last `axes` axes, standardised: `torch.layer_norm`. */
export const layerNorm = operation((self: Variable, axes: number, epsilon: number, scaled: Scaled): Plan => {
  const { shape, size } = self.value;
  const row = sizeOf(shape.slice(shape.length - axes));
  const group = rowsOf(row);
  return plan({
    ...scaled,
    node: 'NativeLayerNormBackward0',
    self,
    group,
    of: moments(self.value, group, size / row, epsilon),
    spread: (of) => of,
    collect: (g) => g,
    own: true,
  });
});

/** How a weight for each channel, axis 1 of `shape`, lies along it, and how its gradient is collected. */
const byChannel = (shape: Shape) => ({
  spread: (values: Tensor): Tensor =>
    reshape<Shape>(values, [1, -1, ...new Array<number>(shape.length - 2).fill(1)]),
  collect: (g: Tensor): Tensor =>
    sum<Shape, readonly number[]>(g, { axis: shape.flatMap((_, axis) => (axis === 1 ? [] : [axis])) }),
});

/** Each channel, axis 1, standardised by its own moments or by given ones: `torch.batch_norm`. */
export const batchNorm = operation((self: Variable, of: Moments, own: boolean, scaled: Scaled): Plan => {
  const { shape } = self.value;
  return plan({
    ...scaled,
    ...byChannel(shape),
    node: 'NativeBatchNormBackward0',
    self,
    group: channelsOf(shape),
    of,
    own,
  });
});

/** The channels of each sample in `parts` equal parts, each standardised: `torch.group_norm`. */
export const groupNorm = operation((self: Variable, parts: number, epsilon: number, scaled: Scaled): Plan => {
  const { shape, size } = self.value;
  const count = (shape[0] as number) * parts;
  const group = rowsOf(size / count);
  return plan({
    ...scaled,
    ...byChannel(shape),
    node: 'NativeGroupNormBackward0',
    self,
    group,
    of: moments(self.value, group, count, epsilon),
    own: true,
  });
});

/** Returns the moments of each channel of `x`. */
export const channelMoments = (x: Tensor, epsilon: number): Moments =>
  moments(x, channelsOf(x.shape), x.shape[1] as number, epsilon);
