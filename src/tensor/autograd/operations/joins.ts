/** Tensors put together. */
import { concatenate, stack as stackOf, torchRules } from '../../index.ts';
import { from, type Plan, record } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { axesOf, wholeAxes } from './derivatives.ts';

/** Returns the tensors one after another along `dim`: `torch.cat`. */
export function cat(tensors: readonly Variable[], dim = 0): Variable {
  const value = concatenate(
    tensors.map((each) => each.value),
    dim,
    torchRules,
  );
  const [axis] = axesOf(dim, value.rank) as [number];
  let end = 0;
  const inputs = tensors.map((each): Plan['inputs'][number] => {
    const start = end;
    end += each.value.shape[axis] as number;
    const part = [...wholeAxes(axis), { start, stop: end }];
    return from(each, (g) => t.part(g, part));
  });
  return record({ node: 'CatBackward0', value, inputs });
}

/** Returns the tensors side by side along a new axis. */
export function stack(tensors: readonly Variable[], dim = 0): Variable {
  const value = stackOf(
    tensors.map((each) => each.value),
    dim,
    torchRules,
  );
  const [axis] = axesOf(dim, value.rank) as [number];
  const inputs = tensors.map((each, i): Plan['inputs'][number] =>
    from(each, (g) => t.part(g, [...wholeAxes(axis), i])),
  );
  return record({ node: 'StackBackward0', value, inputs });
}
