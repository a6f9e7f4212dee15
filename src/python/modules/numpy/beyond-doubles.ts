/** Where integers beyond 2^53 go: to a part of NumPy that is fetched for programs that may come to them. */
import { NumericError, type Tensor, type Value as TensorValue } from '../../../tensor/index.ts';

export type ExactOperations = {
  /** The ufunc of `operands`; undefined where it has no exact form. `where` names the place in warnings. */
  readonly ufunc: (
    name: string,
    operands: readonly TensorValue[],
    where: string,
    kernel: (operands: readonly TensorValue[]) => Tensor,
  ) => Tensor;
  readonly reduce: (
    name: 'sum' | 'prod' | 'max' | 'min',
    t: Tensor,
    options: { axis?: number | number[]; keepdims?: boolean },
  ) => Tensor;
  readonly running: (name: 'cumsum' | 'cumprod', t: Tensor, axis: number | undefined) => Tensor;
};

let offered: ExactOperations | undefined;

/** To be called by the part when it is fetched. */
export function offerExact(operations: ExactOperations): void {
  offered = operations;
}

/** Returns what `compute` gives; where doubles cannot hold the integers of it, what `exactly` gives, if the part is there. */
export function beyondDoubles(
  compute: () => Tensor,
  exactly: (operations: ExactOperations) => Tensor,
): Tensor {
  try {
    return compute();
  } catch (error) {
    const isBeyond = error instanceof NumericError && error.problem.kind === 'integer-range';
    if (!isBeyond || offered === undefined) throw error;
    return exactly(offered);
  }
}
