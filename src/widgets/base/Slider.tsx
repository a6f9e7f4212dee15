import { type ChangeEvent, type ReactNode, useState } from 'react';
import type { Scale } from './steps.ts';
import { useCoalesced } from './useCoalesced.ts';

export type SliderProps = {
  /** For the label that names it. */
  readonly id?: string;
  readonly scale: Scale;
  readonly value: number;
  /** The value in words. */
  readonly valueText: (value: number) => string;
  readonly disabled: boolean;
  /** The value of a frame: no more often than that, however fast a key repeats. */
  readonly onChange: (value: number) => void;
  /** It is let go of, or left; the last value has been given. */
  readonly onSettle: () => void;
};

/** A native slider. The browser moves it at once; everything that depends on its value is updated with the next frame. */
export function Slider({
  id,
  scale,
  value,
  valueText,
  disabled,
  onChange,
  onSettle,
}: SliderProps): ReactNode {
  const [pulled, setPulled] = useState<number>();
  const coalesced = useCoalesced((to: number) => {
    setPulled(undefined);
    onChange(to);
  });
  const pull = (event: ChangeEvent<HTMLInputElement>) => {
    const to = event.target.valueAsNumber;
    setPulled(to);
    coalesced.put(to, event.timeStamp);
  };
  const release = () => {
    coalesced.apply();
    onSettle();
  };
  const shown = pulled ?? value;
  return (
    <input
      id={id}
      type="range"
      min={scale.low}
      max={scale.high}
      step={scale.step}
      value={shown}
      disabled={disabled}
      aria-valuetext={valueText(shown)}
      onChange={pull}
      onPointerUp={release}
      onKeyUp={release}
      onBlur={release}
    />
  );
}
