/** The module `torch.nn.init`: parameters written in place outside the graph. Those that draw numbers are refused. */
import { isGradEnabled, setGradEnabled } from '../../../../tensor/autograd/index.ts';
import { eye } from '../../../../tensor/index.ts';
import { call, getAttribute, PyModule, type Value, valueError } from '../../../objects/index.ts';
import { type Entry, pythonFunction } from '../define.ts';
import { isTensor, wrapTensor } from '../tensor.ts';

/** `tensor.name(*args)`, which answers with the tensor. */
function written(tensor: Value, name: string, ...args: readonly Value[]): Value {
  const before = isGradEnabled();
  setGradEnabled(false);
  try {
    return call(getAttribute(tensor, name), args);
  } finally {
    setGradEnabled(before);
  }
}

const FUNCTIONS: readonly Entry[] = [
  pythonFunction('constant_', 'tensor, val', (tensor, val) => written(tensor, 'fill_', val), 'torch.nn.init'),
  pythonFunction('ones_', 'tensor', (tensor) => written(tensor, 'fill_', 1), 'torch.nn.init'),
  pythonFunction('zeros_', 'tensor', (tensor) => written(tensor, 'zero_'), 'torch.nn.init'),
  pythonFunction(
    'eye_',
    'tensor',
    (tensor) => {
      const [rows, columns, ...more] = isTensor(tensor) ? tensor.tensor.shape : [];
      if (rows === undefined || columns === undefined || more.length > 0)
        throw valueError('Only tensors with 2 dimensions are supported');
      return written(tensor, 'copy_', wrapTensor(eye(rows, columns)));
    },
    'torch.nn.init',
  ),
];

const RANDOM =
  'kaiming_normal_ kaiming_uniform_ normal_ orthogonal_ sparse_ trunc_normal_ uniform_ xavier_normal_ xavier_uniform_'.split(
    ' ',
  );

export const initModule = (): PyModule =>
  new PyModule('torch.nn.init', FUNCTIONS, {
    library: 'PyTorch',
    alias: 'nn.init',
    notOffered: [...RANDOM, 'calculate_gain', 'dirac_'],
    reasons: RANDOM.map((name) => [name, 'its numbers would differ from run to run; write the numbers down']),
  });
