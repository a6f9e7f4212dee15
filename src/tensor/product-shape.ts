/** Shapes of matrix products, checked by the compiler. */
import type { Shape } from './shape.ts';
import type { Broadcast, BroadcastCheck, IsDynamic, ShapeMismatch } from './shape-types.ts';

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
