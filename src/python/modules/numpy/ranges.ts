/** Arrays of evenly spaced numbers, and grids of them. */
import type { DType, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import {
  isTrue,
  makeArray,
  PyList,
  PyTuple,
  pyError,
  toSmallIndex,
  typeError,
  typeName,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { readAxis } from './axes.ts';
import { operandOf, operandTensor, toTensor } from './convert.ts';
import { typeOr } from './creation.ts';
import { define, type Entry } from './functions.ts';
import { NdArray } from './ndarray.ts';
import { reserve } from './reserve.ts';
import { NumpyScalar } from './scalar.ts';

/** An end of `np.arange` or `np.linspace` with the dtype it brings. */
function bound(value: Value): { value: number; dtype: DType } {
  if (typeof value === 'string')
    throw typeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.");
  const operand = operandOf(value);
  if (operand === undefined) throw typeError(`unsupported operand type(s) for -: 'NoneType' and 'int'`);
  const tensor = operandTensor(operand);
  if (tensor.size !== 1) isTrue(value);
  return { value: tensor.item(), dtype: tensor.dtype === 'bool' ? 'int64' : tensor.dtype };
}

/** NumPy takes the start from the stop as Python does, which sequences do not bear. */
function checkEnds(start: Value, stop: Value, alone: boolean): void {
  if (alone && stop instanceof PyTuple)
    throw typeError('arange: scalar arguments expected instead of a tuple.');
  const bare = [start, stop].some((end) => end instanceof PyList || end instanceof PyTuple);
  if (bare)
    throw typeError(`unsupported operand type(s) for -: '${typeName(stop)}' and '${typeName(start)}'`);
}

/**
 * `count` numbers from `start` on. NumPy converts the first two numbers to the dtype and goes on by their difference, so
 * that a step of 0.5 stands still among whole numbers.
 */
function counted(start: number, step: number, count: number, dtype: DType): Tensor {
  const round = (x: number) => core.fromFlat([x], [1], dtype).item();
  const first = round(start);
  if (dtype === 'bool') return core.fromFlat([first, round(start + step)].slice(0, count), [count], dtype);
  const gap = round(round(start + step) - first);
  const values = makeArray(count, (i) => (i === 1 ? round(start + step) : first + round(i * gap)));
  return core.fromFlat(values, [count], dtype);
}

function arange(first: Value, second: Value, third: Value, dtype: Value): Value {
  if (first === UNSET && second === UNSET) throw typeError('arange() requires stop to be specified.');
  const [start, stop] =
    second === UNSET || second === null ? [0n, first] : [first === UNSET ? 0n : first, second];
  checkEnds(start, stop, second === UNSET);
  const ends = [start, stop, third === null || third === UNSET ? 1n : third].map(bound);
  const [from, to, step] = ends as [(typeof ends)[0], (typeof ends)[0], (typeof ends)[0]];
  const common = ends
    .map((end) => end.dtype)
    .reduce((a, b) => core.numpyRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' }));
  const type = typeOr(dtype, common);
  if (Number.isNaN(from.value) || !Number.isFinite((to.value - from.value) / step.value))
    if (step.value !== 0) throw valueError('arange: cannot compute length');
  if (step.value === 0) throw pyError('ZeroDivisionError', 'division by zero');
  const count = Math.max(0, Math.ceil((to.value - from.value) / step.value));
  reserve([count]);
  if (type === 'bool' && count > 2)
    throw typeError('arange() is only supported for booleans when the result has at most length 2.');
  return new NdArray(counted(from.value, step.value, count, type));
}

/** float32 where an end is and no other asks for more, else float64. */
function floatOf(ends: readonly Value[]): DType {
  const types = ends.map((end) => operandOf(end)).filter((end) => end instanceof core.Tensor);
  if (types.length === 0) return 'float64';
  const common = types
    .map((end) => end.dtype)
    .reduce((a, b) => core.numpyRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' }));
  return common === 'float32' ? common : 'float64';
}

/** start + i · step, in one dimension or, for array ends, along a new axis. */
function linspace(
  start: Value,
  stop: Value,
  num: Value,
  endpoint: Value,
  retstep: Value,
  dtype: Value,
  axis: Value,
): Value {
  const count = toSmallIndex(num);
  if (count < 0) throw valueError(`Number of samples, ${count}, must be non-negative.`);
  reserve([count]);
  const [from, to] = [toTensor(start), toTensor(stop)];
  const type = typeOr(dtype, floatOf([start, stop]));
  if (from.rank + to.rank > 0)
    return new NdArray(core.astype(linspaceOfArrays(from, to, count, endpoint !== false, axis), type));
  const [a, b] = [from.item(), to.item()];
  const divisions = endpoint === false ? count : count - 1;
  const values = makeArray(count, (i) =>
    endpoint !== false && i > 0 && i === count - 1 ? b : divisions > 0 ? i * ((b - a) / divisions) + a : a,
  );
  const exact = core.isInteger(type) ? values.map(Math.floor) : values;
  const made = new NdArray(core.fromFlat(exact, [count], type));
  if (retstep === false) return made;
  return new PyTuple([made, new NumpyScalar(divisions > 0 ? (b - a) / divisions : Number.NaN, 'float64')]);
}

function linspaceOfArrays(from: Tensor, to: Tensor, count: number, endpoint: boolean, axis: Value): Tensor {
  const divisions = Math.max(1, endpoint ? count - 1 : count);
  const step = core.divide(core.subtract(core.astype(to, 'float64'), from as never), divisions as never);
  const rows = makeArray(count, (i) =>
    endpoint && i > 0 && i === count - 1
      ? core.add(core.multiply(step, 0 as never), to as never)
      : core.add(core.multiply(step, { python: 'float', value: i } as never) as Tensor, from as never),
  );
  return core.stack(rows as Tensor[], readAxis(axis) ?? 0);
}

function meshgrid(xi: PyTuple, indexing: Value): Value {
  if (indexing !== 'xy' && indexing !== 'ij')
    throw valueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = xi.items.map((each) => core.ravel(toTensor(each)));
  const swapped = indexing === 'xy' && vectors.length > 1;
  const axisOf = (i: number) => (swapped && i < 2 ? 1 - i : i);
  const shape = new Array<number>(vectors.length).fill(0);
  vectors.forEach((vector, i) => {
    shape[axisOf(i)] = vector.size;
  });
  reserve(shape);
  return new PyTuple(
    vectors.map((vector, i) => {
      const sizes = shape.map((_, axis) => (axis === axisOf(i) ? vector.size : 1));
      return new NdArray(core.copy(core.expand(core.reshape<readonly number[]>(vector, sizes), shape)));
    }),
  );
}

export const rangeFunctions: readonly Entry[] = [
  define('arange', 'start=?, stop=?, step=?, dtype=None, *, device=None, like=None', arange),
  define(
    'linspace',
    'start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None',
    linspace,
  ),
  define(
    'logspace',
    'start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0!',
    (start, stop, num, endpoint, base, dtype) => {
      const exponents = toTensor(linspace(start, stop, num, endpoint, false, null, 0n));
      return new NdArray(
        core.astype(core.power(toTensor(base), exponents as never) as Tensor, typeOr(dtype, 'float64')),
      );
    },
  ),
  define('meshgrid', '*xi, copy=True, sparse=False!, indexing="xy"', (xi, _copy, _sparse, indexing) =>
    meshgrid(xi, indexing),
  ),
];
