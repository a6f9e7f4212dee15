/** Shapes of tensors joined, checked by the compiler. */
import type { Sum } from './counted-shape.ts';
import type { FromFront } from './reduced-shape.ts';
import type { Shape } from './shape.ts';
import type { IsDynamic, ShapeMismatch } from './shape-types.ts';

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
