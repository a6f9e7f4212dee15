import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly onAwake: () => void;
  readonly children: ReactNode;
}

/** Tells once that its children answer: React has taken over what the build drew. */
export function Awake({ onAwake, children }: Props): ReactNode {
  useEffect(onAwake, [onAwake]);
  return children;
}
