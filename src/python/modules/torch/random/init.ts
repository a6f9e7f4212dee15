/** The module `torch.nn.init`: parameters written in place outside the graph. */
import { isGradEnabled, setGradEnabled } from '../../../../tensor/autograd/index.ts';
import { eye, type Shape } from '../../../../tensor/index.ts';
import {
  asFloat,
  call,
  getAttribute,
  type Keywords,
  PyModule,
  str,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { type Entry, pythonFunction } from '../define.ts';
import { session } from '../session.ts';
import { isTensor, wrapTensor } from '../tensor.ts';

const MODULE = 'torch.nn.init';
const entry = <const S extends string>(
  name: string,
  signature: S,
  body: Parameters<typeof pythonFunction<S>>[2],
): Entry => pythonFunction(name, signature, body, MODULE);

/** `tensor.name(*args, generator=generator)`, which answers with the tensor. */
function written(tensor: Value, name: string, args: readonly Value[] = [], generator: Value = null): Value {
  const keywords: Keywords = new Map(generator === null ? [] : [['generator', generator]]);
  const before = isGradEnabled();
  setGradEnabled(false);
  try {
    return call(getAttribute(tensor, name), args, keywords);
  } finally {
    setGradEnabled(before);
  }
}

type Fans = { readonly fanIn: number; readonly fanOut: number };

/** Returns how many inputs an output has, and how many outputs an input: the sizes after the first two count each time. */
function fansOf(shape: Shape): Fans {
  const [outputs, inputs, ...field] = shape;
  if (outputs === undefined || inputs === undefined)
    throw valueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  const size = field.reduce((product, each) => product * each, 1);
  return { fanIn: inputs * size, fanOut: outputs * size };
}

const shapeOf = (tensor: Value): Shape => (isTensor(tensor) ? tensor.tensor.shape : []);

/** Returns what standard deviation each activation needs (He and others 2015, https://arxiv.org/abs/1502.01852). */
function gainOf(nonlinearity: Value, param: Value): number {
  const name = str(nonlinearity);
  if (/^(linear|conv[123]d|conv_transpose[123]d|sigmoid)$/.test(name)) return 1;
  if (name === 'tanh') return 5 / 3;
  if (name === 'relu') return Math.sqrt(2);
  if (name === 'selu') return 3 / 4;
  if (name !== 'leaky_relu') throw valueError(`Unsupported nonlinearity ${name}`);
  return Math.sqrt(2 / (1 + slopeOf(param) ** 2));
}

function slopeOf(param: Value): number {
  if (param === null) return 0.01;
  const slope = typeof param === 'boolean' ? undefined : asFloat(param);
  if (slope === undefined) throw valueError(`negative_slope ${str(param)} not a valid number`);
  return slope;
}

/** Returns the deviation for which He and others keep the size of what goes forward (`fan_in`) or of what comes back. */
function kaimingDeviation(tensor: Value, a: Value, mode: Value, nonlinearity: Value): number {
  const name = typeof mode === 'string' ? mode.toLowerCase() : '';
  if (name !== 'fan_in' && name !== 'fan_out')
    throw valueError(
      `Mode ${str(mode).toLowerCase()} not supported, please use one of ['fan_in', 'fan_out']`,
    );
  const { fanIn, fanOut } = fansOf(shapeOf(tensor));
  return gainOf(nonlinearity, a) / Math.sqrt(name === 'fan_in' ? fanIn : fanOut);
}

/** Returns the deviation of Glorot and Bengio (2010, https://proceedings.mlr.press/v9/glorot10a.html). */
function xavierDeviation(tensor: Value, gain: Value): number {
  const { fanIn, fanOut } = fansOf(shapeOf(tensor));
  return toFloat(gain) * Math.sqrt(2 / (fanIn + fanOut));
}

/** Uniform numbers of a standard deviation lie between ±√3 times it. */
const uniform = (tensor: Value, deviation: number, generator: Value): Value => {
  const bound = Math.sqrt(3) * deviation;
  return written(tensor, 'uniform_', [-bound, bound], generator);
};

function isEmpty(tensor: Value): boolean {
  if (!shapeOf(tensor).includes(0)) return false;
  session().host.warn('UserWarning', 'Initializing zero-element tensors is a no-op');
  return true;
}

const KAIMING = "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None";

const FUNCTIONS: readonly Entry[] = [
  entry('calculate_gain', 'nonlinearity, param=None', (nonlinearity, param) => {
    const gain = gainOf(nonlinearity, param);
    // PyTorch writes it as an int.
    return gain === 1 ? 1n : gain;
  }),
  entry('uniform_', 'tensor, a=0.0, b=1.0, generator=None', (tensor, a, b, generator) =>
    written(tensor, 'uniform_', [a, b], generator),
  ),
  entry('normal_', 'tensor, mean=0.0, std=1.0, generator=None', (tensor, mean, std, generator) =>
    written(tensor, 'normal_', [mean, std], generator),
  ),
  entry('xavier_uniform_', 'tensor, gain=1.0, generator=None', (tensor, gain, generator) =>
    uniform(tensor, xavierDeviation(tensor, gain), generator),
  ),
  entry('xavier_normal_', 'tensor, gain=1.0, generator=None', (tensor, gain, generator) =>
    written(tensor, 'normal_', [0, xavierDeviation(tensor, gain)], generator),
  ),
  entry('kaiming_uniform_', KAIMING, (tensor, a, mode, nonlinearity, generator) =>
    isEmpty(tensor) ? tensor : uniform(tensor, kaimingDeviation(tensor, a, mode, nonlinearity), generator),
  ),
  entry('kaiming_normal_', KAIMING, (tensor, a, mode, nonlinearity, generator) =>
    isEmpty(tensor)
      ? tensor
      : written(tensor, 'normal_', [0, kaimingDeviation(tensor, a, mode, nonlinearity)], generator),
  ),
  entry('constant_', 'tensor, val', (tensor, val) => written(tensor, 'fill_', [val])),
  entry('ones_', 'tensor', (tensor) => written(tensor, 'fill_', [1])),
  entry('zeros_', 'tensor', (tensor) => written(tensor, 'zero_')),
  entry('eye_', 'tensor', (tensor) => {
    const [rows, columns, ...more] = shapeOf(tensor);
    if (rows === undefined || columns === undefined || more.length > 0)
      throw valueError('Only tensors with 2 dimensions are supported');
    return written(tensor, 'copy_', [wrapTensor(eye(rows, columns))]);
  }),
];

export const initModule = (): PyModule =>
  new PyModule(MODULE, FUNCTIONS, {
    library: 'PyTorch',
    alias: 'nn.init',
    notOffered: ['trunc_normal_', 'orthogonal_', 'sparse_', 'dirac_'],
  });
