/** Attention: `F.scaled_dot_product_attention` and `nn.MultiheadAttention` (https://arxiv.org/abs/1706.03762). */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, ones, type Shape, tril, zeros } from '../../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  call,
  isTrue,
  PyTuple,
  PyType,
  pyError,
  setPlainAttribute,
  type Value,
} from '../../../objects/index.ts';
import { type Entry, parsed } from '../define.ts';
import { asTorch } from '../errors.ts';
import { setMember } from '../nn/assignment.ts';
import { DROPOUT } from '../nn/dropout.ts';
import { initialParameter, parameterOf } from '../nn/initial.ts';
import { attribute, LAYERS, layer } from '../nn/layers.ts';
import type { ModuleObject } from '../nn/module.ts';
import { tensorWith } from '../nn/python-functions.ts';
import { isTensor, wrap } from '../tensor.ts';

const float = (value: number) => ({ python: 'float', value }) as const;

/** Returns what a mask adds to the scores: a bool one leaves what is true and shuts out the rest. */
function masked(scores: Variable, mask: Variable | undefined, shutsOut: boolean): Variable {
  if (mask === undefined) return scores;
  if (mask.value.dtype !== 'bool') return graph.add(scores, mask);
  const shut = fromFlat<Shape>(
    mask.value.toFlat().map((each) => Number(shutsOut ? each !== 0 : each === 0)),
    mask.value.shape,
    'bool',
  );
  return graph.maskedFill(scores, shut, Number.NEGATIVE_INFINITY);
}

/** True at and below the diagonal. */
const causal = (rows: number, columns: number): Variable =>
  new Variable(tril(ones<Shape>([rows, columns], 'bool')));

const scoresOf = (query: Variable, key: Variable, scale: number): Variable => {
  // Each side takes the root of the scale, as PyTorch does, so that neither grows large.
  const root = float(Math.sqrt(scale));
  return graph.matmul(graph.mul(query, root), graph.mul(graph.transpose(key, -2, -1), root));
};

/** Returns the weights, some of them dropped with probability `p` and the others made larger. */
const dropped = (weights: Variable, p: number): Variable =>
  p > 0 ? tensorWith('size', call(DROPOUT, [wrap(weights), p, true])).variable : weights;

const ATTENTION = parsed(
  'scaled_dot_product_attention',
  'Tensor query, Tensor key, Tensor value, Tensor attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float scale=None, bool enable_gqa=False',
  (given) => {
    given.refuse('enable_gqa');
    const [query, key, value] = [given.variable('query'), given.variable('key'), given.variable('value')];
    const scale = given.number('scale', 1 / Math.sqrt(query.value.shape.at(-1) ?? 1));
    const mask = given.flag('is_causal')
      ? causal(query.value.shape.at(-2) as number, key.value.shape.at(-2) as number)
      : given.has('attn_mask')
        ? given.variable('attn_mask')
        : undefined;
    const weights = graph.softmax(masked(scoresOf(query, key, scale), mask, false), -1);
    return graph.matmul(dropped(weights, given.number('dropout_p', 0)), value);
  },
);

export const ATTENTION_FUNCTIONS: readonly Entry[] = [ATTENTION];

const size = (self: ModuleObject, name: string): number => Number(asIndex(attribute(self, name)) ?? 0n);

/** Glorot and Bengio's bound, https://proceedings.mlr.press/v9/glorot10a.html. */
const glorot = (rows: number, columns: number): number => Math.sqrt(6 / (rows + columns));

const linearType = LAYERS.find(([name]) => name === 'Linear')?.[1] as PyType;
/** The class of the layer that puts the heads together, which only its name tells from `Linear`. */
const outputType = new PyType({
  name: 'NonDynamicallyQuantizableLinear',
  module: 'torch.nn.modules.linear',
  bases: [linearType],
  subclassable: true,
});

/** [steps, batch, heads · width] as [batch, heads, steps, width]. */
function inHeads(x: Variable, heads: number): Variable {
  const [steps, batch, width] = x.value.shape as readonly [number, number, number];
  return graph.permute(graph.reshape(x, [steps, batch, heads, width / heads]), [1, 2, 0, 3]);
}

type Given = {
  readonly query: Variable;
  readonly key: Variable;
  readonly value: Variable;
  readonly mask: Variable | undefined;
  readonly padding: Variable | undefined;
};

