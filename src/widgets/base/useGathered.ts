import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Gathered, gather } from './gather.ts';

/** Gathers values to frames for as long as the component is shown; what `take` changes is drawn in the frame that took it. */
export function useGathered<T>(take: (value: T) => void): Gathered<T> {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  const [gathered] = useState(() =>
    gather<T>((value) => latest.current(value), {
      request: (callback) => requestAnimationFrame(() => flushSync(callback)),
      cancel: (frame) => cancelAnimationFrame(frame),
      now: () => performance.now(),
    }),
  );
  useEffect(() => gathered.drop, [gathered]);
  return gathered;
}
