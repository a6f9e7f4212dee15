import { describe, expect, it } from 'vitest';
import { backward, operations, Variable } from '../../../src/tensor/autograd/index.ts';
import { type Nested, tensor } from '../../../src/tensor/index.ts';

const leaf = (nested: Nested) => new Variable(tensor(nested, { dtype: 'float32' })).requireGrad();
const gradient = (of: Variable) => of.grad?.value.toNested();

describe('backward', () => {
  it('adds the gradients of all paths to a leaf', () => {
    const w = leaf([1, 2, 3]);
    backward([operations.sum(operations.mul(w, w))]);
    expect(gradient(w)).toEqual([2, 4, 6]);
  });

  it('adds to what is there, in place', () => {
    const w = leaf([0.5]);
    backward([operations.sum(operations.mul(w, 3))]);
    const first = w.grad;
    backward([operations.sum(operations.mul(w, 3))]);
    expect(w.grad).toBe(first);
    expect(gradient(w)).toEqual([6]);
  });
});

describe('one of several views', () => {
  it('keeps its gradient when the base is written to', () => {
    const w = leaf([
      [1, 2],
      [3, 4],
    ]);
    const doubled = operations.mul(w, 2);
    const [, second] = operations.unbind(doubled) as [Variable, Variable];
    operations.mul.inPlace(doubled, 3);
    backward([operations.sum(second)]);
    expect(second.value.toFlat()).toEqual([18, 24]);
    expect(gradient(w)).toEqual([
      [0, 0],
      [6, 6],
    ]);
  });
});
