/**
 * `torch.func`: derivatives of functions as functions, and functions of single examples applied to whole batches.
 * https://pytorch.org/docs/stable/func.html
 */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import {
  asIndex,
  call,
  isTrue,
  type Keywords,
  NativeFunction,
  PyDict,
  PyList,
  PyTuple,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { type Entry, offerFunctions, pythonFunction } from '../define.ts';
import { asTorch, runtimeError } from '../errors.ts';
import { isTensor, wrap } from '../tensor.ts';
import { delivered, gradients, jacobianOf, readSeveral, recorded, startOf, typeText } from './gradients.ts';

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
/** The members of the module. */
export const DERIVATIVES: readonly Entry[] = [
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
