/** Functions that write into an array at given places: `put`, `place`, `putmask`, `fill_diagonal`. */
import type { Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { isTrue, typeError, typeName, type Value, valueError } from '../../../objects/index.ts';
import { asArray, toTensor } from '../convert.ts';
import { indexError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import { method } from '../methods.ts';
import { isArray, type NdArray } from '../ndarray.ts';
import { checkWriteable } from '../writeable.ts';

/** Writes `values`, one after another and again from the first, to `places`, counted in row-major order. */
function write(a: NdArray, places: readonly number[], values: Tensor, valueAt = (i: number) => i): void {
  checkWriteable(a, 'assignment destination');
  if (places.length === 0 || values.size === 0) return;
  const converted = core.astype(values, a.tensor.dtype).toFlat();
  const { shape } = a.tensor;
  places.forEach((place, i) => {
    const index: number[] = [];
    for (let axis = shape.length - 1, rest = place; axis >= 0; axis--) {
      const size = shape[axis] as number;
      index.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    a.tensor.setAt(index, converted[valueAt(i) % converted.length] as number);
  });
}

function target(name: string, value: Value): NdArray {
  if (isArray(value)) return value;
  throw typeError(
    `argument 1 must be numpy.ndarray, not ${typeName(value)}`.replace('argument', `${name}() argument`),
  );
}

function put(a: NdArray, ind: Value, v: Value, mode: Value): Value {
  const { size } = a.tensor;
  const places = toTensor(ind)
    .toFlat()
    .map((each) => {
      if (mode === 'wrap') return ((each % size) + size) % size;
      if (mode === 'clip') return Math.min(Math.max(each, 0), size - 1);
      if (each < -size || each >= size)
        throw indexError(`index ${each} is out of bounds for axis 0 with size ${size}`);
      return each < 0 ? each + size : each;
    });
  write(a, places, toTensor(v));
  return null;
}

const maskedPlaces = (mask: Tensor): number[] =>
  mask.toFlat().flatMap((each, place) => (each === 0 ? [] : [place]));

function fillDiagonal(given: Value, value: Value, wrap: Value): Value {
  const a = asArray(given);
  const { rank, shape, size } = a.tensor;
  if (rank < 2) throw valueError('array must be at least 2-d');
  const columns = shape[1] as number;
  let step = columns + 1;
  let end = size;
  if (rank === 2) {
    if (!isTrue(wrap)) end = Math.min(size, columns * columns);
  } else {
    if (shape.some((each) => each !== shape[0]))
      throw valueError('All dimensions of input must be of equal length');
    step = 1;
    for (let axis = 1, run = 1; axis < rank; axis++) {
      run *= shape[rank - axis] as number;
      step += run;
    }
  }
  const places: number[] = [];
  for (let place = 0; place < end; place += step) places.push(place);
  write(a, places, toTensor(value));
  return null;
}

method('put', 'indices, values, mode="raise"', put);

export const placingFunctions: readonly Entry[] = [
  define('put', 'a, ind, v, mode="raise"', (a, ind, v, mode) => {
    if (!isArray(a)) throw typeError(`argument 1 must be numpy.ndarray, not ${typeName(a)}`);
    return put(a, ind, v, mode);
  }),
  define('place', 'arr, mask, vals', (arr, mask, vals) => {
    const a = target('place', arr);
    const places = maskedPlaces(toTensor(mask, 'bool'));
    const values = toTensor(vals);
    if (places.length > 0 && values.size === 0) throw valueError('Cannot insert from an empty array!');
    write(a, places, values);
    return null;
  }),
  define('putmask', 'a, mask, values', (given, mask, values) => {
    const a = target('putmask', given);
    const wanted = toTensor(mask, 'bool');
    if (wanted.size !== a.tensor.size) throw valueError('putmask: mask and data must be the same size');
    const places = maskedPlaces(wanted);
    write(a, places, toTensor(values), (i) => places[i] as number);
    return null;
  }),
  define('fill_diagonal', 'a, val, wrap=False', fillDiagonal),
];
