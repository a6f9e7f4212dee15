/** Pooling in the graph. */

import { operation } from '../autograd/operation.ts';
import { gathered, placesIn } from '../autograd/operations/derivatives.ts';
import { from, type Plan, record } from '../autograd/record.ts';
import { Variable } from '../autograd/variable.ts';
import { add, multiply, type Shape, sizeOf, type Tensor } from '../index.ts';
import { reserve } from '../meter/index.ts';
import { reshape } from '../views.ts';
import { averagePool, averagePoolGradient, type Divisor, maxPool, type Windows } from './pooling.ts';

/** Returns the place in the whole image of each index, which counts within its plane. */
function placesOf(indices: Tensor, image: Shape): Tensor {
  const plane = (image.at(-1) as number) * (image.at(-2) as number);
  const lead = image.slice(0, -2);
  const starts = multiply<Shape>(placesIn(lead), plane);
  return add<Shape, Shape>(indices, reshape<Shape>(starts, [...lead, 1, 1]));
}

/** Returns the greatest element of each window of [N, C, H, W], and its index in its plane. */
export function maxPooling(self: Variable, windows: Windows): { values: Variable; indices: Variable } {
  const x = self.value;
  const { values, indices } = maxPool(x, windows);
  const places = placesOf(indices, x.shape);
  return {
    values: record({
      node: 'MaxPool2DWithIndicesBackward0',
      value: values,
      inputs: [from(self, (g) => gathered(g, places, x.shape), self)],
    }),
    indices: new Variable(indices),
  };
}

/** The mean of each window of [N, C, H, W]. */
export const averagePooling = operation((self: Variable, windows: Windows, divisor: Divisor): Plan => {
  const x = self.value;
  return {
    node: 'AvgPool2DBackward0',
    value: averagePool(x, windows, divisor),
    inputs: [from(self, (g) => averagePoolGradient(g, x.shape, windows, divisor), self)],
  };
});

/** Returns where the part of `size` elements that gives element `at` of `count` begins; the next begins no later than it ends. */
const start = (at: number, size: number, count: number): number => Math.floor((at * size) / count);
const end = (at: number, size: number, count: number): number => Math.ceil(((at + 1) * size) / count);

/** A matrix [count, size] that takes the mean of each of `count` parts. */
export function partsOf(size: number, count: number): number[] {
  reserve(sizeOf([count, size]));
  const rows = new Array<number>(sizeOf([count, size])).fill(0);
  for (let at = 0; at < count; at++) {
    const [first, last] = [start(at, size, count), end(at, size, count)];
    for (let i = first; i < last; i++) rows[at * size + i] = 1 / (last - first);
  }
  return rows;
}
