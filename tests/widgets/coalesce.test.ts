import { describe, expect, it } from 'vitest';
import { coalesce } from '../../src/widgets/base/index.ts';

/** Values put by a hand that does not wait for the frames of a clock that the test advances. */
function start() {
  const taken: number[] = [];
  const frames = new Map<number, () => void>();
  let asked = 0;
  const clock = { now: 1000 };
  const coalesced = coalesce<number>((value) => taken.push(value), {
    request: (callback) => {
      asked += 1;
      frames.set(asked, callback);
      return asked;
    },
    cancel: (frame) => frames.delete(frame),
    now: () => clock.now,
  });
  const nextFrame = (after = 16) => {
    clock.now += after;
    const due = [...frames.values()];
    frames.clear();
    for (const callback of due) callback();
  };
  return { coalesced, taken, frames, clock, nextFrame };
}

describe('what is asked for between two frames', () => {
  it('is taken once, in the next frame, and only the latest of it', () => {
    const { coalesced, taken, frames, nextFrame } = start();
    for (const value of [1, 2, 3]) coalesced.put(value);
    expect(taken).toEqual([]);
    expect(coalesced.waiting()).toBe(3);
    expect(frames.size).toBe(1);
    nextFrame();
    expect(taken).toEqual([3]);
    expect(coalesced.waiting()).toBeUndefined();
  });

  it('is taken frame after frame, and asks for no frame when nothing waits', () => {
    const { coalesced, taken, frames, nextFrame } = start();
    for (const value of [1, 2]) {
      coalesced.put(value);
      nextFrame();
    }
    nextFrame();
    expect(taken).toEqual([1, 2]);
    expect(frames.size).toBe(0);
  });

  it('is applied at once on release, and not again by its frame', () => {
    const { coalesced, taken, frames, nextFrame } = start();
    coalesced.put(7);
    coalesced.apply();
    expect(taken).toEqual([7]);
    expect(frames.size).toBe(0);
    nextFrame();
    coalesced.apply();
    expect(taken).toEqual([7]);
  });

  it('is forgotten when it is dropped', () => {
    const { coalesced, taken, nextFrame } = start();
    coalesced.put(7);
    coalesced.drop();
    expect(coalesced.waiting()).toBeUndefined();
    nextFrame();
    coalesced.apply();
    expect(taken).toEqual([]);
  });

  it('waits for the events that queue behind an old one, and is then the latest of them', () => {
    const { coalesced, taken, clock, nextFrame } = start();
    coalesced.put(1, clock.now);
    nextFrame();
    coalesced.put(2, clock.now - 40);
    nextFrame();
    expect(taken).toEqual([1]);
    coalesced.put(3, clock.now);
    nextFrame();
    expect(taken).toEqual([1, 3]);
  });

  it('is taken at once after a rest, however old, and never waits longer than a tenth of a second', () => {
    const { coalesced, taken, clock, nextFrame } = start();
    coalesced.put(1, clock.now - 500);
    nextFrame();
    expect(taken).toEqual([1]);
    for (let frame = 0; frame < 12; frame++) {
      coalesced.put(frame, clock.now - 500);
      nextFrame();
    }
    expect(taken).toHaveLength(2);
    expect(taken.at(-1)).toBe(6);
  });

  it('may ask for more while it is taken', () => {
    const taken: number[] = [];
    const due: (() => void)[] = [];
    const coalesced = coalesce<number>(
      (value) => {
        taken.push(value);
        if (value < 3) coalesced.put(value + 1);
      },
      { request: (callback) => due.push(callback), cancel: () => undefined, now: () => 0 },
    );
    coalesced.put(1);
    while (due.length > 0) due.shift()?.();
    expect(taken).toEqual([1, 2, 3]);
  });
});
