import { useEffect, useRef, useState } from 'react';
import { wantsLessMotion } from './motion.ts';

const DURATION_MS = 500;

/**
 * Runs from 0 to 1 once whenever `cause` changes, easing out; 1 at rest, on the first render, and for readers who ask
 * for less motion.
 */
export function useProgress(cause: string): number {
  const [progress, setProgress] = useState(1);
  const last = useRef(cause);
  useEffect(() => {
    if (last.current === cause) return;
    last.current = cause;
    if (wantsLessMotion()) return setProgress(1);
    let frame = 0;
    let began: number | undefined;
    const run = (now: number) => {
      began ??= now;
      const share = Math.min(1, (now - began) / DURATION_MS);
      setProgress(1 - (1 - share) ** 3);
      if (share < 1) frame = requestAnimationFrame(run);
    };
    setProgress(0);
    frame = requestAnimationFrame(run);
    return () => {
      cancelAnimationFrame(frame);
      setProgress(1);
    };
  }, [cause]);
  return progress;
}