/** Returns the result [steps, batch, width] and the weights [batch, heads, steps, steps]. */
function attend(self: ModuleObject, { query, key, value, mask, padding }: Given): [Variable, Variable] {
  const heads = size(self, 'num_heads');
  const width = size(self, 'embed_dim');
  const weight = (self.parameters.get('in_proj_weight') as NonNullable<unknown> as { variable: Variable })
    .variable;
  const bias = self.parameters.get('in_proj_bias')?.variable;
  const parts = graph.split(weight, [width, width, width], 0);
  const shifts = bias === undefined ? [] : graph.split(bias, [width, width, width], 0);
  const [q, k, v] = [query, key, value].map((x, i) => {
    const shift = shifts[i];
    const part = parts[i] as Variable;
    return inHeads(shift === undefined ? graph.linear(x, part) : graph.linear(x, part, shift), heads);
  }) as [Variable, Variable, Variable];
  const scaled = graph.mul(q, float(Math.sqrt(1 / (width / heads))));
  let scores = graph.matmul(scaled, graph.transpose(k, -2, -1));
  const spread =
    mask === undefined || mask.value.rank === 2
      ? mask
      : graph.reshape(mask, [-1, heads, ...mask.value.shape.slice(-2)]);
  scores = masked(scores, spread, true);
  if (padding !== undefined) {
    const [batch, steps] = padding.value.shape as readonly [number, number];
    scores = masked(scores, graph.reshape(padding, [batch, 1, 1, steps]), true);
  }
  const p = isTrue(attribute(self, 'training')) ? (asFloat(attribute(self, 'dropout')) ?? 0) : 0;
  const weights = dropped(graph.softmax(scores, -1), p);
  const mixed = graph.permute(graph.matmul(weights, v), [2, 0, 1, 3]);
  const [steps, batch] = mixed.value.shape as readonly [number, number];
  const output = self.modules.get('out_proj') ?? null;
  const joined = graph.reshape(mixed, [steps, batch, width]);
  const result = tensorWith('size', call(output, [wrap(joined)])).variable;
  return [result, weights];
}

const optional = (value: Value | undefined): Variable | undefined =>
  value !== undefined && isTensor(value) ? value.variable : undefined;

function forward(self: ModuleObject, inputs: readonly Value[]): Value {
  const [query = null, key = null, value = null, padding, needWeights, mask, average, isCausal] = inputs;
  const given = [query, key, value].map((each) => tensorWith('dim', each).variable) as [
    Variable,
    Variable,
    Variable,
  ];
  const single = given[0].value.rank === 2;
  const turned = !single && isTrue(attribute(self, 'batch_first'));
  const arranged = given.map((x) =>
    single ? graph.unsqueeze(x, 1) : turned ? graph.transpose(x, 0, 1) : x,
  ) as typeof given;
  if (isTrue(isCausal ?? false) && optional(mask) === undefined)
    throw pyError('RuntimeError', 'Need attn_mask if specifying the is_causal hint.');
  const shut = optional(padding);
  const [result, weights] = attend(self, {
    query: arranged[0],
    key: arranged[1],
    value: arranged[2],
    mask: optional(mask),
    padding: shut === undefined || shut.value.rank === 2 ? shut : graph.unsqueeze(shut, 0),
  });
  const output = single ? graph.squeeze(result, 1) : turned ? graph.transpose(result, 0, 1) : result;
  if (!isTrue(needWeights ?? true)) return new PyTuple([wrap(output), null]);
  const shown = isTrue(average ?? true) ? graph.mean(weights, { dim: 1 }) : weights;
  return new PyTuple([wrap(output), wrap(single ? graph.squeeze(shown, 0) : shown)]);
}

export const ATTENTION_LAYERS: readonly Entry[] = [
  layer('MultiheadAttention', {
    file: 'activation',
    signature:
      'embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False!, add_zero_attn=False!, kdim=None!, vdim=None!, batch_first=False, device=None, dtype=None',
    setUp: (self, width, heads, dropout, bias, _kv, _zero, _k, _v, batchFirst) => {
      const [columns, parts] = [Number(asIndex(width) ?? 0n), Number(asIndex(heads) ?? 1n)];
      if (columns <= 0 || parts <= 0)
        throw pyError(
          'ValueError',
          `embed_dim and num_heads must be greater than 0, got embed_dim=${columns} and num_heads=${parts} instead`,
        );
      if (columns % parts !== 0) throw pyError('AssertionError', 'embed_dim must be divisible by num_heads');
      const kept = { embed_dim: width, num_heads: heads, dropout, batch_first: batchFirst };
      for (const [name, value] of Object.entries(kept)) setPlainAttribute(self, name, value);
      setPlainAttribute(self, 'head_dim', BigInt(columns / parts));
      // PyTorch makes the output layer before it draws the weights of the heads.
      const output = call(outputType, [width, width, bias]);
      const weight = initialParameter([3 * columns, columns], glorot(3 * columns, columns));
      setMember(self, 'in_proj_weight', weight);
      if (isTrue(bias)) setMember(self, 'in_proj_bias', parameterOf(zeros<Shape>([3 * columns], 'float32')));
      else self.parameters.set('in_proj_bias', null);
      setMember(self, 'out_proj', output);
      if (isTrue(bias)) (output as ModuleObject).parameters.get('bias')?.tensor.storage.data.fill(0);
    },
    inputs:
      'query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False',
    forward: (self, ...inputs) => asTorch(() => forward(self, inputs)),
  }),
];
