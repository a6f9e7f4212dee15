/** `shuffle`, `permutation` and `permuted`: the shuffle of Fisher and Yates, from the last place down to the second. */

import {
  assign,
  copy,
  fromFlat,
  index,
  type Shape,
  swapAxes,
  type Tensor,
} from '../../../../tensor/index.ts';
import { type BitSource, BoundedIntegers } from '../../../../tensor/random/index.ts';
import {
  asIndex,
  getItem,
  lengthOf,
  makeArray,
  pyError,
  setItem,
  toSmallIndex,
  type Value,
} from '../../../objects/index.ts';
import { asArray } from '../convert.ts';
import { axisError, indexError } from '../errors.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { TextArray, textArray } from '../text-array.ts';

/** Calls `swap` with the pairs of places that a shuffle of `count` things exchanges. */
function shuffled(source: BitSource, count: number, swap: (place: number, other: number) => void): void {
  const draws = new BoundedIntegers(source, 64, 'masked');
  for (let place = count - 1; place > 0; place--) swap(place, draws.next(place));
}

/** 0 … count − 1 in a random order. */
export function randomOrder(source: BitSource, count: number): number[] {
  const order = makeArray(Math.max(0, count), (i) => i);
  shuffled(source, count, (place, other) => {
    const kept = order[place] as number;
    order[place] = order[other] as number;
    order[other] = kept;
  });
  return order;
}

const indicesOf = (order: readonly number[]): Tensor => fromFlat(order, [order.length], 'int64');

/** Returns an axis of an array of that rank, from 0. */
export function checkedAxis(axis: number, rank: number): number {
  if (axis < -rank || axis >= rank) throw axisError(axis, rank);
  return axis < 0 ? axis + rank : axis;
}

/** Reorders what lies along `axis` in place. */
export function shuffleAlong(source: BitSource, tensor: Tensor, axis: number): void {
  const first = swapAxes(tensor, 0, axis) as Tensor;
  const order = randomOrder(source, first.shape[0] as number);
  if (first.size > 0) assign(first, copy(index(first, [indicesOf(order)])));
}

/** Shuffles a list, or any other sequence whose items can be assigned. */
export function shuffleSequence(source: BitSource, x: Value): void {
  shuffled(source, Number(lengthOf(x)), (place, other) => {
    const [a, b] = [BigInt(place), BigInt(other)];
    const [left, right] = [getItem(x, b), getItem(x, a)];
    setItem(x, a, left);
    setItem(x, b, right);
  });
}

/** `permutation`: returns a copy of `x` shuffled along `axis`; for an int n, the shuffled integers 0 to n − 1. */
export function permutation(source: BitSource, x: Value, axis: number, legacy: boolean): Value {
  const whole = isArray(x) || x instanceof TextArray ? undefined : asIndex(x);
  if (whole !== undefined) return new NdArray(indicesOf(randomOrder(source, toSmallIndex(whole))));
  const array = textArray(x) ?? asArray(x);
  const { shape } = placesOf(array);
  if (legacy && shape.length === 0) throw indexError('x must be an integer or at least 1-dimensional');
  const place = checkedAxis(axis, shape.length);
  const order = new NdArray(indicesOf(randomOrder(source, shape[place] as number)));
  return itemsAlong(array, order, place);
}

/** Returns the tensor that says where the elements are. */
const placesOf = (array: NdArray | TextArray): Tensor => (isArray(array) ? array.tensor : array.places);

/** `array.take(indices, axis)`. */
export function itemsAlong(array: NdArray | TextArray, indices: Value, axis: number): Value {
  if (axis === 0) return getItem(array, indices);
  if (!isArray(array) || !isArray(indices)) throw pyError('IndexError', 'tuple index out of range');
  const first = swapAxes(array.tensor, 0, axis) as Tensor<Shape>;
  const picked = index(first, [indices.tensor]);
  return new NdArray(swapAxes(picked, 0, axis));
}

/** Returns a copy in which each line along `axis` is shuffled by itself; all elements as one line for None. */
export function permuted(source: BitSource, x: Value, axis: number | undefined): Value {
  const tensor = copy(asArray(x).tensor) as Tensor;
  if (axis === undefined) {
    const order = randomOrder(source, tensor.size);
    const flat = tensor.toFlat();
    return new NdArray(
      fromFlat(
        order.map((each) => flat[each] as number),
        tensor.shape,
        tensor.dtype,
      ),
    );
  }
  const place = checkedAxis(axis, tensor.rank);
  for (const line of linesAlong(tensor, place)) shuffleAlong(source, line, 0);
  return new NdArray(tensor);
}

/** Returns the vectors along an axis as views, in the order of the other indices. */
function linesAlong(tensor: Tensor, axis: number): Tensor[] {
  const others = tensor.shape.map((size, i) => (i === axis ? 1 : size));
  const count = others.reduce((product, size) => product * size, 1);
  return makeArray(count, (number) => {
    let rest = number;
    const place = others.map(() => 0);
    for (let i = others.length - 1; i >= 0; i--) {
      place[i] = rest % (others[i] as number);
      rest = Math.floor(rest / (others[i] as number));
    }
    return index(
      tensor,
      place.map((each, i) => (i === axis ? {} : each)),
    ) as Tensor;
  });
}
