/** Shapes computed by the compiler: literal shapes are checked, `number[]` degrades to a check when run. */
import type { Shape } from './shape.ts';

/** What a nested list of numbers or booleans may be. */
export type Nested = number | boolean | readonly Nested[];

/** An impossible property whose name shows, in the compiler's message, which sizes disagree. */
export type ShapeMismatch<Message extends string> = { readonly __shapeMismatch: Message };

/** Whether the number of dimensions is unknown to the compiler. */
type IsDynamic<S extends Shape> = number extends S['length'] ? true : false;

/** The shape of a nested literal: `[[1, 2, 3], [4, 5, 6]]` has `[2, 3]`. */
export type ShapeOf<N> = N extends readonly unknown[]
  ? number extends N['length']
    ? number[]
    : N extends readonly [infer First, ...unknown[]]
      ? Prepend<N['length'], ShapeOf<First>>
      : [0]
  : [];

type Prepend<Size extends number, S extends Shape> = IsDynamic<S> extends true ? number[] : [Size, ...S];

/** A shape with its sizes in reverse order. */
export type Reverse<S extends Shape> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer First extends number, ...infer Rest extends Shape]
      ? [...Reverse<Rest>, First]
      : [];

/** `T` without `readonly`, as the shape of a result. −1 becomes an unknown size. */
export type Requested<T extends Shape> =
  IsDynamic<T> extends true ? number[] : { -readonly [K in keyof T]: T[K] extends -1 ? number : T[K] };

/** The size two sizes broadcast to, or `never`. */
type BroadcastSize<A extends number, B extends number> = number extends A
  ? B extends 1
    ? number
    : B
  : number extends B
    ? A extends 1
      ? number
      : A
    : A extends 1
      ? B
      : B extends 1
        ? A
        : A extends B
          ? A
          : never;

/** The shape that `A` and `B` broadcast to; `never` where they do not. */
export type Broadcast<A extends Shape, B extends Shape> =
  IsDynamic<A> extends true ? number[] : IsDynamic<B> extends true ? number[] : Aligned<A, B>;

type Aligned<A extends Shape, B extends Shape> = A extends readonly [
  ...infer RestA extends Shape,
  infer LastA extends number,
]
  ? B extends readonly [...infer RestB extends Shape, infer LastB extends number]
    ? [BroadcastSize<LastA, LastB>] extends [never]
      ? never
      : [...Aligned<RestA, RestB>, BroadcastSize<LastA, LastB>]
    : [...A]
  : [...B];

/** `unknown` when the shapes broadcast, else a property nothing has. */
export type BroadcastCheck<A extends Shape, B extends Shape> =
  IsDynamic<A> extends true ? unknown : IsDynamic<B> extends true ? unknown : CheckAligned<A, B>;

type CheckAligned<A extends Shape, B extends Shape> = A extends readonly [
  ...infer RestA extends Shape,
  infer LastA extends number,
]
  ? B extends readonly [...infer RestB extends Shape, infer LastB extends number]
    ? [BroadcastSize<LastA, LastB>] extends [never]
      ? ShapeMismatch<`broadcast: sizes ${LastA} and ${LastB} differ`>
      : CheckAligned<RestA, RestB>
    : unknown
  : unknown;

/** The shape of a matrix product, as `matmul` forms it. */
export type Matmul<A extends Shape, B extends Shape> =
  IsDynamic<A> extends true
    ? number[]
    : IsDynamic<B> extends true
      ? number[]
      : A extends readonly [number]
        ? B extends readonly [number]
          ? []
          : B extends readonly [...infer BatchB extends Shape, number, infer N extends number]
            ? [...BatchB, N]
            : never
        : A extends readonly [...infer BatchA extends Shape, infer M extends number, number]
          ? B extends readonly [number]
            ? [...BatchA, M]
            : B extends readonly [...infer BatchB extends Shape, number, infer N extends number]
              ? [...Broadcast<BatchA, BatchB>, M, N]
              : never
          : never;

/** `unknown` when the matrix product exists, else a property nothing has. */
export type MatmulCheck<A extends Shape, B extends Shape> =
  IsDynamic<A> extends true
    ? unknown
    : IsDynamic<B> extends true
      ? unknown
      : A extends readonly [...infer RestA extends Shape, infer K extends number]
        ? B extends readonly [infer K2 extends number]
          ? CheckInner<K, K2, [], []>
          : B extends readonly [...infer BatchB extends Shape, infer K2 extends number, number]
            ? CheckInner<
                K,
                K2,
                RestA extends readonly [...infer BatchA extends Shape, number] ? BatchA : [],
                BatchB
              >
            : ShapeMismatch<'matmul: the second operand has no dimensions'>
        : ShapeMismatch<'matmul: the first operand has no dimensions'>;

type CheckInner<
  K extends number,
  K2 extends number,
  BatchA extends Shape,
  BatchB extends Shape,
> = number extends K
  ? BroadcastCheck<BatchA, BatchB>
  : number extends K2
    ? BroadcastCheck<BatchA, BatchB>
    : K extends K2
      ? BroadcastCheck<BatchA, BatchB>
      : ShapeMismatch<`matmul: inner sizes ${K} and ${K2} differ`>;

/** An axis counted from the front: −1 is the last of `S`. `never` when out of range. */
type FromFront<S extends Shape, Axis extends number> = `${Axis}` extends `-${infer Back extends number}`
  ? S extends readonly [...infer Rest extends Shape, number]
    ? Back extends 1
      ? Rest['length']
      : FromFront<Rest, Closer<Back>>
    : never
  : `${Axis}` extends keyof S
    ? Axis
    : never;

/** −(Back − 1), for the few axes a shape has. */
type Closer<Back extends number> = [0, 0, -1, -2, -3, -4, -5, -6, -7][Back] & number;

/** A shape with axis `At` replaced by `By`. */
type Splice<
  S extends Shape,
  At extends number,
  By extends Shape,
  Done extends Shape = [],
> = S extends readonly [infer First extends number, ...infer Rest extends Shape]
  ? Done['length'] extends At
    ? [...Done, ...By, ...Rest]
    : Splice<Rest, At, By, [...Done, First]>
  : Done;

/** What `axis` of a reduction may be; undefined reduces all. */
export type Axes = number | readonly number[] | undefined;

/** The shape left when `Axis` is reduced. */
export type Reduced<S extends Shape, Axis extends Axes, Keep extends boolean> = boolean extends Keep
  ? number[]
  : [Axis] extends [undefined]
    ? Keep extends true
      ? { -readonly [K in keyof S]: 1 }
      : []
    : IsDynamic<S> extends true
      ? number[]
      : [Axis] extends [number]
        ? number extends Axis
          ? number[]
          : Splice<S, FromFront<S, Axis>, Keep extends true ? [1] : []>
        : number[];

/** `unknown` when `Axis` is an axis of `S` (or the compiler cannot know), else a property nothing has. */
export type AxisCheck<S extends Shape, Axis extends Axes> =
  IsDynamic<S> extends true
    ? unknown
    : [Axis] extends [number]
      ? number extends Axis
        ? unknown
        : [FromFront<S, Axis>] extends [never]
          ? ShapeMismatch<`axis ${Axis} is out of range for ${S['length']} dimensions`>
          : unknown
      : unknown;
