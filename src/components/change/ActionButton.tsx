import type { ReactNode } from 'react';

interface Props {
  readonly text: string;
  readonly isOff: boolean;
  readonly tabIndex?: -1 | undefined;
  readonly onPress: () => void;
}

/** A button that can do nothing says so and keeps the focus. */
export function ActionButton({ text, isOff, tabIndex, onPress }: Props): ReactNode {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {text}
    </button>
  );
}
