import { type ReactNode, useId } from 'react';
import type { Hue } from '../../explain/index.ts';
import { numberText } from '../../explain/index.ts';
import { NumberField } from './NumberField.tsx';
import { Slider } from './Slider.tsx';
import { type Scale, snap } from './steps.ts';

/** Characters that a field of the usual width holds. */
const SHORT = 7;

export type QuantityProps = {
  /** What it is called, for those who listen: "a, component 0". */
  readonly label: string;
  /** The symbol that stands before the slider. */
  readonly symbol: ReactNode;
  readonly hue?: Hue;
  readonly value: number;
  readonly scale: Scale;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
};

/** One number: a native slider, the sure way for a touch screen reader, and a field that takes any value. */
export function Quantity({
  label,
  symbol,
  hue,
  value,
  scale,
  disabled,
  onChange,
  onSettle,
}: QuantityProps): ReactNode {
  const id = useId();
  return (
    <div className="quantity" data-hue={hue} data-long={numberText(value).length > SHORT}>
      <label className="quantity-symbol" htmlFor={id}>
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">{symbol}</span>
      </label>
      <Slider
        id={id}
        scale={scale}
        value={value}
        valueText={numberText}
        disabled={disabled}
        onChange={(to) => onChange(snap(to, scale))}
        onSettle={onSettle}
      />
      <NumberField
        label={`${label}, as a number`}
        value={value}
        disabled={disabled}
        onChange={onChange}
        onSettle={onSettle}
      />
    </div>
  );
}
