import { type ReactNode, useId, useState } from 'react';
import { CheckButton, type FormProps } from './AnswerForm.tsx';

interface Props extends FormProps {
  readonly options: readonly string[];
  readonly areCode: boolean;
}

/** One of several options. */
export function ChoiceAnswer({ exercise, label, options, areCode }: Props): ReactNode {
  const [chosen, setChosen] = useState<number>();
  const name = useId();
  const { isLive, phase } = exercise;
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) exercise.answer({ kind: 'option', option: chosen });
      }}
    >
      <fieldset className="options" disabled={!isLive || phase !== 'open'}>
        <legend className="visually-hidden">{label}</legend>
        {options.map((option, k) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: once the page can answer, the control is there.
          <label key={option}>
            {isLive ? (
              <input
                type="radio"
                name={name}
                required
                checked={chosen === k}
                onChange={() => {
                  setChosen(k);
                  exercise.touch();
                }}
              />
            ) : (
              <span className="radio" />
            )}
            {areCode ? <code>{option}</code> : <span>{option}</span>}
          </label>
        ))}
      </fieldset>
      <CheckButton exercise={exercise} />
    </form>
  );
}
