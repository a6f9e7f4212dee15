import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeHistory, type History, type HistoryAction, startHistory } from '../../src/reader/index.ts';

const play = (actions: readonly HistoryAction<number>[], from: History<number> = startHistory(0)) =>
  actions.reduce(changeHistory<number>, from);
const set = (value: number, gesture?: string): HistoryAction<number> => ({
  type: 'change',
  to: () => value,
  gesture,
});

describe('the history of what a reader changes', () => {
  it('takes a drag of any length back in one step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer(), (moves, start) => {
        const dragged = play(
          [...moves.map((value) => set(value, 'tip')), { type: 'settle' }],
          startHistory(start),
        );
        expect(dragged.present).toBe(moves.at(-1));
        expect(dragged.past).toHaveLength(moves.at(-1) === start ? 0 : 1);
        expect(changeHistory(dragged, { type: 'undo' }).present).toBe(start);
      }),
    );
  });

  it('takes back, one by one, whatever was done', () => {
    const actions = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.option(fc.constantFrom('a', 'b'))));
    fc.assert(
      fc.property(actions, (steps) => {
        const done = play(steps.map(([value, gesture]) => set(value, gesture ?? undefined)));
        let history = changeHistory(done, { type: 'settle' });
        while (history.past.length > 0) history = changeHistory(history, { type: 'undo' });
        expect(history.present).toBe(0);
      }),
    );
  });

  it('does again, one by one, what was taken back', () => {
    const moves = fc.array(fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(moves, fc.nat({ max: 20 }), (values, count) => {
        const done = play(values.map((value) => set(value)));
        const undone = play(
          Array.from({ length: count }, () => ({ type: 'undo' as const })),
          done,
        );
        const steps = done.past.length - undone.past.length;
        const again = play(
          Array.from({ length: steps }, () => ({ type: 'redo' as const })),
          undone,
        );
        expect(again).toEqual(done);
        expect(changeHistory(again, { type: 'redo' })).toEqual(done);
      }),
    );
  });

  it('has nothing to do again once something else was done', () => {
    const history = play([set(1), set(2), { type: 'undo' }, set(3)]);
    expect(history).toMatchObject({ past: [0, 1], present: 3, future: [] });
  });

  it('gives up a drag that is cancelled, without an entry', () => {
    expect(play([set(5, 'tip'), set(6, 'tip'), { type: 'cancel' }])).toEqual(startHistory(0));
  });

  it('ends one gesture when another begins', () => {
    expect(play([set(1, 'a'), set(2, 'b')]).past).toEqual([0]);
  });

  it('has nothing to take back at the start', () => {
    expect(play([{ type: 'undo' }])).toEqual(startHistory(0));
  });
});
