import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arange,
  assignAt,
  type Index,
  index,
  nonzero,
  reshape,
  tensor,
  torchRules,
  zeros,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

const cube = reshape(arange(0, 24), [2, 3, 4]);
const list = (...values: number[]) => tensor(values, { dtype: 'int64' });
const column = tensor([[0], [1]], { dtype: 'int64' });
const nan = Number.NaN;

describe('basic indexing', () => {
  // As NumPy answers for arange(24).reshape(2, 3, 4); all are views.
  const cases: [string, Index[], number[], number[]][] = [
    ['[1]', [1], [3, 4], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]],
    ['[-1, 0, -1]', [-1, 0, -1], [], [15]],
    ['[1, 1:, 0]', [1, { start: 1 }, 0], [2], [16, 20]],
    ['[1, :-1, 0]', [1, { stop: -1 }, 0], [2], [12, 16]],
    ['[1, ::-1, 0]', [1, { step: -1 }, 0], [3], [20, 16, 12]],
    ['[1, 5:, -1]', [1, { start: 5 }, -1], [0], []],
    ['[1, -9:9:2, 0]', [1, { start: -9, stop: 9, step: 2 }, 0], [2], [12, 20]],
    ['[0, 0, 2:0:-1]', [0, 0, { start: 2, stop: 0, step: -1 }], [2], [2, 1]],
    ['[0, 0, 9::-2]', [0, 0, { start: 9, stop: null, step: -2 }], [2], [3, 1]],
    ['[0, 0, :-9:-1]', [0, 0, { stop: -9, step: -1 }], [4], [3, 2, 1, 0]],
    ['[0, 0, None:None:None]', [0, 0, { start: null, stop: null, step: null }], [4], [0, 1, 2, 3]],
    ['[1, ..., -1]', [1, '...', -1], [3], [15, 19, 23]],
    ['[..., 0, 0]', ['...', 0, 0], [2], [0, 12]],
    ['[1, ::2, 3:1:-1]', [1, { step: 2 }, { start: 3, stop: 1, step: -1 }], [2, 2], [15, 14, 23, 22]],
    ['[0, None, 0, None, 0:1]', [0, null, 0, null, { start: 0, stop: 1 }], [1, 1, 1], [0]],
  ];
  it.each(cases)('%s', (_, indices, shape, values) => {
    const view = index(cube, indices);
    expect([view.shape, view.toFlat()]).toEqual([shape, values]);
    expect(view.storage).toBe(cube.storage);
  });

  it('of nothing stays where it is, with the step of the axis', () => {
    const none = index(arange(0, 6), [{ start: 2, stop: 2, step: 2 }]);
    expect([none.shape, none.strides, none.offset]).toEqual([[0], [1], 0]);
  });

  it('writes through, stretching the value', () => {
    const t = zeros([2, 3]);
    assignAt(t, [{}, 1], tensor([7, 8]));
    assignAt(t, [0, { start: 2 }], tensor(9));
    expect(t.toFlat()).toEqual([0, 7, 9, 0, 8, 0]);
    index(t, [1]).setAt([0], 5);
    expect(t.at(1, 0)).toBe(5);
    expect(t.storage.version).toBe(3);
  });

  it('moves overlapping parts as if the value had been copied', () => {
    const t = tensor([1, 2, 3, 4]);
    assignAt(t, [{ start: 1 }], index(t, [{ stop: -1 }]));
    expect(t.toFlat()).toEqual([1, 1, 2, 3]);
  });

  it.each([
    [[2], { kind: 'out-of-bounds', index: 2, axis: 0, size: 2 }],
    [[0, -4], { kind: 'out-of-bounds', index: -4, axis: 1, size: 3 }],
    [[0, 0, 0, 0], { kind: 'too-many-indices', rank: 3, given: 4 }],
    [['...', '...'], { kind: 'two-ellipses' }],
    [[{ step: 0 }], { kind: 'zero-step' }],
    [[tensor([0.5])], { kind: 'index-dtype', dtype: 'float64' }],
    [[{}, list(0, 3)], { kind: 'out-of-bounds', index: 3, axis: 1, size: 3 }],
    [[list(0, 1), list(0, 1, 2)], { kind: 'broadcast', axis: 0, sizes: [2, 3] }],
    [[tensor([true])], { kind: 'mask-size', axis: 0, size: 2, mask: 1 }],
    [
      [
        0,
        tensor([
          [true, true, true, true],
          [true, true, true, true],
        ]),
      ],
      { kind: 'mask-size', axis: 1, size: 3, mask: 2 },
    ],
  ] as [Index[], object][])('refuses %j', (indices, problem) => {
    expect(refusal(() => index(cube, indices))).toEqual(problem);
  });
});

