/** `out=`: the result goes into a tensor that is there, https://pytorch.org/docs/stable/notes/out.html */
import {
  operations as graph,
  isGradEnabled,
  setGradEnabled,
  Variable,
} from '../../../tensor/autograd/index.ts';
import { copy, isFloat, isInteger } from '../../../tensor/index.ts';
import { PyList, PyTuple, Refusal, repr, type Value } from '../../objects/index.ts';
import { scalarTypeName } from './dtype.ts';
import { runtimeError } from './errors.ts';
import type { Given } from './match.ts';
import { session } from './session.ts';
import { sizeOfShape } from './size.ts';
import { isTensor, type TensorObject } from './tensor.ts';

const wantsGradient = (value: Value): boolean =>
  isTensor(value)
    ? value.variable.requiresGrad
    : (value instanceof PyList || value instanceof PyTuple) && value.items.some(wantsGradient);

/** @throws RuntimeError where a gradient would be lost. */
export function requireNoGradient(name: string, given: Given): void {
  if (isGradEnabled() && [...given.values()].some(wantsGradient))
    throw runtimeError(
      `${name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
}

/** Writes a result into `out`, which takes its shape, and returns it. */
export function writeOut(name: string, result: Value | Variable, out: TensorObject): TensorObject {
  const made = result instanceof Variable ? result : isTensor(result) ? result.variable : undefined;
  if (made === undefined) throw new Refusal(`${name}(out=) is not part of this book's PyTorch`);
  const [from, to] = [made.value, out.tensor];
  const loses = isFloat(from.dtype) ? !isFloat(to.dtype) : isInteger(from.dtype) && to.dtype === 'bool';
  if (loses)
    throw runtimeError(
      `result type ${scalarTypeName(from.dtype)} can't be cast to the desired output type ${scalarTypeName(to.dtype)}`,
    );
  if (from.shape.join() !== to.shape.join()) {
    if (to.size > 0)
      session().host.warn(
        'UserWarning',
        `An output with one or more elements was resized since it had shape ${sizeText(out)}, which does not match the required output shape ${listed(from.shape)}. This behavior is deprecated, and in a future PyTorch release outputs will not be resized unless they have zero elements. You can explicitly reuse an out tensor t by resizing it, inplace, to zero elements with t.resize_(0).`,
      );
    out.become(graph.to(new Variable(copy(from)), to.dtype));
    return out;
  }
  const before = setGradEnabled(false);
  try {
    graph.copyFrom.inPlace(out.variable, made.detach());
  } finally {
    setGradEnabled(before);
  }
  return out;
}

const listed = (shape: readonly number[]): string =>
  repr(sizeOfShape(shape)).replace(/^torch\.Size\(|\)$/g, '');
const sizeText = ({ tensor }: TensorObject): string => listed(tensor.shape);
