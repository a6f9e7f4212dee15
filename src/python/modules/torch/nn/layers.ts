/** Layers, activations and losses as modules: each calls a function of `torch.nn.functional`. */
import {
  type ArgumentsOf,
  asIndex,
  call,
  getAttribute,
  isTrue,
  type Keywords,
  members,
  NO_KEYWORDS,
  PyType,
  repr,
  setPlainAttribute,
  typeError,
  typeName,
  type Value,
} from '../../../objects/index.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { readDType } from '../dtype.ts';
import { tensorType } from '../tensor.ts';
import { setMember } from './assignment.ts';
import { readProbability } from './dropout.ts';
import { FUNCTIONS } from './functional.ts';
import { biasBound, initialParameter, weightBound } from './initial.ts';
import { refuseReplaced } from './losses.ts';
import { isModule, type ModuleObject, moduleType } from './module.ts';
import './parameter.ts';

const functional = new Map(FUNCTIONS);
const F = (name: string, args: readonly Value[], keywords: Keywords = NO_KEYWORDS): Value =>
  call(functional.get(name) ?? torchFunctions.get(name) ?? null, args, keywords);

/** What distinguishes one layer from another. */
export type Layer<S extends string> = {
  /** The file of PyTorch that it is in: `linear` of `torch.nn.modules.linear`. */
  readonly file: string;
  /** Parameters of the class. */
  readonly signature: S;
  /** What `__init__` keeps; each argument under its own name unless given. */
  readonly setUp?: (self: ModuleObject, ...args: ArgumentsOf<S>) => void;
  readonly inputs?: string;
  readonly forward: (self: ModuleObject, ...inputs: Value[]) => Value;
  /** What stands between the brackets of its `repr`. */
  readonly extra?: (self: ModuleObject) => string;
};

export const attribute = (self: ModuleObject, name: string): Value =>
  self.attributes.get(name) ?? self.parameters.get(name) ?? null;

/** Runs what `Module.__init__` does, before a layer keeps anything. */
export function startModule(self: ModuleObject): void {
  call(moduleType.lookup('__init__') ?? null, [self]);
}

const ALWAYS_LEFT = new Set(['device', 'dtype']);
const REPLACED = new Set(['size_average', 'reduce']);

/** Defines a layer: a class whose `__init__` keeps its arguments and whose `forward` computes. */
export function layer<const S extends string>(name: string, description: Layer<S>): Entry {
  const { file, signature, setUp, inputs = 'input', forward, extra } = description;
  const type = new PyType({
    name,
    module: `torch.nn.modules.${file}`,
    bases: [moduleType],
    subclassable: true,
  });
  const names = signature
    .split(', ')
    .flatMap((word) => word.split('=')[0] ?? [])
    .filter((word) => word !== '*');
  const run = setUp as ((self: ModuleObject, ...args: Value[]) => void) | undefined;
  const init = (self: ModuleObject, ...args: Value[]): Value => {
    startModule(self);
    if (run !== undefined) run(self, ...args);
    else
      names.forEach((each, i) => {
        const value = args[i] ?? null;
        if (REPLACED.has(each)) refuseReplaced(value);
        else if (each !== '' && !ALWAYS_LEFT.has(each)) setPlainAttribute(self, each, value);
      });
    return null;
  };
  const of = members(type, isModule, 'python');
  of.method('__init__', signature as string, init as (self: ModuleObject, ...args: Value[]) => Value);
  of.method('forward', inputs as string, forward as (self: ModuleObject, ...args: Value[]) => Value);
  if (extra !== undefined) of.method('extra_repr', '', extra);
  return [name, type];
}

export const truthText = (value: Value): string => (isTrue(value) ? 'True' : 'False');

/** Returns a size, as `nn.Linear(2, 3)` passes it on to `torch.empty`. */
function sizeFrom(value: Value, of: readonly Value[]): number {
  const index = typeof value === 'boolean' ? undefined : asIndex(value);
  if (index !== undefined) return Number(index);
  throw typeError(
    `empty(): argument 'size' failed to unpack the object at pos ${of.indexOf(value) + 1} with error "type must be tuple of ints,but got ${typeName(value)}"`,
  );
}

const LINEAR = layer('Linear', {
  file: 'linear',
  signature: 'in_features, out_features, bias=True, device=None, dtype=None',
  setUp: (self, inFeatures, outFeatures, bias, _device, dtype) => {
    const size = [outFeatures, inFeatures];
    const shape = size.map((each) => sizeFrom(each, size)) as [number, number];
    self.attributes.set('in_features', inFeatures);
    self.attributes.set('out_features', outFeatures);
    const type = dtype === null ? undefined : readDType(dtype);
    setMember(self, 'weight', initialParameter(shape, weightBound(shape[1]), type));
    if (isTrue(bias)) setMember(self, 'bias', initialParameter([shape[0]], biasBound(shape[1]), type));
    else self.parameters.set('bias', null);
  },
  forward: (self, input) => F('linear', [input ?? null, attribute(self, 'weight'), attribute(self, 'bias')]),
  extra: (self) =>
    `in_features=${repr(attribute(self, 'in_features'))}, out_features=${repr(attribute(self, 'out_features'))}, bias=${truthText(getAttribute(self, 'bias') !== null)}`,
});

