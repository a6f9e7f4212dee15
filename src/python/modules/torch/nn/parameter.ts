/** `nn.Parameter`. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { zeros } from '../../../../tensor/index.ts';
import { isTrue, members, pyError, typeName, type Value } from '../../../objects/index.ts';
import { asTorch } from '../errors.ts';
import { isTensor, parameterType, TensorObject } from '../tensor.ts';

/** Returns a leaf over the same elements that wants a gradient. */
function parameterOf(data: Value, wantsGrad: Value): TensorObject {
  if (data !== null && !isTensor(data))
    throw pyError('AttributeError', `'${typeName(data)}' object has no attribute 'detach'`);
  const variable = data === null ? new Variable(zeros([0], 'float32')) : data.variable.detach();
  if (isTrue(wantsGrad)) asTorch(() => variable.requireGrad(true, 'constructor'));
  return new TensorObject(variable, parameterType);
}

members(parameterType, isTensor, 'python').constructs(
  'data=None, requires_grad=True',
  (_type, data, wanted) => parameterOf(data, wanted),
);
