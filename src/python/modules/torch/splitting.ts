/** Parts of a tensor along one axis. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import {
  makeArray,
  PyList,
  PyTuple,
  toSmallIndex,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { define, definePython, tuple } from './define.ts';
import { indexError, list, runtimeError } from './errors.ts';
import { asTensor, axisOf, ownAxis } from './shapes.ts';
import type { TensorObject } from './tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');

define('select', ['Tensor input, name dim, int index', 'Tensor input, int dim, int index'], (given) => {
  const { shape } = self(given).value;
  const axis = ownAxis(given.int('dim', 0), shape.length);
  const index = given.int('index', 0);
  const size = shape[axis] as number;
  if (index < -size || index >= size)
    throw indexError(
      `select(): index ${index} out of range for tensor of size ${list(shape)} at dimension ${axis}`,
    );
  return graph.select(self(given), axis, index);
});
define('narrow', [
  'Tensor input, int dim, Tensor start, int length',
  'Tensor input, int dim, int start, int length',
], (given) => {
  const { shape } = self(given).value;
  const axis = ownAxis(given.int('dim', 0), shape.length);
  const [start, length] = [given.int('start', 0), given.int('length', 0)];
  if (length < 0) throw runtimeError('narrow(): length must be non-negative.');
  const size = shape[axis] as number;
  if (start < -size || start > size)
    throw indexError(
      `Dimension out of range (expected to be in range of [${-size}, ${size}], but got ${start})`,
    );
  const first = start < 0 ? start + size : start;
  if (first + length > size)
    throw runtimeError(`start (${first}) + length (${length}) exceeds dimension size (${size}).`);
  return graph.slice(self(given), axis, { start: first, stop: first + length });
});
define('unbind', ['Tensor input, int dim=0', 'Tensor input, name dim'], (given) => {
  const axis = ownAxis(given.int('dim', 0), self(given).value.rank);
  return tuple(graph.unbind(self(given), axis));
});

/** `split`: parts of one size, the last maybe smaller, or of the sizes listed. */
function splitInto(input: TensorObject, sizes: Value, dim: number): PyTuple {
  const { variable } = input;
  if (variable.value.rank === 0) throw runtimeError('split expects at least a 1-dimensional tensor');
  const axis = axisOf(dim, variable.value.rank);
  const whole = variable.value.shape[axis] as number;
  if (typeof sizes === 'bigint') {
    const size = Number(sizes);
    if (size < 0) throw runtimeError(`split expects split_size be non-negative, but got split_size=${size}`);
    if (size === 0 && whole !== 0)
      throw runtimeError(
        `split_size can only be 0 if dimension size is 0, but got dimension size of ${whole}`,
      );
    const count = Math.max(1, Math.ceil(whole / Math.max(1, size)));
    const parts = makeArray(count, (i) => Math.min(size, whole - i * size));
    return tuple(graph.split(variable, parts, axis, 'SplitBackward0'));
  }
  if (!(sizes instanceof PyTuple || sizes instanceof PyList))
    throw typeError(
      `split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, not ${typeName(sizes)}`,
    );
  const parts = sizes.items.map(toSmallIndex);
  if (parts.reduce((sum, size) => sum + size, 0) !== whole)
    throw runtimeError(
      `split_with_sizes expects split_sizes to sum exactly to ${whole} (input tensor's size at dimension ${axis}), but got split_sizes=${list(parts)}`,
    );
  return tuple(graph.split(variable, parts, axis));
}
definePython('split', 'tensor, split_size_or_sections, dim=0', (tensor, sizes, dim) =>
  splitInto(asTensor(tensor, 'split'), sizes, Number(dim)),
);
define(
  'split',
  'Tensor input, object split_size, int dim=0',
  (given) => splitInto(given.object('input'), given.value('split_size') ?? null, given.int('dim', 0)),
  'method',
);
define('chunk', 'Tensor input, int chunks, int dim=0', (given) => {
  const chunks = given.int('chunks', 1);
  if (chunks <= 0) throw runtimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
  const input = given.object('input');
  if (input.tensor.rank === 0) throw runtimeError('chunk expects at least a 1-dimensional tensor');
  const axis = axisOf(given.int('dim', 0), input.tensor.rank);
  const size = Math.ceil((input.tensor.shape[axis] as number) / chunks);
  return splitInto(input, BigInt(size), axis);
});
