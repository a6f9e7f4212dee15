/** Dropout while training: zeros at random, and the other elements made larger, so that the mean stays. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { divide, isFloat, zeros } from '../../../../tensor/index.ts';
import { asFloat, repr, type Value, valueError } from '../../../objects/index.ts';
import { type Body, define, parsed } from '../define.ts';
import { coins } from '../draws.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';

/** Returns the probability; @throws ValueError for one that is none. */
export function readProbability(p: Value): number {
  const probability = asFloat(p) ?? Number.NaN;
  if (probability < 0 || probability > 1)
    throw valueError(`dropout probability has to be between 0 and 1, but got ${repr(p)}`);
  return probability;
}

/** Returns the input with each element dropped with probability `p`; written into the input where `inPlace`. */
function dropout(input: Variable, p: number, inPlace: boolean): Variable {
  const { value } = input;
  if (p === 0 || value.size === 0) return input;
  if (p < 1 && !isFloat(value.dtype))
    throw runtimeError(
      `result type Float can't be cast to the desired output type ${scalarTypeName(value.dtype)}`,
    );
  const noise =
    p === 1
      ? zeros([], value.dtype)
      : divide(coins(value, value.dtype, 1 - p), { python: 'float', value: 1 - p });
  const factor = new Variable(noise);
  return inPlace ? graph.mul.inPlace(input, factor) : graph.mul(input, factor);
}

const SIGNATURE = 'Tensor input, float p, bool train';
const body =
  (inPlace: boolean): Body =>
  (given) =>
    given.flag('train')
      ? dropout(given.variable('input'), given.number('p', 0.5), inPlace)
      : given.variable('input');

define('dropout', SIGNATURE, body(false), 'function');
define('dropout_', SIGNATURE, body(true), 'function');
export const [, DROPOUT] = parsed('dropout', SIGNATURE, body(false));
export const [, DROPOUT_IN_PLACE] = parsed('dropout_', SIGNATURE, body(true));
