/** Elements in order, the largest of them, and each one once. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { isTrue, PyTuple, Refusal, type Value } from '../../objects/index.ts';
import { type Arguments, plain } from './arguments.ts';
import { define, definePython } from './define.ts';
import { runtimeError } from './errors.ts';
import { namedResult } from './return-types.ts';
import { axisOf } from './shapes.ts';
import { isTensor, wrap } from './tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** `unique` sorts, whatever `sorted` says, as PyTorch does on the processor. */
function unique(input: Value, inverse: Value, counts: Value, dim: Value): Value {
  if (!isTensor(input)) throw runtimeError('unique expects a tensor');
  if (dim !== null || isTrue(inverse))
    throw new Refusal("torch.unique with return_inverse or dim is not part of this book's PyTorch");
  const found = core.unique(input.tensor);
  const values = wrap(plain(found.values));
  return isTrue(counts) ? new PyTuple([values, wrap(plain(found.counts))]) : values;
}
definePython(
  'unique',
  'input, sorted=True, return_inverse=False, return_counts=False, dim=None',
  (input, _sorted, inverse, counts, dim) => unique(input, inverse, counts, dim),
);
define(
  'unique',
  'Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int dim=None',
  (given) =>
    unique(
      given.object('input'),
      given.flag('return_inverse'),
      given.flag('return_counts'),
      given.value('dim') ?? null,
    ),
  'method',
);

define('sort', [
  'Tensor input, *, bool stable, int dim=-1, bool descending=False, Tensors out=None',
  'Tensor input, int dim=-1, bool descending=False, *, Tensors out=None',
  'Tensor input, *, bool stable, name dim, bool descending=False, Tensors out=None',
  'Tensor input, name dim, bool descending=False, *, Tensors out=None',
], (given) => {
  const { values, indices } = sorted(given);
  return namedResult('sort', ['values', 'indices'], [values, indices]);
});
define('argsort', [
  'Tensor input, *, bool stable, int dim=-1, bool descending=False, Tensor out=None',
  'Tensor input, int dim=-1, bool descending=False',
  'Tensor input, name dim, bool descending=False',
], (given) => sorted(given).indices);

function sorted(given: Arguments) {
  if (typeof given.value('dim') === 'string')
    throw runtimeError(
      'sort: You passed a dimname (string) to this op in place of a dimension index but it does not yet support this behavior. Please pass a dimension index to work around this.',
    );
  const input = self(given);
  const axis = axisOf(given.int('dim', -1), input.value.rank);
  return graph.sort(input, input.value.rank === 0 ? -1 : axis, given.flag('descending'));
}

define(
  'topk',
  'Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensors out=None',
  (given) => {
    const input = self(given);
    const axis = axisOf(given.int('dim', -1), input.value.rank);
    const count = given.int('k', 0);
    if (count < 0 || count > (input.value.shape[axis] ?? 1))
      throw runtimeError('selected index k out of range');
    const { values, indices } = graph.topk(input, count, axis, given.flag('largest', true));
    return namedResult('topk', ['values', 'indices'], [values, indices]);
  },
);
