/** `nn.Parameter`, and the first values of a layer's parameters. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { type DType, fromFlat, type Shape, zeros } from '../../../../tensor/index.ts';
import { allocate, isTrue, members, pyError, typeName, type Value } from '../../../objects/index.ts';
import { asTorch, list, runtimeError } from '../errors.ts';
import { session } from '../session.ts';
import { isTensor, parameterType, TensorObject } from '../tensor.ts';

/** A leaf over the same elements that wants a gradient. */
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

/** A number from 0 to 1 of a fixed sequence, so that every reader sees the same: Knuth's multiplicative generator. */
function nextUniform(): number {
  const state = session();
  state.seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0;
  return state.seed / 2 ** 32;
}

/**
 * A layer's parameter between ±`bound`: PyTorch draws it at random within these bounds. Here the values are always the
 * same, and traces call them random until a program writes to them.
 */
export function initialParameter(shape: Shape, bound: number, dtype?: DType): TensorObject {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined)
    throw runtimeError(`Trying to create tensor with negative dimension ${negative}: ${list(shape)}`);
  const count = shape.reduce((product, size) => product * size, 1);
  allocate(count);
  const values = Array.from({ length: count }, () => (2 * nextUniform() - 1) * bound);
  const made = new TensorObject(
    new Variable(fromFlat(values, shape, dtype ?? session().defaultDType)).requireGrad(),
    parameterType,
  );
  const { storage } = made.tensor;
  made.initial = { storage, version: storage.version };
  return made;
}