describe('index arrays and masks', () => {
  const odd = tensor([true, false, true]);
  const plane = tensor([
    [true, false, false],
    [false, false, true],
  ]);
  // As NumPy 2.2 answers for the same cube.
  const cases: [string, Index[], number[], number[]][] = [
    ['[[1, 0], 0, 0]', [list(1, 0), 0, 0], [2], [12, 0]],
    ['[[0, 1], :, [1, 2]]', [list(0, 1), {}, list(1, 2)], [2, 3], [1, 5, 9, 14, 18, 22]],
    ['[:, [0, 1], [1, 2]]', [{}, list(0, 1), list(1, 2)], [2, 2], [1, 6, 13, 18]],
    ['[:, [[0], [1]], [1, 2]]', [{}, column, list(1, 2)], [2, 2, 2], [1, 2, 5, 6, 13, 14, 17, 18]],
    ['[0, :, [1, 2]]', [0, {}, list(1, 2)], [2, 3], [1, 5, 9, 2, 6, 10]],
    ['[:, 1, [1, -1]]', [{}, 1, list(1, -1)], [2, 2], [5, 7, 17, 19]],
    ['[plane]', [plane], [2, 4], [0, 1, 2, 3, 20, 21, 22, 23]],
    ['[0, odd, 1]', [0, odd, 1], [2], [1, 9]],
    ['[..., 0, [0]]', ['...', 0, list(0)], [2, 1], [0, 12]],
    ['[[0], None, [1]]', [list(0), null, list(1)], [1, 1, 4], [4, 5, 6, 7]],
    ['[None, [0, 1], [1, 2]]', [null, list(0, 1), list(1, 2)], [1, 2, 4], [4, 5, 6, 7, 20, 21, 22, 23]],
    ['[[], 0]', [tensor([], { dtype: 'int64' }), 0], [0, 4], []],
  ];
  it('whose axes are apart put theirs first', () => {
    const four = reshape(arange(0, 120), [2, 3, 4, 5]);
    const apart = index(four, [{}, list(0, 1), {}, list(1, 2)]);
    expect([apart.shape, apart.toFlat().slice(0, 6)]).toEqual([
      [2, 2, 4],
      [1, 6, 11, 16, 61, 66],
    ]);
    const five = reshape(arange(0, 32), [2, 2, 2, 2, 2]);
    const partly = index(five, [{}, list(0, 1), list(1, 0), {}, list(1, 1)]);
    expect([partly.shape, partly.toFlat()]).toEqual([
      [2, 2, 2],
      [5, 7, 21, 23, 9, 11, 25, 27],
    ]);
  });

  it.each(cases)('%s', (_, indices, shape, values) => {
    const picked = index(cube, indices);
    expect([picked.shape, picked.toFlat()]).toEqual([shape, values]);
    expect(picked.isContiguous).toBe(true);
  });

  it('in PyTorch an integer selects before the arrays', () => {
    const picked = index(cube, [0, {}, list(1, 2)], torchRules);
    expect(picked.toNested()).toEqual([
      [1, 2],
      [5, 6],
      [9, 10],
    ]);
  });

  it('give a copy', () => {
    expect(index(cube, [list(0)]).storage).not.toBe(cube.storage);
  });

  it('take writes, the last one to a place staying', () => {
    const t = zeros([2, 3], 'int64');
    assignAt(t, [list(0, 0), list(1, 1)], tensor([1.5, 2.5]));
    assignAt(
      t,
      [{}, list(0, 2)],
      tensor([
        [5, 6],
        [7, 8],
      ]),
    );
    expect(t.toNested()).toEqual([
      [5, 2, 6],
      [7, 0, 8],
    ]);
    assignAt(
      t,
      [
        tensor([
          [true, false, false],
          [false, true, true],
        ]),
      ],
      tensor(-1),
    );
    expect(t.toFlat()).toEqual([-1, 2, 6, 7, -1, -1]);
    expect(t.storage.version).toBe(3);
  });

  it('nonzero lists the places that are not 0, by axis', () => {
    const t = tensor([
      [0, 1, nan],
      [2, 0, 0],
    ]);
    expect(nonzero(t).map((each) => each.toFlat())).toEqual([
      [0, 0, 1],
      [1, 2, 0],
    ]);
    expect(nonzero(t)[0]?.dtype).toBe('int64');
  });
});

describe('laws of indexing', () => {
  const bound = fc.option(fc.integer({ min: -7, max: 7 }), { nil: null });
  const step = fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0);

  it('a slice takes what stepping through the list takes', () => {
    fc.assert(
      fc.property(fc.nat(6), bound, bound, step, (size, start, stop, by) => {
        const taken: number[] = [];
        const from = (at: number | null, otherwise: number) =>
          at === null ? otherwise : at < 0 ? at + size : at;
        const first = from(start, by > 0 ? 0 : size - 1);
        const last = from(stop, by > 0 ? size : -1);
        // Walk the whole number line in reach, keeping only what lies in the list and in step.
        const begin = by > 0 ? Math.max(first, 0) : Math.min(first, size - 1);
        for (let i = begin; by > 0 ? i < last && i < size : i > last && i >= 0; i += by) taken.push(i);
        expect(index(arange(0, size), [{ start, stop, step: by }]).toFlat()).toEqual(taken);
      }),
    );
  });

  it('index arrays for every axis read what at() reads', () => {
    const place = fc.tuple(
      fc.integer({ min: -2, max: 1 }),
      fc.integer({ min: -3, max: 2 }),
      fc.integer({ min: -4, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const axes = [0, 1, 2].map((axis) => list(...places.map((each) => each[axis] as number)));
        expect(index(cube, axes).toFlat()).toEqual(places.map((each) => cube.at(...each)));
      }),
    );
  });
});
