/** Numbers of elements, counted by the compiler. */
import type { Shape } from './shape.ts';
import type { IsDynamic, ShapeMismatch } from './shape-types.ts';

/** Whether the compiler counts so far without a reader noticing: numbers of at most two digits. */
type IsSmall<N extends number> = number extends N
  ? false
  : `${N}` extends `${infer _Tens}${infer _Units}${infer Rest}`
    ? Rest extends ''
      ? true
      : false
    : true;

/** A tuple as long as N says, which is how the compiler counts. */
type Counter<N extends number, Done extends 0[] = []> = Done['length'] extends N
  ? Done
  : Counter<N, [...Done, 0]>;

export type Sum<A extends number, B extends number> =
  IsSmall<A> extends true
    ? IsSmall<B> extends true
      ? [...Counter<A>, ...Counter<B>]['length'] & number
      : number
    : number;

/** A counter repeated N times. */
type Times<
  C extends 0[],
  N extends number,
  Turn extends 0[] = [],
  Done extends 0[] = [],
> = Turn['length'] extends N ? Done : Times<C, N, [...Turn, 0], [...Done, ...C]>;

/** Whether a product of the two stays small enough to count: together at most three digits. */
type IsCountable<A extends number, B extends number> = number extends B
  ? false
  : `${A}${B}` extends `${infer _A}${infer _B}${infer _C}${infer Rest}`
    ? Rest extends ''
      ? true
      : false
    : true;

/** The number of elements of a shape; `number` when the compiler cannot count that far. */
type ElementCount<S extends Shape, C extends 0[] = [0]> = S extends readonly [
  infer First extends number,
  ...infer Rest extends Shape,
]
  ? IsCountable<C['length'], First> extends true
    ? ElementCount<Rest, Times<C, First>>
    : number
  : C['length'];

/** `unknown` when `T` holds as many elements as `S` (or the compiler cannot know), else a property nothing has. */
export type ReshapeCheck<S extends Shape, T extends Shape> =
  IsDynamic<S> extends true
    ? unknown
    : IsDynamic<T> extends true
      ? unknown
      : -1 extends T[number]
        ? unknown
        : CheckCount<ElementCount<S>, ElementCount<T>>;

type CheckCount<A extends number, B extends number> = number extends A
  ? unknown
  : number extends B
    ? unknown
    : A extends B
      ? unknown
      : ShapeMismatch<`reshape: ${A} elements do not fit a shape of ${B}`>;
