import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Literal, turned, typedNumber } from '../../../listing/live/index.ts';
import { labelOf } from './NumberControl.tsx';

interface Props {
  readonly literal: Literal;
  /** Whether the field takes the focus at once, which calls up a phone's keyboard. */
  readonly takesFocus: boolean;
  readonly onTurn: (number: string) => void;
  readonly onClose: () => void;
}

/** A number under its line, large enough for fingers: less, a field, more. */
export function NumberStepper({ literal, takesFocus, onTurn, onClose }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const isWrong = typed !== undefined && typedNumber(typed) === undefined;
  useEffect(() => {
    if (takesFocus) field.current?.select();
  }, [takesFocus]);
  const step = (steps: number) => {
    setTyped(undefined);
    onTurn(turned(literal, steps));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div
      className="number-stepper"
      role="group"
      aria-label={labelOf(literal)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        event.stopPropagation();
        if (event.key === 'Escape' || event.target === field.current) onClose();
      }}
    >
      <code>{labelOf(literal)}</code>
      <button type="button" aria-label="Less" onClick={() => step(-1)}>
        −
      </button>
      <input
        ref={field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${labelOf(literal)}, as a number`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        value={typed ?? literal.text}
        onChange={({ target }) => {
          setTyped(target.value);
          const number = typedNumber(target.value);
          if (number !== undefined) onTurn(number);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <button type="button" aria-label="More" onClick={() => step(1)}>
        +
      </button>
      <button type="button" onClick={onClose}>
        Close
      </button>
      {isWrong && (
        <span className="number-problem" id={problemId}>
          Not taken: expected a number such as 0.5 or 1e-3.
        </span>
      )}
    </div>
  );
}
