/** Whole arrays compared: by value, and by the memory they look into. */
import type { Tensor, Value as TensorValue } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { allocate, asFloat, typeError, typeName, type Value } from '../../objects/index.ts';
import { operandOf, operandTensor, toTensor } from './convert.ts';
import { notSupported } from './errors.ts';
import { ownValue } from './foreign.ts';
import { define, type Entry } from './functions.ts';
import { isArray, type NdArray, result } from './ndarray.ts';

/** Numbers only; text has no distance. */
function comparable(name: string, value: Value): TensorValue {
  const operand = operandOf(ownValue(value));
  if (operand === undefined) throw notSupported(name);
  return operand;
}

function tolerance(rtol: Value, atol: Value, equalNan: Value): core.Tolerance {
  const read = (value: Value): number => {
    const number = asFloat(value);
    if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
    return number;
  };
  return { rtol: read(rtol), atol: read(atol), equalNan: equalNan !== false };
}

function arraysEqual(a1: Value, a2: Value, equalNan: Value): Value {
  const [a, b] = [a1, a2].map((each) => operandOf(ownValue(each)));
  if (a === undefined || b === undefined) return false;
  const [first, second] = [operandTensor(a), operandTensor(b)];
  if (equalNan === false) return core.arrayEqual(first, second);
  const other = second.toFlat();
  const same = (x: number, i: number) => x === other[i] || (Number.isNaN(x) && Number.isNaN(other[i]));
  return core.sameShape(first.shape, second.shape) && first.toFlat().every(same);
}

/** Returns whether both look into the same memory; `exactly` asks for an element in common. */
function share(a: Value, b: Value): boolean {
  if (!isArray(a) || !isArray(b) || a.tensor.storage !== b.tensor.storage) return false;
  const first = new Set(placesOf(a.tensor));
  return placesOf(b.tensor).some((place) => first.has(place));
}

function placesOf(t: Tensor): number[] {
  allocate(t.size);
  let places = t.size === 0 ? [] : [t.offset];
  t.shape.forEach((size, axis) => {
    const steps = Array.from({ length: size }, (_, i) => i * (t.strides[axis] as number));
    places = places.flatMap((place) => steps.map((step) => place + step));
  });
  return places;
}

function bounds({ tensor }: NdArray): [number, number] {
  const reach = tensor.shape.map((size, axis) => (size - 1) * (tensor.strides[axis] as number));
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, tensor.offset);
  return [sum(reach.filter((each) => each < 0)), sum(reach.filter((each) => each > 0))];
}

function mayShare(a: Value, b: Value): boolean {
  if (!isArray(a) || !isArray(b) || a.tensor.storage !== b.tensor.storage) return false;
  if (a.tensor.size === 0 || b.tensor.size === 0) return false;
  const [[low, high], [start, end]] = [bounds(a), bounds(b)];
  return low <= end && start <= high;
}

export const comparisonFunctions: readonly Entry[] = [
  define('isclose', 'a, b, rtol=1e-05, atol=1e-08, equal_nan=False', (a, b, rtol, atol, equalNan) =>
    result(
      core.isclose(comparable('isfinite', a), comparable('isfinite', b), tolerance(rtol, atol, equalNan)),
    ),
  ),
  define('allclose', 'a, b, rtol=1e-05, atol=1e-08, equal_nan=False', (a, b, rtol, atol, equalNan) =>
    core.allclose(comparable('isfinite', a), comparable('isfinite', b), tolerance(rtol, atol, equalNan)),
  ),
  define('array_equal', 'a1, a2, equal_nan=False', arraysEqual),
  define('array_equiv', 'a1, a2', (a1, a2) => {
    const [a, b] = [toTensor(a1), toTensor(a2)];
    try {
      return core
        .equal(a, b as never)
        .toFlat()
        .every((each) => each === 1);
    } catch {
      return false;
    }
  }),
  define('shares_memory', 'a, b, /, max_work=?', (a, b) => share(a, b)),
  define('may_share_memory', 'a, b, /, max_work=?', (a, b) => mayShare(a, b)),
];
