import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Returns false in the build and for the first render in the page, which must be what the build made; then true. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
