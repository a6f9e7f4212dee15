import { type ReactNode, useId, useState } from 'react';
import { CheckButton, type FormProps } from './AnswerForm.tsx';

interface Props extends FormProps {
  readonly prompt: string;
  readonly placeholder: string;
}

/** An answer on one line. Until the page can judge it, the field is only drawn. */
export function TypedAnswer({ exercise, prompt, placeholder }: Props): ReactNode {
  const [text, setText] = useState('');
  const id = useId();
  const { isLive, phase, verdict } = exercise;
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        exercise.answer({ kind: 'text', text });
      }}
    >
      {isLive ? (
        <>
          <label htmlFor={id}>{prompt}</label>
          <input
            id={id}
            className="answer-field"
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={placeholder}
            readOnly={phase !== 'open'}
            aria-invalid={verdict?.kind === 'wrong' || verdict?.kind === 'unread'}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              exercise.touch();
            }}
          />
        </>
      ) : (
        <>
          <span>{prompt}</span>
          <span className="answer-field" />
        </>
      )}
      <CheckButton exercise={exercise} />
    </form>
  );
}
