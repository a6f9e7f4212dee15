/**
 * `torch.autograd.functional` and `torch.func`: derivatives of functions, and functions of single examples applied to whole
 * batches. https://pytorch.org/docs/stable/func.html, a part of PyTorch that is fetched where it is named.
 */
import {
  gradientsOf,
  operations as graph,
  setGradEnabled,
  Variable,
} from '../../../tensor/autograd/index.ts';
import '../../../tensor/autograd/second-order/index.ts';
import { fromFlat, type Shape, sizeOf, zerosLike } from '../../../tensor/index.ts';
import {
  asIndex,
  call,
  isTrue,
  type Keywords,
  NativeFunction,
  PyDict,
  PyList,
  PyModule,
  PyTuple,
  repr,
  typeError,
  typeOf,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { type Entry, offerFunctions, pythonFunction } from './define.ts';
import { asTorch, runtimeError } from './errors.ts';
import './index.ts';
import { isTensor, wrap } from './tensor.ts';

/** A tensor, or a tuple of them as the function takes and returns it. */
type Several = { readonly variables: readonly Variable[]; readonly isTuple: boolean };

const typeText = (value: Value): string => repr(typeOf(value));

/** @throws TypeError for what holds anything but tensors. */
function readSeveral(value: Value, what: string, caller: string): Several {
  const isTuple = value instanceof PyTuple;
  const items = isTuple ? value.items : [value];
  const variables = items.map((each, place) => {
    if (isTensor(each)) return each.variable;
    throw typeError(
      isTuple
        ? `The ${what} given to ${caller} must be either a Tensor or a tuple of Tensors but the value at index ${place} has type ${typeText(each)}.`
        : `The ${what} given to ${caller} must be either a Tensor or a tuple of Tensors but the given ${what} has type ${typeText(each)}.`,
    );
  });
  return { variables, isTuple };
}

const delivered = (variables: readonly Variable[], isTuple: boolean): Value =>
  isTuple ? new PyTuple(variables.map(wrap)) : wrap(variables[0] as Variable);

/** Runs `body` while operations are recorded. */
function recorded<T>(body: () => T): T {
  const before = setGradEnabled(true);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** Returns a variable to differentiate by: on the graph of what it comes from where there is one, else of its own. */
const startOf = (variable: Variable, joins: boolean): Variable =>
  joins && variable.requiresGrad ? graph.alias(variable) : variable.detach().requireGrad();

/** Returns the gradient of one output by each input; zeros where it does not depend on it. */
function gradients(
  output: Variable,
  inputs: readonly Variable[],
  seed: Variable | null,
  create: boolean,
): Variable[] {
  if (!output.requiresGrad) return inputs.map((each) => new Variable(zerosLike(each.value)));
  const found = gradientsOf([output], [...inputs], {
    gradients: [seed],
    retainGraph: true,
    createGraph: create,
    allowUnused: true,
  });
  return found.map((each, i) => each ?? new Variable(zerosLike((inputs[i] as Variable).value)));
}

/** Returns all derivatives of an output by an input, in the shape of both. */
function jacobianOf(output: Variable, inputs: readonly Variable[], create: boolean): Variable[] {
  const flat = graph.reshape(output, [-1]);
  const count = sizeOf(output.value.shape);
  const rows = Array.from({ length: count }, (_, place) =>
    gradients(graph.select(flat, 0, place), inputs, null, create),
  );
  return inputs.map((input, i) => {
    const shape = [...output.value.shape, ...input.value.shape];
    if (count === 0) return new Variable(fromFlat<Shape>([], shape, input.value.dtype));
    return graph.reshape(
      graph.stack(
        rows.map((row) => row[i] as Variable),
        0,
      ),
      shape,
    );
  });
}

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
const FUNCTIONAL: readonly Entry[] = [
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

/** A function that another was turned into; it takes what that takes. */
class TurnedFunction extends NativeFunction {
  readonly #run: (args: readonly Value[], keywords: Keywords) => Value;

  constructor(of: Value, run: (args: readonly Value[], keywords: Keywords) => Value) {
    super(of instanceof NativeFunction ? of.name : 'wrapper', '*args, **kwargs', () => null, {
      module: 'torch.func',
    });
    this.#run = run;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return asTorch(() => this.#run(args, keywords));
  }
}

/** Returns the places of the arguments to differentiate by, and whether they were given as a tuple. */
function readPlaces(given: Value): { places: number[]; isTuple: boolean } {
  const isTuple = given instanceof PyTuple;
  return { places: (isTuple ? given.items : [given]).map((each) => Number(asIndex(each) ?? 0n)), isTuple };
}

/** Calls a function whose arguments at `places` are differentiated by; returns them with what it gave. */
function callAt(func: Value, args: readonly Value[], places: readonly number[], keywords: Keywords) {
  const starts = places.map((place) => {
    const argument = args.at(place) ?? null;
    if (isTensor(argument)) return startOf(argument.variable, true);
    throw valueError(`argnum ${place} must be a Tensor, got ${typeText(argument)}`);
  });
  const changed = [...args];
  places.forEach((place, i) => {
    changed[place < 0 ? place + args.length : place] = wrap(starts[i] as Variable);
  });
  const isNested = places.some((place) => {
    const argument = args.at(place) ?? null;
    return isTensor(argument) && argument.variable.requiresGrad;
  });
  return { starts, isNested, result: call(func, changed, keywords) };
}

/** Splits what a function gave into its result and what it carries along. */
function withoutExtra(result: Value, hasExtra: boolean): readonly [Value, Value] {
  if (!hasExtra) return [result, null];
  if (result instanceof PyTuple && result.items.length === 2)
    return [result.items[0] ?? null, result.items[1] ?? null];
  throw runtimeError(
    'grad_and_value(f)(*args): output of function f should be a tuple: (output, aux) if has_aux is True',
  );
}

function gradOf(func: Value, argnums: Value, hasExtra: boolean, withValue: boolean): Value {
  const { places, isTuple } = readPlaces(argnums);
  return new TurnedFunction(func, (args, keywords) =>
    recorded(() => {
      const { starts, isNested, result } = callAt(func, args, places, keywords);
      const [value, extra] = withoutExtra(result, hasExtra);
      if (!isTensor(value))
        throw runtimeError(
          `grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got ${typeText(value)}`,
        );
      if (value.tensor.rank !== 0)
        throw runtimeError(
          `grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with ${value.tensor.rank} dims. Maybe you wanted to use the vjp or jacrev APIs instead?`,
        );
      const found = gradients(value.variable, starts, null, isNested);
      const shown = isNested ? found : found.map((each) => each.detach());
      const slopes = delivered(shown, isTuple);
      const plain = isNested ? value : wrap(value.variable.detach());
      if (withValue) return new PyTuple([slopes, hasExtra ? new PyTuple([plain, extra]) : plain]);
      return hasExtra ? new PyTuple([slopes, extra]) : slopes;
    }),
  );
}

function jacobianBy(func: Value, argnums: Value): Value {
  const { places, isTuple } = readPlaces(argnums);
  return new TurnedFunction(func, (args, keywords) =>
    recorded(() => {
      const { starts, isNested, result } = callAt(func, args, places, keywords);
      const outputs = readSeveral(result, 'outputs', 'jacrev');
      const rows = outputs.variables.map((output) => {
        const found = jacobianOf(output, starts, isNested);
        return delivered(isNested ? found : found.map((each) => each.detach()), isTuple);
      });
      return outputs.isTuple ? new PyTuple(rows) : (rows[0] ?? null);
    }),
  );
}

/** Returns the size of the batch, which all mapped arguments share. */
function batchOf(args: readonly Value[], dims: readonly (number | null)[]): number {
  const sizes = new Set<number>();
  args.forEach((argument, i) => {
    const dim = dims[i];
    if (typeof dim !== 'number') return;
    if (!isTensor(argument))
      throw valueError(
        `vmap(f, in_dims=${dims.length === 1 ? dim : `(${dims.join(', ')})`}, ...)(<inputs>): Got in_dim=${dim} for an input but the input is of type ${typeText(argument)}. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim`,
      );
    sizes.add(argument.tensor.shape.at(dim) ?? 0);
  });
  if (sizes.size > 1)
    throw valueError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${[...sizes].join(', ')}] for the mapped dimension`,
    );
  return [...sizes][0] ?? 0;
}

function mapped(func: Value, inDims: Value, outDims: Value): Value {
  return new TurnedFunction(func, (args, keywords) => {
    const dims = args.map((_, i) => {
      const given =
        inDims instanceof PyTuple || inDims instanceof PyList ? (inDims.items[i] ?? null) : inDims;
      return given === null ? null : Number(asIndex(given) ?? 0n);
    });
    const results = Array.from({ length: batchOf(args, dims) }, (_, place) => {
      const one = args.map((argument, i) => {
        const dim = dims[i];
        return typeof dim === 'number' && isTensor(argument)
          ? wrap(graph.select(argument.variable, dim, place))
          : argument;
      });
      return call(func, one, keywords);
    });
    const at = Number(asIndex(outDims) ?? 0n);
    return stacked(results, at);
  });
}

/** Joins the results of single examples: tensors are stacked, tuples and dicts of them part by part. */
function stacked(results: readonly Value[], at: number): Value {
  const [first = null] = results;
  if (first instanceof PyTuple)
    return new PyTuple(
      first.items.map((_, i) =>
        stacked(
          results.map((each) => (each as PyTuple).items[i] ?? null),
          at,
        ),
      ),
    );
  if (first instanceof PyDict)
    return new PyDict(
      [...first.keys()].map((key) => [
        key,
        stacked(
          results.map((each) => (each as PyDict).get(key) ?? null),
          at,
        ),
      ]),
    );
  const parts = results.map((each) => {
    if (isTensor(each)) return each.variable;
    throw valueError(
      `vmap(f, ...): \`f\` must only return Tensors, got type ${typeText(each)}. Did you mean to set \`out_dims=\` to None for output?`,
    );
  });
  return wrap(graph.stack(parts, at));
}

