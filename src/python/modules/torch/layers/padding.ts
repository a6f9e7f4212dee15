/** `F.pad` and the layers that pad. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { full, type Shape } from '../../../../tensor/index.ts';
import { asFloat, asIndex, call, PyList, PyTuple, repr, type Value } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { attribute, layer } from '../nn/layers.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { sizes } from './geometry.ts';

/**
 * Returns the elements of an axis that stand `before` and `after` it: by reflection, or the last repeated, or from the other end.
 */
function indicesOf(mode: string, size: number, before: number, after: number): number[] {
  return Array.from({ length: before + size + after }, (_, i) => {
    const at = i - before;
    if (mode === 'replicate') return Math.min(Math.max(at, 0), size - 1);
    if (mode === 'circular') return (at + size) % size;
    const folded = Math.abs(at);
    return folded >= size ? 2 * (size - 1) - folded : folded;
  });
}

function padAxis(
  x: Variable,
  axis: number,
  before: number,
  after: number,
  mode: string,
  value: number,
): Variable {
  if (before === 0 && after === 0) return x;
  const size = x.value.shape[axis] as number;
  if (mode !== 'constant') {
    if (mode === 'reflect' && (before >= size || after >= size))
      throw runtimeError(
        `Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${axis} of input [${x.value.shape.join(', ')}]`,
      );
    const chosen = indicesOf(mode, size, before, after);
    return graph.cat(
      chosen.map((at) => graph.slice(x, axis, { start: at, stop: at + 1 })),
      axis,
    );
  }
  const kept = graph.slice(x, axis, { start: Math.max(0, -before), stop: size + Math.min(0, after) });
  const filled = (count: number): Variable[] => {
    if (count <= 0) return [];
    const shape = x.value.shape.map((each, i) => (i === axis ? count : each));
    return [new Variable(full<Shape>(shape, value, x.value.dtype))];
  };
  return graph.cat([...filled(before), kept, ...filled(after)], axis);
}

const MODES = ['constant', 'reflect', 'replicate', 'circular'];

/** Pairs of sizes, the last axis first. */
function padded(x: Variable, amounts: readonly number[], mode: string, value: number): Variable {
  if (amounts.length % 2 !== 0) throw runtimeError('Padding length must be divisible by 2');
  if (amounts.length > 2 * x.value.rank)
    throw runtimeError(
      `Padding length should be less than or equal to two times the input dimension but got padding length ${amounts.length} and input of dimension ${x.value.rank}`,
    );
  if (!MODES.includes(mode)) throw runtimeError(`Unrecognised padding mode ${mode}`);
  let result = x;
  for (let i = 0; i < amounts.length / 2; i++)
    result = padAxis(
      result,
      x.value.rank - 1 - i,
      amounts[2 * i] as number,
      amounts[2 * i + 1] as number,
      mode,
      value,
    );
  return result;
}

const PAD = python('pad', "input, pad, mode='constant', value=None", (input, amounts, mode, value) =>
  padded(tensorWith('dim', input).variable, sizes(amounts, 1), String(mode), asFloat(value) ?? 0),
);

/** Returns one number on all sides, or a number for each. */
const everySide = (value: Value, count: number): Value =>
  value instanceof PyTuple || value instanceof PyList
    ? new PyTuple([...value.items])
    : new PyTuple(new Array<Value>(count).fill(asIndex(value) ?? 0n));

const sides = (name: string, axes: number, mode: string): Entry =>
  layer(name, {
    file: 'padding',
    signature: 'padding',
    setUp: (self, padding) => {
      self.attributes.set('padding', everySide(padding, 2 * axes));
    },
    forward: (self, input) => call(PAD[1], [input ?? null, attribute(self, 'padding'), mode]),
    extra: (self) => repr(attribute(self, 'padding')),
  });

export const PADDING_FUNCTIONS: readonly Entry[] = [PAD];
export const PADDING_LAYERS: readonly Entry[] = [1, 2].flatMap((axes) => [
  sides(`ZeroPad${axes}d`, axes, 'constant'),
  sides(`ReflectionPad${axes}d`, axes, 'reflect'),
  sides(`ReplicationPad${axes}d`, axes, 'replicate'),
  layer(`ConstantPad${axes}d`, {
    file: 'padding',
    signature: 'padding, value',
    setUp: (self, padding, value) => {
      self.attributes.set('padding', everySide(padding, 2 * axes));
      self.attributes.set('value', value);
    },
    forward: (self, input) =>
      call(PAD[1], [input ?? null, attribute(self, 'padding'), 'constant', attribute(self, 'value')]),
    extra: (self) => `padding=${repr(attribute(self, 'padding'))}, value=${repr(attribute(self, 'value'))}`,
  }),
]);
