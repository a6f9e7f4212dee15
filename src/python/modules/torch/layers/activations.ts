/** Activation functions beyond the common ones, as functions and as layers. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { isFloat } from '../../../../tensor/index.ts';
import { erf, gelu, geluByTanh } from '../../../../tensor/layers/index.ts';
import { asFloat, asIndex, call, getAttribute, isTrue, repr, type Value } from '../../../objects/index.ts';
import { define, type Entry, parsed } from '../define.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { attribute, layer } from '../nn/layers.ts';
import { python, tensorWith } from '../nn/python-functions.ts';

const float = (value: number) => ({ python: 'float', value }) as const;

define('erf', 'Tensor input, *, Tensor out=None', (given) => erf(given.variable('input')));

function geluOf(x: Variable, approximate: string): Variable {
  if (approximate !== 'none' && approximate !== 'tanh')
    throw runtimeError('approximate argument must be either none or tanh.');
  if (!isFloat(x.value.dtype))
    throw runtimeError(`"GeluKernelImpl" not implemented for '${scalarTypeName(x.value.dtype)}'`);
  return approximate === 'none' ? gelu(x) : geluByTanh(x);
}

/** The constants of self-normalising networks: Klambauer and others, https://arxiv.org/abs/1706.02515. */
const SELU = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };

const oneOf = (
  name: string,
  signature: string,
  compute: (x: Variable, ...more: number[]) => Variable,
): Entry =>
  python(
    name,
    signature as 'input',
    ((input: Value, ...more: Value[]) => {
      const { variable } = tensorWith(name, input);
      return compute(variable, ...more.map((each) => asFloat(each) ?? 0));
    }) as (input: Value) => Variable,
  );

const relu6 = (x: Variable): Variable => graph.hardtanh(x, 0, 6);

export const ACTIVATION_FUNCTIONS: readonly Entry[] = [
  parsed('gelu', "Tensor input, *, str approximate='none'", (given) =>
    geluOf(given.variable('input'), given.text('approximate') ?? 'none'),
  ),
  oneOf('mish', 'input, inplace=False!', (x) => graph.mul(x, graph.tanh(graph.softplus(x)))),
  oneOf('hardswish', 'input, inplace=False!', (x) => graph.div(graph.mul(x, relu6(graph.add(x, 3))), 6)),
  oneOf('hardsigmoid', 'input, inplace=False!', (x) => graph.div(relu6(graph.add(x, 3)), 6)),
  oneOf('selu', 'input, inplace=False!', (x) => graph.mul(graph.elu(x, SELU.alpha), float(SELU.scale))),
  oneOf('celu', 'input, alpha=1.0', (x, alpha = 1) =>
    graph.add(
      graph.clampMin(x, 0),
      graph.clampMax(graph.mul(graph.expm1(graph.div(x, float(alpha))), float(alpha)), 0),
    ),
  ),
  oneOf('softsign', 'input', (x) => graph.div(x, graph.add(graph.abs(x), 1))),
  oneOf('tanhshrink', 'input', (x) => graph.sub(x, graph.tanh(x))),
  python('softmin', 'input, dim=-1', (input, dim) =>
    graph.softmax(graph.neg(tensorWith('softmin', input).variable), Number(asIndex(dim) ?? -1n)),
  ),
  python('glu', 'input, dim=-1', (input, dim) => {
    const { variable } = tensorWith('glu', input);
    const axis = Number(asIndex(dim) ?? -1n);
    const size = variable.value.shape.at(axis) ?? 0;
    if (size % 2 !== 0)
      throw runtimeError(
        `Halving dimension must be even, but dimension ${axis < 0 ? axis + variable.value.rank : axis} is size ${size}`,
      );
    const [a, b] = graph.split(variable, [size / 2, size / 2], axis) as [Variable, Variable];
    return graph.mul(a, graph.sigmoid(b));
  }),
  python('prelu', 'input, weight', (input, weight) => {
    const [x, slope] = [tensorWith('prelu', input).variable, tensorWith('dim', weight).variable];
    const { rank } = x.value;
    const spread =
      slope.value.size === 1 || rank < 2
        ? slope
        : graph.reshape(slope, [1, -1, ...new Array<number>(rank - 2).fill(1)]);
    return graph.add(graph.clampMin(x, 0), graph.mul(spread, graph.clampMax(x, 0)));
  }),
  python('threshold', 'input, threshold, value, inplace=False!', (input, threshold, value) => {
    const { variable } = tensorWith('threshold', input);
    const above = call(getAttribute(input, '__gt__'), [threshold]);
    return graph.where(variable, tensorWith('threshold', above).tensor, float(asFloat(value) ?? 0));
  }),
];
const functions = new Map(ACTIVATION_FUNCTIONS);

const inPlaceText = (self: Parameters<typeof attribute>[0]): string =>
  isTrue(attribute(self, 'inplace')) ? 'inplace=True' : '';

/** Returns a layer of the function `of`, to which it passes what it was made with. */
function activation(
  name: string,
  of: string,
  signature: string,
  passed: readonly string[],
  shown: readonly string[],
): Entry {
  return layer(name, {
    file: 'activation',
    signature,
    forward: (self, input) =>
      call(functions.get(of) ?? null, [input ?? null, ...passed.map((each) => attribute(self, each))]),
    extra: (self) =>
      [...shown.map((each) => `${each}=${repr(attribute(self, each))}`), inPlaceText(self)]
        .filter((text) => text !== '')
        .join(', '),
  });
}

export const ACTIVATION_LAYERS: readonly Entry[] = [
  layer('GELU', {
    file: 'activation',
    signature: "approximate='none'",
    forward: (self, input) =>
      call(
        functions.get('gelu') ?? null,
        [input ?? null],
        new Map([['approximate', attribute(self, 'approximate')]]),
      ),
    extra: (self) => `approximate=${repr(attribute(self, 'approximate'))}`,
  }),
  activation('Mish', 'mish', 'inplace=False', [], []),
  activation('Hardswish', 'hardswish', 'inplace=False', [], []),
  activation('Hardsigmoid', 'hardsigmoid', 'inplace=False', [], []),
  activation('SELU', 'selu', 'inplace=False', [], []),
  activation('CELU', 'celu', 'alpha=1.0, inplace=False', ['alpha'], ['alpha']),
  activation('Softsign', 'softsign', '', [], []),
  activation('Tanhshrink', 'tanhshrink', '', [], []),
  activation('Softmin', 'softmin', 'dim=None', ['dim'], ['dim']),
  activation('GLU', 'glu', 'dim=-1', ['dim'], ['dim']),
  activation(
    'Threshold',
    'threshold',
    'threshold, value, inplace=False',
    ['threshold', 'value'],
    ['threshold', 'value'],
  ),
];
