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

type Sum<A extends number, B extends number> =
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

/** The shapes of several tensors. */
export type ShapesOf<T extends readonly { readonly shape: Shape }[]> = {
  -readonly [K in keyof T]: T[K]['shape'];
};

/** The shape of `concatenate`. */
export type Concatenated<Shapes extends readonly Shape[], Axis extends number> = Shapes extends readonly [
  infer First extends Shape,
  ...infer Rest extends Shape[],
]
  ? JoinAll<First, Rest, Axis>
  : number[];

type JoinAll<
  First extends Shape,
  Rest extends readonly Shape[],
  Axis extends number,
> = Rest extends readonly [infer Next extends Shape, ...infer Others extends Shape[]]
  ? JoinAll<JoinTwo<First, Next, Axis>, Others, Axis>
  : Rest extends readonly []
    ? [...First]
    : number[];

type JoinTwo<A extends Shape, B extends Shape, Axis extends number> =
  IsDynamic<A> extends true
    ? number[]
    : IsDynamic<B> extends true
      ? number[]
      : number extends Axis
        ? number[]
        : {
            -readonly [K in keyof A]: K extends `${FromFront<A, Axis>}`
              ? Sum<A[K] & number, SizeAt<B, K>>
              : A[K];
          };

type SizeAt<S extends Shape, K> = K extends keyof S ? S[K] & number : number;

/** `unknown` when the shapes agree but for `Axis`, else a property nothing has. */
export type ConcatenateCheck<Shapes extends readonly Shape[], Axis extends number> = Shapes extends readonly [
  infer First extends Shape,
  ...infer Rest extends Shape[],
]
  ? CheckEach<First, Rest, Axis>
  : unknown;

type CheckEach<
  First extends Shape,
  Rest extends readonly Shape[],
  Axis extends number,
> = Rest extends readonly [infer Next extends Shape, ...infer Others extends Shape[]]
  ? [JoinMismatch<First, Next, Axis>] extends [never]
    ? CheckEach<First, Others, Axis>
    : ShapeMismatch<JoinMismatch<First, Next, Axis>>
  : unknown;

/** What disagrees between two shapes to be joined; `never` when nothing does. */
type JoinMismatch<A extends Shape, B extends Shape, Axis extends number> =
  IsDynamic<A> extends true
    ? never
    : IsDynamic<B> extends true
      ? never
      : number extends Axis
        ? never
        : A['length'] extends B['length']
          ? {
              [K in keyof A & `${number}`]: K extends `${FromFront<A, Axis>}`
                ? never
                : Differ<A[K] & number, SizeAt<B, K>> extends true
                  ? `concatenate: sizes ${A[K] & number} and ${SizeAt<B, K>} differ at axis ${K}`
                  : never;
            }[keyof A & `${number}`]
          : `concatenate: ${A['length']} and ${B['length']} dimensions differ`;

type Differ<A extends number, B extends number> = number extends A
  ? false
  : number extends B
    ? false
    : A extends B
      ? false
      : true;

/** The shape of `stack`: the first tensor's with their number put in at `Axis`. */
export type Stacked<Shapes extends readonly Shape[], Axis extends number> = Shapes extends readonly [
  infer First extends Shape,
  ...Shape[],
]
  ? IsDynamic<First> extends true
    ? number[]
    : number extends Axis
      ? number[]
      : number extends Shapes['length']
        ? number[]
        : Insert<First, FromFront<[0, ...First], Axis>, Shapes['length']>
  : number[];

type Insert<
  S extends Shape,
  At extends number,
  Size extends number,
  Done extends Shape = [],
> = Done['length'] extends At
  ? [...Done, Size, ...S]
  : S extends readonly [infer First extends number, ...infer Rest extends Shape]
    ? Insert<Rest, At, Size, [...Done, First]>
    : number[];
