/**
 * `torch.autograd.functional`: derivatives of functions at given inputs.
 * https://pytorch.org/docs/stable/autograd.html#functional-higher-level-api
 */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, type Shape } from '../../../../tensor/index.ts';
import { call, isTrue, PyTuple, type Value } from '../../../objects/index.ts';
import { type Entry, pythonFunction } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { wrap } from '../tensor.ts';
import {
  delivered,
  gradients,
  jacobianOf,
  readSeveral,
  recorded,
  type Several,
  startOf,
} from './gradients.ts';

type Function = (inputs: readonly Variable[]) => Several;

/** Returns the derivatives of a function: for each output one by each input. */
function jacobian(
  func: Function,
  inputs: readonly Variable[],
  create: boolean,
): { found: Variable[][]; isTuple: boolean } {
  return recorded(() => {
    const starts = inputs.map((each) => startOf(each, create));
    const { variables, isTuple } = func(starts);
    const found = variables.map((output) => jacobianOf(output, starts, create));
    return { found: create ? found : found.map((row) => row.map((each) => each.detach())), isTuple };
  });
}

const asFunction =
  (func: Value, caller: string): Function =>
  (inputs) =>
    readSeveral(call(func, inputs.map(wrap)), 'outputs of the user-provided function', caller);

function jacobianValue(func: Value, given: Value, create: boolean): Value {
  const inputs = readSeveral(given, 'inputs', 'jacobian');
  const { found, isTuple } = jacobian(asFunction(func, 'jacobian'), inputs.variables, create);
  const rows = found.map((row) => delivered(row, inputs.isTuple));
  return isTuple ? new PyTuple(rows) : (rows[0] ?? null);
}

/** Returns the derivatives of the gradient, one block for each pair of inputs. */
function hessianValue(func: Value, given: Value, caller: string): Value {
  const inputs = readSeveral(given, 'inputs', caller);
  const gradient: Function = (starts) => {
    const { variables, isTuple } = asFunction(func, caller)(starts);
    const [output] = variables;
    if (isTuple || output === undefined)
      throw runtimeError('The function given to hessian should return a single Tensor');
    if (output.value.size !== 1)
      throw runtimeError(
        'The Tensor returned by the function given to hessian should contain a single element',
      );
    return { variables: gradients(graph.squeeze(output), starts, null, true), isTuple: true };
  };
  const { found } = jacobian(gradient, inputs.variables, false);
  const rows = found.map((row) => delivered(row, inputs.isTuple));
  return inputs.isTuple ? new PyTuple(rows) : (rows[0] ?? null);
}

function vectors(v: Value, like: Several, caller: string): readonly (Variable | null)[] {
  if (v === null) {
    if (like.variables.length !== 1 || like.variables[0]?.value.size !== 1)
      throw runtimeError(
        `The vector v can only be None if the ${caller === 'vjp' ? 'user-provided function returns' : 'input to the user-provided function is'} a single Tensor with a single element.`,
      );
    return [null];
  }
  return readSeveral(v, 'v', caller).variables;
}

/** Returns what the function gives, and the products of a vector with its derivatives. */
function vectorJacobian(func: Value, given: Value, v: Value): Value {
  const inputs = readSeveral(given, 'inputs', 'vjp');
  return recorded(() => {
    const starts = inputs.variables.map((each) => startOf(each, false));
    const outputs = asFunction(func, 'vjp')(starts);
    const seeds = vectors(v, outputs, 'vjp');
    const parts = outputs.variables.map((output, i) => gradients(output, starts, seeds[i] ?? null, false));
    const sums = starts.map((_, i) =>
      parts
        .map((row) => row[i] as Variable)
        .reduce((a, b) => graph.add(a, b))
        .detach(),
    );
    const shown = outputs.variables.map((each) => each.detach());
    return new PyTuple([delivered(shown, outputs.isTuple), delivered(sums, inputs.isTuple)]);
  });
}

/** Returns what the function gives, and the products of its derivatives with a vector. */
function jacobianVector(func: Value, given: Value, v: Value): Value {
  const inputs = readSeveral(given, 'inputs', 'jvp');
  const seeds = vectors(v, inputs, 'jvp');
  return recorded(() => {
    const starts = inputs.variables.map((each) => startOf(each, false));
    const outputs = asFunction(func, 'jvp')(starts);
    const products = outputs.variables.map((output) => {
      const blocks = jacobianOf(output, starts, false);
      const terms = blocks.map((block, i) => {
        const size = (starts[i] as Variable).value.size;
        const rows = graph.reshape(block.detach(), [-1, size]);
        const seed = seeds[i];
        const vector = seed
          ? graph.reshape(seed, [size])
          : new Variable(fromFlat<Shape>([1], [1], block.value.dtype));
        return graph.reshape(graph.matmul(rows, vector), output.value.shape);
      });
      return terms.reduce((a, b) => graph.add(a, b)).detach();
    });
    const shown = outputs.variables.map((each) => each.detach());
    return new PyTuple([delivered(shown, outputs.isTuple), delivered(products, outputs.isTuple)]);
  });
}

/** Returns what a function of one number gives, and the products of its second derivatives with a vector. */
function hessianVector(func: Value, given: Value, v: Value, caller: string): Value {
  const inputs = readSeveral(given, 'inputs', caller);
  const seeds = vectors(v, inputs, caller);
  return recorded(() => {
    const starts = inputs.variables.map((each) => startOf(each, false));
    const [output] = asFunction(func, caller)(starts).variables;
    if (output === undefined || output.value.size !== 1)
      throw runtimeError(
        `The Tensor returned by the function given to ${caller} should contain a single element`,
      );
    const first = gradients(output, starts, null, true);
    const dots = first.map((each, i) => {
      const seed = seeds[i];
      return graph.sum(seed ? graph.mul(each, seed) : each);
    });
    const products = gradients(
      dots.reduce((a, b) => graph.add(a, b)),
      starts,
      null,
      false,
    );
    return new PyTuple([
      wrap(output.detach()),
      delivered(
        products.map((each) => each.detach()),
        inputs.isTuple,
      ),
    ]);
  });
}

const MODULE = 'torch.autograd.functional';
/** The members of the module. */
export const FUNCTIONAL: readonly Entry[] = [
  pythonFunction(
    'jacobian',
    "func, inputs, create_graph=False, strict=False!, vectorize=False, strategy='reverse-mode'",
    (func, inputs, create) => jacobianValue(func, inputs, isTrue(create)),
    MODULE,
  ),
  pythonFunction(
    'hessian',
    "func, inputs, create_graph=False!, strict=False!, vectorize=False, outer_jacobian_strategy='reverse-mode'",
    (func, inputs) => hessianValue(func, inputs, 'hessian'),
    MODULE,
  ),
  pythonFunction('vjp', 'func, inputs, v=None, create_graph=False!, strict=False!', vectorJacobian, MODULE),
  pythonFunction('jvp', 'func, inputs, v=None, create_graph=False!, strict=False!', jacobianVector, MODULE),
  ...(['hvp', 'vhp'] as const).map((name) =>
    pythonFunction(
      name,
      'func, inputs, v=None, create_graph=False!, strict=False!',
      (func, inputs, v) => hessianVector(func, inputs, v, name),
      MODULE,
    ),
  ),
];
