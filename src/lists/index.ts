/** Plain lists and rows of numbers, computed by the tensor core: what worked arithmetic and the widgets work with. */
import {
  add as addTensors,
  clip,
  degrees,
  divide as divideTensors,
  dot as dotTensors,
  eye,
  fromFlat,
  matmul as matmulTensors,
  maximum,
  multiply as multiplyTensors,
  radians,
  sqrt,
  subtract as subtractTensors,
  type Tensor,
  transpose as transposeTensor,
} from '../tensor/index.ts';
import { arccos, arctan2, cos, sin } from '../tensor/transcendental/index.ts';

export type List = readonly number[];
export type Rows = readonly List[];

/** Sum, difference and product, element by element; the lists have the same length. */
export function add(a: List, b: List): List {
  return addTensors(list(a), list(b)).toFlat();
}

export function subtract(a: List, b: List): List {
  return subtractTensors(list(a), list(b)).toFlat();
}

export function multiply(a: List, b: List): List {
  return multiplyTensors(list(a), list(b)).toFlat();
}

/** Returns every element times, or divided by, one number. */
export function scale(factor: number, a: List): List {
  return multiplyTensors(list(a), scalar(factor)).toFlat();
}

export function divide(a: List, divisor: number): List {
  return divideTensors(list(a), scalar(divisor)).toFlat();
}

export function dot(a: List, b: List): number {
  return dotTensors(list(a), list(b)).item();
}

/** Returns the Euclidean length, as NumPy computes it: the root of the vector's dot product with itself. */
export function norm(a: List): number {
  return sqrt(scalar(dot(a, a))).item();
}

/** Returns the cosine of the angle between two vectors that are not zero; rounding never takes it out of [−1, 1]. */
export function cosine(a: List, b: List): number {
  const lengths = multiplyTensors(scalar(norm(a)), scalar(norm(b)));
  return clip(divideTensors(scalar(dot(a, b)), lengths), -1, 1).item();
}

/** Returns the angle, from 0 to 180, that has a cosine. */
export function degreesOf(cosineOfAngle: number): number {
  return degrees(arccos(scalar(cosineOfAngle))).item();
}

type Point = readonly [number, number];

/**
 * Returns the direction of a vector of the plane that is not zero, from −180 to 180 degrees, anticlockwise from the first axis.
 */
export function direction([x, y]: Point): number {
  return degrees(arctan2(scalar(y), scalar(x))).item();
}

/**
 * Returns the angle between two vectors of the plane that are not zero, from 0 to 180 degrees, by the arctangent of |det| over
 * dot: the arccosine loses half of the digits where the vectors are nearly parallel.
 */
export function angleBetween(a: Point, b: Point): number {
  const across = Math.abs(det([a, b]));
  return degrees(arctan2(scalar(across), scalar(withoutRounding(multiply(a, b))))).item();
}

/** Decimal digits that a float64 always keeps (C's DBL_DIG). */
const FLOAT64_DIGITS = 15;

/**
 * Returns the sum of terms, rounded to the decimals that the largest of them carries: where terms nearly cancel, the digits
 * beyond come from how they are stored. 4.0001 − 4 is 0.0001, and 0.7 · 0.1 − 0.1 · 0.7 is 0.
 */
export function withoutRounding(terms: List): number {
  const ones = terms.map(() => 1);
  const total = dot(terms, ones);
  const size = Math.max(...terms.map(Math.abs));
  if (size === 0 || !Number.isFinite(total)) return total;
  const decimals = Math.min(100, Math.max(0, FLOAT64_DIGITS - Math.ceil(Math.log10(size))));
  return Number(total.toFixed(decimals)) || 0;
}

export function transpose(rows: Rows): Rows {
  return rowsOf(transposeTensor(matrix(rows)));
}

/** @throws {ShapeError} when the inner sizes differ. */
export function matmul(a: Rows, b: Rows): Rows {
  return rowsOf(matmulTensors(matrix(a), matrix(b)));
}

/** Returns a list added to every row. */
export function addToRows(rows: Rows, b: List): Rows {
  return rowsOf(addTensors(matrix(rows), list(b)));
}

/** max(0, z), element by element. */
export function relu(rows: Rows): Rows {
  return rowsOf(maximum(matrix(rows), scalar(0)));
}

export function identity(size: number): Rows {
  return rowsOf(eye(size));
}

/** A 2×2 matrix. */
export type Square = readonly [readonly [number, number], readonly [number, number]];

/** Returns the determinant of a 2×2 matrix as the book works it out, ad − bc, so that a singular one gives exactly 0. */
export function det([[a, b], [c, d]]: Square): number {
  const [ad = Number.NaN, bc = Number.NaN] = multiply([a, b], [d, c]);
  return withoutRounding([ad, -bc]);
}

/** Returns the matrix that turns the plane by an angle in degrees; a quarter turn has exact zeros. */
export function rotation(angle: number): Rows {
  const turn = radians(scalar(angle));
  // π is rounded, so a cosine below its unit roundoff should be 0.
  const settled = (value: number) => (Math.abs(value) < Number.EPSILON ? 0 : value);
  const [c, s] = [settled(cos(turn).item()), settled(sin(turn).item())];
  return [
    [c, 0 - s],
    [s, c],
  ];
}

/** a + factor · b, for rows of the same shape. */
export function plusScaled(a: Rows, factor: number, b: Rows): Rows {
  return rowsOf(addTensors(matrix(a), multiplyTensors(matrix(b), scalar(factor))));
}

function list(values: List): Tensor<[number]> {
  return fromFlat(values, [values.length]);
}

function scalar(value: number): Tensor<[]> {
  return fromFlat([value], []);
}

function matrix(rows: Rows): Tensor<[number, number]> {
  return fromFlat(rows.flat(), [rows.length, rows[0]?.length ?? 0]);
}

function rowsOf(tensor: Tensor): Rows {
  const [rows = 0, columns = 0] = tensor.shape;
  const flat = tensor.toFlat();
  return Array.from({ length: rows }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
}
