/** Layers of functions that are there already, and a few that are one formula. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { full, type Shape } from '../../../../tensor/index.ts';
import {
  asIndex,
  call,
  getAttribute,
  isTrue,
  repr,
  setPlainAttribute,
  toFloat,
  type Value,
} from '../../../objects/index.ts';
import { type Entry, torchFunctions } from '../define.ts';
import { setMember } from '../nn/assignment.ts';
import { FUNCTIONS } from '../nn/functional.ts';
import { initialParameter, parameterOf } from '../nn/initial.ts';
import { attribute, layer, truthText } from '../nn/layers.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { isTensor } from '../tensor.ts';
import { ACTIVATION_FUNCTIONS } from './activations.ts';

const functional = new Map([...FUNCTIONS, ...ACTIVATION_FUNCTIONS]);
const F = (name: string, args: readonly Value[]): Value =>
  call(functional.get(name) ?? torchFunctions.get(name) ?? null, args);

const inPlaceText = (value: Value): string => (isTrue(value) ? ', inplace=True' : '');

/** Σ over i and j of x₁[i] · A[k, i, j] · x₂[j], plus b[k]. */
function bilinear(x1: Variable, x2: Variable, weight: Variable, bias: Variable | undefined): Variable {
  const [outputs, first, second] = weight.value.shape as readonly [number, number, number];
  const lead = x1.value.shape.slice(0, -1);
  const rows = graph.reshape(x1, [-1, first]);
  const mixed = graph.matmul(
    rows,
    graph.reshape(graph.permute(weight, [1, 0, 2]), [first, outputs * second]),
  );
  const shaped = graph.reshape(mixed, [-1, outputs, second]);
  const other = graph.unsqueeze(graph.reshape(x2, [-1, second]), 1);
  const sum = graph.reshape(graph.sum(graph.mul(shaped, other), { dim: 2 }), [...lead, outputs]);
  return bias === undefined ? sum : graph.add(sum, bias);
}

const BILINEAR = python('bilinear', 'input1, input2, weight, bias=None', (x1, x2, weight, bias) => {
  const of = (value: Value): Variable => tensorWith('size', value).variable;
  return bilinear(of(x1), of(x2), of(weight), isTensor(bias) ? bias.variable : undefined);
});

export const OTHER_FUNCTIONS: readonly Entry[] = [BILINEAR];

export const OTHER_LAYERS: readonly Entry[] = [
  layer('Softplus', {
    file: 'activation',
    signature: 'beta=1.0, threshold=20.0',
    forward: (self, input) =>
      F('softplus', [input ?? null, attribute(self, 'beta'), attribute(self, 'threshold')]),
    extra: (self) => `beta=${repr(attribute(self, 'beta'))}, threshold=${repr(attribute(self, 'threshold'))}`,
  }),
  layer('Hardtanh', {
    file: 'activation',
    signature: 'min_val=-1.0, max_val=1.0, inplace=False',
    forward: (self, input) =>
      F('hardtanh', [
        input ?? null,
        ...['min_val', 'max_val', 'inplace'].map((name) => attribute(self, name)),
      ]),
    extra: (self) =>
      `min_val=${repr(attribute(self, 'min_val'))}, max_val=${repr(attribute(self, 'max_val'))}${inPlaceText(attribute(self, 'inplace'))}`,
  }),
  layer('ReLU6', {
    file: 'activation',
    signature: 'inplace=False',
    forward: (self, input) => F('relu6', [input ?? null, attribute(self, 'inplace')]),
    extra: (self) => inPlaceText(attribute(self, 'inplace')).replace(', ', ''),
  }),
  layer('Softmax2d', {
    file: 'activation',
    signature: '',
    forward: (_self, input) => F('softmax', [input ?? null, -3n]),
  }),
  layer('PReLU', {
    file: 'activation',
    signature: 'num_parameters=1, init=0.25, device=None, dtype=None',
    setUp: (self, count, start) => {
      setPlainAttribute(self, 'num_parameters', count);
      const size = Number(asIndex(count) ?? 1n);
      setMember(self, 'weight', parameterOf(full<Shape>([size], toFloat(start), 'float32')));
    },
    forward: (self, input) => F('prelu', [input ?? null, attribute(self, 'weight')]),
    extra: (self) => `num_parameters=${repr(attribute(self, 'num_parameters'))}`,
  }),
  layer('PairwiseDistance', {
    file: 'distance',
    signature: 'p=2.0, eps=1e-06, keepdim=False',
    inputs: 'x1, x2',
    forward: (self, x1, x2) =>
      F('pairwise_distance', [
        x1 ?? null,
        x2 ?? null,
        ...['p', 'eps', 'keepdim'].map((name) => attribute(self, name)),
      ]),
  }),
  layer('Unflatten', {
    file: 'flatten',
    signature: 'dim, unflattened_size',
    setUp: (self, dim, size) => {
      setPlainAttribute(self, 'dim', dim);
      setPlainAttribute(self, 'unflattened_size', size);
    },
    forward: (self, input) =>
      call(getAttribute(input ?? null, 'unflatten'), [
        attribute(self, 'dim'),
        attribute(self, 'unflattened_size'),
      ]),
    extra: (self) =>
      `dim=${repr(attribute(self, 'dim'))}, unflattened_size=${repr(attribute(self, 'unflattened_size'))}`,
  }),
  layer('Bilinear', {
    file: 'linear',
    signature: 'in1_features, in2_features, out_features, bias=True, device=None, dtype=None',
    inputs: 'input1, input2',
    setUp: (self, first, second, outputs, bias) => {
      setPlainAttribute(self, 'in1_features', first);
      setPlainAttribute(self, 'in2_features', second);
      setPlainAttribute(self, 'out_features', outputs);
      const [a, b, c] = [first, second, outputs].map((each) => Number(asIndex(each) ?? 0n)) as [
        number,
        number,
        number,
      ];
      const bound = 1 / Math.sqrt(a);
      setMember(self, 'weight', initialParameter([c, a, b], bound));
      if (isTrue(bias)) setMember(self, 'bias', initialParameter([c], bound));
      else self.parameters.set('bias', null);
    },
    forward: (self, x1, x2) =>
      call(BILINEAR[1], [x1 ?? null, x2 ?? null, attribute(self, 'weight'), attribute(self, 'bias')]),
    extra: (self) =>
      `${['in1_features', 'in2_features', 'out_features'].map((name) => `${name}=${repr(attribute(self, name))}`).join(', ')}, bias=${truthText(self.parameters.get('bias') !== null)}`,
  }),
];