const FUNC = 'torch.func';
const VMAP = pythonFunction(
  'vmap',
  "func, in_dims=0, out_dims=0, randomness='error', *, chunk_size=None",
  mapped,
  FUNC,
);
const DERIVATIVES: readonly Entry[] = [
  pythonFunction(
    'grad',
    'func, argnums=0, has_aux=False',
    (func, argnums, extra) => gradOf(func, argnums, isTrue(extra), false),
    FUNC,
  ),
  pythonFunction(
    'grad_and_value',
    'func, argnums=0, has_aux=False',
    (func, argnums, extra) => gradOf(func, argnums, isTrue(extra), true),
    FUNC,
  ),
  ...(['jacrev', 'jacfwd'] as const).map((name) =>
    pythonFunction(
      name,
      'func, argnums=0, has_aux=False!',
      (func, argnums) => jacobianBy(func, argnums),
      FUNC,
    ),
  ),
  pythonFunction(
    'hessian',
    'func, argnums=0',
    (func, argnums) => jacobianBy(jacobianBy(func, argnums), argnums),
    FUNC,
  ),
  VMAP,
];

// The tables behind `torch` are read again when a part has come.
offerFunctions([VMAP]);

const functionalModule = (): PyModule =>
  new PyModule('torch.autograd.functional', FUNCTIONAL, { library: 'PyTorch' });
const funcModule = (): PyModule =>
  new PyModule('torch.func', DERIVATIVES, {
    library: 'PyTorch',
    notOffered:
      'debug_unwrap functional_call functionalize jvp linearize replace_all_batch_norm_modules_ stack_module_state vjp'.split(
        ' ',
      ),
  });

export const derivativeModules: Modules = new Map([
  ['torch.autograd.functional', functionalModule],
  ['torch.func', funcModule],
]);
