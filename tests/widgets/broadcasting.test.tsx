import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, numberText } from '../../src/explain/index.ts';
import { prepareAll, Session } from '../../src/python/index.ts';
import { readShape } from '../../src/widgets/arrays/index.ts';
import {
  BROADCASTING_PRESETS,
  type BroadcastingFigures,
  type BroadcastingState,
  broadcastingAddress,
  broadcastingFacts,
  broadcastingTwin,
  cellSum,
  repairBroadcasting,
  shapesOf,
  startBroadcasting,
  strictVerdict,
} from '../../src/widgets/broadcasting/pure.ts';
import { BroadcastingView } from '../../src/widgets/broadcasting/View.tsx';
import { UNSHOWABLE } from './arbitraries.ts';
import { stepValues } from './evaluate.ts';
import { b } from './figures.ts';
import { liveControls, markup, shownTables } from './markup.ts';

await prepareAll();

const FIGURES: BroadcastingFigures = {
  left: [
    [0.16, 0.43],
    [-0.31, 0.17],
  ],
  right: b,
};
const start = startBroadcasting(FIGURES);
const RUNS = 2000;

const shape = fc.array(fc.constantFrom(1, 1, 2, 2, 3, 4), { maxLength: 4 });
const states: fc.Arbitrary<BroadcastingState> = fc
  .record({ left: shape, right: shape, third: shape, three: fc.boolean(), cell: fc.nat(63) })
  .map(repairBroadcasting);

/** One result per state: the sum's shape, or the error, of each library. */
function librarySums(drawn: readonly BroadcastingState[]): readonly string[] {
  const tuple = (sizes: readonly number[]) => (sizes.length === 0 ? '()' : `(${sizes.join(', ')},)`);
  const rows = drawn.map((state) => `[${shapesOf(state).map(tuple).join(', ')}]`);
  const program = `
import numpy as np
import torch
for shapes in [${rows.join(', ')}]:
    for ones in (np.ones, torch.ones):
        try:
            total = ones(shapes[0])
            for shape in shapes[1:]:
                total = total + ones(shape)
            print(tuple(total.shape))
        except (ValueError, RuntimeError) as error:
            print(f"{type(error).__name__}: {error}")
`;
  const { stdout, outcome } = new Session().run(program);
  expect(outcome.kind).toBe('finished');
  return stdout.replace(/\n$/, '').split('\n');
}

