/** Writing the whole tensor in place. */
import { operations as graph, Variable } from '../../../tensor/autograd/index.ts';
import { broadcastShapes, type Shape, ShapeError } from '../../../tensor/index.ts';
import type { Arguments } from './arguments.ts';
import { define } from './define.ts';
import { list, runtimeError } from './errors.ts';

const self = (given: Arguments): Variable => given.variable('input');

define('zero_', 'Tensor input', (given) => graph.zero.inPlace(self(given)), 'method');
define(
  'fill_',
  ['Tensor input, Tensor value', 'Tensor input, Number value'],
  (given) => {
    const value = given.operand('value');
    if (value instanceof Variable && value.value.rank !== 0)
      throw runtimeError(
        `fill_ only supports 0-dimension value tensor but got tensor with ${value.value.rank} dimensions.`,
      );
    return graph.fill.inPlace(self(given), value);
  },
  'method',
);
define(
  'copy_',
  'Tensor input, Operand other, bool non_blocking=False',
  (given) => {
    const other = given.operand('other');
    if (!(other instanceof Variable)) return graph.fill.inPlace(self(given), other);
    try {
      return graph.copyFrom.inPlace(self(given), other);
    } catch (error) {
      if (error instanceof ShapeError) requireStretchable(other.value.shape, self(given).value.shape);
      throw error;
    }
  },
  'method',
);
/** Whether `from` broadcasts to `target`, said as `copy_` says it. */
function requireStretchable(from: Shape, target: Shape): void {
  const common = broadcastShapes<Shape, Shape>(target, from);
  if (list(common) !== list(target))
    throw runtimeError(`output with shape ${list(target)} doesn't match the broadcast shape ${list(common)}`);
}
