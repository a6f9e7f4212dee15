/**
 * The layers of "Attention Is All You Need" (https://arxiv.org/abs/1706.03762) as PyTorch stacks them: a part of PyTorch that is
 * fetched where a program names them.
 */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { full, type Shape, triu } from '../../../../tensor/index.ts';
import {
  asIndex,
  call,
  isTrue,
  NativeFunction,
  PyList,
  PyStaticMethod,
  PyTuple,
  type PyType,
  setPlainAttribute,
  toSmallIndex,
  UNSET,
  type Value,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { Memo } from '../../standard/copy.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { uniformNumbers } from '../draws.ts';
import { runtimeError } from '../errors.ts';
import '../index.ts';
import { setMember } from '../nn/assignment.ts';
import { CONTAINERS } from '../nn/containers.ts';
import { copyModule } from '../nn/copying.ts';
import { FUNCTIONS } from '../nn/functional.ts';
import { offerLater } from '../nn/later.ts';
import { attribute, LAYERS, layer } from '../nn/layers.ts';
import { isModule, type ModuleObject, parametersOf } from '../nn/module.ts';
import { tensorWith } from '../nn/python-functions.ts';
import { session } from '../session.ts';
import { wrap } from '../tensor.ts';
import { ACTIVATION_FUNCTIONS } from './activations.ts';
import { ATTENTION_LAYERS } from './attention.ts';
import { NORMALISATION_LAYERS } from './normalisation.ts';

const PARTS = new Map<string, Value>([
  ...LAYERS,
  ...CONTAINERS,
  ...ATTENTION_LAYERS,
  ...NORMALISATION_LAYERS,
]);
const make = (name: string, ...args: readonly Value[]): Value => call(PARTS.get(name) ?? null, args);
const makeWith = (name: string, args: readonly Value[], named: Readonly<Record<string, Value>>): Value =>
  call(PARTS.get(name) ?? null, args, new Map(Object.entries(named)));

const activations = new Map([...FUNCTIONS, ...ACTIVATION_FUNCTIONS]);

/** Returns the function that a name such as `relu` stands for. */
function activationOf(given: Value): Value {
  if (typeof given !== 'string') return given;
  if (given !== 'relu' && given !== 'gelu')
    throw runtimeError(`activation should be relu/gelu, not ${given}`);
  return activations.get(given) ?? torchFunctions.get(given) ?? null;
}

const child = (self: ModuleObject, name: string): Value => self.modules.get(name) ?? null;
const run = (self: ModuleObject, name: string, ...args: readonly Value[]): Value =>
  call(child(self, name), args);
const sum = (a: Value, b: Value): Value =>
  wrap(graph.add(tensorWith('size', a).variable, tensorWith('size', b).variable));

const WIDTHS =
  'd_model, nhead, dim_feedforward=2048, dropout=0.1, activation=?, layer_norm_eps=1e-05, batch_first=False, norm_first=False, bias=True, device=None, dtype=None';

/** Makes the children of a layer in PyTorch's order, in which their weights are drawn. */
function setUpLayer(self: ModuleObject, attentions: readonly string[], given: readonly Value[]): void {
  const [
    width = null,
    heads = null,
    hidden = null,
    p = null,
    activation,
    epsilon,
    batchFirst,
    normFirst,
    bias,
  ] = given;
  for (const name of attentions)
    setMember(
      self,
      name,
      makeWith('MultiheadAttention', [width, heads], {
        dropout: p,
        bias: bias ?? true,
        batch_first: batchFirst ?? false,
      }),
    );
  setMember(self, 'linear1', make('Linear', width, hidden, bias ?? true));
  setMember(self, 'dropout', make('Dropout', p));
  setMember(self, 'linear2', make('Linear', hidden, width, bias ?? true));
  setPlainAttribute(self, 'norm_first', normFirst ?? false);
  const norms = attentions.length + 1;
  for (let i = 1; i <= norms; i++)
    setMember(self, `norm${i}`, makeWith('LayerNorm', [width], { eps: epsilon ?? 1e-5, bias: bias ?? true }));
  for (let i = 1; i <= norms; i++) setMember(self, `dropout${i}`, make('Dropout', p));
  setPlainAttribute(self, 'activation', activationOf(isUnset(activation) ? 'relu' : activation));
}

const isUnset = (value: Value | undefined): value is undefined => value === undefined || value === UNSET;

/** Returns what comes from the attention `name`, from `x` to `memory`. */
function attended(self: ModuleObject, name: string, x: Value, memory: Value, masks: Masks): Value {
  const made = call(
    child(self, name),
    [x, memory, memory],
    new Map<string, Value>([
      ['attn_mask', masks.mask],
      ['key_padding_mask', masks.padding],
      ['need_weights', false],
    ]),
  );
  return made instanceof PyTuple ? (made.items[0] ?? null) : made;
}

type Masks = { readonly mask: Value; readonly padding: Value };

function fedForward(self: ModuleObject, x: Value): Value {
  const hidden = call(attribute(self, 'activation'), [run(self, 'linear1', x)]);
  return run(self, 'linear2', run(self, 'dropout', hidden));
}

/** Adds to `x` what each step makes of it, and normalises: before the step where `norm_first`, else after it. */
function throughSteps(self: ModuleObject, x: Value, steps: readonly ((x: Value) => Value)[]): Value {
  const isFirst = isTrue(attribute(self, 'norm_first'));
  return steps.reduce<Value>((at, step, i) => {
    const [norm, dropout] = [`norm${i + 1}`, `dropout${i + 1}`];
    if (isFirst) return sum(at, run(self, dropout, step(run(self, norm, at))));
    return run(self, norm, sum(at, run(self, dropout, step(at))));
  }, x);
}

const ENCODER_LAYER = layer('TransformerEncoderLayer', {
  file: 'transformer',
  signature: WIDTHS,
  setUp: (self, ...given) => setUpLayer(self, ['self_attn'], given),
  inputs: 'src, src_mask=None, src_key_padding_mask=None, is_causal=False',
  forward: (self, src = null, mask = null, padding = null) =>
    throughSteps(self, src, [
      (x) => attended(self, 'self_attn', x, x, { mask, padding }),
      (x) => fedForward(self, x),
    ]),
});

const DECODER_LAYER = layer('TransformerDecoderLayer', {
  file: 'transformer',
  signature: WIDTHS,
  setUp: (self, ...given) => setUpLayer(self, ['self_attn', 'multihead_attn'], given),
  inputs:
    'tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False',
  forward: (
    self,
    target = null,
    memory = null,
    mask = null,
    other = null,
    padding = null,
    memoryPadding = null,
  ) =>
    throughSteps(self, target, [
      (x) => attended(self, 'self_attn', x, x, { mask, padding }),
      (x) => attended(self, 'multihead_attn', x, memory, { mask: other, padding: memoryPadding }),
      (x) => fedForward(self, x),
    ]),
});

/** Keeps copies of a layer, which all start with the same weights. */
function keepCopies(self: ModuleObject, given: Value, count: Value, norm: Value): void {
  const copies = Array.from({ length: toSmallIndex(count) }, () =>
    isModule(given) ? copyModule(given, new Memo(new Map())) : given,
  );
  setMember(self, 'layers', make('ModuleList', new PyList(copies)));
  setPlainAttribute(self, 'num_layers', count);
  setMember(self, 'norm', norm);
}

const layersOf = (self: ModuleObject): Value[] => {
  const listed = child(self, 'layers');
  return isModule(listed) ? [...listed.modules.values()] : [];
};
const normalised = (self: ModuleObject, x: Value): Value =>
  child(self, 'norm') === null ? x : run(self, 'norm', x);

/** Returns why PyTorch would not take its fast path through a layer; undefined where it would. */
function slowReason(given: ModuleObject): string | undefined {
  const attention = child(given, 'self_attn');
  if (!isModule(attention)) return undefined;
  if (isTrue(attribute(given, 'norm_first'))) return 'encoder_layer.norm_first was True';
  if (!isTrue(attribute(attention, 'batch_first')))
    return 'encoder_layer.self_attn.batch_first was not True(use batch_first for better inference performance)';
  if (attention.parameters.get('in_proj_bias') === null)
    return 'encoder_layer.self_attn was passed bias=False';
  const heads = asIndex(attribute(attention, 'num_heads')) ?? 0n;
  return heads % 2n === 1n ? 'encoder_layer.self_attn.num_heads is odd' : undefined;
}

const ENCODER = layer('TransformerEncoder', {
  file: 'transformer',
  signature: 'encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True',
  setUp: (self, given, count, norm, nested) => {
    keepCopies(self, given, count, norm);
    const reason = isModule(given) ? slowReason(given) : undefined;
    if (isTrue(nested) && reason !== undefined)
      session().host.warn(
        'UserWarning',
        `enable_nested_tensor is True, but self.use_nested_tensor is False because ${reason}`,
      );
  },
  inputs: 'src, mask=None, src_key_padding_mask=None, is_causal=None',
  forward: (self, src = null, mask = null, padding = null) =>
    normalised(
      self,
      layersOf(self).reduce<Value>((x, each) => call(each, [x, mask, padding]), src),
    ),
});

const DECODER = layer('TransformerDecoder', {
  file: 'transformer',
  signature: 'decoder_layer, num_layers, norm=None',
  setUp: (self, given, count, norm) => keepCopies(self, given, count, norm),
  inputs:
    'tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None, tgt_is_causal=None, memory_is_causal=False',
  forward: (self, target = null, memory = null, ...masks) =>
    normalised(
      self,
      layersOf(self).reduce<Value>((x, each) => call(each, [x, memory, ...masks.slice(0, 4)]), target),
    ),
});

/** Glorot and Bengio's uniform start (https://proceedings.mlr.press/v9/glorot10a.html) for every matrix. */
function drawMatrices(self: ModuleObject): void {
  for (const parameter of parametersOf(self)) {
    const { tensor } = parameter;
    if (tensor.rank < 2) continue;
    const [rows, columns] = tensor.shape as readonly [number, number];
    const bound = Math.sqrt(3) * Math.sqrt(2 / (rows + columns));
    graph.copyFrom.inPlace(
      parameter.variable.detach(),
      new Variable(uniformNumbers(tensor, 'float32', { low: -bound, high: bound })),
    );
  }
}

const typeOf = ([, type]: Entry): Value => type;

const TRANSFORMER = layer('Transformer', {
  file: 'transformer',
  signature:
    'd_model=512, nhead=8, num_encoder_layers=6, num_decoder_layers=6, dim_feedforward=2048, dropout=0.1, activation=?, custom_encoder=None!, custom_decoder=None!, layer_norm_eps=1e-05, batch_first=False, norm_first=False, bias=True, device=None, dtype=None',
  setUp: (
    self,
    width,
    heads,
    encoders,
    decoders,
    hidden,
    p,
    activation,
    _encoder,
    _decoder,
    epsilon,
    first,
    early,
    bias,
  ) => {
    const shared = [
      width,
      heads,
      hidden,
      p,
      activation === UNSET ? 'relu' : activation,
      epsilon,
      first,
      early,
      bias,
    ];
    const norm = (): Value => makeWith('LayerNorm', [width], { eps: epsilon, bias });
    const encoder = call(typeOf(ENCODER_LAYER), shared);
    setMember(self, 'encoder', call(typeOf(ENCODER), [encoder, encoders, norm()]));
    const decoder = call(typeOf(DECODER_LAYER), shared);
    setMember(self, 'decoder', call(typeOf(DECODER), [decoder, decoders, norm()]));
    drawMatrices(self);
    for (const [name, value] of [
      ['d_model', width],
      ['nhead', heads],
      ['batch_first', first],
    ] as const)
      setPlainAttribute(self, name, value);
  },
  inputs:
    'src, tgt, src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=None, tgt_is_causal=None, memory_is_causal=False',
  forward: (
    self,
    src = null,
    target = null,
    mask = null,
    targetMask = null,
    memoryMask = null,
    ...paddings
  ) => {
    const [padding = null, targetPadding = null, memoryPadding = null] = paddings;
    requireFit(self, src, target);
    const memory = run(self, 'encoder', src, mask, padding);
    return run(self, 'decoder', target, memory, targetMask, memoryMask, targetPadding, memoryPadding);
  },
});

/** @throws RuntimeError where batches or widths differ from each other or from the model's. */
function requireFit(self: ModuleObject, src: Value, target: Value): void {
  const [a, b] = [tensorWith('dim', src).tensor, tensorWith('dim', target).tensor];
  const batch = isTrue(attribute(self, 'batch_first')) ? 0 : 1;
  if (a.rank === 3 && a.shape[batch] !== b.shape[batch])
    throw runtimeError('the batch number of src and tgt must be equal');
  const width = Number(asIndex(attribute(self, 'd_model')));
  if (a.shape.at(-1) !== width || b.shape.at(-1) !== width)
    throw runtimeError('the feature number of src and tgt must be equal to d_model');
}

/** Returns −∞ above the diagonal: each step sees itself and those before it. */
const maskOfSteps = (size: number): Variable =>
  new Variable(triu(full<Shape>([size, size], Number.NEGATIVE_INFINITY, 'float32'), 1));

const transformerType = typeOf(TRANSFORMER) as PyType;
transformerType.members.set(
  'generate_square_subsequent_mask',
  new PyStaticMethod(
    new NativeFunction(
      'generate_square_subsequent_mask',
      'sz, device=None, dtype=None',
      (_self, size) => wrap(maskOfSteps(toSmallIndex(size ?? null))),
      { module: 'torch.nn', style: 'python' },
    ),
  ),
);

offerLater([ENCODER_LAYER, DECODER_LAYER, ENCODER, DECODER, TRANSFORMER], []);

/** The part adds to modules that are there and has none of its own. */
export const transformerModules: Modules = new Map();
