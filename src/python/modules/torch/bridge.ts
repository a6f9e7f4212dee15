/** To and from NumPy: arrays and tensors over the same memory. */
import { Variable } from '../../../tensor/autograd/index.ts';
import { astype } from '../../../tensor/index.ts';
import { members, Refusal, typeError, typeName, type Value } from '../../objects/index.ts';
import { isArray, NdArray } from '../numpy/ndarray.ts';
import { define } from './define.ts';
import { runtimeError } from './errors.ts';
import { session } from './session.ts';
import { isTensor, type TensorObject, tensorType, wrap, wrapTensor } from './tensor.ts';

/** `torch.from_numpy`: a tensor that sees the array's memory. */
export function fromNumpy(value: Value): TensorObject {
  if (!isArray(value)) throw typeError(`expected np.ndarray (got ${typeName(value)})`);
  return wrap(new Variable(value.tensor));
}

/** `tensor.numpy()`: an array that sees the tensor's memory. */
function toNumpy({ variable, tensor }: TensorObject, force = false): NdArray {
  if (variable.requiresGrad && !force)
    throw runtimeError(
      "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
    );
  // A program that hides the word numpy, as in getattr(t, 'num' + 'py'), runs without the library.
  if (session().host.importModule('numpy') === undefined)
    throw new Refusal('an array of a tensor is not part of a program that never says numpy: import numpy');
  if (tensor.dtype === 'bfloat16') throw typeError('Got unsupported ScalarType BFloat16');
  return new NdArray(tensor);
}

define(
  'numpy',
  'Tensor input, *, bool force=False',
  (given) => toNumpy(given.object('input'), given.flag('force')),
  'method',
);
define('__array__', 'Tensor input, object dtype=None', (given) => toNumpy(given.object('input')), 'method');
// NumPy gives its results back as tensors; bools as the bytes that they once were in PyTorch.
members(tensorType, isTensor).special('__array_wrap__', (_self, array) => {
  const made = array ?? null;
  return isArray(made) && made.tensor.dtype === 'bool'
    ? wrapTensor(astype(made.tensor, 'uint8'))
    : fromNumpy(made);
});
