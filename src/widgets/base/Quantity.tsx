import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { numberText } from '../../explain/index.ts';
import type { Hue } from '../../matrix/index.ts';
import { Slider } from './Slider.tsx';
import { type Scale, snap } from './steps.ts';

/** The farthest from zero that a number field takes. */
export const LIMIT = 1e6;

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
    <div className="quantity" data-hue={hue}>
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

/** Typing that rests this long is done: the picture may take its new reach. */
const TYPING_PAUSE_MS = 700;

export type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
};

/**
 * A field for a number. While it is being typed in, it keeps what was typed; whatever is a number takes effect at once,
 * held within the limits; anything else changes nothing and gives way to the value when the field is left.
 *
 * Until it can be used it is text: once a page is loaded, browsers lay out every field of a form, wherever it is, to see whether
 * they could fill it in, and with it the far figure that should have waited.
 */
export function NumberField({ label, value, disabled, onChange, onSettle }: NumberFieldProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value);
    const number = readNumber(event.target.value);
    clearTimeout(pause.current);
    if (number === undefined) return;
    onChange(number);
    pause.current = setTimeout(onSettle, TYPING_PAUSE_MS);
  };
  const leave = () => {
    clearTimeout(pause.current);
    setTyped(undefined);
    onSettle();
  };
  if (disabled) return <span className="number-field">{numberText(value)}</span>;
  return (
    <input
      className="number-field"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={typed !== undefined && readNumber(typed) === undefined}
      value={typed ?? numberText(value)}
      onChange={change}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

/** A number as people type it: a true minus or a hyphen, a comma or a point. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Math.min(LIMIT, Math.max(-LIMIT, Number(plain))) || 0;
}
