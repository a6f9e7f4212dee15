/** Layers and their gradients against what PyTorch computed: tests/goldens/layers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradientsOf, operations, Variable } from '../../../src/tensor/autograd/index.ts';
import { fromFlat, type Shape, type Tensor } from '../../../src/tensor/index.ts';
import {
  averagePooling,
  batchNorm,
  channelMoments,
  convolution,
  embedding,
  erf,
  gelu,
  geluByTanh,
  groupNorm,
  huber,
  layerNorm,
  maxPooling,
  type Reduction,
  type Steps,
  scaleOf,
  smoothL1,
  transposedConvolution,
  type Windows,
  weightedEntropy,
  weightedLogistic,
  weightedNll,
} from '../../../src/tensor/layers/index.ts';

type Plain = { readonly shape: Shape; readonly data: readonly number[] };
type Options = Steps &
  Windows & {
    readonly shape: Shape;
    readonly countPadding: boolean;
    readonly fixed: number | null;
    readonly indices: Plain;
    readonly axes: number;
    readonly epsilon: number;
    readonly training: boolean;
    readonly mean: readonly number[];
    readonly variance: readonly number[];
    readonly parts: number;
    readonly weight: Plain | boolean | null;
    readonly positive: Plain | null;
    readonly bias: boolean;
    readonly padding: number | null;
    readonly bend: number;
    readonly reduction: Reduction;
    readonly target: Plain;
    readonly ignored: number;
  };
type Case = {
  readonly operation: string;
  readonly node: string;
  readonly tensors: readonly Plain[];
  readonly options: Options;
  readonly factors: Plain;
  readonly result: Plain;
  readonly gradients: readonly (Plain | null)[];
};

const file = new URL('../../goldens/layers/cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];

const tensorOf = ({ shape, data }: Plain, dtype: 'float64' | 'int64' = 'float64'): Tensor =>
  fromFlat<Shape>(data, shape, dtype);
const optional = (plain: Plain | boolean | null): Tensor | undefined =>
  plain === null || typeof plain === 'boolean' ? undefined : tensorOf(plain);

/** The weight and bias among the operands, as the options say which are there. */
function scaled([first, second]: readonly Variable[], { weight, bias }: Options) {
  return {
    weight: weight === true ? first : undefined,
    bias: bias ? (weight === true ? second : first) : undefined,
  };
}

function compute(operation: string, operands: readonly Variable[], o: Options): Variable {
  const [x, y, z] = operands as readonly [Variable, Variable, Variable | undefined];
  switch (operation) {
    case 'convolution':
      return convolution(x, y, z, o);
    case 'transposedConvolution':
      return transposedConvolution(x, y, z, o, o.shape);
    case 'maxPooling':
      return maxPooling(x, o).values;
    case 'averagePooling':
      return averagePooling(x, o, { countPadding: o.countPadding, fixed: o.fixed ?? undefined });
    case 'layerNorm':
      return layerNorm(x, o.axes, o.epsilon, scaled(operands.slice(1), o));
    case 'groupNorm':
      return groupNorm(x, o.parts, o.epsilon, scaled(operands.slice(1), o));
    case 'batchNorm': {
      const variance = Float64Array.from(o.variance);
      const given = { mean: Float64Array.from(o.mean), variance, scale: scaleOf(variance, o.epsilon) };
      const of = o.training ? channelMoments(x.value, o.epsilon) : given;
      return batchNorm(x, of, o.training, scaled(operands.slice(1), o));
    }
    case 'erf':
      return erf(x);
    case 'gelu':
      return gelu(x);
    case 'geluByTanh':
      return geluByTanh(x);
    case 'embedding':
      return embedding(x, tensorOf(o.indices, 'int64'), o.padding ?? undefined);
    case 'smoothL1':
      return smoothL1(x, y, o.bend, o.reduction);
    case 'huber':
      return huber(x, y, o.bend, o.reduction);
    case 'weightedNll':
      return weightedNll(
        x,
        tensorOf(o.target, 'int64'),
        { weight: optional(o.weight), ignored: o.ignored },
        o.reduction,
      );
    case 'weightedLogistic':
      return weightedLogistic(
        x,
        new Variable(tensorOf(o.target)),
        optional(o.weight),
        optional(o.positive),
        o.reduction,
      );
    case 'weightedEntropy':
      return weightedEntropy(x, new Variable(tensorOf(o.target)), optional(o.weight) as Tensor, o.reduction);
    default:
      throw new Error(`no operation ${operation}`);
  }
}

/** Equal to a few units in the last place. */
function expectClose(actual: Tensor | undefined, expected: Plain): void {
  expect(actual?.shape).toEqual(expected.shape);
  actual?.toFlat().forEach((value, i) => {
    const wanted = expected.data[i] as number;
    expect(Math.abs(value - wanted), `element ${i}: ${value}, not ${wanted}`).toBeLessThanOrEqual(
      1e-13 + 1e-13 * Math.abs(wanted),
    );
  });
}

describe.each(cases.map((each, i) => [`${i} ${each.operation}`, each] as const))('%s', (_name, recorded) => {
  const { operation, node, tensors, options, factors, result, gradients } = recorded;
  const operands = tensors.map((plain) => new Variable(tensorOf(plain)).requireGrad());
  const computed = compute(operation, operands, options);

  it('computes what PyTorch computes, under the same name', () => {
    expectClose(computed.value, result);
    expect(computed.gradFn?.name).toBe(node);
    if (operation === 'maxPooling')
      expect(maxPooling(operands[0] as Variable, options).indices.value.toFlat()).toEqual(
        options.indices.data,
      );
  });

  it('has the gradients that PyTorch has', () => {
    const loss = operations.sum(operations.mul(computed, new Variable(tensorOf(factors))));
    const found = gradientsOf([loss], operands, { allowUnused: true });
    gradients.forEach((gradient, i) => {
      if (gradient === null) expect(found[i]).toBeNull();
      else expectClose(found[i]?.value, gradient);
    });
  });
});
