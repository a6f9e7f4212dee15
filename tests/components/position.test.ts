import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Course,
  changePosition,
  isAtEnd,
  type Position,
  type PositionAction,
  playPauseMs,
  startPosition,
  stopsShown,
} from '../../src/components/listing/position.ts';

/** Lines 1, 2, (3, 4) twice, 5; line 7 never runs; only 2, 4 and 7 have notes. */
const course: Course = {
  stops: [1, 2, 3, 4, 3, 4, 5].map((line, step) => ({ step, line, isExplained: line === 2 || line === 4 })),
  lines: [1, 2, 3, 4, 5, 7],
};
const start = startPosition(course, 2);
const play = (actions: readonly PositionAction[], from: Position = start): Position =>
  actions.reduce((position, action) => changePosition(course, position, action), from);
const go = (to: 'first' | 'back' | 'forward' | 'last'): PositionAction => ({ type: 'go', to });

describe('the position in a program', () => {
  it('begins at the first explained line, at no step', () => {
    expect(start).toMatchObject({ line: 2, step: undefined, isOpened: false });
  });

  it.each([
    { actions: [go('forward')], at: { line: 1, step: 0 } },
    { actions: [go('back')], at: { line: 1, step: 0 } },
    { actions: [go('last')], at: { line: 5, step: 6 } },
    { actions: [go('last'), go('forward')], at: { line: 5, step: 6 } },
    { actions: [go('last'), go('back'), go('back')], at: { line: 3, step: 4 } },
    { actions: [go('first'), go('back')], at: { line: 1, step: 0 } },
  ])('goes $actions', ({ actions, at }) => {
    expect(play(actions)).toMatchObject(at);
  });

  it('goes through every step exactly once, forward and back', () => {
    const steps = course.stops.map(({ step }) => step);
    const visited = steps.map((_, k) => play(steps.slice(0, k + 1).map(() => go('forward'))).step);
    expect(visited).toEqual(steps);
    const back = steps.map((_, k) => play([go('last'), ...steps.slice(0, k).map(() => go('back'))]).step);
    expect(back).toEqual(steps.toReversed());
  });

  it('leaves out what is not explained when asked to', () => {
    const only = play([{ type: 'only explained' }]);
    expect(stopsShown(course, only).map(({ step }) => step)).toEqual([1, 3, 5]);
    expect(play([go('last')], only)).toMatchObject({ line: 4, step: 5 });
    expect(play([{ type: 'only explained' }], only).onlyExplained).toBe(false);
  });

  it('chooses a line at its first step, and shows one that never ran without a step of its own', () => {
    const chosen = play([{ type: 'choose', line: 4 }]);
    expect(chosen).toMatchObject({ line: 4, step: 3, isOpened: true });
    expect(play([{ type: 'choose', line: 7 }], chosen)).toMatchObject({ line: 7, step: 3 });
    expect(play([{ type: 'choose', line: 99 }], chosen)).toMatchObject({ line: 4, step: 3 });
  });

  it('says what a reader does, but neither links nor the steps of playing', () => {
    expect(play([{ type: 'choose', line: 4 }]).saidCount).toBe(1);
    expect(play([{ type: 'choose', line: 4, isQuiet: true }]).saidCount).toBe(0);
    expect(play([{ type: 'play' }, { type: 'tick' }, { type: 'tick' }]).saidCount).toBe(0);
    expect(play([{ type: 'play' }, { type: 'tick' }, { type: 'pause' }]).saidCount).toBe(1);
    expect(play([{ type: 'pause' }]).saidCount).toBe(0);
  });

  it('plays to the end, stops there, and begins anew from there', () => {
    const ticks = course.stops.map(() => ({ type: 'tick' }) as const);
    const ended = play([{ type: 'play' }, ...ticks]);
    expect(ended).toMatchObject({ step: 6, isPlaying: false, saidCount: 1 });
    expect(play([{ type: 'play' }], ended)).toMatchObject({ step: 0, isPlaying: true });
  });

  it('plays at the speeds that the button offers, one after the other', () => {
    const speeds = [0, 1, 2, 3, 4].map((count) => playPauseMs(play(Array(count).fill({ type: 'speed' }))));
    expect(speeds).toEqual([2000, 1000, 500, 4000, 2000]);
  });

  it('knows its ends', () => {
    const ends = (position: Position) => [
      isAtEnd(course, position, 'back'),
      isAtEnd(course, position, 'forward'),
    ];
    expect(ends(start)).toEqual([false, false]);
    expect(ends(play([go('first')]))).toEqual([true, false]);
    expect(ends(play([go('forward'), go('forward')]))).toEqual([false, false]);
    expect(ends(play([go('last')]))).toEqual([false, true]);
  });

  it('forgets where a number comes from when it moves on', () => {
    const asked = play([
      { type: 'choose', line: 4 },
      { type: 'origin', of: { at: 3, step: 3, name: 'z', cell: 1 } },
    ]);
    expect(asked.origin).toEqual({ at: 3, step: 3, name: 'z', cell: 1 });
    expect(play([go('forward')], asked).origin).toBeUndefined();
    expect(play([{ type: 'origin', of: undefined }], asked).origin).toBeUndefined();
  });

  it('stays at its line when the program has run anew', () => {
    const inLoop = play([{ type: 'stop', step: 5 }]);
    const shorter: Course = { ...course, stops: course.stops.filter(({ step }) => step < 4) };
    expect(changePosition(course, inLoop, { type: 'run' })).toBe(inLoop);
    expect(changePosition(shorter, inLoop, { type: 'run' })).toMatchObject({ line: 4, step: 3 });
    const without: Course = { stops: [], lines: [1] };
    expect(changePosition(without, inLoop, { type: 'run' })).toMatchObject({ line: 1, step: undefined });
  });

  it('is always at a stop of the program, whatever a reader does', () => {
    const action = fc.oneof(
      fc.constantFrom('first', 'back', 'forward', 'last').map((to) => ({ type: 'go', to }) as const),
      fc
        .constantFrom('tick', 'play', 'pause', 'speed', 'close', 'only explained', 'run')
        .map((type) => ({ type }) as const),
      fc.nat({ max: 9 }).map((line) => ({ type: 'choose', line }) as const),
      fc.nat({ max: 9 }).map((step) => ({ type: 'stop', step }) as const),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const { line, step } = play(actions);
        expect(course.lines).toContain(line);
        if (step !== undefined) expect(course.stops.map((stop) => stop.step)).toContain(step);
      }),
    );
  });
});
