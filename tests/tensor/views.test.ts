import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  arange,
  broadcastShapes,
  contiguous,
  copy,
  expand,
  flatten,
  flip,
  index,
  permute,
  ravel,
  reshape,
  squeeze,
  swapAxes,
  type Tensor,
  tensor,
  transpose,
  unsqueeze,
  viewAs,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const matrix = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const cube = reshape(arange(0, 24), [2, 3, 4]);

describe('reading and writing elements', () => {
  it('counts negative indices from the end', () => {
    expect(matrix.at(-1, -2)).toBe(5);
  });

  it('shows a write through any view in all of them, and counts it', () => {
    const base = zeros([2, 3]);
    const view = transpose(base);
    view.setAt([2, 0], 7);
    expect(base.at(0, 2)).toBe(7);
    expect(base.storage.version).toBe(1);
  });

  it('refuses other numbers of indices, indices outside, and item() of several', () => {
    expect(refusal(() => matrix.at(0))).toEqual({ kind: 'too-many-indices', rank: 2, given: 1 });
    expect(refusal(() => matrix.at(0, 3))).toEqual({ kind: 'out-of-bounds', index: 3, axis: 1, size: 3 });
    expect(refusal(() => matrix.setAt([-3, 0], 1))).toEqual({
      kind: 'out-of-bounds',
      index: -3,
      axis: 0,
      size: 2,
    });
    expect(refusal(() => matrix.at(0, 0.5))).toMatchObject({ kind: 'out-of-bounds', index: 0.5 });
    expect(refusal(() => matrix.item())).toEqual({ kind: 'not-one-element', size: 6 });
  });

  it('iterates in row-major order of the view', () => {
    expect([...transpose(matrix).values()]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

describe('views of axes', () => {
  it('transpose reverses shape and strides on the same storage', () => {
    const t = transpose(matrix);
    expectTypeOf(t).toEqualTypeOf<Tensor<[3, 2]>>();
    expect([t.shape, t.strides, t.isContiguous]).toEqual([[3, 2], [1, 3], false]);
    expect(t.storage).toBe(matrix.storage);
    expect(transpose(zeros([3, 1])).isContiguous).toBe(true);
  });

  it('permute and swapAxes move axes', () => {
    expect(permute(cube, [2, 0, -2]).strides).toEqual([1, 12, 4]);
    expect(swapAxes(cube, 0, -1).shape).toEqual([4, 3, 2]);
    expect(refusal(() => permute(cube, [0, 1]))).toEqual({ kind: 'permutation', axes: [0, 1], rank: 3 });
    expect(refusal(() => permute(cube, [0, 1, 1]))).toEqual({ kind: 'repeated-axis', axis: 1 });
    expect(refusal(() => swapAxes(cube, 0, 3))).toEqual({ kind: 'axis', axis: 3, rank: 3 });
    expect(refusal(() => swapAxes(cube, -4, 0))).toEqual({ kind: 'axis', axis: -4, rank: 3 });
  });

  it('squeeze drops axes of size 1, unsqueeze adds one', () => {
    expect(squeeze(zeros([1, 3, 1])).shape).toEqual([3]);
    expect(squeeze(zeros([1, 3, 1]), [-1]).shape).toEqual([1, 3]);
    expect(squeeze(zeros([2, 1, 3])).strides).toEqual([3, 1]);
    expect(refusal(() => squeeze(matrix, [1]))).toEqual({ kind: 'not-size-one', axis: 1 });
    expect(unsqueeze(matrix, 1).shape).toEqual([2, 1, 3]);
    expect([unsqueeze(matrix, -1).shape, unsqueeze(matrix, -1).strides]).toEqual([
      [2, 3, 1],
      [3, 1, 1],
    ]);
    expect(unsqueeze(matrix, 0).strides).toEqual([6, 3, 1]);
  });

  it('expand stretches axes of size 1 with stride 0', () => {
    const column = tensor([[1], [2]]);
    const wide = expand(column, [2, 3]);
    expect([wide.strides, wide.toNested()]).toEqual([
      [1, 0],
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
    ]);
    expect(expand(column, [4, -1, 3]).shape).toEqual([4, 2, 3]);
    expect(refusal(() => expand(column, [3, 3]))).toEqual({ kind: 'expand', requested: [3, 3], axis: 0 });
    expect(refusal(() => expand(column, [1]))).toMatchObject({ kind: 'expand' });
    expect(refusal(() => expand(column, [-1, 2, 1]))).toMatchObject({ kind: 'expand', axis: 0 });
  });
});

describe('reshape', () => {
  it('is a view of contiguous elements', () => {
    const t = reshape(matrix, [3, 2]);
    expectTypeOf(t).toEqualTypeOf<Tensor<[3, 2]>>();
    expect(t.storage).toBe(matrix.storage);
    expect(t.toFlat()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is checked by the compiler where it can count', () => {
    expectTypeOf(reshape(matrix, [-1, 2])).toEqualTypeOf<Tensor<[number, 2]>>();
    expectTypeOf(reshape(zeros([6] as number[]), [3, 2])).toEqualTypeOf<Tensor<[3, 2]>>();
    expectTypeOf(reshape(matrix, [3, 2] as number[])).toEqualTypeOf<Tensor<number[]>>();
    expectTypeOf(reshape(arange(0, 6), [3, 2])).toEqualTypeOf<Tensor<[3, 2]>>();
    // @ts-expect-error reshape: 6 elements do not fit a shape of 8
    expect(() => reshape(matrix, [4, 2])).toThrow('reshape: 6 elements do not fit shape [4, 2]');
    expect(() => reshape(zeros([64, 64]), [64, 63])).toThrow('4096 elements');
  });

  it('infers -1', () => {
    expect(reshape(cube, [4, -1]).shape).toEqual([4, 6]);
    expect(reshape(zeros([0, 3]), [3, -1]).shape).toEqual([3, 0]);
  });

  it.each([
    [[5, 2], 'reshape'],
    [[5, -1], 'reshape'],
    [[0, -1], 'reshape'],
    [[-1, -1], 'two-unknown-sizes'],
    [[-2, 3], 'negative-size'],
  ])('refuses %j for six elements', (shape, kind) => {
    expect(refusal(() => reshape(matrix, shape))).toMatchObject({ kind, requested: shape });
  });

  it('copies when the strides do not allow a view, and viewAs refuses', () => {
    const t = transpose(matrix);
    expect(reshape(t, [6]).storage).not.toBe(matrix.storage);
    expect(reshape(t, [6]).toFlat()).toEqual([1, 4, 2, 5, 3, 6]);
    expect(refusal(() => viewAs(t, [6]))).toEqual({ kind: 'view', requested: [6] });
    expect(viewAs(t, [3, 2, 1]).strides).toEqual([1, 3, 3]);
  });

  it('keeps views that split or merge axes without a gap', () => {
    const moved = permute(cube, [2, 0, 1]);
    expect(viewAs(moved, [4, 6]).toFlat()).toEqual(moved.toFlat());
    expect(viewAs(moved, [2, 2, 6]).toFlat()).toEqual(moved.toFlat());
    expect(viewAs(expand(zeros([1, 1, 3]), [2, 1, 3]), [2, 3]).strides).toEqual([0, 1]);
    const everyOther = index(reshape(arange(0, 12), [1, 2, 6]), ['...', { step: 2 }]);
    expect(viewAs(permute(everyOther, [1, 0, 2]), [6]).strides).toEqual([2]);
  });

  it('ravel and flatten merge axes', () => {
    expect(ravel(cube).shape).toEqual([24]);
    expect(flatten(cube).shape).toEqual([24]);
    expect(flatten(cube, 1).shape).toEqual([2, 12]);
    expect(flatten(cube, 0, 1).shape).toEqual([6, 4]);
    expect(flatten(tensor(3)).shape).toEqual([1]);
    expect(flatten(cube, 1, 1).shape).toEqual([2, 3, 4]);
    expect(refusal(() => flatten(cube, 2, 1))).toEqual({ kind: 'permutation', axes: [2, 1], rank: 3 });
  });
});

describe('copies', () => {
  it('share nothing', () => {
    const t = copy(matrix);
    t.setAt([0, 0], 9);
    expect(matrix.at(0, 0)).toBe(1);
    expect(contiguous(matrix)).toBe(matrix);
    expect(contiguous(transpose(matrix)).strides).toEqual([2, 1]);
  });

  it('flip reverses axes', () => {
    expect(flip(matrix).toNested()).toEqual([
      [6, 5, 4],
      [3, 2, 1],
    ]);
    expect(flip(matrix, [1]).toNested()).toEqual([
      [3, 2, 1],
      [6, 5, 4],
    ]);
    expect(flip(zeros([0, 2])).shape).toEqual([0, 2]);
  });
});

describe('broadcastShapes', () => {
  it.each([
    [[2, 3], [3], [2, 3]],
    [[2, 1], [3], [2, 3]],
    [[], [4], [4]],
    [[0], [1], [0]],
  ])('%j with %j gives %j', (a, b, expected) => {
    expect(broadcastShapes(a, b)).toEqual(expected);
  });

  it('names the last axis that disagrees', () => {
    expect(refusal(() => broadcastShapes([4, 2] as number[], [3]))).toEqual({
      kind: 'broadcast',
      axis: 1,
      sizes: [2, 3],
    });
    expect(() => broadcastShapes([4, 2] as number[], [3], 'add')).toThrow(
      'add: sizes 2 and 3 at axis 1 must be equal, or one of them 1 (received [4, 2] and [3])',
    );
    // @ts-expect-error broadcast: sizes 2 and 3 differ
    expect(() => broadcastShapes([4, 2], [3])).toThrow();
  });
});

describe('laws of views', () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
  const ordered = shapes.chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      axes: fc.shuffledSubarray([...shape.keys()], { minLength: shape.length }),
    }),
  );

  it('a permuted view reads as its copy', () => {
    fc.assert(
      fc.property(ordered, ({ shape, axes }) => {
        const size = shape.reduce((a, b) => a * b, 1);
        const view = permute(reshape(arange(0, size), shape), axes);
        expect(copy(view).toNested()).toEqual(view.toNested());
        expect(reshape(ravel(view), view.shape).toNested()).toEqual(view.toNested());
      }),
    );
  });

  it('every view that viewAs allows reads as the copy', () => {
    fc.assert(
      fc.property(ordered, fc.nat(5), ({ shape, axes }, where) => {
        const size = shape.reduce((a, b) => a * b, 1);
        const view = permute(reshape(arange(0, size), shape), axes);
        const target = view.shape.toSpliced(Math.min(where, view.rank), 0, 1);
        expect(viewAs(view, target).toFlat()).toEqual(view.toFlat());
        if (view.rank > 1) {
          const merged = [(view.shape[0] as number) * (view.shape[1] as number), ...view.shape.slice(2)];
          expect(reshape(view, merged).toFlat()).toEqual(view.toFlat());
        }
      }),
    );
  });
});
