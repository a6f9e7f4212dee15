import { useDeferredValue, useMemo } from 'react';

/**
 * What follows from a state, for the words and sums around a picture: they follow a drag frame by frame where the
 * machine is fast enough, and let the picture go first where it is not. `derive` must not change between renders.
 */
export function useCalm<S, T>(state: S, derive: (state: S) => T): T {
  const calm = useDeferredValue(state);
  return useMemo(() => derive(calm), [calm, derive]);
}
