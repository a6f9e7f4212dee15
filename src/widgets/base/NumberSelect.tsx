import type { ReactNode } from 'react';

export type NumberSelectProps = {
  readonly value: number;
  readonly options: readonly number[];
  /** What stands behind each number. */
  readonly unit?: string;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
};

/** One of a few numbers. Like every field it is text until it can be used: see `NumberField`. */
export function NumberSelect({
  value,
  options,
  unit = '',
  disabled,
  onChange,
}: NumberSelectProps): ReactNode {
  if (disabled) return <span className="select">{`${value}${unit}`}</span>;
  return (
    <select className="select" value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {options.map((option) => (
        <option key={option} value={option}>{`${option}${unit}`}</option>
      ))}
    </select>
  );
}
