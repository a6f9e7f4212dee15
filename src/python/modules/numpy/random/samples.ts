/** From parameters and `size` to drawn numbers, as NumPy's distributions return them. */

import * as core from '../../../../tensor/index.ts';
import {
  broadcastShapes,
  type DType,
  fromFlat,
  type Shape,
  ShapeError,
  sizeOf,
  type Tensor,
} from '../../../../tensor/index.ts';
import { allocate, makeArray, PyTuple, toFloat, type Value, valueError } from '../../../objects/index.ts';
import { readShape } from '../axes.ts';
import { toTensor } from '../convert.ts';
import { shapeText } from '../errors.ts';
import { NdArray } from '../ndarray.ts';
import { pythonValue } from '../scalar.ts';

/** A parameter of a distribution, with what is said of a value out of its range. */
export type Parameter = {
  readonly value: Value;
  /** Returns the message of a ValueError, or undefined for a value that is allowed. */
  readonly wrong?: (value: number) => string | undefined;
};

/** Returns a parameter that has to be at least 0; −0 is not. */
export const nonNegative = (name: string, value: Value): Parameter => ({
  value,
  wrong: (x) => (x < 0 || Object.is(x, -0) ? `${name} < 0` : undefined),
});

/** Returns the shape that `size` asks for; undefined for None, which asks for one number. */
export function readSize(size: Value): number[] | undefined {
  if (size === null) return undefined;
  const shape = readShape(size);
  if (shape.some((each) => each < 0)) throw valueError('negative dimensions are not allowed');
  allocate(sizeOf(shape));
  return shape;
}

/** `count` draws as an array of `shape`, or the one draw as a Python number for None. */
export function fill(size: Value, draw: () => number, dtype: DType = 'float64'): Value {
  const shape = readSize(size);
  if (shape === undefined) return pythonValue(draw(), dtype);
  return new NdArray(fromFlat(makeArray(sizeOf(shape), draw), shape, dtype));
}

/** Draws with parameters that are numbers, or arrays that stretch to each other's shape and to `size`. */
export function sample(
  parameters: readonly Parameter[],
  size: Value,
  draw: (...values: number[]) => number,
  dtype: DType = 'float64',
): Value {
  const tensors = parameters.map(({ value }) => toTensor(value, 'float64'));
  for (const [i, { wrong }] of parameters.entries()) {
    const message = firstWrong(tensors[i] as Tensor, wrong);
    if (message !== undefined) throw valueError(message);
  }
  if (tensors.every(({ rank }) => rank === 0)) {
    const values = parameters.map(({ value }) => toFloat(value));
    return fill(size, () => draw(...values), dtype);
  }
  const shape = commonShape(tensors, size);
  const columns = tensors.map((each) => core.expand(each, shape).toFlat());
  const drawn = makeArray(sizeOf(shape), (i) => draw(...columns.map((each) => each[i] as number)));
  return new NdArray(fromFlat(drawn, shape, dtype));
}

function firstWrong(tensor: Tensor, wrong: Parameter['wrong']): string | undefined {
  if (wrong === undefined) return undefined;
  for (const value of tensor.values()) {
    const message = wrong(value);
    if (message !== undefined) return message;
  }
  return undefined;
}

/**
 * Returns the shape of the result: what the parameters stretch to, or `size` where they stretch to that. The error counts the
 * result among the parameters, as the first or, of integers, as the last.
 */
export function commonShape(
  tensors: readonly Tensor[],
  size: Value,
  counted: 'first' | 'last' = 'first',
): number[] {
  const wanted = readSize(size);
  const shapes = tensors.map(({ shape }) => shape);
  const own = wanted === undefined ? [] : [wanted];
  const all = counted === 'first' ? [...own, ...shapes] : [...shapes, ...own];
  const common = all.reduce<Shape>((joined, shape, i) => {
    try {
      return broadcastShapes<Shape, Shape>(joined, shape) as Shape;
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      const first = all.findIndex((each) => mismatches(each, shape));
      throw valueError(
        `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ${first} with shape ${shapeText(all[first] ?? [])} and arg ${i} with shape ${shapeText(shape)}.`,
      );
    }
  }, []);
  if (wanted !== undefined && !core.sameShape(common, wanted))
    throw valueError(
      `Output size ${shapeText(wanted)} is not compatible with broadcast dimensions of inputs ${shapeText(common)}.`,
    );
  return [...common];
}

function mismatches(a: Shape, b: Shape): boolean {
  try {
    broadcastShapes<Shape, Shape>(a, b);
    return false;
  } catch (error) {
    if (error instanceof ShapeError) return true;
    throw error;
  }
}

/** Returns a shape as `size=` takes it. */
export const sizeValue = (shape: Shape): Value => new PyTuple(shape.map(BigInt));
