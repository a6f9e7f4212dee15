import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, numberText } from '../../src/explain/index.ts';
import { columnRooms } from '../../src/matrix/index.ts';
import { fromFlat, matmul, type Shape } from '../../src/tensor/index.ts';
import {
  atEnd,
  isIn,
  LARGEST,
  type MatmulState,
  matmulAddress,
  matmulFacts,
  matmulSums,
  matmulTwin,
  OPERANDS,
  repairMatmul,
  resize,
  resultRooms,
  seenBy,
  shapesOf,
  sizesOf,
  slicesOf,
  startMatmul,
  stepCount,
  takingPart,
  withCell,
} from '../../src/widgets/matmul/pure.ts';
import { quantity, UNSHOWABLE } from './arbitraries.ts';
import { LAYER } from './figures.ts';

const start = startMatmul(LAYER);
const at = (step: number, change: Partial<MatmulState> = {}) => repairMatmul({ ...start, ...change, step });
const worked = (state: MatmulState) =>
  matmulSums(state, matmulFacts(state)).flatMap(({ lines }) => lines.map(chainText));

const size = fc.integer({ min: 1, max: LARGEST });
const states: fc.Arbitrary<MatmulState> = fc
  .record({
    sizes: fc.record({ samples: size, features: size, weights: size, neurons: size }),
    operands: fc.constantFrom(...OPERANDS),
    view: fc.constantFrom('entries', 'columns', 'outer', 'axes'),
    bias: fc.boolean(),
    relu: fc.boolean(),
    step: fc.integer({ min: 0, max: 216 }),
    value: quantity,
  })
  .map(({ sizes, value, step, ...rest }) =>
    repairMatmul({ ...withCell(resize({ ...start, ...rest }, sizes), 'X', 0, 0, value), step }),
  );

