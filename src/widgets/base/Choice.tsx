import { type ReactNode, useId } from 'react';

export type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  readonly value: T;
  readonly disabled: boolean;
  readonly onChange: (value: T) => void;
};

/**
 * One of a few things, as a row of radio buttons that look like one switch. Like every field they are text until they can be
 * used: see `NumberField`.
 */
export function Choice<const T extends string>(props: ChoiceProps<T>): ReactNode {
  const { label, options, value, disabled, onChange } = props;
  const name = useId();
  const Option = disabled ? 'span' : 'label';
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {rowsOf(options).map((row) => (
        <span key={row[0]?.value} className="choice-row">
          {row.map((option) => (
            <Option key={option.value} className="choice-option">
              {!disabled && (
                <input
                  type="radio"
                  name={name}
                  value={option.value}
                  checked={option.value === value}
                  onChange={() => onChange(option.value)}
                />
              )}
              <span data-chosen={option.value === value}>{option.text}</span>
            </Option>
          ))}
        </span>
      ))}
    </fieldset>
  );
}

/** Returns the options in groups that a narrow page keeps on one line: four become two and two, never three and one. */
function rowsOf<T>(options: readonly T[]): readonly (readonly T[])[] {
  return options.length === 4 ? [options.slice(0, 2), options.slice(2)] : [options];
}