describe('the broadcasting widget', () => {
  it('starts with the figures’ numbers', () => {
    expect(
      broadcastingFacts(start, FIGURES)
        .result?.toFlat()
        .map((value) => numberText(value)),
    ).toEqual(['0.26', '0.33', '−0.21', '0.07']);
  });

  it('gives the shape or the error that NumPy and PyTorch give', () => {
    const drawn = fc.sample(states, 300);
    const printed = librarySums(drawn);
    const shown = drawn.flatMap((state) => {
      const { shape: sum, refusal } = broadcastingFacts(state, FIGURES);
      if (refusal) return [refusal.numpy, refusal.torch].map(({ type, message }) => `${type}: ${message}`);
      const text = sum?.length === 1 ? `(${sum[0]},)` : `(${sum?.join(', ')})`;
      return [text, text];
    });
    expect(shown.filter((line) => line.includes('Error')).length).toBeGreaterThan(50);
    expect(shown).toEqual(printed);
  });

  it.each([
    [[3, 1], [3], true],
    [[4, 2], [2], false],
    [[2], [1, 2], false],
    [[1, 3], [3, 1], true],
  ])('marks %j + %j as growing on both sides: %j', (left, right, isBoth) => {
    const facts = broadcastingFacts({ ...start, left, right }, FIGURES);
    expect(facts.grown.length > 0).toBe(isBoth);
    expect(strictVerdict(facts)?.startsWith('Not strict')).toBe(isBoth);
  });

  it('judges shapes that are too large to draw', () => {
    const facts = broadcastingFacts({ ...start, left: [99, 99, 99, 1], right: [99] }, FIGURES);
    expect(facts.shape).toEqual([99, 99, 99, 99]);
    expect(facts.result).toBeUndefined();
    expect(broadcastingTwin(facts).sentence).toContain('a (99, 99, 99, 1) and b (99,)');
  });

  it('keeps a third operand when a preset is chosen', () => {
    for (const { to } of BROADCASTING_PRESETS)
      expect(to({ ...start, three: true, third: [2] })).toMatchObject({ three: true, third: [2] });
  });

  it('has an address that brings every state back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(broadcastingAddress.read(broadcastingAddress.write(state), start)).toEqual(state);
      }),
    );
  });

  it('shows in picture, table, formula and speech the numbers of the core', () => {
    fc.assert(
      fc.property(states, (state) => {
        const html = markup(
          <BroadcastingView state={state} figures={FIGURES} controls={liveControls(state)} />,
        );
        const facts = broadcastingFacts(state, FIGURES);
        const { result, operands } = facts;
        if (result === undefined) return;
        const tables = shownTables(html);
        const shownOf = (name: string) =>
          [...tables].filter(([caption]) => caption.startsWith(name)).flatMap(([, rows]) => rows.flat());
        const written = result.toFlat().map((value) => numberText(value));
        expect(shownOf('The sum')).toEqual(written);
        const terms = operands.map(({ name, stretched }) => {
          const texts = stretched?.toFlat().map((value) => numberText(value)) ?? [];
          expect(shownOf(`${name}, stretched`)).toEqual(texts);
          return stretched?.toFlat() ?? [];
        });
        // Each sum is the sum of what is drawn for its operands.
        for (const [k, value] of result.toFlat().entries())
          expect(value).toBeCloseTo(
            terms.reduce((sum, term) => sum + (term[k] ?? Number.NaN), 0),
            9,
          );
        const twin = broadcastingTwin(facts);
        expect(twin.rows.map((row) => row.at(-1)?.replace('≈ ', ''))).toEqual(written);
        const [line = ''] = cellSum(facts, state.cell).map(chainText);
        for (const step of stepValues(line))
          expect(step).toBeCloseTo(result.toFlat()[state.cell] ?? Number.NaN, 3);
        expect(twin.sentence).not.toMatch(UNSHOWABLE);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('says of each axis, and of the whole, what is true of the shapes', () => {
    fc.assert(
      fc.property(states, (state) => {
        const facts = broadcastingFacts(state, FIGURES);
        const { sentence } = broadcastingTwin(facts);
        const shapes = shapesOf(state);
        for (const [k, { rule, sizes }] of facts.axes.entries()) {
          const there = sizes.filter((size) => size !== undefined);
          const differing = new Set(there.filter((size) => size !== 1)).size > 1;
          expect(rule === 'differ').toBe(differing);
          expect(rule === 'equal').toBe(new Set(sizes).size === 1);
          if (!differing) expect(rule === 'missing' || rule === 'both').toBe(there.length < shapes.length);
          expect(sentence).toContain(`axis ${k} is `);
        }
        expect(facts.axes.some(({ rule }) => rule === 'differ')).toBe(facts.refusal !== undefined);
        expect(sentence.includes('There is no sum')).toBe(facts.refusal !== undefined);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a shape as it is typed', () => {
  it.each([
    ['3, 4', [3, 4]],
    ['(3,4)', [3, 4]],
    ['(4,)', [4]],
    ['4', [4]],
    ['2x3', [2, 3]],
    ['2 × 3 × 4', [2, 3, 4]],
    ['[2 3]', [2, 3]],
    ['()', []],
  ])('%s is taken', (text, expected) => {
    expect(readShape(text)).toEqual({ kind: 'shape', shape: expected });
  });

  it.each([
    ['', 'Write a shape'],
    ['3, x', '“x” is not a whole number'],
    ['1.5', '“1.5” is not'],
    ['0, 2', 'from 1 to 99'],
    ['-1, 2', 'from 1 to 99'],
    ['1, 2, 3, 4, 5', 'at most 4 axes'],
    ['100', 'from 1 to 99'],
    ['3,,4', '“” is not'],
  ])('“%s” is not taken, and it says why', (text, reason) => {
    expect(readShape(text)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
  });
});
