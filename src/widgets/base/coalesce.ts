/** Coalesces what is asked for between two frames: a held key, or a quick finger, asks more often than a slow machine draws. */
export type Coalesced<T> = {
  /** Asks for a value, instead of the one that waits; it is applied in the next frame. `at`: when the reader did it, in ms. */
  readonly put: (value: T, at?: number) => void;
  /** The value that waits. */
  readonly waiting: () => T | undefined;
  /** Applies the one that waits, without waiting any longer. */
  readonly apply: () => void;
  /** Forgets it. */
  readonly drop: () => void;
};

/** Where frames come from, and the time in ms that events bear: the window's, or those of a test's clock. */
export type Frames = {
  readonly request: (callback: () => void) => number;
  readonly cancel: (frame: number) => void;
  readonly now: () => number;
};

/** An event that is older than this when its frame comes has stood in a queue: more such events follow it. */
const BEHIND_MS = 34;
/** Frames are left out to catch up, but never for longer than this. */
const LONGEST_MS = 100;

/**
 * `take` receives the latest value of each frame that had one. Where the machine cannot draw as often as events come, a frame
 * that changes nothing is quickly over and lets those that queue be heard: the picture then shows fewer states, but none late.
 */
export function coalesce<T>(take: (value: T) => void, frames: Frames): Coalesced<T> {
  let asked: { value: T; at: number; frame: number } | undefined;
  let taken = Number.NEGATIVE_INFINITY;
  const drop = () => {
    if (asked) frames.cancel(asked.frame);
    asked = undefined;
  };
  const apply = () => {
    if (!asked) return;
    const { value } = asked;
    drop();
    taken = frames.now();
    take(value);
  };
  const draw = () => {
    if (!asked) return;
    const now = frames.now();
    const isBehind = now - asked.at > BEHIND_MS && now - taken < LONGEST_MS;
    if (isBehind) asked.frame = frames.request(draw);
    else apply();
  };
  const put = (value: T, at = frames.now()) => {
    if (asked) Object.assign(asked, { value, at });
    else asked = { value, at, frame: frames.request(draw) };
  };
  return { put, waiting: () => asked?.value, apply, drop };
}
