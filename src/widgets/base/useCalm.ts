import { startTransition, useEffect, useMemo, useRef, useState } from 'react';

/** Words and sums change at most this often: no one reads faster, and the picture needs the time. */
const PACE_MS = 100;

/**
 * What follows from a state, for the words and sums around a picture. The picture follows every move; they follow a drag
 * at a pace that can be read, and are right when it rests. `derive` must not change between renders.
 */
export function useCalm<S, T>(state: S, derive: (state: S) => T): T {
  const [calm, setCalm] = useState(state);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, last.current + PACE_MS - performance.now());
    const next = setTimeout(() => {
      last.current = performance.now();
      startTransition(() => setCalm(state));
    }, wait);
    return () => clearTimeout(next);
  }, [state]);
  return useMemo(() => derive(calm), [calm, derive]);
}
