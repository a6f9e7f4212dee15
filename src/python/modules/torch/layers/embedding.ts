/** `F.embedding` and `nn.Embedding`: a row of a table for each index. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { embedding } from '../../../../tensor/layers/index.ts';
import {
  asIndex,
  call,
  isTrue,
  members,
  type PyType,
  pyError,
  repr,
  typeError,
  typeName,
  type Value,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { tensorTypeName } from '../dtype.ts';
import { indexError, runtimeError } from '../errors.ts';
import { setMember } from '../nn/assignment.ts';
import { normalParameter } from '../nn/initial.ts';
import { attribute, layer } from '../nn/layers.ts';
import { isModule } from '../nn/module.ts';
import { python } from '../nn/python-functions.ts';
import { isTensor, parameterType, TensorObject } from '../tensor.ts';
import { sizes } from './geometry.ts';

const EMBEDDING = python(
  'embedding',
  'input, weight, padding_idx=None, max_norm=None!, norm_type=2.0!, scale_grad_by_freq=False!, sparse=False!',
  (input, table, padding) => {
    if (!isTensor(input))
      throw typeError(`embedding(): argument 'indices' (position 2) must be Tensor, not ${typeName(input)}`);
    if (!isTensor(table))
      throw typeError(`embedding(): argument 'weight' (position 1) must be Tensor, not ${typeName(table)}`);
    const { dtype } = input.tensor;
    if (dtype !== 'int64' && dtype !== 'int32')
      throw runtimeError(
        `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${tensorTypeName(dtype)} instead (while checking arguments for embedding)`,
      );
    const rows = table.tensor.shape[0] as number;
    if (input.tensor.toFlat().some((each) => each < 0 || each >= rows))
      throw indexError('index out of range in self');
    const skipped = asIndex(padding);
    const place = skipped === undefined ? undefined : Number(skipped < 0n ? skipped + BigInt(rows) : skipped);
    return embedding(table.variable, input.tensor, place);
  },
);

/** Returns the padding index, counted from the start. */
function paddingOf(value: Value, count: number): Value {
  const index = asIndex(value);
  if (index === undefined) return null;
  const size = BigInt(count);
  if (index >= size || index < -size)
    throw pyError('AssertionError', 'Padding_idx must be within num_embeddings');
  return index < 0n ? index + size : index;
}

const LAYER = layer('Embedding', {
  file: 'sparse',
  signature:
    'num_embeddings, embedding_dim, padding_idx=None, max_norm=None!, norm_type=2.0!, scale_grad_by_freq=False!, sparse=False!, _weight=None, _freeze=False, device=None, dtype=None',
  setUp: (self, count, size, padding, _max, _type, _scale, _sparse, weight, freeze) => {
    const shape = [...sizes(count, 1), ...sizes(size, 1)] as [number, number];
    self.attributes.set('num_embeddings', count);
    self.attributes.set('embedding_dim', size);
    self.attributes.set('padding_idx', paddingOf(padding, shape[0]));
    const given = isTensor(weight)
      ? new TensorObject(new Variable(weight.tensor).requireGrad(!isTrue(freeze)), parameterType)
      : undefined;
    const table = given ?? normalParameter(shape);
    setMember(self, 'weight', table);
    const skipped = asIndex(attribute(self, 'padding_idx'));
    if (given !== undefined || skipped === undefined) return;
    table.tensor.storage.data.fill(0, Number(skipped) * shape[1], (Number(skipped) + 1) * shape[1]);
  },
  forward: (self, input) =>
    call(EMBEDDING[1], [input ?? null, attribute(self, 'weight'), attribute(self, 'padding_idx')]),
  extra: (self) => {
    const sizesText = `${repr(attribute(self, 'num_embeddings'))}, ${repr(attribute(self, 'embedding_dim'))}`;
    const padding = attribute(self, 'padding_idx');
    return padding === null ? sizesText : `${sizesText}, padding_idx=${repr(padding)}`;
  },
});

members(LAYER[1] as PyType, isModule, 'python').classMethod(
  'from_pretrained',
  'embeddings, freeze=True, padding_idx=None',
  (type, table, freeze, padding) => {
    if (!isTensor(table) || table.tensor.rank !== 2)
      throw pyError('AssertionError', 'Embeddings parameter is expected to be 2-dimensional');
    const [rows, columns] = table.tensor.shape.map(BigInt) as [bigint, bigint];
    const made = call(
      type,
      [rows, columns],
      new Map<string, Value>([
        ['padding_idx', padding],
        ['_weight', table],
        ['_freeze', freeze],
      ]),
    );
    return made;
  },
);

export const EMBEDDING_FUNCTIONS: readonly Entry[] = [EMBEDDING];
export const EMBEDDING_LAYERS: readonly Entry[] = [LAYER];
