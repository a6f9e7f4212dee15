import { memo, type ReactNode, useEffect, useState } from 'react';
import { wantsLessMotion } from './motion.ts';

/** Seconds between two steps at speed 1. */
const PACE_MS = 800;
const SPEEDS = [0.5, 1, 2, 4] as const;

export type TransportProps = {
  /** Steps taken and steps there are. */
  readonly step: number;
  readonly steps: number;
  readonly live: boolean;
  /** Goes to a step; those of one performance belong together. */
  readonly onStep: (step: number, isPlaying: boolean) => void;
  /** The performance has paused or ended. */
  readonly onRest: () => void;
};

/**
 * Play, pause, single steps, the ends, the speed, and a bar to scrub; playing from the end starts over, and
 * shows the end at once to readers who ask for less motion. A button that leads no farther says so and keeps the focus,
 * which one that is disabled would lose.
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
  useEffect(() => {
    if (!isPlaying) return;
    if (step >= steps) {
      setPlaying(false);
      onRest();
      return;
    }
    const next = setTimeout(() => onStep(step + 1, true), PACE_MS / speed);
    return () => clearTimeout(next);
  }, [isPlaying, speed, step, steps, onStep, onRest]);

  const play = () => {
    if (wantsLessMotion()) return go(steps);
    if (isPlaying) onRest();
    else if (step >= steps) onStep(0, true);
    setPlaying(!isPlaying);
  };
  const go = (to: number) => {
    setPlaying(false);
    onStep(Math.min(steps, Math.max(0, to)), false);
  };
  const disabled = !live || steps === 0;
  return (
    <div className="transport">
      <div className="transport-buttons">
        <button type="button" disabled={disabled} onClick={() => go(0)}>
          First
        </button>
        <button type="button" disabled={disabled} aria-disabled={step === 0} onClick={() => go(step - 1)}>
          <span aria-hidden="true">← </span>Back
        </button>
        <button type="button" className="transport-play" disabled={disabled} onClick={play}>
          {isPlaying ? 'Pause' : 'Play'}
        </button>
        <button type="button" disabled={disabled} aria-disabled={step >= steps} onClick={() => go(step + 1)}>
          Step<span aria-hidden="true"> →</span>
        </button>
        <button type="button" disabled={disabled} onClick={() => go(steps)}>
          Last
        </button>
      </div>
      <div className="transport-row">
        <label className="transport-bar">
          <span>
            Step {step} of {steps}
          </span>
          <input
            type="range"
            min={0}
            max={steps}
            step={1}
            value={step}
            disabled={disabled}
            aria-valuetext={`Step ${step} of ${steps}`}
            onChange={(event) => {
              setPlaying(false);
              onStep(event.target.valueAsNumber, true);
            }}
            onPointerUp={onRest}
            onKeyUp={onRest}
          />
        </label>
        <label className="transport-speed">
          Speed
          <select
            value={speed}
            disabled={disabled}
            onChange={(event) => setSpeed(Number(event.target.value))}
          >
            {SPEEDS.map((value) => (
              <option key={value} value={value}>
                {value}×
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
});
