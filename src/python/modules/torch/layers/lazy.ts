/** `nn.LazyLinear`: a linear layer that learns how many inputs it has from the first, and is a `Linear` from then on. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { zeros } from '../../../../tensor/index.ts';
import { asIndex, call, isTrue, members, PyType, type Value } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { setMember } from '../nn/assignment.ts';
import { biasBound, initialParameter, weightBound } from '../nn/initial.ts';
import { LAYERS, startModule } from '../nn/layers.ts';
import { isModule, type ModuleObject } from '../nn/module.ts';
import { tensorWith } from '../nn/python-functions.ts';
import { parameterType, TensorObject } from '../tensor.ts';

const linearType = LAYERS.find(([name]) => name === 'Linear')?.[1] as PyType;

const lazyType = new PyType({
  name: 'LazyLinear',
  module: 'torch.nn.modules.linear',
  bases: [linearType],
  subclassable: true,
});

/** Returns a parameter whose shape is not known yet. */
const unknown = (): TensorObject =>
  new TensorObject(new Variable(zeros([0], 'float32')).requireGrad(), parameterType);

/** Gives both parameters their shape and first values; the objects that programs hold stay the same. */
function learn(self: ModuleObject, inputs: number): void {
  self.attributes.set('in_features', BigInt(inputs));
  const outputs = Number(asIndex(self.attributes.get('out_features') ?? null) ?? 0n);
  const settle = (name: string, made: TensorObject): void => {
    self.parameters.get(name)?.become(made.variable);
  };
  settle('weight', initialParameter([outputs, inputs], weightBound(inputs)));
  if (self.parameters.get('bias') !== null) settle('bias', initialParameter([outputs], biasBound(inputs)));
  if (self.type === lazyType) self.becomeA(linearType);
}

members(lazyType, isModule, 'python')
  .method('__init__', 'out_features, bias=True, device=None, dtype=None', (self, outputs, bias) => {
    startModule(self);
    self.attributes.set('in_features', 0n);
    self.attributes.set('out_features', outputs);
    setMember(self, 'weight', unknown());
    if (isTrue(bias)) setMember(self, 'bias', unknown());
    else self.parameters.set('bias', null);
    return null;
  })
  .method('forward', 'input', (self, input): Value => {
    if (self.attributes.get('in_features') === 0n) {
      const { shape } = tensorWith('shape', input).tensor;
      learn(self, shape.at(-1) ?? 0);
    }
    const linear = linearType.lookup('forward') ?? null;
    return call(linear, [self, input]);
  });

export const LAZY_LAYERS: readonly Entry[] = [['LazyLinear', lazyType]];
