import { memo, type ReactNode } from 'react';

export type TransportButtonsProps = {
  readonly isPlaying: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly disabled: boolean;
  readonly onGo: (to: (step: number) => number) => void;
  readonly onPlay: () => void;
};

/** A button that leads no farther says so and keeps the focus, which one that is disabled would lose. */
export const TransportButtons = memo(function TransportButtons({
  isPlaying,
  isFirst,
  isLast,
  disabled,
  onGo,
  onPlay,
}: TransportButtonsProps): ReactNode {
  return (
    <div className="transport-buttons">
      <button type="button" disabled={disabled} aria-disabled={isFirst} onClick={() => onGo(() => 0)}>
        First
      </button>
      <button
        type="button"
        disabled={disabled}
        aria-disabled={isFirst}
        onClick={() => onGo((step) => step - 1)}
      >
        <span aria-hidden="true">← </span>Back
      </button>
      <button type="button" className="transport-play" disabled={disabled} onClick={onPlay}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <button
        type="button"
        disabled={disabled}
        aria-disabled={isLast}
        onClick={() => onGo((step) => step + 1)}
      >
        Step<span aria-hidden="true"> →</span>
      </button>
      <button
        type="button"
        disabled={disabled}
        aria-disabled={isLast}
        onClick={() => onGo(() => Number.POSITIVE_INFINITY)}
      >
        Last
      </button>
    </div>
  );
});