describe('the matmul stepper', () => {
  it('starts before its first step, and is complete 24 steps later', () => {
    expect(start.step).toBe(0);
    const { result, steps } = matmulFacts(atEnd(start));
    expect(steps).toBe(24);
    expect(result.map((row) => row.map((value) => Number(value.toFixed(2))))).toEqual([
      [0.06, 0.53],
      [-0.41, 0.27],
      [-0.01, 0.32],
      [-0.33, 0.44],
    ]);
  });

  it('adds one product at a step', () => {
    expect(worked(at(0))).toEqual([]);
    expect(worked(at(1))).toEqual(['sum₀,₀ = 0.8 · 0.2 = 0.16']);
    expect(worked(at(2))).toEqual(['sum₀,₀ = 0.8 · 0.2 + 0.3 · (−0.5) = 0.16 + (−0.15) = 0.01']);
    expect(worked(at(3))).toEqual([
      '(XWᵀ)₀,₀ = 0.8 · 0.2 + 0.3 · (−0.5) + 0.5 · 0.1 = 0.16 + (−0.15) + 0.05 = 0.06',
    ]);
  });

  it('goes on to bias and ReLU once a cell is complete', () => {
    expect(worked(at(9, { bias: true, relu: true })).slice(1)).toEqual([
      'Z₁,₀ = −0.41 + 0.1 = −0.31',
      'A₁,₀ = max(0, −0.31) = 0',
    ]);
    expect(worked(at(8, { bias: true, relu: true }))).toHaveLength(1);
  });

  it.each([
    ['entries', 24],
    ['columns', 6],
    ['outer', 3],
    ['axes', 3],
  ] as const)('takes, seen by %s, %i steps to the same product', (view, steps) => {
    expect(stepCount({ ...start, view })).toBe(steps);
    expect(matmulFacts(at(steps, { view })).result).toEqual(matmulFacts(atEnd(start)).result);
  });

  it('combines columns when seen by columns', () => {
    expect(worked(at(2, { view: 'columns' }))).toEqual([
      'column₀ = 0.2 · [0.8, 0.1, 0.6, 0.3] + (−0.5) · [0.3, 0.9, 0.4, 0.8] = [0.01, −0.43, −0.08, −0.34]',
    ]);
  });

  it('says in both libraries’ words when the inner sizes differ', () => {
    const { mismatch, result } = matmulFacts(resize(start, { ...sizesOf(start), weights: 2, neurons: 3 }));
    const recorded = (name: string) => readFileSync(`tests/goldens/recorded/${name}.json`, 'utf8');
    expect(result).toEqual([]);
    expect(recorded('np_err_matmul_2d')).toContain(mismatch?.numpy.message);
    expect(recorded('t_err_matmul')).toContain(mismatch?.torch.message);
    expect(mismatch?.rule).toContain('3 is not 2');
  });

  it.each([
    ['sample', 6, '(xWᵀ)₁ = 0.8 · 0.8 + 0.3 · 0.3 + 0.5 · (−0.4) = 0.64 + 0.09 + (−0.2) = 0.53', '(2,)'],
    ['neuron', 6, '(Xw)₁ = 0.1 · 0.2 + 0.9 · (−0.5) + 0.2 · 0.1 = 0.02 + (−0.45) + 0.02 = −0.41', '(4,)'],
    ['dot', 3, 'x · w = 0.8 · 0.2 + 0.3 · (−0.5) + 0.5 · 0.1 = 0.16 + (−0.15) + 0.05 = 0.06', '()'],
  ] as const)('multiplies vectors too: %s', (operands, step, sum, shape) => {
    const state = at(step, { operands });
    expect(worked(state)).toEqual([sum]);
    expect(matmulTwin(state, matmulFacts(state)).sentence).toContain(`of shape ${shape}`);
    expect(seenBy(seenBy(start, { operands }), { operands: 'batch' })).toEqual(start);
  });

  it.each([
    ['sample', 'mat1 and mat2 shapes cannot be multiplied (1x3 and 2x2)'],
    ['neuron', 'size mismatch, got input (4), mat (4x3), vec (2)'],
    [
      'dot',
      'inconsistent tensor size, expected tensor [3] and src [2] to have the same number of elements, but got 3 and 2 elements respectively',
    ],
  ] as const)('words the error of vectors as PyTorch does: %s', (operands, message) => {
    const { mismatch } = matmulFacts(resize({ ...start, operands }, { ...sizesOf(start), weights: 2 }));
    expect(mismatch?.torch).toEqual({ type: 'RuntimeError', message });
  });

  it('agrees with the core in every view and size, and never shows what cannot be read', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { result, mismatch } = matmulFacts({
          ...state,
          bias: false,
          relu: false,
          step: stepCount(state),
        });
        const { samples, features, weights, neurons } = sizesOf(state);
        expect(mismatch === undefined).toBe(features === weights);
        if (mismatch === undefined) {
          const { left, right, result: shape } = shapesOf(state);
          const W = state.W[0]?.map((_, k) => state.W.map((row) => row[k] ?? 0)) ?? [];
          const [size, width] = [left.length === 1 ? 1 : samples, right.length === 1 ? 1 : neurons];
          const product = matmul<Shape, Shape>(
            fromFlat(state.X.slice(0, size).flat(), left),
            fromFlat(
              W.flatMap((row) => row.slice(0, width)),
              right,
            ),
          );
          expect(product.shape).toEqual(shape);
          expect(result.flat()).toEqual(product.toFlat());
        }
        const { sentence, rows } = matmulTwin(state, matmulFacts(state));
        expect([sentence, ...rows.flat(), ...worked(state)].join('\n')).not.toMatch(UNSHOWABLE);
      }),
    );
  });

  it('keeps its step when a size or an entry changes, as far as it exists', () => {
    fc.assert(
      fc.property(states, size, quantity, (state, samples, value) => {
        const resized = resize(state, { ...sizesOf(state), samples });
        expect(resized.step).toBe(Math.min(state.step, stepCount(resized)));
        expect(withCell(state, 'W', 0, 0, value).step).toBe(state.step);
      }),
    );
  });

  it('stays complete from view to view, and else begins the new one', () => {
    expect(seenBy(atEnd(start), { view: 'outer' }).step).toBe(3);
    expect(seenBy(at(5), { view: 'outer' }).step).toBe(0);
  });

  it('has for each feature a table of products, which add up to the product', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { result, mismatch } = matmulFacts(atEnd({ ...state, bias: false, relu: false }));
        if (mismatch !== undefined) return;
        const { X, W } = takingPart(state);
        const slices = slicesOf(X, W);
        expect(slices).toHaveLength(sizesOf(state).features);
        for (const [i, row] of result.entries())
          for (const [j, value] of row.entries()) {
            const terms = slices.map((slice) => slice[i]?.[j] ?? Number.NaN);
            expect(value).toBeCloseTo(
              terms.reduce((sum, term) => sum + term, 0),
              2,
            );
          }
      }),
    );
  });

  it('has room in its result for every step of every view', () => {
    const lengths = (rooms: readonly string[]) =>
      rooms
        .map((room) => room.split('.'))
        .map(([whole = '', fraction]) => [whole.length, fraction?.length ?? -1]);
    fc.assert(
      fc.property(states, (state) => {
        const shown = matmulFacts(state).result.map((row, i) =>
          row.map((value, j) => (isIn(state, state.step, i, j) === 'waiting' ? '·' : numberText(value))),
        );
        const needed = lengths(columnRooms(shown));
        const there = lengths(resultRooms(state));
        for (const [column, [whole = 0, fraction = -1]] of needed.entries()) {
          expect(there[column]?.[0]).toBeGreaterThanOrEqual(whole);
          expect(there[column]?.[1]).toBeGreaterThanOrEqual(fraction);
        }
      }),
    );
  });

  it('asks for the same room at every step and in every view', () => {
    fc.assert(
      fc.property(states, (state) => {
        const rooms = resultRooms(state);
        for (const view of ['entries', 'columns', 'outer', 'axes'] as const)
          expect(resultRooms({ ...state, view, step: 0 })).toEqual(rooms);
      }),
    );
  });

  it('has an address that brings every state back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(matmulAddress.read(matmulAddress.write(state), start)).toEqual(state);
      }),
    );
  });

  it.each([
    ['#matmul?step=999', 24],
    ['#matmul?step=-3', 0],
    ['#matmul?step=2.4', 2],
    ['#matmul?X=1,2;3&step=5', 5],
    ['#matmul?X=&W=;&b=&step=x', 0],
  ])('reads %s as the nearest step that there is', (fragment, step) => {
    expect(matmulAddress.read(fragment, start)).toEqual({ ...start, step });
  });
});
