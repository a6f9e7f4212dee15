/** An operation from its plan, with its twin that writes into the first operand: `add` and `add_`. */
import { applyInPlace } from './in-place.ts';
import { type Plan, record } from './record.ts';
import type { Variable } from './variable.ts';

/** An operation on variables; recorded in the graph when an operand requires a gradient. */
export type Operation<First, Rest extends readonly unknown[]> = {
  (first: First, ...rest: Rest): Variable;
  /**
   * Writes the result into `target` and returns it: PyTorch's method with a trailing underscore.
   * @throws {AutogradError} `leaf-in-place` and the other kinds that end in `in-place`.
   */
  inPlace(target: Variable & First, ...rest: Rest): Variable;
};

/** Returns the operation that carries out `plan`. */
export function operation<First, Rest extends readonly unknown[]>(
  plan: (first: First, ...rest: Rest) => Plan,
): Operation<First, Rest> {
  return Object.assign((first: First, ...rest: Rest) => record(plan(first, ...rest)), {
    inPlace: (target: Variable & First, ...rest: Rest) =>
      applyInPlace(target, rest, (self) => plan(self as Variable & First, ...rest)),
  });
}
