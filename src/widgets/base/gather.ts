/** Gathers what is asked for between two frames: a held key, or a quick finger, asks more often than a slow machine draws. */
export type Gathered<T> = {
  /** Asks for a value, instead of the one that waits; it is applied in the next frame. */
  readonly put: (value: T) => void;
  /** The value that waits. */
  readonly waiting: () => T | undefined;
  /** Applies the one that waits, without waiting any longer. */
  readonly apply: () => void;
  /** Forgets it. */
  readonly drop: () => void;
};

/** Where frames come from: the window, or a test's clock. */
export type Frames = {
  readonly request: (callback: () => void) => number;
  readonly cancel: (frame: number) => void;
};

/** `take` receives the latest value of each frame that had one. */
export function gather<T>(take: (value: T) => void, frames: Frames): Gathered<T> {
  let asked: { value: T; readonly frame: number } | undefined;
  const drop = () => {
    if (asked) frames.cancel(asked.frame);
    asked = undefined;
  };
  const apply = () => {
    if (!asked) return;
    const { value } = asked;
    drop();
    take(value);
  };
  const put = (value: T) => {
    if (asked) asked.value = value;
    else asked = { value, frame: frames.request(apply) };
  };
  return { put, waiting: () => asked?.value, apply, drop };
}
