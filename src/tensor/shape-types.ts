/** Shapes computed by the compiler: literal shapes are checked, `number[]` degrades to a check when run. */
import type { Shape } from './shape.ts';

/** What a nested list of numbers or booleans may be. */
export type Nested = number | boolean | readonly Nested[];

/** An impossible property whose name shows, in the compiler's message, which sizes disagree. */
export type ShapeMismatch<Message extends string> = { readonly __shapeMismatch: Message };

/** Whether the number of dimensions is unknown to the compiler. */
export type IsDynamic<S extends Shape> = number extends S['length'] ? true : false;

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
