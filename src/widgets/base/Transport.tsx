import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { wantsLessMotion } from './motion.ts';
import { NumberSelect } from './NumberSelect.tsx';
import { Slider } from './Slider.tsx';
import { TransportButtons } from './TransportButtons.tsx';

/** Seconds between two steps at speed 1. */
const PACE_MS = 800;
const SPEEDS = [0.5, 1, 2, 4] as const;

export type TransportProps = {
  /** Steps taken and steps there are. */
  readonly step: number;
  readonly steps: number;
  readonly live: boolean;
  /** Goes to the step that follows from the present one; those of one performance belong together. */
  readonly onStep: (to: (step: number) => number, isPlaying: boolean) => void;
  /** The performance has paused or ended. */
  readonly onRest: () => void;
};

/**
 * Play, pause, single steps, the ends, the speed, and a bar to scrub; playing from the end starts over, and
 * shows the end at once to readers who ask for less motion.
 */
export const Transport = memo(function Transport({
  step,
  steps,
  live,
  onStep,
  onRest,
}: TransportProps): ReactNode {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  const isLast = step >= steps;
  useEffect(() => {
    if (!isPlaying) return;
    if (step >= steps) {
      setPlaying(false);
      onRest();
      return;
    }
    const next = setTimeout(() => onStep((before) => before + 1, true), PACE_MS / speed);
    return () => clearTimeout(next);
  }, [isPlaying, speed, step, steps, onStep, onRest]);

  const go = useCallback(
    (to: (step: number) => number) => {
      setPlaying(false);
      onStep((before) => Math.min(steps, Math.max(0, to(before))), false);
    },
    [steps, onStep],
  );
  const play = useCallback(() => {
    if (wantsLessMotion()) return go(() => steps);
    if (isPlaying) onRest();
    else if (isLast) onStep(() => 0, true);
    setPlaying(!isPlaying);
  }, [isPlaying, isLast, steps, go, onStep, onRest]);
  const scrub = (to: number) => {
    setPlaying(false);
    onStep(() => to, true);
  };
  const scale = useMemo(() => ({ low: 0, high: steps, step: 1 }), [steps]);
  const place = (at: number) => `Step ${at} of ${steps}`;
  const disabled = !live || steps === 0;
  return (
    <div className="transport">
      <TransportButtons
        isPlaying={isPlaying}
        isFirst={step === 0}
        isLast={isLast}
        disabled={disabled}
        onGo={go}
        onPlay={play}
      />
      <div className="transport-row">
        <label className="transport-bar">
          <span>{place(step)}</span>
          <Slider
            scale={scale}
            value={step}
            valueText={place}
            disabled={disabled}
            onChange={scrub}
            onSettle={onRest}
          />
        </label>
        <Speed speed={speed} disabled={disabled} onSpeed={setSpeed} />
      </div>
    </div>
  );
});

type SpeedProps = {
  readonly speed: number;
  readonly disabled: boolean;
  readonly onSpeed: (speed: number) => void;
};

const Speed = memo(function Speed({ speed, disabled, onSpeed }: SpeedProps): ReactNode {
  return (
    <label className="transport-speed">
      Speed
      <NumberSelect value={speed} options={SPEEDS} unit="×" disabled={disabled} onChange={onSpeed} />
    </label>
  );
});
