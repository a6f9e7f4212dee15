/** `torch.embedding`: the row of a table that each index names. */

import { operation } from '../autograd/operation.ts';
import { gathered, placesIn } from '../autograd/operations/derivatives.ts';
import { from, type Plan } from '../autograd/record.ts';
import * as t from '../autograd/torch.ts';
import type { Variable } from '../autograd/variable.ts';
import { index, type Tensor, unsqueeze } from '../index.ts';

/** The rows; that of `padding` gets no gradient. @throws {IndexError} `out-of-bounds`. */
export const embedding = operation((table: Variable, indices: Tensor, padding?: number): Plan => {
  const { shape } = table.value;
  const counts = padding === undefined ? undefined : unsqueeze(t.equal(indices, padding), -1);
  return {
    node: 'EmbeddingBackward0',
    value: index(table.value, [indices]),
    inputs: [
      from(table, (g) =>
        gathered(counts === undefined ? g : t.where(counts, 0, g), index(placesIn(shape), [indices]), shape),
      ),
    ],
  };
});
