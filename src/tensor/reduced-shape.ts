/** Shapes of reductions, checked by the compiler. */
import type { Shape } from './shape.ts';
import type { IsDynamic, ShapeMismatch } from './shape-types.ts';

/** An axis counted from the front: −1 is the last of `S`. `never` when out of range. */
export type FromFront<
  S extends Shape,
  Axis extends number,
> = `${Axis}` extends `-${infer Back extends number}`
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
