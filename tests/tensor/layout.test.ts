/** The memory order of results: recorded from NumPy 2.2.4 and PyTorch 2.6.0, strides in elements. */
import { describe, expect, it } from 'vitest';
import {
  add,
  arange,
  astype,
  columnMajor,
  concatenate,
  copy,
  copyInLayout,
  exp,
  expand,
  greater,
  index,
  ones,
  permute,
  reshape,
  type Shape,
  type Tensor,
  torchRules,
  transpose,
  where,
} from '../../src/tensor/index.ts';

const matrix = reshape<Shape>(arange(0, 6), [2, 3]) as Tensor;
const turned = transpose(matrix) as Tensor;
const block = reshape<Shape>(arange(0, 24), [2, 3, 4]) as Tensor;
const sum = (a: Tensor, b: Tensor, options = {}) => add<Shape, Shape>(a, b, options);

describe('results keep the memory order of their operands', () => {
  it.each<[string, Tensor, readonly number[]]>([
    ['A.T + 0', add<Shape, []>(turned, 0), [1, 3]],
    ['A.T + A.T', sum(turned, turned), [1, 3]],
    ['A.T + a row-major one', sum(turned, reshape<Shape>(matrix, [3, 2])), [2, 1]],
    ['A.T + a vector', sum(turned, ones([2])), [1, 3]],
    ['A.T + a column', sum(turned, ones([3, 1])), [1, 3]],
    ['exp(A.T)', exp(turned), [1, 3]],
    ['A.T > 2', greater<Shape, []>(turned, 2), [1, 3]],
    ['where(A.T > 2, A.T, 0)', where(greater<Shape, []>(turned, 2), turned, 0), [1, 3]],
    ['A.T.astype(float32)', astype(turned, 'float32'), [1, 3]],
    ['axes 1, 0, 2', add<Shape, []>(permute(block, [1, 0, 2]), 1), [4, 12, 1]],
    ['axes 2, 0, 1', add<Shape, []>(permute(block, [2, 0, 1]), 1), [1, 12, 4]],
    ['a reversed axis', add<Shape, []>(index(matrix, [{}, { step: -1 }]) as Tensor, 0), [3, 1]],
    ['a repeated row', add<Shape, []>(expand(ones([3]), [2, 3]), 0), [3, 1]],
    ['copyInLayout', copyInLayout(turned), [1, 3]],
    ['copy', copy(turned), [2, 1]],
    ['columnMajor', columnMajor(matrix), [1, 2]],
    ['concatenate in NumPy', concatenate([turned, turned]), [1, 6]],
    ['concatenate in PyTorch', concatenate([turned, turned], 0, torchRules), [2, 1]],
  ])('%s', (_name, result, strides) => {
    expect(result.strides).toEqual(strides);
  });

  it('of operands that disagree, the first decides in PyTorch and row-major order in NumPy', () => {
    const straight = reshape<Shape>(matrix, [3, 2]);
    expect(sum(turned, straight, { rules: torchRules }).strides).toEqual([1, 3]);
    expect(sum(straight, turned, { rules: torchRules }).strides).toEqual([2, 1]);
    expect(sum(straight, turned).strides).toEqual([2, 1]);
  });

  it('the elements are the same in any order', () => {
    const moved = permute(block, [2, 0, 1]);
    expect(add<Shape, []>(moved, 0).toNested()).toEqual(moved.toNested());
    expect(columnMajor(block).toNested()).toEqual(block.toNested());
  });
});
