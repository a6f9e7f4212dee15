/**
 * Gradients of gradients. The formula of a node computes with plain tensors. While a tracer is set, each function that a
 * formula is written with asks it first, and it records in the graph what the function does: so the formula's result has a
 * place in the graph too. Nothing is asked, and nothing recorded, while no tracer is set.
 */
import type { Tensor } from '../index.ts';
import type { GradientNode } from './node.ts';
import type { Variable } from './variable.ts';

export type Tracer = {
  /** The function of these arguments as the graph computes it; undefined where no argument is part of a graph. */
  readonly apply: (name: string, args: readonly unknown[]) => Tensor | undefined;
  /** To be called before the formulas of a node run. @throws {AutogradError} `second-order` where they cannot be traced. */
  readonly enter: (node: GradientNode) => void;
  /** To be called with a gradient that a formula of the node gave. Returns it, at its place in the graph. */
  readonly leave: (node: GradientNode, keepsakes: readonly Variable[], gradient: Tensor) => Tensor;
  /** Registers `variable` as the variable of its tensor, and returns the tensor. */
  readonly keep: (variable: Variable) => Tensor;
  /** Returns the variable registered for a tensor, or a new constant one. */
  readonly variableOf: (tensor: Tensor) => Variable;
  /** Adds a gradient to one that is there. */
  readonly added: (before: Variable | null, gradient: Variable) => Variable;
};

let tracer: Tracer | null = null;

/** Returns the tracer in force, null outside a pass that is recorded. */
export const currentTracer = (): Tracer | null => tracer;

/** Runs `body` under a tracer, or under none. */
export function withTracer<Result>(next: Tracer | null, body: () => Result): Result {
  const before = tracer;
  tracer = next;
  try {
    return body();
  } finally {
    tracer = before;
  }
}

/** `compute` under a name that a tracer knows. */
export function traced<Args extends readonly unknown[]>(
  name: string,
  compute: (...args: Args) => Tensor,
): (...args: Args) => Tensor {
  return (...args) => (tracer === null ? compute(...args) : (tracer.apply(name, args) ?? compute(...args)));
}

let makeTracer: (() => Tracer) | null = null;

/** Makes gradients of gradients possible: to be called by the part that has the tracer. */
export function offerTracer(make: () => Tracer): void {
  makeTracer = make;
}

/** A tracer for one pass; null while the part that makes them has not been fetched. */
export const newTracer = (): Tracer | null => makeTracer?.() ?? null;
