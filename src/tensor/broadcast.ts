/** NumPy's broadcasting rule (https://numpy.org/doc/stable/user/basics.broadcasting.html), which PyTorch shares. */
import { ShapeError } from './errors.ts';
import { type Shape, sameShape } from './shape.ts';
import type { Broadcast, BroadcastCheck, Requested } from './shape-types.ts';
import { type Tensor, viewOf } from './tensor.ts';

/**
 * Returns the shape that `a` and `b` broadcast to: aligned at the last axis, sizes equal or one of them 1.
 * @throws {ShapeError} `broadcast`, naming the last axis that disagrees.
 */
export function broadcastShapes<const A extends Shape, const B extends Shape>(
  a: A,
  b: B & BroadcastCheck<A, B>,
  operation = 'broadcast',
): Broadcast<A, B> {
  return mergeShapes(a, b, operation) as Broadcast<A, B>;
}

/** As `broadcastShapes`, for shapes the compiler does not know. */
export function mergeShapes(a: Shape, b: Shape, operation: string): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const left = a[a.length - back] ?? 1;
    const right = b[b.length - back] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      const axis = rank - back;
      throw new ShapeError(operation, { kind: 'broadcast', axis, sizes: [left, right] }, [a, b]);
    }
    shape[rank - back] = left === 1 ? right : left;
  }
  return shape;
}

/**
 * Returns a view stretched to `shape`: axes of size 1 and new leading axes get stride 0. −1 keeps a size.
 * NumPy's `broadcast_to`, PyTorch's `expand`.
 * @throws {ShapeError} `expand`.
 */
export function expand<const T extends Shape>(t: Tensor, shape: T): Tensor<Requested<T>> {
  const lead = shape.length - t.rank;
  const sizes: number[] = [];
  const strides: number[] = [];
  for (let axis = Math.min(0, lead); axis < shape.length; axis++) {
    const requested = shape[axis];
    const size = t.shape[axis - lead];
    const kept = requested === -1 ? size : requested;
    if (kept === undefined || kept < 0 || (size !== undefined && size !== 1 && size !== kept)) {
      throw new ShapeError('expand', { kind: 'expand', requested: shape, axis }, [t.shape]);
    }
    sizes.push(kept);
    strides.push(size === kept ? (t.strides[axis - lead] as number) : 0);
  }
  return viewOf(t, sizes as Shape as Requested<T>, strides, t.offset);
}