/** Returns an activation that is a function of its input alone. */
const activation = (name: string, of: string, inPlace: boolean): Entry =>
  layer(name, {
    file: 'activation',
    signature: inPlace ? 'inplace=False' : '',
    forward: (self, input) =>
      inPlace
        ? F(of, [input ?? null, attribute(self, 'inplace')])
        : call(torchFunctions.get(of) ?? functional.get(of) ?? null, [input ?? null]),
    extra: (self) => (inPlace && isTrue(attribute(self, 'inplace')) ? 'inplace=True' : ''),
  });

const softmaxLayer = (name: string, of: string): Entry =>
  layer(name, {
    file: 'activation',
    signature: 'dim=None',
    forward: (self, input) => F(of, [input ?? null, attribute(self, 'dim')]),
    extra: (self) => `dim=${repr(attribute(self, 'dim'))}`,
  });

const REDUCTION = "size_average=None, reduce=None, reduction='mean'";
const CLASSES = "weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'";

/** A loss hands to its function what it was made with. */
const lossLayer = (name: string, of: string, signature: string): Entry =>
  layer(name, {
    file: 'loss',
    signature,
    inputs: 'input, target',
    forward: (self, input, target) => {
      const names = signature.split(', ').map((parameter) => parameter.replace(/=.*/, ''));
      return F(of, [input ?? null, target ?? null], new Map(names.map((key) => [key, attribute(self, key)])));
    },
  });

export const LAYERS: readonly Entry[] = [
  LINEAR,
  layer('Identity', {
    file: 'linear',
    signature: '*args, **kwargs',
    setUp: () => {},
    forward: (_self, input) => input ?? null,
  }),
  activation('ReLU', 'relu', true),
  activation('Sigmoid', 'sigmoid', false),
  activation('Tanh', 'tanh', false),
  softmaxLayer('Softmax', 'softmax'),
  softmaxLayer('LogSoftmax', 'log_softmax'),
  layer('LeakyReLU', {
    file: 'activation',
    signature: 'negative_slope=0.01, inplace=False',
    forward: (self, input) =>
      F('leaky_relu', [input ?? null, attribute(self, 'negative_slope'), attribute(self, 'inplace')]),
    extra: (self) =>
      `negative_slope=${repr(attribute(self, 'negative_slope'))}${isTrue(attribute(self, 'inplace')) ? ', inplace=True' : ''}`,
  }),
  layer('Flatten', {
    file: 'flatten',
    signature: 'start_dim=1, end_dim=-1',
    forward: (self, input) =>
      call(tensorType.lookup('flatten') ?? null, [
        input ?? null,
        attribute(self, 'start_dim'),
        attribute(self, 'end_dim'),
      ]),
    extra: (self) =>
      `start_dim=${repr(attribute(self, 'start_dim'))}, end_dim=${repr(attribute(self, 'end_dim'))}`,
  }),
  layer('CosineSimilarity', {
    file: 'distance',
    signature: 'dim=1, eps=1e-08',
    inputs: 'x1, x2',
    forward: (self, x1, x2) =>
      F('cosine_similarity', [x1 ?? null, x2 ?? null, attribute(self, 'dim'), attribute(self, 'eps')]),
  }),
  layer('Dropout', {
    file: 'dropout',
    signature: 'p=0.5, inplace=False',
    setUp: (self, p, inPlace) => {
      readProbability(p);
      self.attributes.set('p', p);
      self.attributes.set('inplace', inPlace);
    },
    forward: (self, input) =>
      F('dropout', [
        input ?? null,
        attribute(self, 'p'),
        attribute(self, 'training'),
        attribute(self, 'inplace'),
      ]),
    extra: (self) => `p=${repr(attribute(self, 'p'))}, inplace=${truthText(attribute(self, 'inplace'))}`,
  }),
  lossLayer('MSELoss', 'mse_loss', REDUCTION),
  lossLayer('L1Loss', 'l1_loss', REDUCTION),
  lossLayer('CrossEntropyLoss', 'cross_entropy', `${CLASSES}, label_smoothing=0.0`),
  lossLayer('NLLLoss', 'nll_loss', CLASSES),
  lossLayer('BCELoss', 'binary_cross_entropy', `weight=None, ${REDUCTION}`),
  lossLayer(
    'BCEWithLogitsLoss',
    'binary_cross_entropy_with_logits',
    `weight=None, ${REDUCTION}, pos_weight=None`,
  ),
  activation('SiLU', 'silu', true),
  activation('LogSigmoid', 'logsigmoid', false),
  layer('ELU', {
    file: 'activation',
    signature: 'alpha=1.0, inplace=False',
    forward: (self, input) => F('elu', [input ?? null, attribute(self, 'alpha'), attribute(self, 'inplace')]),
    extra: (self) =>
      `alpha=${repr(attribute(self, 'alpha'))}${isTrue(attribute(self, 'inplace')) ? ', inplace=True' : ''}`,
  }),
];
