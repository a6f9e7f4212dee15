import { type ReactNode, useId, useState } from 'react';
import { CheckButton, type FormProps } from './AnswerForm.tsx';

const ROWS = 4;

/** A function, written into a field that begins with its first line. Tab leaves the field, as everywhere on the page. */
export function FunctionAnswer({
  exercise,
  signature,
}: FormProps & { readonly signature: string }): ReactNode {
  const [text, setText] = useState(`def ${signature}:\n    return `);
  const id = useId();
  const { isLive, phase } = exercise;
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
          <label className="wide" htmlFor={id}>
            Your function
          </label>
          <textarea
            id={id}
            className="answer-field wide"
            rows={Math.max(ROWS, text.split('\n').length)}
            autoCapitalize="off"
            spellCheck={false}
            readOnly={phase !== 'open'}
            value={text}
            // A browser brings only the line of the cursor into view.
            onFocus={({ target }) => target.scrollIntoView({ block: 'nearest' })}
            onChange={({ target }) => {
              setText(target.value);
              exercise.touch();
            }}
          />
        </>
      ) : (
        <>
          <span className="wide">Your function</span>
          <pre className="answer-field wide">{text}</pre>
        </>
      )}
      <CheckButton exercise={exercise} text="Run and check" />
    </form>
  );
}
