/** What `torch.autograd.functional` and `torch.func` have in common: derivatives of the outputs of a function by its inputs. */
import {
  gradientsOf,
  operations as graph,
  setGradEnabled,
  Variable,
} from '../../../../tensor/autograd/index.ts';
import { fromFlat, type Shape, sizeOf, zerosLike } from '../../../../tensor/index.ts';
import { PyTuple, repr, typeError, typeOf, type Value } from '../../../objects/index.ts';
import { isTensor, wrap } from '../tensor.ts';

/** A tensor, or a tuple of them as the function takes and returns it. */
export type Several = { readonly variables: readonly Variable[]; readonly isTuple: boolean };

export const typeText = (value: Value): string => repr(typeOf(value));

/** @throws TypeError for what holds anything but tensors. */
export function readSeveral(value: Value, what: string, caller: string): Several {
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

export const delivered = (variables: readonly Variable[], isTuple: boolean): Value =>
  isTuple ? new PyTuple(variables.map(wrap)) : wrap(variables[0] as Variable);

/** Runs `body` while operations are recorded. */
export function recorded<T>(body: () => T): T {
  const before = setGradEnabled(true);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** Returns a variable to differentiate by: on the graph of what it comes from where there is one, else of its own. */
export const startOf = (variable: Variable, joins: boolean): Variable =>
  joins && variable.requiresGrad ? graph.alias(variable) : variable.detach().requireGrad();

/** Returns the gradient of one output by each input; zeros where it does not depend on it. */
export function gradients(
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
export function jacobianOf(output: Variable, inputs: readonly Variable[], create: boolean): Variable[] {
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
