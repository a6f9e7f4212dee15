/** Elements of one tensor written or added to places of another: `scatter`, `index_add`, `put`. */
import { astype, copy, fromFlat, rowMajorData, type Shape, type Tensor } from '../../index.ts';
import { workAt } from '../../meter/index.ts';
import { operation } from '../operation.ts';
import { from, type Plan } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';

/** How a scattered element combines with the one already at its place. */
export type Meeting = 'write' | 'add' | 'multiply' | 'amax' | 'amin';

const MEETINGS: Readonly<Record<Meeting, (there: number, comes: number) => number>> = {
  write: (_there, comes) => comes,
  add: (there, comes) => there + comes,
  multiply: (there, comes) => there * comes,
  amax: (there, comes) => Math.max(there, comes),
  amin: (there, comes) => Math.min(there, comes),
};

/** Returns a row-major copy of `x` into which the elements of `source` came at `places`, counted in row-major order. */
function met(x: Tensor, places: Tensor, source: Tensor, meeting: Meeting): Tensor {
  const made = copy(x);
  const { data } = made.storage;
  const meet = MEETINGS[meeting];
  const from_ = rowMajorData(source.dtype === x.dtype ? source : astype(source, x.dtype));
  const to = rowMajorData(places);
  for (let i = 0; i < to.length; i++) {
    workAt(i);
    const place = (to[i] as number) + made.offset;
    data[place] = meet(data[place] as number, from_[i] as number);
  }
  return made;
}

/** `gradient` with zeros at `places`. */
function without(gradient: Tensor, places: Tensor): Tensor {
  const zeros = fromFlat<Shape>(new Array<number>(places.size).fill(0), places.shape, gradient.dtype);
  return met(gradient, places, zeros, 'write');
}

/**
 * `self` with the elements of `source` written or added at `places` (row-major places in `self`, in the shape of `source`);
 * `node` is PyTorch's name of the operation. Other meetings have no gradient here.
 */
export const placed = operation(
  (self: Variable, places: Tensor, source: Variable, meeting: Meeting, node: string): Plan => ({
    node,
    value: met(self.value, places, source.value, meeting),
    inputs: [
      from(self, (g) => (meeting === 'add' ? g : without(g, places))),
      from(source, (g) => t.takenAt(g, places)),
    ],
  }),
);
