import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Words and sums change at most this often: no one reads faster, and the picture needs the time. */
const PACE_MS = 100;
/** On a slow machine they wait this many times as long as their script took, but never longer than a reader would. */
const REST = 60;
const LONGEST_MS = 1000;
/** What is shown at rest comes a frame after the picture, so that neither waits for the other on a slow machine. */
const FRAME_MS = 17;

/**
 * Returns what follows from a state, for the words and sums around a picture. The picture follows every move; they follow a drag,
 * or actions as fast as those of a held key, at a pace that can be read and that the machine can keep, and are right as
 * soon as it rests. `derive` must not change between renders.
 */
export function useThrottled<S, T>(state: S, resting: S, derive: (state: S) => T): T {
  const [throttled, setThrottled] = useState(state);
  const next = useRef(Number.NEGATIVE_INFINITY);
  // The state of the picture, and since when.
  const moved = useRef({ to: state, at: Number.NEGATIVE_INFINITY });
  const isResting = state === resting;
  useEffect(() => {
    const now = performance.now();
    const isHurried = state !== moved.current.to && now - moved.current.at < PACE_MS;
    if (state !== moved.current.to) moved.current = { to: state, at: now };
    if (state === throttled) return;
    const pace = Math.max(0, next.current - now);
    const rest = isHurried ? Math.min(PACE_MS, pace) : FRAME_MS;
    const follow = () => {
      const began = performance.now();
      flushSync(() => setThrottled(state));
      const ended = performance.now();
      next.current = began + Math.min(LONGEST_MS, Math.max(PACE_MS, REST * (ended - began)));
    };
    const timer = setTimeout(follow, isResting ? rest : pace);
    return () => clearTimeout(timer);
  }, [state, throttled, isResting]);
  return useMemo(() => derive(throttled), [throttled, derive]);
}
