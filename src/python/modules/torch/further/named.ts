import type { Variable } from '../../../../tensor/autograd/index.ts';

/** Returns the result under the name that PyTorch gives its node. */
export function named(node: string, result: Variable): Variable {
  if (result.gradFn !== null) result.gradFn.name = node;
  return result;
}
