import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Coalesced, coalesce } from './coalesce.ts';

/** Coalesces values to frames for as long as the component is shown; what `take` changes is drawn in the frame that took it. */
export function useCoalesced<T>(take: (value: T) => void): Coalesced<T> {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  const [coalesced] = useState(() =>
    coalesce<T>((value) => latest.current(value), {
      request: (callback) => requestAnimationFrame(() => flushSync(callback)),
      cancel: (frame) => cancelAnimationFrame(frame),
      now: () => performance.now(),
    }),
  );
  useEffect(() => coalesced.drop, [coalesced]);
  return coalesced;
}
